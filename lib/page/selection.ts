import { type BlockText, readBlock } from './text.ts';

/** What is marked on a page. */
export interface Marked {
  /** Its text as a person sees it, with LF at line ends; empty where nothing is marked. */
  text: string;
  /** Where it stands, in px of the window; undefined where nothing is marked. */
  box: DOMRect | undefined;
  /** The innermost element around it. */
  element: Element;
}

/** Reads what is marked: in a field that has the focus, else in the page's own text. */
export function readSelection(document: Document): Marked {
  const field = focusedField(document);
  const chosen = field && chosenIn(field);
  if (chosen) return { text: chosen, box: field.getBoundingClientRect(), element: field };
  const ranges = rangesOf(document);
  const [first] = ranges;
  const root = document.body ?? document.documentElement;
  if (!first) return { text: '', box: undefined, element: root };
  return {
    // Firefox marks the cells of a table one by one.
    text: ranges
      .map(textOf)
      .map(({ text }) => text.trimEnd())
      .join('\n'),
    box: first.getBoundingClientRect(),
    element: elementOf(first.commonAncestorContainer) ?? root,
  };
}

type Field = HTMLTextAreaElement | HTMLInputElement;

/** The field with the focus, inside open shadow roots too. */
function focusedField(document: Document): Field | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && /^(?:TEXTAREA|INPUT)$/.test(active.nodeName) ? (active as Field) : undefined;
}

function chosenIn(field: Field): string {
  // A password is nobody's log; fields for numbers and the like have no selection and say null.
  if (field.type === 'password') return '';
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

function rangesOf(document: Document): Range[] {
  for (const selection of selectionsOf(document)) {
    const ranges: Range[] = [];
    for (let index = 0; index < selection.rangeCount; index++) {
      const range = selection.getRangeAt(index);
      if (!range.collapsed) ranges.push(range);
    }
    if (ranges.length > 0) return ranges;
  }
  return [];
}

/** The document's selection; then, where it only says "in here", that of an open shadow root. */
function* selectionsOf(document: Document): Iterable<Selection> {
  const outer = document.getSelection();
  if (!outer) return;
  yield outer;
  let root = hostAt(outer)?.shadowRoot;
  while (root && 'getSelection' in root) {
    // Chromium's own; Firefox gives the range inside with the document's selection.
    const inner = (root.getSelection as () => Selection | null)();
    if (!inner) return;
    yield inner;
    root = hostAt(inner)?.shadowRoot;
  }
}

function hostAt({ anchorNode, anchorOffset }: Selection): Element | undefined {
  const node = anchorNode?.childNodes[anchorOffset] ?? anchorNode;
  return node instanceof Element ? node : undefined;
}

/** The text of a range. Line ends come from the layout, which `Selection.toString` loses in part. */
function textOf(range: Range): BlockText {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const around = elementOf(commonAncestorContainer);
  if (!around) return readBlock([]);
  return readBlock([around], {
    dataOf(node) {
      if (!range.intersectsNode(node)) return undefined;
      const end = node === endContainer ? endOffset : node.length;
      return node.data.slice(node === startContainer ? startOffset : 0, end);
    },
    skip: (element) => !range.intersectsNode(element),
  });
}

function elementOf(node: Node): Element | undefined {
  return node instanceof Element ? node : (node.parentElement ?? undefined);
}
