/** A term of the field, for people who own a website and not a mail server. */
export interface GlossaryRow {
  term: string;
  /**
   * How it stands in a text, plural forms too: letters, digits, blanks and hyphens. What begins with a
   * small letter is known with a capital one as well.
   */
  spellings: readonly string[];
  /** One or two sentences. Terms in it are explained elsewhere, and never in a circle. */
  meaning: string;
  source: string;
}
