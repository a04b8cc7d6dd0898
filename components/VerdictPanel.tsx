import type { JSX } from 'preact';
import { causeOf, remarksOf } from '../lib/evidence.ts';
import { words } from '../lib/locales/index.ts';
import type { ShownSession } from '../lib/shown.ts';
import { FindingDetails, Lines, Part, Steps } from './FindingDetails.tsx';
import { SeverityMark } from './SeverityMark.tsx';

export interface VerdictPanelProps {
  session: ShownSession;
  onGoTo(line: number): void;
}

/** What stands under "What to do": the cause in full, then whatever else was noticed. */
export function VerdictPanel({ session, onGoTo }: VerdictPanelProps): JSX.Element {
  const cause = causeOf(session);
  const remarks = remarksOf(session);
  return (
    <>
      {cause && <FindingDetails finding={cause} onGoTo={onGoTo} />}
      {session.next.length > 0 && (
        <Part title={words.whatNext}>
          <Steps steps={session.next} />
        </Part>
      )}
      {remarks.length > 0 && (
        <Part title={words.alsoNoticed}>
          <ul class="remarks">
            {remarks.map(({ id, severity, title, explanation, fix, lines }) => (
              <li key={id} class="remark" data-severity={severity}>
                <SeverityMark severity={severity} />
                <div>
                  <div class="strong">{title}</div>
                  <div class="prose">{explanation}</div>
                  {fix.length > 0 && <Steps steps={fix} />}
                  <Lines lines={lines} onGoTo={onGoTo} />
                </div>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
