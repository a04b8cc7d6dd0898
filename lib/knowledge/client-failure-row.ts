/** What a program's own words on a failure prove, phrases as in refusal-row.ts. The first row that matches wins. */
export interface ClientFailure {
  cause: string;
  phrases: readonly string[];
  /** A name was looked up and no answer came: it may well exist. */
  unanswered?: true;
}
