import type { Shown } from '../shown.ts';
import type { Verbosity } from '../types.ts';
import { MAX_BLOCK } from '../limits.ts';
import { type Block, findBlocks } from './blocks.ts';
import { commonLines } from './common.ts';
import type { Drawing } from './drawing.ts';
import type { Env } from './env.ts';
import { isFilled } from './frame.ts';
import { hasMarks } from './marks.ts';
import { createNear } from './near.ts';
import { isOwn } from './own.ts';
import { createSplits } from './splits.ts';
import { type BlockView, createView, type LogView } from './view.ts';
import { watchPage } from './watch.ts';

export interface LensOptions {
  document: Document;
  /** The engine's word on a text; undefined when it can't be had now. */
  explain(text: string): Promise<Shown | undefined>;
  drawing: Drawing;
  verbosity: Verbosity;
  /** The logs of the page are others now. */
  onLogs?(): void;
  signal: AbortSignal;
}

/** The extension's work on one page. Ends with the signal, and the page is as it was. */
export interface Lens {
  setVerbosity(verbosity: Verbosity): void;
  /** The logs of the page, in its order. */
  logs(): readonly LogView[];
  /** Looks at the whole page again. */
  lookAgain(): void;
}

/** How long a text has to stand still before the engine is asked again, and at most, in ms. */
const settleTime = 80;
const settleAtMost = 400;
/** With more changed places at once, a vanished log's successor is left to the idle moment. */
const manyPlaces = 20;
/** Reports kept, so that a popup which opens again needs no second asking. */
const keptReports = 40;

/** Finds logs, draws their verdicts and badges, keeps up with the page. */
export function startLens(options: LensOptions): Lens {
  const { document, signal, drawing } = options;
  let { verbosity } = options;
  const views: BlockView[] = [];
  const splits = createSplits(document);
  const reports = new Map<string, Shown>();
  const waiting = new Map<BlockView, { timer: ReturnType<typeof setTimeout>; since: number }>();
  const near = createNear(signal);
  const filled = isFilled(window);
  const env: Env = {
    document,
    splits,
    drawing,
    verbosity: () => verbosity,
    quietly: (change) => watch.quietly(change),
    whenNear: near.whenNear,
  };

  const explain = async (text: string): Promise<Shown | undefined> => {
    const known = reports.get(text);
    if (known) return known;
    const report = await options.explain(text);
    if (!report) return undefined;
    reports.set(text, report);
    const [oldest] = reports.keys();
    if (reports.size > keptReports && oldest !== undefined) reports.delete(oldest);
    return report;
  };
  const find = (scope: Element): Block[] =>
    scope.isConnected
      ? findBlocks(scope, splits.dataOf).filter((block) => !filled || isMostOf(document, block))
      : [];
  const viewOf = (block: Block): BlockView | undefined =>
    views.find(
      ({ block: own }) =>
        own.element === block.element && own.index === block.index && own.kind === block.kind,
    );
  const drop = (view: BlockView): void => {
    const index = views.indexOf(view);
    if (index < 0) return;
    views.splice(index, 1);
    clearTimeout(waiting.get(view)?.timer);
    waiting.delete(view);
    view.remove();
    options.onLogs?.();
  };

  /** Asks the engine about a block and draws what it says, unless the block has changed meanwhile. */
  const examine = async (block: Block, view?: BlockView): Promise<void> => {
    const { text } = block.read();
    if (text.length > MAX_BLOCK || text.trim() === '') return;
    const isRepeat = (): boolean =>
      !(view ?? viewOf(block)) &&
      block.strength === 'sentence' &&
      isToldAlready(block, text, views);
    // Not asked in vain, and asked again below: what is on the page may change meanwhile.
    if (isRepeat()) return;
    const report = await explain(text);
    if (signal.aborted || !report) return;
    const existing = view ?? viewOf(block);
    const current = existing && view ? existing.block : block;
    if (!current.element.isConnected) return;
    const read = current.read();
    if (read.text !== text) return;
    if (report.sessions.length === 0) {
      if (existing) drop(existing);
      return;
    }
    if (isRepeat()) return;
    const target = existing ?? createView(block, env);
    if (!existing) views.push(target);
    if (block.strength === 'dialogue') {
      for (const other of views.slice())
        if (other !== target && isToldAlready(other.block, other.text, views)) drop(other);
    }
    target.draw(current, read, report);
    options.onLogs?.();
  };
  /** Takes up a block as it now stands: keeps what still holds, asks for the rest. */
  const follow = (view: BlockView, block: Block): void => {
    const read = block.read();
    const same = read.text === view.text;
    view.keep(block, read, same ? Infinity : commonLines(view.lines, read.lines));
    if (same) return;
    const since = waiting.get(view)?.since ?? performance.now();
    clearTimeout(waiting.get(view)?.timer);
    const wait = Math.max(0, Math.min(settleTime, since + settleAtMost - performance.now()));
    const timer = setTimeout(() => {
      waiting.delete(view);
      guarded(examine)(view.block, view);
    }, wait);
    waiting.set(view, { timer, since });
  };

  const look = async (scopes: readonly Element[]): Promise<void> => {
    for (const view of views.slice()) if (!view.block.element.isConnected) drop(view);
    const blocks: Block[] = [];
    for (const scope of scopes) {
      if (!mayHoldLog(scope)) continue;
      // A field that is not shown yet: its verdict would stand there alone.
      for (const field of scope.getElementsByTagName('textarea')) {
        if (isUnseen(field) && hasMarks(field.value))
          near.whenNear(field, () => guarded(look)([field]));
      }
      for (const block of find(scope)) {
        if (block.kind === 'field' && isUnseen(block.element)) continue;
        if (!blocks.some((other) => other.element === block.element && other.index === block.index))
          blocks.push(block);
      }
    }
    // Conversations first: a sentence that only repeats one of them is not told twice.
    for (const strength of ['dialogue', 'sentence'] as const) {
      const fresh = blocks.filter((block) => block.strength === strength);
      await Promise.all(
        fresh.map((block) => {
          const view = viewOf(block);
          if (view) return follow(view, block);
          return examine(block);
        }),
      );
    }
  };
  /** The block that stands in a vanished one's place: a panel that the page fills anew all the time. */
  const heirOf = (view: BlockView, nodes: ReadonlySet<Node>): Block | undefined => {
    if (nodes.size > manyPlaces) return undefined;
    const { kind, strength } = view.block;
    const firstLine = view.lines.find((line) => line.trim() !== '');
    for (const node of nodes) {
      if (!(node instanceof Element) || !node.isConnected || !mayHoldLog(node)) continue;
      const heir = find(node).find(
        (block) =>
          block.kind === kind &&
          block.strength === strength &&
          !viewOf(block) &&
          block.read().lines.find((line) => line.trim() !== '') === firstLine,
      );
      if (heir) return heir;
    }
    return undefined;
  };
  const changed = (nodes: ReadonlySet<Node>): void => {
    for (const view of views.slice()) {
      const { element } = view.block;
      if (!element.isConnected) {
        const heir = heirOf(view, nodes);
        if (heir) follow(view, heir);
        else drop(view);
        continue;
      }
      const isConcerned = (node: Node): boolean =>
        view.block.touches(node) || (node.nodeType === 1 && node.contains(element));
      if (![...nodes].some(isConcerned)) continue;
      const scope = view.block.kind === 'rows' ? (element.parentElement ?? element) : element;
      const block = find(scope).find(
        (other) =>
          other.element === element &&
          other.index === view.block.index &&
          other.kind === view.block.kind,
      );
      if (block) follow(view, block);
      else drop(view);
    }
  };

  const guarded =
    <Args extends readonly unknown[]>(job: (...args: Args) => void | Promise<void>) =>
    (...args: Args): void => {
      try {
        const done = job(...args);
        if (done) done.catch(report);
      } catch (error) {
        report(error);
      }
    };
  /** A fault of ours is not the page's business: one quiet line for who looks for it. */
  const report = (error: unknown): void => console.debug('SMTP Lens:', error);
  const watch = watchPage(document, { changed: guarded(changed), look: guarded(look) }, signal);

  const redrawAll = (): void => {
    for (const view of views) guarded(view.redraw)();
  };
  /** Where the page or the browser takes markup as it stands, ours is not in it: it comes back with the next frame. */
  const stepAside = ({ target }: Event): void => {
    if (isOwn(target as Node) || views.length === 0) return;
    watch.quietly(() => {
      splits.restoreAll();
      for (const view of views) view.stepAside();
    });
    // Before anything of it is painted; a tab that nobody sees waits until somebody does.
    requestAnimationFrame(redrawAll);
  };
  for (const type of ['copy', 'dragstart', 'submit']) {
    globalThis.addEventListener(type, guarded(stepAside), { capture: true, signal });
  }

  const all = (): void => {
    const root = document.body ?? document.documentElement;
    if (root) guarded(look)([root]);
  };
  const fieldsLater = new Map<Element, ReturnType<typeof setTimeout>>();
  document.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      clearTimeout(fieldsLater.get(target));
      fieldsLater.set(
        target,
        setTimeout(() => {
          fieldsLater.delete(target);
          guarded(lookAtField)(target);
        }, 300),
      );
    },
    { capture: true, passive: true, signal },
  );
  const lookAtField = (field: HTMLTextAreaElement): Promise<void> | void => {
    const view = views.find(({ block }) => block.element === field);
    if (view && !mayHoldLog(field)) drop(view);
    else return look([field]);
  };
  let frame = 0;
  const redrawLong = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      for (const view of views) if (view.lines.length > 400) guarded(view.redraw)();
    });
  };
  for (const type of ['scroll', 'resize']) {
    globalThis.addEventListener(type, redrawLong, { capture: true, passive: true, signal });
  }
  signal.addEventListener(
    'abort',
    () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      for (const timer of fieldsLater.values()) clearTimeout(timer);
      for (const view of views.splice(0)) guarded(view.remove)();
      splits.restoreAll();
    },
    { once: true },
  );
  all();

  return {
    setVerbosity(next) {
      verbosity = next;
      redrawAll();
    },
    logs: () =>
      [...views]
        .sort((a, b) => (a.block.element.compareDocumentPosition(b.block.element) & 4 ? -1 : 1))
        .flatMap((view) => [...view.logs()]),
    lookAgain: all,
  };
}

/** A letter names an error in passing: in a frame filled with HTML, only one that is most of it counts. */
function isMostOf({ body }: Document, { strength, read }: Block): boolean {
  return (
    strength === 'dialogue' || read().text.length * 2 > (body?.textContent.trim() ?? '').length
  );
}

function isUnseen(element: Element): boolean {
  return typeof element.checkVisibility === 'function' && !element.checkVisibility();
}

/** The cheap look: most pages, and most changes of a page, end here. */
function mayHoldLog(scope: Element): boolean {
  if (scope instanceof HTMLTextAreaElement) return hasMarks(scope.value);
  if (hasMarks(scope.textContent ?? '')) return true;
  for (const field of scope.getElementsByTagName('textarea'))
    if (hasMarks(field.value)) return true;
  return false;
}

/**
 * Whether a sentence only repeats what another log of the page says: the program's closing line under
 * a conversation, or the same error a second time. Rows of a list stand for themselves.
 */
function isToldAlready(block: Block, text: string, views: readonly BlockView[]): boolean {
  if (block.strength !== 'sentence' || block.element.closest('td,th')) return false;
  const core = (words: string): string =>
    /SMTP (?:Error|connect)[^\n]*/i.exec(words)?.[0].trim() ?? words.trim();
  return views.some((view) =>
    view.block.element !== block.element || view.block.index !== block.index
      ? view.block.strength === 'dialogue' || core(view.text) === core(text)
      : false,
  );
}
