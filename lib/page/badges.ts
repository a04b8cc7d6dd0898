import type { Glossary, ShownEntry } from '../shown.ts';
import type { Theme } from './drawing.ts';
import type { Env } from './env.ts';
import { createHost, type Host } from './hosts.ts';
import { collapses } from './layout.ts';
import type { Cut } from './splits.ts';
import type { BlockText, Spot } from './text.ts';
import { visibleLines } from './visible.ts';

/** An entry that is to carry a badge; known by its place `at`. */
export interface Wanted {
  entry: ShownEntry;
  /** 1-based, within its log. */
  line: number;
  /** The number of the log that it belongs to. */
  log: number;
  glossary: Glossary;
}

/** The badges of one block. */
export interface Badges {
  /** Puts the badges where they belong; those that stand there already stay. */
  draw(read: BlockText, wanted: readonly Wanted[], theme: Theme): void;
  /** Makes sure that a badge is drawn by the next `draw`, however far away it is. */
  goTo(at: number): void;
  /** Scrolls to a badge, gives it the focus and hands it over. */
  focus(at: number): HTMLElement | undefined;
  remove(): void;
}

interface BadgeHost extends Host {
  wanted: Wanted;
  theme: Theme;
  filled: boolean;
}

/** A block with more badges than this gets them only in and near the view. */
const allAtOnce = 400;

/** So many are filled at once, in view or not; the rest when they come near the view. */
const filledAtOnce = 200;

/**
 * Keeps the badges of one block: where they stand, when they are filled, how the keys move in them.
 *
 * @param onVerdict somebody wants to go from a badge to the verdict of its log
 */
export function createBadges(env: Env, onVerdict: (log: number) => void): Badges {
  const hosts = new Map<number, BadgeHost>();
  let nodes = new Set<Text>();
  let target: number | undefined;
  let last: Parameters<Badges['draw']> | undefined;
  /** Where the focus is, or was when the page took the badge away with its text. */
  let held: { host: BadgeHost; at: HTMLElement } | undefined;
  /** The place of the badge of each log that the tab key reaches; arrows go on from there. */
  const current = new Map<number, number>();

  const fill = (host: BadgeHost): void => {
    const { entry, line, log, glossary } = host.wanted;
    host.filled = true;
    env.drawing.badge(host.inner, { entry, line, glossary, theme: host.theme });
    const button = host.root.querySelector('button');
    if (button) button.tabIndex = current.get(log) === entry.at ? 0 : -1;
  };
  const focusOn = (at: number): HTMLElement | undefined => {
    if (!hosts.has(at) && last) {
      // Too far away to be drawn until now.
      target = at;
      const [read, wanted, theme] = last;
      env.quietly(() => draw(read, wanted, theme));
      target = undefined;
    }
    const host = hosts.get(at);
    if (!host) return undefined;
    if (!host.filled) fill(host);
    const { log } = host.wanted;
    const before = hosts.get(current.get(log) ?? -1)?.root.querySelector('button');
    if (before) before.tabIndex = -1;
    current.set(log, at);
    const button = host.root.querySelector('button');
    if (!button) return undefined;
    button.tabIndex = 0;
    button.focus({ preventScroll: true });
    host.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return button;
  };
  const onKey = (host: BadgeHost, event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const button = host.root.querySelector('button');
    if (!button || host.root.activeElement !== button) return;
    const { log, entry } = host.wanted;
    const { key } = event;
    if (key === 'v') onVerdict(log);
    let entries = (last?.[1] ?? []).filter((other) => other.log === log).map((own) => own.entry);
    if (/^[np]$/.test(key)) entries = entries.filter((one) => one === entry || isLoud(one));
    entries.sort((one, other) => one.at - other.at);
    const at = entries.findIndex((one) => one.at === entry.at);
    const isForward = /^(?:n|ArrowDown|ArrowRight)$/.test(key);
    const next =
      isForward || /^(?:p|ArrowUp|ArrowLeft)$/.test(key)
        ? entries[at + (isForward ? 1 : -1)]
        : key === 'Home'
          ? entries[0]
          : key === 'End'
            ? entries.at(-1)
            : undefined;
    if (!next) return;
    event.preventDefault();
    focusOn(next.at);
  };
  const make = (wanted: Wanted, theme: Theme, isStep: boolean): BadgeHost => {
    const host: BadgeHost = {
      ...createHost(env.document, isStep ? 'step' : 'badge', env.drawing.css),
      wanted,
      theme,
      filled: false,
    };
    host.root.addEventListener('keydown', (event) => onKey(host, event as KeyboardEvent));
    host.root.addEventListener('focusin', ({ target: at }) => {
      held = { host, at: at as HTMLElement };
    });
    // Chromium tells of a lost focus while it still takes the badge away; a moment later it shows.
    host.root.addEventListener('focusout', () =>
      queueMicrotask(() => {
        if (held?.host === host && host.element.isConnected && !host.root.activeElement)
          held = undefined;
      }),
    );
    return host;
  };
  const drop = (host: BadgeHost): void => {
    if (host.filled) env.drawing.clear(host.inner);
    host.element.remove();
  };
  const draw: Badges['draw'] = (read, wanted, theme) => {
    last = [read, wanted, theme];
    const near =
      wanted.length > allAtOnce
        ? visibleLines(read, env.splits, target && Math.floor(target))
        : undefined;
    const focused = held;
    const shown = near
      ? wanted.filter(
          ({ entry }) =>
            (entry.line >= near.first && entry.line <= near.last) ||
            entry.at === focused?.host.wanted.entry.at,
        )
      : wanted;
    const cuts = new Map<Text, Cut[]>();
    const fresh: BadgeHost[] = [];
    const kept = new Set<number>();
    chooseTabStops(shown, current);
    const flows = new Map<Element, boolean>();
    for (const item of shown) {
      const { line, at, end } = item.entry;
      const spot = kept.has(at) ? undefined : read.endOf(end?.line ?? line, end?.column);
      if (!spot) continue;
      kept.add(at);
      const data = env.splits.dataOf(spot.node) ?? '';
      const follower = followerOf(spot, data, end !== undefined, flows);
      let host = hosts.get(at);
      if (!host) {
        host = make(item, theme, follower !== undefined);
        hosts.set(at, host);
        fresh.push(host);
      } else if (host.filled && (!sameEntry(host.wanted, item) || host.theme !== theme)) {
        Object.assign(host, { wanted: item, theme });
        fill(host);
      } else Object.assign(host, { wanted: item, theme });
      const list = cuts.get(spot.node) ?? [];
      list.push({ offset: follower ?? spot.offset, host: host.element });
      cuts.set(spot.node, list);
    }
    // In a log with the newest line first, the steps of one paragraph come from its end.
    for (const list of cuts.values()) list.sort((one, other) => one.offset - other.offset);
    const carrying = new Set(cuts.keys());
    for (const node of nodes) if (!cuts.has(node)) cuts.set(node, []);
    env.splits.cut(cuts);
    nodes = carrying;
    for (const [at, host] of hosts) {
      if (kept.has(at)) continue;
      drop(host);
      hosts.delete(at);
    }
    for (const { root } of hosts.values()) {
      // A popover whose badge the page took away for a moment is hidden by the browser.
      const box = root.querySelector<HTMLElement>('.popover');
      if (box && !box.matches(':popover-open')) box.showPopover?.();
    }
    if (focused && !focused.host.root.activeElement) focused.at.focus({ preventScroll: true });
    for (const host of fresh) {
      if (wanted.length <= filledAtOnce) {
        fill(host);
        continue;
      }
      env.whenNear(host.element, () => {
        if (!host.filled && host.element.isConnected) env.quietly(() => fill(host));
      });
    }
  };

  return {
    draw,
    goTo(at) {
      target = at;
    },
    focus(at) {
      target = undefined;
      hosts.get(at)?.element.scrollIntoView({ block: 'center', inline: 'nearest' });
      return focusOn(at);
    },
    remove() {
      last = undefined;
      env.splits.cut(new Map(Array.from(nodes, (node) => [node, []])));
      for (const host of hosts.values()) drop(host);
      hosts.clear();
      nodes.clear();
    },
  };
}

/**
 * Where the next step begins that the page shows on the same line: a badge that stands there, behind
 * the blank between them, can end the line without a blank getting lost. Undefined at a line's end.
 */
function followerOf(
  { node, offset }: Spot,
  data: string,
  isCut: boolean,
  flows: Map<Element, boolean>,
): number | undefined {
  let at = offset;
  while (at < data.length && data.charCodeAt(at) <= 32) at++;
  const parent = node.parentElement;
  if (at === data.length || !parent) return undefined;
  let flow = flows.get(parent);
  if (flow === undefined) flows.set(parent, (flow = collapses(parent)));
  return isCut || flow ? at : undefined;
}

function isLoud({ severity }: ShownEntry): boolean {
  return severity === 'error' || severity === 'warning';
}

/** One tab stop a log: the badge that somebody was on, else the first with a problem, else the first. */
function chooseTabStops(shown: readonly Wanted[], current: Map<number, number>): void {
  const logs = new Map<number, Wanted[]>();
  for (const item of shown) {
    const list = logs.get(item.log) ?? [];
    list.push(item);
    logs.set(item.log, list);
  }
  for (const [log, list] of logs) {
    const now = current.get(log);
    if (list.some(({ entry }) => entry.at === now)) continue;
    const stop = list.find(({ entry }) => entry.severity === 'error') ?? list[0];
    if (stop) current.set(log, stop.entry.at);
  }
}

function sameEntry(one: Wanted, other: Wanted): boolean {
  return (
    one.line === other.line &&
    one.entry.brief === other.entry.brief &&
    one.entry.full === other.entry.full &&
    one.entry.severity === other.entry.severity &&
    one.entry.duplicateOf === other.entry.duplicateOf
  );
}
