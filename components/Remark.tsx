import { Component, type JSX } from 'preact';
import type { ReportFinding } from '../lib/report.ts';
import type { Glossary } from '../lib/shown.ts';
import { termMarker } from '../lib/terms.ts';
import { Lines, Sources, Steps } from './FindingDetails.tsx';
import { Icon } from './icons.tsx';
import { Prose } from './Prose.tsx';
import { SeverityMark } from './SeverityMark.tsx';

export interface RemarkProps {
  finding: ReportFinding;
  glossary: Glossary;
  onGoTo(line: number): void;
}

/** Something noticed beside the verdict: its sentence, and the rest on request. */
export class Remark extends Component<RemarkProps, { open: boolean }> {
  override state = { open: false };

  override render({ finding, glossary, onGoTo }: RemarkProps): JSX.Element {
    const { severity, title, explanation, fix, lines, references } = finding;
    const { open } = this.state;
    const marked = termMarker(glossary);
    return (
      <li class="remark" data-severity={severity}>
        <button
          type="button"
          class="disclosure remark-title"
          aria-expanded={open}
          onClick={() => this.setState({ open: !open })}
        >
          <Icon name="chevron" size={12} />
          <SeverityMark severity={severity} />
          <span>{title}</span>
        </button>
        {open && (
          <div class="part remark-more">
            <Prose parts={marked(explanation)} />
            <Lines lines={lines} onGoTo={onGoTo} />
            <Steps steps={fix} marked={marked} />
            <Sources references={references} />
          </div>
        )}
      </li>
    );
  }
}
