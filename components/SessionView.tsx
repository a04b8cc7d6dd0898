import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../lib/locales/index.ts';
import type { ReportEntry, ReportSession, Verbosity } from '../lib/types.ts';
import { entryAt, evidenceOf } from './evidence.ts';
import { Icon } from './icons.tsx';
import { logWords } from './log-words.ts';
import { sessionGroups, type Group, type Run } from './session-groups.ts';
import { SessionRow, type RowContext } from './SessionRow.tsx';

export interface SessionViewProps {
  session: ReportSession;
  /** The log's lines, index 0 is line 1 of the text that the report is on. */
  lines: readonly string[];
  verbosity: Verbosity;
  /** Left out: line numbers are no buttons. */
  onGoTo?: (line: number) => void;
  /** Highlighted and scrolled into view. */
  selectedLine?: number;
  theme?: 'light' | 'dark';
  /** Stands inside another of our components and takes its colours. */
  nested?: boolean;
}

/** Rows drawn at once: more would make a long session slow to open. */
const batch = 300;

/** The annotated copy of a log: its steps on the left, what they mean on the right. */
export function SessionView(props: SessionViewProps): JSX.Element {
  const { session, lines, verbosity, onGoTo, selectedLine, theme, nested = false } = props;
  const root = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(batch);
  const wordsOf = useMemo(() => logWords(session, lines), [session, lines]);
  const selected = selectedLine === undefined ? undefined : entryAt(session, selectedLine);
  const reach = selected ? Math.max(shown, session.entries.indexOf(selected) + 1) : shown;
  const groups = useMemo(
    () => sessionGroups(session.entries.slice(0, reach)),
    [session.entries, reach],
  );
  const left = session.entries.length - reach;
  useEffect(() => {
    if (!selected) return;
    const row = root.current?.querySelector(`[data-line="${selected.line}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const context: RowContext = {
    wordsOf,
    verbosity,
    onGoTo,
    selected,
    decided: evidenceOf(session),
  };
  return (
    <section
      ref={root}
      class={nested ? 'session' : 'lens session'}
      data-theme={theme}
      data-verbosity={verbosity}
      aria-label={words.session}
    >
      {groups.map((group) => (
        <GroupView key={group.runs[0]?.entries[0]?.line} group={group} context={context} />
      ))}
      {left > 0 ? (
        <button type="button" class="button" onClick={() => setShown(reach + batch)}>
          {words.showMore(Math.min(batch, left))}
        </button>
      ) : null}
    </section>
  );
}

function GroupView({ group, context }: { group: Group; context: RowContext }): JSX.Element {
  const name = words.phases[group.phase];
  return (
    <div class="group">
      <h3 class="label group-name">{group.again ? words.again(name) : name}</h3>
      <ol class="rows">
        {group.runs.map((run) =>
          run.kind === 'message' && run.entries.length > 1 ? (
            <MessageRun key={run.entries[0]?.line} run={run} context={context} />
          ) : (
            <Rows key={run.entries[0]?.line} entries={run.entries} context={context} />
          ),
        )}
      </ol>
    </div>
  );
}

/** The message's own lines, folded until asked for or gone to. */
function MessageRun({ run, context }: { run: Run; context: RowContext }): JSX.Element {
  const { selected } = context;
  // What was asked for holds until another line is gone to: that one must show.
  const [asked, setAsked] = useState<{ open: boolean; at: ReportEntry | undefined }>();
  const holds = selected !== undefined && run.entries.includes(selected);
  const open = asked && (asked.open || asked.at === selected) ? asked.open : holds;
  return (
    <>
      <li class="fold">
        <button
          type="button"
          class="disclosure"
          aria-expanded={open}
          onClick={() => setAsked({ open: !open, at: selected })}
        >
          <Icon name="chevron" size={12} />
          {words.messageLines(run.entries.length)}
        </button>
      </li>
      {open ? <Rows entries={run.entries} context={context} /> : null}
    </>
  );
}

function Rows({
  entries,
  context,
}: {
  entries: readonly ReportEntry[];
  context: RowContext;
}): JSX.Element {
  return (
    <>
      {entries.map((entry) => (
        <SessionRow key={entry.line} entry={entry} context={context} />
      ))}
    </>
  );
}
