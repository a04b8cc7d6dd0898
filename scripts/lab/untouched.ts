declare global {
  interface Window {
    /** Put there by the tests, not by the extension. */
    untouched: Untouched;
  }
}

/** Compares a page with itself as it was before anybody annotated it. */
export interface Untouched {
  /** Notes the page as it stands; done once by itself when the page has been read, before content scripts run. */
  note(): void;
  /**
   * What is different now, in words; empty: nothing.
   *
   * @param gone the annotations were taken away: the very same nodes have to stand there again
   */
  compare(gone: boolean): string[];
}

/**
 * Runs in the page before anything else and leaves `window.untouched` there. Must not use anything from
 * outside.
 */
export function installUntouched(): void {
  type Rect = { top: number; left: number; width: number; height: number };
  interface State {
    /** One text for each way in which a page can be asked what it says. */
    said: Map<string, string>;
    texts: Map<Element, string>;
    elements: Element[];
    parents: (Element | null)[];
    tags: string[];
    rects: Rect[];
    nodes: Node[];
    data: (string | null)[];
  }
  const prefix = 'smtp-lens';
  const isOurs = (node: Node): boolean => node.nodeName.toLowerCase().startsWith(prefix);
  const ours = (): Element[] => [...document.querySelectorAll('smtp-lens-verdict,smtp-lens-badge')];
  const tagOf = (element: Element): string =>
    `<${element.nodeName} ${Array.from(element.attributes, ({ name, value }) => `${name}=${JSON.stringify(value)}`).join(' ')}>`;
  const cut = (text: string, at: number): string =>
    JSON.stringify(text.slice(Math.max(0, at - 25), at + 45));

  const selectAll = (): string => {
    const selection = getSelection();
    if (!selection) return '';
    const kept = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    selection.selectAllChildren(document.body);
    const text = selection.toString();
    selection.removeAllRanges();
    if (kept) selection.addRange(kept);
    return text;
  };
  const formOf = (form: HTMLFormElement): string =>
    JSON.stringify(
      Array.from(new FormData(form), ([name, value]) => [
        name,
        typeof value === 'string' ? value : value.name,
      ]),
    );
  const nameOf = (element: Element): string => {
    const { id, className } = element;
    return `${element.localName}${typeof id === 'string' && id ? `#${id}` : ''}${typeof className === 'string' && className ? `.${className.trim().split(/\s+/).slice(0, 2).join('.')}` : ''}`;
  };

  const read = (): State => {
    const { body, documentElement: root } = document;
    const elements = [...root.querySelectorAll('*')].filter((element) => !isOurs(element));
    const said = new Map<string, string>();
    said.set('textContent', root.textContent ?? '');
    said.set('innerText', body.innerText);
    said.set('selection', selectAll());
    said.set(
      'range',
      (() => {
        const range = document.createRange();
        range.selectNodeContents(body);
        return range.toString();
      })(),
    );
    said.set('title', document.title);
    said.set('address', location.href);
    said.set('focus', document.activeElement ? tagOf(document.activeElement) : '');
    said.set('scroll', `${scrollX} ${scrollY}`);
    said.set(
      'values',
      JSON.stringify(
        Array.from(
          document.querySelectorAll<HTMLInputElement>('input,textarea,select,output,progress'),
          ({ value, checked }) => [value, checked],
        ),
      ),
    );
    said.set('forms', [...document.forms].map(formOf).join('\n'));
    const texts = new Map<Element, string>();
    for (const element of body.querySelectorAll<HTMLElement>('*')) {
      if (!isOurs(element) && 'innerText' in element)
        texts.set(element, `${element.textContent}\u0000${element.innerText}`);
    }
    const nodes: Node[] = [];
    const walker = document.createTreeWalker(document);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return {
      said,
      texts,
      elements,
      parents: elements.map(({ parentElement }) => parentElement),
      tags: elements.map(tagOf),
      rects: elements.map((element) => {
        const { top, left, width, height } = element.getBoundingClientRect();
        return { top: top + scrollY, left: left + scrollX, width, height };
      }),
      nodes,
      data: nodes.map((node) => node.nodeValue),
    };
  };

  let before: State | undefined;
  let html = '';
  window.untouched = {
    note() {
      html = document.documentElement.outerHTML;
      before = read();
    },
    compare(gone) {
      if (!before) return ['nothing was noted'];
      const now = read();
      const wrong: string[] = [];
      const differ = (what: string, one: string, other: string): void => {
        if (one === other) return;
        let at = 0;
        while (at < one.length && one[at] === other[at]) at++;
        wrong.push(`${what} at ${at}: ${cut(one, at)} / ${cut(other, at)}`);
      };
      for (const [what, one] of before.said) differ(what, one, now.said.get(what) ?? '');
      if (wrong.length === 0) {
        for (const [element, one] of before.texts)
          differ(`text of ${nameOf(element)}`, one, now.texts.get(element) ?? '');
      }
      // The page's own elements, their order, parents and attributes.
      if (now.elements.length !== before.elements.length)
        wrong.push(`elements: ${before.elements.length} / ${now.elements.length}`);
      for (const [index, element] of before.elements.entries()) {
        if (now.elements[index] !== element) {
          wrong.push(`element ${index} is another one: ${before.tags[index]}`);
          break;
        }
        if (now.parents[index] !== before.parents[index])
          wrong.push(`${nameOf(element)} has another parent`);
        if (now.tags[index] !== before.tags[index])
          wrong.push(`${before.tags[index]} became ${now.tags[index]}`);
      }
      const hosts = ours();
      if (gone) {
        differ('markup', html, document.documentElement.outerHTML);
        if (hosts.length > 0) wrong.push(`${hosts.length} hosts left`);
        if (now.nodes.length !== before.nodes.length)
          wrong.push(`nodes: ${before.nodes.length} / ${now.nodes.length}`);
        const other = before.nodes.findIndex((node, index) => now.nodes[index] !== node);
        if (other >= 0) wrong.push(`node ${other} is another one`);
        const changed = before.data.findIndex((data, index) => now.data[index] !== data);
        if (changed >= 0) wrong.push(`data of node ${changed} differs`);
      }
      wrong.push(...shifts(before, now, hosts));
      return wrong;
    },
  };

  /**
   * Boxes of the page that changed in more than being further down: nothing moves but by the verdicts' own
   * height. What holds our elements, and what stands on a line with them, may grow.
   */
  const shifts = (one: State, other: State, hosts: readonly Element[]): string[] => {
    const grown = new Set<Element>();
    for (const host of hosts) {
      for (let at = host.parentElement; at; at = at.parentElement) grown.add(at);
      if (!host.localName.endsWith('badge')) continue;
      let block = host.parentElement;
      while (block?.parentElement && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement;
      block = block?.closest('tr') ?? block;
      for (const beside of block?.querySelectorAll('*') ?? []) grown.add(beside);
    }
    let most = 0.5;
    for (const host of hosts) {
      if (!host.localName.endsWith('verdict')) continue;
      const { height } = host.getBoundingClientRect();
      const { marginTop, marginBottom } = getComputedStyle(host);
      most += height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
    }
    // A line that has no room left for its badge becomes two.
    const lines = hosts.filter(({ localName }) => localName.endsWith('badge')).length * 24;
    const wrong: string[] = [];
    for (const [index, element] of one.elements.entries()) {
      const was = one.rects[index];
      const is = other.rects[index];
      if (!was || !is || grown.has(element)) continue;
      const down = is.top - was.top;
      if (
        Math.abs(was.left - is.left) > 0.5 ||
        Math.abs(was.width - is.width) > 0.5 ||
        Math.abs(was.height - is.height) > 0.5 ||
        down < -0.5 ||
        down > most + lines
      )
        wrong.push(
          `${nameOf(element)} moved: ${[was.left, was.top, was.width, was.height].map(Math.round).join(' ')} / ${[is.left, is.top, is.width, is.height].map(Math.round).join(' ')}`,
        );
    }
    return wrong.slice(0, 3);
  };

  document.addEventListener('DOMContentLoaded', () => {
    if (document.body) window.untouched.note();
  });
}
