import type { ReportEntry } from '../report.ts';
import type { Glossary } from '../shown.ts';
import type { Theme } from './drawing.ts';
import type { Env } from './env.ts';
import { createHost, type Host } from './hosts.ts';
import type { Cut } from './splits.ts';
import type { BlockText } from './text.ts';
import { visibleLines } from './visible.ts';

/** An entry that is to carry a badge. */
export interface Wanted {
  entry: ReportEntry;
  /** 1-based, within its log. */
  line: number;
  /** Which log it belongs to: the log's first line. */
  log: number;
  glossary: Glossary;
}

/** The badges of one block. */
export interface Badges {
  /** Puts the badges where they belong; those that stand there already stay. */
  draw(read: BlockText, wanted: readonly Wanted[], theme: Theme): void;
  /** Makes sure that a line's badge is drawn by the next `draw`, however far away it is. */
  goTo(line: number): void;
  /** Scrolls to a line's badge, gives it the focus and hands it over. */
  focus(line: number): HTMLElement | undefined;
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

/** Keeps the badges of one block: where they stand, when they are filled, how the keys move in them. */
export function createBadges(env: Env): Badges {
  const hosts = new Map<number, BadgeHost>();
  let nodes = new Set<Text>();
  let target: number | undefined;
  /** Where the focus is, or was when the page took the badge away with its text. */
  let held: { host: BadgeHost; at: HTMLElement } | undefined;
  /** The line of each log whose badge the tab key reaches; arrows go on from there. */
  const current = new Map<number, number>();

  const fill = (host: BadgeHost): void => {
    const { entry, line, log, glossary } = host.wanted;
    host.filled = true;
    env.drawing.badge(host.inner, { entry, line, glossary, theme: host.theme });
    const button = host.root.querySelector('button');
    if (button) button.tabIndex = current.get(log) === entry.line ? 0 : -1;
  };
  const focusOn = (line: number): HTMLElement | undefined => {
    const host = hosts.get(line);
    if (!host) return undefined;
    if (!host.filled) fill(host);
    const { log } = host.wanted;
    const before = hosts.get(current.get(log) ?? -1)?.root.querySelector('button');
    if (before) before.tabIndex = -1;
    current.set(log, line);
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
    const lines = [...hosts.values()]
      .filter((other) => other.wanted.log === log)
      .map((other) => other.wanted.entry.line);
    lines.sort((a, b) => a - b);
    const at = lines.indexOf(entry.line);
    const next = {
      ArrowDown: lines[at + 1],
      ArrowRight: lines[at + 1],
      ArrowUp: lines[at - 1],
      ArrowLeft: lines[at - 1],
      Home: lines[0],
      End: lines.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusOn(next);
  };
  const make = (wanted: Wanted, theme: Theme): BadgeHost => {
    const host: BadgeHost = {
      ...createHost(env.document, 'badge', env.drawing.css),
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

  return {
    draw(read, wanted, theme) {
      const near = wanted.length > allAtOnce ? visibleLines(read, env.splits, target) : undefined;
      const shown = near
        ? wanted.filter(({ entry }) => entry.line >= near.first && entry.line <= near.last)
        : wanted;
      const cuts = new Map<Text, Cut[]>();
      const fresh: BadgeHost[] = [];
      const kept = new Set<number>();
      chooseTabStops(shown, current);
      for (const item of shown) {
        const { line } = item.entry;
        const spot = kept.has(line) ? undefined : read.endOf(line);
        if (!spot) continue;
        kept.add(line);
        let host = hosts.get(line);
        if (!host) {
          host = make(item, theme);
          hosts.set(line, host);
          fresh.push(host);
        } else if (host.filled && (!sameEntry(host.wanted, item) || host.theme !== theme)) {
          Object.assign(host, { wanted: item, theme });
          fill(host);
        } else Object.assign(host, { wanted: item, theme });
        const list = cuts.get(spot.node) ?? [];
        list.push({ offset: spot.offset, host: host.element });
        cuts.set(spot.node, list);
      }
      const focused = held;
      const carrying = new Set(cuts.keys());
      for (const node of nodes) if (!cuts.has(node)) cuts.set(node, []);
      env.splits.cut(cuts);
      nodes = carrying;
      for (const [line, host] of hosts) {
        if (kept.has(line)) continue;
        drop(host);
        hosts.delete(line);
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
    },
    goTo(line) {
      target = line;
    },
    focus(line) {
      target = undefined;
      const host = hosts.get(line);
      if (!host) return undefined;
      host.element.scrollIntoView({ block: 'center', inline: 'nearest' });
      return focusOn(line);
    },
    remove() {
      env.splits.cut(new Map(Array.from(nodes, (node) => [node, []])));
      for (const host of hosts.values()) drop(host);
      hosts.clear();
      nodes.clear();
    },
  };
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
    if (list.some(({ entry }) => entry.line === now)) continue;
    const stop = list.find(({ entry }) => entry.severity === 'error') ?? list[0];
    if (stop) current.set(log, stop.entry.line);
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
