import type { Browser } from 'puppeteer-core';
import { collectAnnotations } from '../../scripts/lab/collect-annotations.ts';
import type { Annotations, PageNode } from '../../scripts/lab/collect-annotations.ts';

/**
 * WebDriver BiDi itself, below Puppeteer: it sees closed shadow roots, and it reaches the extension's own pages, to
 * which Puppeteer does not navigate.
 */
export interface Bidi {
  /** The browsing context of the first tab whose address begins like this. */
  findContext(address: string): Promise<string>;
  /** Evaluates in a page (or an extension's page) and gives plain text, a number or a truth value. */
  evaluate(context: string, expression: string): Promise<unknown>;
  /** The same in the browser's own window. */
  evaluateInBrowser(expression: string): Promise<unknown>;
  readAnnotations(context: string): Promise<Annotations>;
  /** Clicks in the middle of a node, a closed shadow root's, too. */
  click(context: string, id: string): Promise<void>;
  /** Clicks at a place of the window, in px. */
  clickAt(context: string, x: number, y: number): Promise<void>;
}

/** Opens the protocol of a Firefox that Puppeteer has launched with `--remote-allow-system-access`. */
export function openBidi(browser: Browser): Bidi {
  const send = findSender(browser);
  const evaluate = async (context: string, expression: string): Promise<unknown> => {
    const answer = await send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    if (read(answer, 'type') === 'exception') {
      throw new Error(String(read(answer, 'exceptionDetails', 'text')));
    }
    return read(answer, 'result', 'value');
  };
  const press = async (context: string, where: Record<string, unknown>): Promise<void> => {
    await send('input.performActions', {
      context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', ...where },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  };
  return {
    evaluate,
    async findContext(address) {
      const contexts = list(read(await send('browsingContext.getTree', {}), 'contexts'));
      const found = contexts.find((each) => String(read(each, 'url')).startsWith(address));
      if (!found) throw new Error(`No tab shows ${address}`);
      return String(read(found, 'context'));
    },
    async evaluateInBrowser(expression) {
      const tree = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
      return evaluate(String(read(list(read(tree, 'contexts'))[0], 'context')), expression);
    },
    async readAnnotations(context) {
      const answer = await send('script.evaluate', {
        expression: 'document.documentElement',
        target: { context },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
      });
      return collectAnnotations(toPageNode(read(answer, 'result')));
    },
    click: (context, id) =>
      press(context, { x: 0, y: 0, origin: { type: 'element', element: { sharedId: id } } }),
    clickAt: (context, x, y) => press(context, { x, y, origin: 'viewport' }),
  };
}

type Send = (method: string, params: Record<string, unknown>) => Promise<unknown>;

/** Puppeteer keeps its connection to itself; Firefox takes no second one. */
function findSender(browser: Browser): Send {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection !== 'object' || connection === null) throw new Error('Not a BiDi browser.');
  const send: unknown = Reflect.get(connection, 'send');
  if (typeof send !== 'function') throw new Error('Not a BiDi browser.');
  return async (method, params) => read(await send.call(connection, method, params), 'result');
}

function toPageNode(node: unknown): PageNode {
  const nodeType = Number(read(node, 'value', 'nodeType'));
  const attributes = read(node, 'value', 'attributes') ?? {};
  const shadowRoot = read(node, 'value', 'shadowRoot');
  return {
    id: String(read(node, 'sharedId')),
    nodeType,
    localName: nodeType === 1 ? String(read(node, 'value', 'localName')) : '',
    text: nodeType === 3 ? String(read(node, 'value', 'nodeValue')) : '',
    attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    children: list(read(node, 'value', 'children')).map(toPageNode),
    shadowRoots: shadowRoot ? [toPageNode(shadowRoot)] : [],
  };
}

function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined,
    value,
  );
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
