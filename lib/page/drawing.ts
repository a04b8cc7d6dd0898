import type { Glossary, ShownEntry, ShownSession } from '../shown.ts';
import type { Verbosity } from '../types.ts';

export type Theme = 'light' | 'dark';

/** What a verdict's drawing gets. Lines count from 1, in the block's text. */
export interface VerdictView {
  session: ShownSession;
  /** Counts the verdicts of the page, so that each has a name of its own. */
  number: number;
  glossary: Glossary;
  verbosity: Verbosity;
  theme: Theme;
  /** Nothing can stand inside the block: the panel is the only place for the explanations. */
  field: boolean;
  /** So many verdicts of the same text are not drawn yet; said under the last one. */
  more: number;
  onMore(): void;
  onGoTo(line: number): void;
  onClose(): void;
}

export interface BadgeView {
  entry: ShownEntry;
  /** 1-based, within the log. */
  line: number;
  glossary: Glossary;
  theme: Theme;
}

/** The drawing, passed in, so that this folder knows no library for it. */
export interface Drawing {
  /** The style sheet of everything drawn. */
  css: string;
  verdict(into: HTMLElement, view: VerdictView): void;
  badge(into: HTMLElement, view: BadgeView): void;
  /** Ends a drawing and what runs in it. */
  clear(into: HTMLElement): void;
}
