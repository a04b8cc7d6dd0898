/** An element of ours in the page, and the place to draw in, behind a closed root. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  inner: HTMLElement;
}

const ways = {
  // The font is the badge's: with it the host has the height of its words and the line keeps its own.
  badge:
    'display:inline-block!important;vertical-align:baseline!important;margin-inline-start:8px!important;max-width:100%!important;font:11px/14px system-ui,sans-serif!important;',
  // Steps that the page shows as one paragraph: each ends its line, as far as the eye is concerned.
  step: 'display:inline!important;margin-inline-start:8px!important;font:11px/14px system-ui,sans-serif!important;}:host::after{content:"\\A"!important;white-space:pre!important;',
  // Beside floats, not under them: WordPress's menu is one.
  verdict: 'display:flow-root!important;margin:0 0 8px!important;flex:0 0 100%!important;',
  // Among inline content a block would be a line end for `innerText`.
  inlineVerdict:
    'display:inline-block!important;width:100%!important;margin:0 0 8px!important;vertical-align:bottom!important;',
  // All of it stands in the top layer.
  reading: 'display:contents!important;',
} as const;

export type HostKind = keyof typeof ways;

/**
 * Makes an element of ours. The page's rules end at it (`all: initial`), nothing in it is selected
 * or copied, and what happens in it is not told to the page. The style is text in a `<style>`:
 * Firefox throws on adopted style sheets in content scripts.
 */
export function createHost(document: Document, kind: HostKind, css: string): Host {
  const name = kind === 'reading' ? kind : kind.includes('erdict') ? 'verdict' : 'badge';
  const element = document.createElement(`smtp-lens-${name}`);
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = `${css}\n:host{all:initial!important;user-select:none!important;-webkit-user-select:none!important;${ways[kind]}}@media print{:host{display:none!important}}`;
  // No block: Firefox copies a line break for one, whatever its display.
  const inner = document.createElement('span');
  inner.style.display = 'contents';
  root.append(style, inner);
  for (const type of private_) root.addEventListener(type, stop);
  return { element, root, inner };
}

/** What the page's own handlers (rows that open on a click, shortcuts) must not take for theirs. */
const private_ = [
  'click', 'dblclick', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend',
  'keydown', 'keyup', 'keypress', 'input', 'change', 'focusin', 'focusout', 'contextmenu', 'mouseover', 'mouseout',
]; // prettier-ignore

function stop(event: Event): void {
  event.stopPropagation();
}
