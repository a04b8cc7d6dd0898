/** What a page is to its own scripts and to a person who copies from it. */
export interface Snapshot {
  html: string;
  textContent: string;
  innerText: string;
  /** What "select all" selects. */
  selection: string;
  /** How many nodes the page has: a text node that was cut in two shows here only. */
  nodes: number;
}

declare global {
  interface Window {
    /** Put there by the tests, not by the extension. */
    takeSnapshot: () => Snapshot;
    before: Snapshot;
  }
}

/**
 * Runs in the page before anything else: takes `window.before` when the page has been read, which is before
 * content scripts run, and leaves `window.takeSnapshot` there for later. Must not use anything from outside.
 */
export function snapshotAtStart(): void {
  window.takeSnapshot = () => {
    const root = document.documentElement;
    const selection = document.getSelection();
    const kept = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    selection?.selectAllChildren(document.body ?? root);
    const selected = selection?.toString() ?? '';
    selection?.removeAllRanges();
    if (kept) selection?.addRange(kept);
    let nodes = 0;
    const walker = document.createTreeWalker(root);
    while (walker.nextNode()) nodes += 1;
    return {
      html: root.outerHTML,
      textContent: root.textContent ?? '',
      innerText: document.body?.innerText ?? '',
      selection: selected,
      nodes,
    };
  };
  document.addEventListener('DOMContentLoaded', () => {
    window.before = window.takeSnapshot();
  });
}
