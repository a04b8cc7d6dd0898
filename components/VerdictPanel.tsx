import type { JSX } from 'preact';
import { causeOf, remarksOf } from '../lib/evidence.ts';
import { words } from '../lib/locales/index.ts';
import type { Glossary, ShownSession } from '../lib/shown.ts';
import { termMarker } from '../lib/terms.ts';
import { FindingDetails, Part, Steps } from './FindingDetails.tsx';
import { Remark } from './Remark.tsx';

export interface VerdictPanelProps {
  session: ShownSession;
  glossary: Glossary;
  onGoTo(line: number): void;
}

/** What stands under "What to do": the cause in full, then whatever else was noticed. */
export function VerdictPanel({ session, glossary, onGoTo }: VerdictPanelProps): JSX.Element {
  const cause = causeOf(session);
  const remarks = remarksOf(session);
  // The texts of a panel are read together: a term is marked once.
  const marked = termMarker(glossary);
  return (
    <>
      {cause && <FindingDetails finding={cause} marked={marked} onGoTo={onGoTo} />}
      {/* The button above it has its name already. */}
      <Steps steps={session.next} marked={marked} />
      {remarks.length > 0 && (
        <Part title={words.alsoNoticed}>
          <ul class="remarks">
            {remarks.map((finding) => (
              <Remark key={finding.id} finding={finding} glossary={glossary} onGoTo={onGoTo} />
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
