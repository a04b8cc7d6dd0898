/** What a program's own words on a failure prove, phrases as in refusal-row.ts. The first row that matches wins. */
export interface ClientFailure {
  cause: string;
  phrases: readonly string[];
}
