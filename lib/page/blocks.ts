import { flowOf } from './layout.ts';
import { marks } from './marks.ts';
import { isOwn } from './own.ts';
import { groupRows } from './rows.ts';
import { type BlockText, type ReadOptions, readBlock } from './text.ts';

/** A place of the page that may hold a log. */
export interface Block {
  /** `field`: a textarea; nothing can stand inside. `rows`: one element a line. */
  kind: 'text' | 'rows' | 'field';
  /** What the block is known by while the page changes: its element, and which of its runs. */
  element: Element;
  index: number;
  /** A conversation, or one sentence that may be an error. */
  strength: 'dialogue' | 'sentence';
  /** The verdict goes before this node. */
  before: Node;
  /** Whether a change of this node may change the block's text. */
  touches(node: Node): boolean;
  /** Reads the block as it stands now. */
  read(): BlockText;
}

/** The whole text of a text node of the page; undefined for a part that is ours. */
export type DataOf = (node: Text) => string | undefined;

/** Where no log of the page's own stands, or where nothing may be put. */
const fenced = [
  '[contenteditable]:not([contenteditable="false" i])',
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.block-editor,.editor-styles-wrapper',
  '#adminmenu,#wpadminbar,nav,select,button,option',
  '[role="menu"],[role="menubar"],[role="navigation"],[role="toolbar"],[role="button"]',
].join(',');
const foreign = new Set(['SCRIPT', 'STYLE', 'TEXTAREA', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'OPTION']);
/** A sentence is short; a longer paragraph that names an error is somebody's advice. In UTF-16 units. */
const sentenceLimit = 2000;
/** A cell of a list shows the beginning of a log as a rule; so many words of SMTP make it a whole one. */
const transcriptMarks = 8;

/**
 * Finds the smallest sensible blocks that may hold a log: a `pre`, a run of text and `br`s, sibling
 * elements of one line each, a `textarea`. `dataOf` gives the whole text of a node that carries our
 * hosts.
 */
export function findBlocks(scope: Element, dataOf: DataOf): Block[] {
  const found: Block[] = findFields(scope);
  const hits = findHits(scope, dataOf);
  const pres = new Set<Element>();
  const flows = new Map<Element, Set<Text>>();
  for (const hit of hits) {
    const parent = hit.parentElement;
    if (!parent || parent.closest(fenced)) continue;
    const pre = parent.closest('pre');
    if (pre) pres.add(pre);
    else {
      const container = containerOf(parent);
      const set = flows.get(container) ?? new Set();
      flows.set(container, set.add(hit));
    }
  }
  for (const pre of pres) found.push(preBlock(pre, pres, dataOf));
  const singles: Element[] = [];
  for (const [container, set] of flows) {
    const { dialogue, single, sentences } = runBlocks(container, set, dataOf);
    if (single) singles.push(container);
    if (dialogue) found.push(dialogue);
    found.push(...sentences);
  }
  const groups = groupRows(singles);
  const grouped = found.filter(
    ({ element }) => !groups.some(({ parent }) => parent !== element && parent.contains(element)),
  );
  for (const { parent, rows } of groups) {
    const table = parent.closest('table,ul,ol,dl');
    grouped.push({
      kind: 'rows',
      element: parent,
      index: 0,
      strength: 'dialogue',
      before: table ?? rows[0] ?? parent,
      touches: (node) => parent.contains(node),
      read: () => readBlock(rows, { dataOf, rows: true }),
    });
  }
  return grouped.sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1));
}

function findFields(scope: Element): Block[] {
  const found: Block[] = [];
  const fields =
    scope instanceof HTMLTextAreaElement ? [scope] : scope.querySelectorAll('textarea');
  for (const field of fields) {
    const { value } = field;
    if (!marks.dialogue.test(value) && !(field.readOnly && marks.sentence.test(value))) continue;
    if (field.closest(fenced) || field.matches('.wp-editor-area,.code')) continue;
    found.push({
      kind: 'field',
      element: field,
      index: 0,
      strength: 'dialogue',
      before: field,
      touches: (node) => node === field,
      read: () => plainText(field.value),
    });
  }
  return found;
}

/** A value: no way from its text into the page. */
function plainText(value: string): BlockText {
  return {
    text: value,
    lines: value.split('\n'),
    endOf: () => undefined,
    startOf: () => undefined,
  };
}

function findHits(scope: Element, dataOf: DataOf): Text[] {
  const hits: Text[] = [];
  const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const data = dataOf(text);
    if (!data || data.length < 6 || foreign.has(text.parentNode?.nodeName ?? '')) continue;
    if (marks.dialogue.test(data) || marks.sentence.test(data)) hits.push(text);
  }
  return hits;
}

function preBlock(pre: Element, pres: ReadonlySet<Element>, dataOf: DataOf): Block {
  // A log in a `pre` in a `pre` (WP Mail SMTP) is the inner one's.
  const skip = (element: Element): boolean =>
    element !== pre && element.nodeName === 'PRE' && pres.has(element);
  const outer = [...pres].some((other) => other !== pre && pre.contains(other));
  const read = (): BlockText => readBlock([pre], { dataOf, skip });
  return {
    kind: 'text',
    element: pre,
    index: 0,
    strength: !outer && marks.dialogue.test(read().text) ? 'dialogue' : 'sentence',
    before: pre,
    touches: (node) => pre.contains(node),
    read,
  };
}

/** The element in whose lines a text stands. */
function containerOf(element: Element): Element {
  let container = element;
  while (
    container.parentElement &&
    container.nodeName !== 'BODY' &&
    flowOf(container) === 'inline'
  ) {
    container = container.parentElement;
  }
  return container;
}

interface Run {
  /** Where the line begins, an icon in front of its text included. */
  first: Node | undefined;
  leaves: Node[];
  hit: boolean;
}

/** The runs of inline content between an element's blocks; `hits` says which matter. */
function splitRuns(container: Element, hits: ReadonlySet<Text>, dataOf: DataOf): Run[] {
  const runs: Run[] = [];
  let run: Run = { first: undefined, leaves: [], hit: false };
  const cut = (): void => {
    if (run.hit) runs.push(run);
    run = { first: undefined, leaves: [], hit: false };
  };
  const take = (node: Node): void => {
    if (node.nodeType === 3) {
      if (dataOf(node as Text) === undefined) return;
      run.first ??= node;
      run.leaves.push(node);
      run.hit ||= hits.has(node as Text);
      return;
    }
    if (node.nodeType !== 1 || isOwn(node)) return;
    const flow = flowOf(node as Element);
    if (flow === 'none') return;
    if (flow !== 'block') run.first ??= node;
    if (flow === 'break') run.leaves.push(node);
    else if (flow === 'inline')
      for (let child = node.firstChild; child; child = child.nextSibling) take(child);
    else cut();
  };
  for (let child = container.firstChild; child; child = child.nextSibling) take(child);
  cut();
  return runs;
}

interface RunBlocks {
  dialogue?: Block;
  /** The container holds one line of a conversation: a row, perhaps. */
  single: boolean;
  sentences: Block[];
}

function runBlocks(container: Element, hits: ReadonlySet<Text>, dataOf: DataOf): RunBlocks {
  const runs = splitRuns(container, hits, dataOf);
  const result: RunBlocks = { single: false, sentences: [] };
  const block = (first: Run, last: Run, index: number, strength: Block['strength']): Block => {
    const from = first.leaves[0];
    const to = last.leaves.at(-1);
    const limits: ReadOptions = { dataOf, ...(from && { from }), ...(to && { to }) };
    const nodes = between(container, from, to).filter(
      (node) => !isText(node) || dataOf(node) !== undefined,
    );
    return {
      kind: 'text',
      element: container,
      index,
      strength,
      before: first.first ?? container,
      touches: (node) => node === container || nodes.some((part) => part.contains(node)),
      read: () => readBlock(nodes, limits),
    };
  };
  // An unescaped HTML mail in the log puts blocks between its lines: from the first run to the last.
  const spoken = runs.filter((run) =>
    run.leaves.some((leaf) => isText(leaf) && marks.dialogue.test(dataOf(leaf) ?? '')),
  );
  const [first] = spoken;
  const last = spoken.at(-1);
  if (first && last) {
    const whole = block(first, last, 0, 'dialogue');
    const { text } = whole.read();
    const lines = countLines(text);
    const enough = isListCell(container) ? transcriptMarks : lines > 1 ? 1 : 2;
    if (countMarks(text) >= enough) result.dialogue = whole;
    if (lines === 1) result.single = true;
  }
  for (const [index, run] of runs.entries()) {
    if (result.dialogue && spoken.includes(run)) continue;
    const sentence = block(run, run, index + 1, 'sentence');
    const { text } = sentence.read();
    if (text.length > sentenceLimit || !marks.sentence.test(text)) continue;
    if (isListCell(container) || container.closest('a,label,h1,h2,h3')) continue;
    result.sentences.push(sentence);
  }
  return result;
}

/** Whether an element is a cell of a list, where a verdict would tear the list apart. */
function isListCell(element: Element): boolean {
  return element.closest('td,th')?.closest('table')?.querySelector('thead') instanceof Element;
}

/** The children of `container` from the one that holds `from` to the one that holds `to`. */
function between(container: Element, from: Node | undefined, to: Node | undefined): Node[] {
  const nodes: Node[] = [];
  let inside = false;
  for (let child = container.firstChild; child; child = child.nextSibling) {
    inside ||= !from || child.contains(from);
    if (inside) nodes.push(child);
    if (to && child.contains(to)) break;
  }
  return nodes;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function countMarks(text: string): number {
  return [...text.matchAll(new RegExp(marks.dialogue.source, 'gm'))].length;
}
