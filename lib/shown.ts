import type { Report, ReportEntry, ReportSession } from './report.ts';

/** A line of a log, ready to be drawn. */
export interface ShownEntry extends ReportEntry {
  /** The line's time of day, as written; empty when there is none. */
  time: string;
  /** Its words without time stamp and marks of the tool, secrets masked. */
  text: string;
  /** Its place among the entries of the text: the line, with a fraction for the further ones of it. */
  at: number;
  /** Where its words end when others follow on the same line; left out: at the line's end. */
  end?: { line: number; column: number };
  /** Counts from 1 in a session that stands in one paragraph, where lines tell nothing. */
  step?: number;
}

/** A session, ready to be drawn. */
export interface ShownSession extends ReportSession {
  entries: readonly ShownEntry[];
  /** The verdict as one sentence. */
  sentence: string;
  /** The place (`at`) of the entry that shows the verdict; null where the log holds none. */
  decided: number | null;
  /** Its words, from the answer on; empty where the log holds none. */
  quote: string;
  /** What comes next where nothing failed, as steps; empty where something did. */
  next: readonly string[];
  /** The verdict as plain text, to be sent to somebody. */
  copy: string;
}

/**
 * A report as pages and popup draw it. It is made where the engine is, so that the script in a page
 * needs neither the words nor the rules for them.
 */
export interface Shown extends Report {
  sessions: readonly ShownSession[];
  /** The terms that occur in its texts. */
  glossary: Glossary;
}

/** What a term means, in a sentence or two. */
export interface Definition {
  term: string;
  meaning: string;
}

/** Some terms, and how to find them in a text: `termMarker`. */
export interface Glossary {
  /** The source of a regular expression whose group 1 is a term; a match without it is passed over. */
  pattern: string;
  /** By the form that stands in the text. */
  definitions: Readonly<Record<string, Definition>>;
}
