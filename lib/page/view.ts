import type { ReportEntry } from '../report.ts';
import type { Glossary, Shown, ShownSession } from '../shown.ts';
import type { Verbosity } from '../types.ts';
import { createBadges } from './badges.ts';
import type { Block } from './blocks.ts';
import type { Env } from './env.ts';
import { createHost, type Host } from './hosts.ts';
import { styleOf } from './layout.ts';
import type { Splits } from './splits.ts';
import type { BlockText } from './text.ts';
import { themeOf } from './theme.ts';

/** One log in a block, as it is known outside. */
export interface LogView {
  id: string;
  session: ShownSession;
  /** Scrolls there; `line` counts in the block's text. Left out: to the verdict. */
  show(line?: number): boolean;
}

/** What stands in the page for one block. */
export interface BlockView {
  block: Block;
  /** The text that the report is on. */
  text: string;
  lines: readonly string[];
  logs(): readonly LogView[];
  /** Draws a report, as much of it as the verbosity asks for. */
  draw(block: Block, read: BlockText, report: Shown): void;
  /**
   * The block's text has changed and its report is not here yet: keeps the badges of the first
   * `lines` lines, which are still the same.
   */
  keep(block: Block, read: BlockText, lines: number): void;
  /** Draws again after a change of verbosity or of the view. */
  redraw(): void;
  /** Takes the verdicts out of the page as they stand, until `redraw`. */
  stepAside(): void;
  /** Takes everything away. */
  remove(): void;
}

interface Log extends LogView {
  number: number;
  verdict: Host | undefined;
  closed: boolean;
  /** Places that carry a badge though the verbosity would not ask for one: somebody went there. */
  forced: Set<number>;
}

/** The numbers of the logs that stand in the page. */
const numbers = new Set<number>();

/** A text with more logs than this shows the verdicts of the others on request. */
const verdictsAtOnce = 5;

/** Makes the view of a block; nothing stands in the page before `draw`. */
export function createView(first: Block, env: Env): BlockView {
  let block = first;
  let read: BlockText | undefined;
  let limit = Infinity;
  let reach = verdictsAtOnce;
  let logs: Log[] = [];
  let glossary: Glossary = { pattern: '(?!)', definitions: {} };
  const badges = createBadges(env, (number) =>
    logs
      .find((log) => log.number === number)
      ?.verdict?.root.querySelector('button')
      ?.focus(),
  );
  /** Where in a verdict the focus was when it stepped aside. */
  let focused: HTMLElement | null | undefined;

  const eachLog = (report: Shown): void => {
    const old = logs;
    logs = report.sessions.map((session, index) => {
      const known = old[index];
      if (known) {
        known.session = session;
        return known;
      }
      let number = 1;
      while (numbers.has(number)) number++;
      numbers.add(number);
      const log: Log = {
        id: `log-${number}`,
        number,
        session,
        verdict: undefined,
        closed: false,
        forced: new Set(),
        show: (line) => show(log, line),
      };
      return log;
    });
    for (const gone of old.slice(logs.length)) drop(gone);
  };
  const drop = (log: Log): void => {
    numbers.delete(log.number);
    dropVerdict(log);
  };
  const dropVerdict = (log: Log): void => {
    if (!log.verdict) return;
    env.drawing.clear(log.verdict.inner);
    log.verdict.element.remove();
    log.verdict = undefined;
  };
  const drawVerdict = (log: Log, more: number): void => {
    const at = placeOf(block, env.splits);
    log.verdict ??= createHost(env.document, at.kind, env.drawing.css);
    const { element, inner } = log.verdict;
    env.drawing.verdict(inner, {
      session: log.session,
      number: log.number,
      glossary,
      verbosity: env.verbosity(),
      theme: themeOf(block.element),
      field: block.kind === 'field',
      more,
      onMore: () => {
        reach = Infinity;
        redraw();
      },
      onGoTo: (line) => void show(log, line),
      onClose: () => {
        log.closed = true;
        redraw();
      },
    });
    // The page may have taken the block away a moment ago: its own change is on its way to us.
    if (at.before.parentNode !== at.parent) return;
    if (element.parentNode !== at.parent || !standsBefore(element, at.before, logs)) {
      at.parent.insertBefore(element, at.before);
    }
  };
  const redraw = (): void => {
    const now = read;
    if (!now) return;
    env.quietly(() => {
      const verbosity = env.verbosity();
      const shown = verbosity === 'off' ? [] : logs.filter(({ closed }) => !closed);
      for (const log of logs) {
        const left = shown.length - reach;
        const at = shown.indexOf(log);
        if (at >= 0 && at < reach) drawVerdict(log, at === reach - 1 ? left : 0);
        else dropVerdict(log);
      }
      const theme = themeOf(block.element);
      const wanted =
        block.kind === 'field'
          ? []
          : shown.flatMap(({ session, number, forced }) =>
              session.entries
                .filter(
                  (entry) =>
                    entry.line <= limit && (isWanted(entry, verbosity) || forced.has(entry.at)),
                )
                .map((entry) => ({
                  entry,
                  line: entry.line - session.firstLine + 1,
                  log: number,
                  glossary,
                })),
            );
      badges.draw(now, wanted, theme);
      focused?.focus({ preventScroll: true });
      focused = null;
    });
  };
  const show = (log: Log, line?: number): boolean => {
    if (line === undefined) {
      // Somebody asks for it: what was closed is wanted again.
      log.closed = false;
      reach = Math.max(reach, logs.indexOf(log) + 1);
      redraw();
      const { verdict } = log;
      const at = verdict?.element ?? block.element;
      at.scrollIntoView({ block: verdict ? 'center' : 'start' });
      flash(verdict ? verdict.inner.firstElementChild : at);
      return at.isConnected;
    }
    if (block.element instanceof HTMLTextAreaElement)
      return showInField(block.element, line, read?.lines.length ?? 1);
    const { decided } = log.session;
    // Others may stand on the line that decided.
    const at = decided && Math.floor(decided) === line ? decided : line;
    log.forced.add(at);
    badges.goTo(at);
    redraw();
    const button = badges.focus(at);
    flash(button);
    return button !== undefined;
  };

  return {
    get block() {
      return block;
    },
    set block(next) {
      block = next;
    },
    get text() {
      return read?.text ?? '';
    },
    get lines() {
      return read?.lines ?? [];
    },
    logs: () => logs,
    draw(next, nextRead, report) {
      block = next;
      read = nextRead;
      ({ glossary } = report);
      limit = Infinity;
      env.quietly(() => eachLog(report));
      redraw();
    },
    keep(next, nextRead, lines) {
      block = next;
      read = nextRead;
      limit = Math.min(limit, lines);
      redraw();
    },
    redraw,
    stepAside() {
      for (const { verdict } of logs) {
        focused ??= verdict?.root.activeElement as HTMLElement | null;
        verdict?.element.remove();
      }
    },
    remove() {
      env.quietly(() => {
        for (const log of logs) drop(log);
        badges.remove();
      });
      logs = [];
      read = undefined;
    },
  };
}

function isWanted({ severity }: ReportEntry, verbosity: Verbosity): boolean {
  return verbosity !== 'problems' || severity === 'error' || severity === 'warning';
}

interface VerdictPlace {
  parent: Node;
  before: Node;
  kind: 'verdict' | 'inlineVerdict';
}

/** Where a block's verdict stands: before it, but never as an item of a row of boxes. */
function placeOf({ before, kind, element }: Block, splits: Splits): VerdictPlace {
  // In a cell a block would be a line end for `innerText`; before its table there is one anyway.
  const table = kind === 'text' ? element.closest('td,th')?.closest('table') : undefined;
  let node = table ?? splits.firstOf(before);
  let parent = node.parentNode ?? element;
  while (
    parent instanceof Element &&
    parent.nodeName !== 'BODY' &&
    isBoxes(parent) &&
    parent.parentNode
  ) {
    if (
      node === before &&
      node.nodeType === 1 &&
      node.nodeName !== 'PRE' &&
      kind !== 'field' &&
      node.firstChild
    ) {
      return { parent: node, before: node.firstChild, kind: 'verdict' };
    }
    node = parent;
    parent = parent.parentNode;
  }
  return { parent, before: node, kind: isInline(node) ? 'inlineVerdict' : 'verdict' };
}

/** A `pre` or a field among words: a block in front of it would be a line end for `innerText`. */
function isInline(node: Node): boolean {
  return (
    /^(?:PRE|TEXTAREA)$/.test(node.nodeName) &&
    styleOf(node as Element).display.startsWith('inline')
  );
}

/** A box whose children stand side by side. */
function isBoxes(element: Element): boolean {
  const { display, flexDirection } = styleOf(element);
  return (
    display.endsWith('grid') ||
    (display.endsWith('flex') && !(flexDirection ?? '').startsWith('column'))
  );
}

/** Whether nothing but verdicts of the same block stands between an element and a node after it. */
function standsBefore(element: Element, node: Node, logs: readonly Log[]): boolean {
  for (let at = node.previousSibling; at; at = at.previousSibling) {
    if (at === element) return true;
    if (!logs.some(({ verdict }) => verdict?.element === at)) return false;
  }
  return false;
}

function showInField(field: HTMLTextAreaElement, line: number, lines: number): boolean {
  field.scrollIntoView({ block: 'center' });
  field.scrollTop = ((line - 1) / Math.max(1, lines)) * field.scrollHeight - field.clientHeight / 3;
  flash(field);
  return true;
}

/** Shows where one has come to. Not on a host itself, whose `all: initial` no animation overrules. */
function flash(element: Element | null | undefined): void {
  if (!element || !('animate' in element)) return;
  const outline = (alpha: number): Keyframe => ({
    outline: `2px solid rgb(59 130 246 / ${alpha})`,
    outlineOffset: '1px',
  });
  element.animate([outline(1), outline(1), outline(0)], { duration: 1200 });
}
