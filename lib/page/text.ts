import { collapses, flowOf } from './layout.ts';

/** A stretch of a block's text that stands in one text node. */
interface Piece {
  /** Offset in the block's text. */
  at: number;
  length: number;
  node: Text;
  /** Offset in the node. */
  from: number;
}

/** A position in a text node, counted in the node's whole text. */
export interface Spot {
  node: Text;
  offset: number;
}

/** A block's text as a person reads it, and the way back into the page. */
export interface BlockText {
  text: string;
  /** Lines end with LF, as for the engine. */
  lines: readonly string[];
  /**
   * Where a line's last visible character (before `column`) ends, or undefined for an empty line.
   * `line` counts from 1.
   */
  endOf(line: number, column?: number): Spot | undefined;
  /** Where a line's first visible character stands. `line` counts from 1. */
  startOf(line: number): Spot | undefined;
}

export interface ReadOptions {
  /** The data of a text node; undefined for one that is not the page's own. */
  dataOf?(node: Text): string | undefined;
  /** Elements to leave out. */
  skip?(element: Element): boolean;
  /** The nodes are rows: each is one line, whatever blocks it is made of. */
  rows?: boolean;
  /** The first and the last leaf to read; left out: everything. */
  from?: Node;
  to?: Node;
}

/**
 * Flattens nodes of the page into the text that the engine should see: `br`, blocks and rows end
 * lines, cells are joined by a tab, line ends in the text itself count even where the page shows
 * them as blanks (Post SMTP and PHPMailer's `echo` output print them into plain paragraphs).
 */
export function readBlock(nodes: Iterable<Node>, options: ReadOptions = {}): BlockText {
  const { dataOf = (node) => node.data, skip, rows = false, from, to } = options;
  const pieces: Piece[] = [];
  /** Finished text; what stands since the last line end that is no character of the page; its offset. */
  let done = '';
  let open = '';
  let openAt = 0;
  /** Nothing but collapsible blanks since that line end. */
  let fresh = true;
  /** Where, in `open`, the blanks that may collapse before the next line end begin at the earliest. */
  let soft = 0;
  const spaces = new Map<Element, boolean>();
  let reading = !from;

  /** Takes away what collapses at a line's end. */
  const trim = (): void => {
    let end = open.length;
    while (end > soft && isBlank(open.charCodeAt(end - 1))) end--;
    if (end === open.length) return;
    open = open.slice(0, end);
    const limit = openAt + end;
    for (let last = pieces.at(-1); last && last.at + last.length > limit; last = pieces.at(-1)) {
      if (last.at >= limit) pieces.pop();
      else last.length = limit - last.at;
    }
  };
  const endLine = (): void => {
    trim();
    done += `${open}\n`;
    openAt = done.length;
    open = '';
    soft = 0;
    fresh = true;
  };
  const endBlock = (): void => {
    trim();
    // The tab that waited for a next cell.
    if (soft === open.length && open.endsWith('\t')) {
      open = open.slice(0, -1);
      soft = open.length;
    }
    if (open !== '' && !open.endsWith('\n')) endLine();
    fresh = true;
  };
  const endCell = (): void => {
    trim();
    if (open !== '' && !open.endsWith('\n') && !open.endsWith('\t')) open += '\t';
    soft = open.length;
    fresh = true;
  };
  const takeText = (node: Text): void => {
    const data = dataOf(node);
    if (!data) return;
    const parent = node.parentElement;
    let collapsing = true;
    if (parent) {
      collapsing = spaces.get(parent) ?? collapses(parent);
      spaces.set(parent, collapsing);
    }
    let start = 0;
    if (collapsing && fresh) while (start < data.length && isBlank(data.charCodeAt(start))) start++;
    if (start === data.length) return;
    pieces.push({ at: openAt + open.length, length: data.length - start, node, from: start });
    open += start === 0 ? data : data.slice(start);
    fresh = false;
    if (!collapsing) soft = open.length;
  };
  const take = (node: Node, inRow: boolean): void => {
    if (node === from) reading = true;
    if (node.nodeType === 3) {
      if (reading) takeText(node as Text);
      if (node === to) reading = false;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const flow = flowOf(element);
    if (flow === 'none' || skip?.(element)) return;
    if (flow === 'break') {
      if (reading) endLine();
      if (node === to) reading = false;
      return;
    }
    const edge = flow === 'cell' || (flow === 'block' && inRow) ? endCell : endBlock;
    if (flow !== 'inline') edge();
    else {
      // An address that the browser took for a tag: `MAIL FROM:<shop@example.com>`.
      const eaten = eatenTag(element);
      if (eaten && reading) {
        open += eaten;
        soft = open.length;
        fresh = false;
      }
    }
    for (let child = element.firstChild; child; child = child.nextSibling) take(child, inRow);
    if (flow !== 'inline') edge();
  };
  for (const node of nodes) {
    take(node, rows);
    if (rows) endBlock();
  }
  trim();
  return located(done + open, pieces);
}

/** `<shop@example.com>`, `<CR>`: what the browser made an element of in an unescaped log. */
function eatenTag(element: Element): string {
  const name = element.localName;
  if (name.includes('@')) return `<${name}>`;
  return name === 'cr' || name === 'lf' ? `<${name.toUpperCase()}>` : '';
}

function located(text: string, pieces: readonly Piece[]): BlockText {
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  /** The page's position of the character at an offset, or of the nearest one before it on the line. */
  const spotAt = (offset: number, low: number): Spot | undefined => {
    let first = 0;
    let last = pieces.length - 1;
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    const piece = pieces[first];
    if (!piece || piece.at > offset) return undefined;
    let within = Math.min(offset - piece.at, piece.length - 1);
    // A tag that the browser ate has no text node: the last visible character before it has to do.
    if (piece.at + within < offset) {
      while (within > 0 && isBlank(text.charCodeAt(piece.at + within))) within--;
    }
    return piece.at + within < low ? undefined : { node: piece.node, offset: piece.from + within };
  };
  return {
    text,
    lines,
    endOf(line, column) {
      const words = lines[line - 1]?.slice(0, column).trimEnd() ?? '';
      const start = starts[line - 1] ?? 0;
      if (words.trim() === '') return undefined;
      const spot = spotAt(start + words.length - 1, start);
      return spot && { node: spot.node, offset: spot.offset + 1 };
    },
    startOf(line) {
      const words = lines[line - 1] ?? '';
      const start = starts[line - 1] ?? 0;
      const indent = words.length - words.trimStart().length;
      return words.trim() === '' ? undefined : spotAt(start + indent, start);
    },
  };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
