import { isOwn } from './own.ts';

/** How an element takes part in the flow of lines. */
export type Flow = 'inline' | 'block' | 'cell' | 'none' | 'break';

const silent = new Set([
  'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TEXTAREA', 'SELECT', 'INPUT', 'BUTTON',
  'IFRAME', 'OBJECT', 'VIDEO', 'AUDIO', 'CANVAS', 'SVG', 'MATH', 'TITLE', 'OPTION', 'DATALIST',
]); // prettier-ignore

/** How an element takes part in the flow; `none` for what is no text of the page. */
export function flowOf(element: Element): Flow {
  const name = element.nodeName.toUpperCase();
  if (name === 'BR') return 'break';
  if (silent.has(name) || isOwn(element)) return 'none';
  if (name === 'TD' || name === 'TH') return 'cell';
  const { display } = styleOf(element);
  if (display === 'none') return 'none';
  if (display === 'table-cell') return 'cell';
  // An unknown element (`<shop@example.com>` of an unescaped log) and `contents` hold a flow together.
  return display === '' ||
    display === 'contents' ||
    display.startsWith('inline') ||
    display.startsWith('ruby')
    ? 'inline'
    : 'block';
}

/** Whether the element's own layout drops line ends and runs of blanks. */
export function collapses(element: Element): boolean {
  const space = styleOf(element).whiteSpace;
  return !(space.startsWith('pre') || space.startsWith('break-spaces'));
}

/** The element's computed style. */
export function styleOf(element: Element): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
}
