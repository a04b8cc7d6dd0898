import type { Spot } from './text.ts';

/** A host that stands at an offset of a text node's whole text. */
export interface Cut {
  offset: number;
  host: Element;
}

/**
 * A text node that carries hosts. The page's own node stays the LAST part, so that what a page
 * appends to it lands where it belongs; what stands before the last host is in nodes of ours.
 */
interface Split {
  heads: Text[];
  cuts: readonly Cut[];
  whole: string;
  /** What the page's node holds meanwhile. */
  tail: string;
}

/** Text nodes with hosts inside, and how they become whole again. */
export interface Splits {
  /** The whole text of a node of the page; undefined for a part that is ours. */
  dataOf(node: Text): string | undefined;
  /** The first part of a node: where something goes that shall stand before the whole text. */
  firstOf(node: Node): Node;
  /** Puts hosts into text nodes, in place of those that they carry. No cuts: makes a node whole. */
  cut(changes: ReadonlyMap<Text, readonly Cut[]>): void;
  /** A position in whole text as a position in the page as it stands. */
  resolve(spot: Spot): Spot;
  /** Makes every node whole. */
  restoreAll(): void;
}

/** Opens the book of split text nodes of one document. */
export function createSplits(document: Document): Splits {
  const splits = new Map<Text, Split>();
  const owners = new WeakMap<Text, Text>();

  const dataOf = (node: Text): string | undefined => {
    const owner = owners.get(node);
    if (owner) return undefined;
    const split = splits.get(node);
    return split ? wholeOf(node, split) : node.data;
  };

  const restore = (node: Text): void => {
    const split = splits.get(node);
    if (!split) return;
    const whole = wholeOf(node, split);
    splits.delete(node);
    for (const { host } of split.cuts) host.remove();
    for (const head of split.heads) {
      owners.delete(head);
      head.remove();
    }
    if (node.data === whole) return;
    // The page appended or left it alone: what went before goes back in front.
    if (whole.endsWith(node.data))
      node.insertData(0, whole.slice(0, whole.length - node.data.length));
    else node.data = whole;
  };

  const insert = (node: Text, cuts: readonly Cut[]): void => {
    const parent = node.parentNode;
    if (!parent || cuts.length === 0) return;
    const whole = node.data;
    const heads: Text[] = [];
    const before = document.createDocumentFragment();
    const after = document.createDocumentFragment();
    let from = 0;
    for (const { offset, host } of cuts) {
      if (offset >= whole.length) {
        after.append(host);
        continue;
      }
      if (offset > from) {
        const head = document.createTextNode(whole.slice(from, offset));
        owners.set(head, node);
        heads.push(head);
        before.append(head);
      }
      before.append(host);
      from = offset;
    }
    splits.set(node, { heads, cuts: [...cuts], whole, tail: whole.slice(from) });
    if (from > 0) node.deleteData(0, from);
    parent.insertBefore(before, node);
    parent.insertBefore(after, node.nextSibling);
  };

  const resolve = ({ node, offset }: Spot): Spot => {
    const split = splits.get(node);
    if (!split) return { node, offset };
    let rest = offset;
    for (const head of split.heads) {
      if (rest <= head.length) return { node: head, offset: rest };
      rest -= head.length;
    }
    return { node, offset: Math.min(rest, node.length) };
  };

  /** A position in the page as it stands as one in the page's own nodes. */
  const wholeSpot = (node: Node, offset: number): Place => {
    const owner = owners.get(node as Text) ?? node;
    const split = splits.get(owner as Text);
    if (!split) return { node, offset };
    let before = 0;
    for (const head of split.heads) {
      if (head === node) break;
      before += head.length;
    }
    return { node: owner, offset: before + offset };
  };
  /**
   * Runs a change so that what the person has selected stays selected. Asked once for many nodes:
   * each look at the selection makes the browser lay out the page.
   */
  const keepSelection = (change: () => void): void => {
    const selection = document.getSelection?.();
    const { anchorNode, focusNode, anchorOffset, focusOffset } = selection ?? {};
    const isEmpty = anchorNode === focusNode && anchorOffset === focusOffset;
    if (!selection || !anchorNode || !focusNode || isEmpty) {
      change();
      return;
    }
    const anchor = wholeSpot(anchorNode, anchorOffset ?? 0);
    const focus = wholeSpot(focusNode, focusOffset ?? 0);
    change();
    const place = ({ node, offset }: Place): Place =>
      isText(node) ? resolve({ node, offset }) : { node, offset };
    const start = place(anchor);
    const end = place(focus);
    if (
      start.node === selection.anchorNode &&
      start.offset === selection.anchorOffset &&
      end.node === selection.focusNode &&
      end.offset === selection.focusOffset
    )
      return;
    try {
      selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    } catch {
      // The page took the nodes away meanwhile: there is nothing left to select.
    }
  };

  return {
    dataOf,
    cut(changes) {
      const todo = [...changes].filter(([node, cuts]) => {
        const split = splits.get(node);
        if (!split) return cuts.length > 0;
        return !isAsItWas(node, split) || !sameCuts(split.cuts, cuts);
      });
      if (todo.length === 0) return;
      keepSelection(() => {
        // First all go, then all come: a host may move from one node to another.
        for (const [node] of todo) restore(node);
        for (const [node, cuts] of todo) insert(node, cuts);
      });
    },
    firstOf(node) {
      const split = splits.get(node as Text);
      return split?.heads.find((head) => head.parentNode === node.parentNode) ?? node;
    },
    resolve,
    restoreAll() {
      if (splits.size === 0) return;
      keepSelection(() => {
        for (const node of Array.from(splits.keys())) restore(node);
      });
    },
  };
}

interface Place {
  node: Node;
  offset: number;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** What the page means the node to hold. */
function wholeOf(node: Text, { whole, tail, heads }: Split): string {
  const now = node.data;
  if (now === tail) {
    return heads.every((head) => head.isConnected)
      ? heads.map((head) => head.data).join('') + tail
      : whole;
  }
  // Written anew by somebody who thinks of the whole text, or appended to what stands there?
  return now.startsWith(tail) && !sameBeginning(now, whole) ? whole + now.slice(tail.length) : now;
}

/** Whether two texts begin with the same line, blank ones aside. */
function sameBeginning(one: string, other: string): boolean {
  const line = (text: string): string => {
    const words = text.trimStart();
    const end = words.indexOf('\n');
    return end < 0 ? words : words.slice(0, end);
  };
  return line(one) === line(other);
}

function isAsItWas(node: Text, { heads, tail, cuts }: Split): boolean {
  const parent = node.parentNode;
  return (
    node.data === tail &&
    heads.every((head) => head.parentNode === parent) &&
    cuts.every(({ host }) => host.parentNode === parent)
  );
}

function sameCuts(one: readonly Cut[], other: readonly Cut[]): boolean {
  return (
    one.length === other.length &&
    one.every((cut, index) => cut.offset === other[index]?.offset && cut.host === other[index].host)
  );
}
