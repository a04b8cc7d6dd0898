import { isOwn } from './own.ts';

/** What the page's changes lead to. */
export interface Watched {
  /** At once, before the next frame: these nodes changed (the parents of what came and went). */
  changed(nodes: ReadonlySet<Node>): void;
  /** In an idle moment: these elements hold something new. */
  look(scopes: readonly Element[]): void;
}

export interface Watch {
  /** Runs a change of our own unseen; what the page did before it is not lost. */
  quietly(change: () => void): void;
  /** Asks for a look, as if the page had changed there. */
  ask(scope: Element): void;
}

/** More changed places than this are one pass over the whole page. */
const flood = 1000;
/** How long changes are collected, and how long an idle moment is waited for, in ms. */
const collectTime = 50;
const idleTime = 50;

/** Watches a document with one observer that only collects. */
export function watchPage(document: Document, watched: Watched, signal: AbortSignal): Watch {
  let scopes = new Set<Element>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let depth = 0;

  const flush = (): void => {
    timer = undefined;
    if (signal.aborted) return;
    const root = document.body ?? document.documentElement;
    const list = everything ? (root ? [root] : []) : outermost(scopes);
    scopes = new Set();
    everything = false;
    if (list.length) watched.look(list);
  };
  const ask = (scope: Element): void => {
    if (everything) return;
    scopes.add(scope);
    if (scopes.size > flood) everything = true;
    timer ??= setTimeout(() => whenIdle(flush), collectTime);
  };
  const collect = (records: readonly MutationRecord[]): void => {
    if (records.length === 0 || signal.aborted) return;
    const nodes = new Set<Node>();
    for (const record of records) {
      const { target, type } = record;
      if (isOwn(target)) continue;
      if (type === 'characterData') {
        nodes.add(target);
        if (target.parentElement) ask(target.parentElement);
        continue;
      }
      let foreign = false;
      let added = false;
      for (const node of record.addedNodes) {
        if (isOwn(node)) continue;
        foreign = true;
        added ||= node.nodeType === 1 || node.nodeType === 3;
      }
      // A host of ours that the page took away is to be put back: that is a change too.
      if (record.removedNodes.length > 0) foreign = true;
      if (foreign) nodes.add(target);
      if (added && target.nodeType === 1) ask(target as Element);
      else if (added && document.body) ask(document.body);
    }
    if (nodes.size) watched.changed(nodes);
  };

  const observer = new MutationObserver(collect);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  return {
    ask,
    quietly(change) {
      if (depth > 0) {
        change();
        return;
      }
      // What is waiting is the page's doing; what comes in between is ours.
      const waiting = observer.takeRecords();
      depth++;
      try {
        change();
      } finally {
        depth--;
        observer.takeRecords();
      }
      if (waiting.length) queueMicrotask(() => collect(waiting));
    },
  };
}

/** Leaves out what stands in another one or is gone. */
function outermost(scopes: ReadonlySet<Element>): Element[] {
  const list: Element[] = [];
  for (const scope of scopes) {
    if (!scope.isConnected) continue;
    let inside = false;
    for (let at = scope.parentElement; at && !inside; at = at.parentElement)
      inside = scopes.has(at);
    if (!inside) list.push(scope);
  }
  return list;
}

function whenIdle(then: () => void): void {
  // Safari and test DOMs have no idle callback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout: idleTime });
  else setTimeout(then, 0);
}
