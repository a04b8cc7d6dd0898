import { marks } from './marks.ts';
import { isOwn } from './own.ts';

/** Elements of one line each, under one parent. */
export interface RowGroup {
  parent: Element;
  rows: Element[];
}

/** How far up a line's element may stand from its text: `tbody > tr > td > span`. */
const depth = 4;
/** What makes an element more than one line. */
const larger = 'pre,br,textarea,ul,ol,p,h1,h2,h3,h4,table';

/** Groups elements that hold one line of a conversation each: list items, paragraphs, table rows. */
export function groupRows(singles: readonly Element[]): RowGroup[] {
  const known = new Map<Element, Element[] | undefined>();
  const groups = new Map<Element, RowGroup>();
  for (const single of singles) {
    let child: Element = single;
    for (let level = 0; level < depth; level++) {
      const parent: Element | null = child.parentElement;
      if (!parent) break;
      if (!known.has(parent)) known.set(parent, rowsOf(parent, child.nodeName));
      const rows = known.get(parent);
      if (rows?.includes(child)) {
        groups.set(parent, { parent, rows });
        break;
      }
      if (parent.nodeName === 'BODY') break;
      child = parent;
    }
  }
  return [...groups.values()];
}

/** The children of one kind that stand together, where at least two of them are lines of a conversation. */
function rowsOf(parent: Element, name: string): Element[] | undefined {
  let rows: Element[] = [];
  let hits = 0;
  let best: Element[] | undefined;
  let most = 1;
  const close = (): void => {
    if (hits > most) {
      best = rows;
      most = hits;
    }
    rows = [];
    hits = 0;
  };
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    if (isOwn(child)) continue;
    if (child.nodeName !== name) {
      if (child.nodeName !== 'BR' && child.nodeName !== 'HR') close();
      continue;
    }
    rows.push(child);
    if (marks.dialogue.test(child.textContent ?? '') && !child.querySelector(larger)) hits++;
  }
  close();
  return best;
}
