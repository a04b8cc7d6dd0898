import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { ReportFinding, ReportSession } from '../lib/types.ts';
import { causeOf } from './evidence.ts';
import { FindingDetails, Lines, Part, Steps } from './FindingDetails.tsx';
import { SeverityIcon } from './icons.tsx';

export interface VerdictPanelProps {
  session: ReportSession;
  onGoTo(line: number): void;
}

/** What stands under "What to do": the cause in full, then whatever else was noticed. */
export function VerdictPanel({ session, onGoTo }: VerdictPanelProps): JSX.Element {
  const cause = causeOf(session);
  const others = session.findings.filter((finding) => finding !== cause);
  return (
    <>
      {cause ? <FindingDetails finding={cause} onGoTo={onGoTo} /> : null}
      {session.outcome === 'accepted' ? (
        <Part title={words.whatNext}>
          <Steps steps={words.afterAccepted(session.queueId)} />
        </Part>
      ) : null}
      {others.length ? (
        <Part title={words.alsoNoticed}>
          <ul class="lens-remarks">
            {others.map((finding) => (
              <Remark key={finding.id} finding={finding} onGoTo={onGoTo} />
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

function Remark({
  finding,
  onGoTo,
}: {
  finding: ReportFinding;
  onGoTo(line: number): void;
}): JSX.Element {
  const { severity, title, explanation, fix, lines } = finding;
  return (
    <li class="lens-remark" data-severity={severity}>
      <span class="lens-severity" data-severity={severity}>
        <SeverityIcon severity={severity} />
        <span class="lens-unseen">{words.severities[severity]}: </span>
      </span>
      <div>
        <p class="lens-remark-title">{title}</p>
        <p class="lens-prose">{explanation}</p>
        {fix.length ? <Steps steps={fix} /> : null}
        <Lines lines={lines} onGoTo={onGoTo} />
      </div>
    </li>
  );
}
