/** Every bound of the engine, with its reason. */

/**
 * UTF-16 units of a line that are read. RFC 5321 allows 1,000 octets for a text line and 512 for
 * a reply line; logs glue replies together and add stamps. What is behind it stays in the log and
 * is not interpreted.
 */
export const MAX_LINE = 8192;

/**
 * UTF-16 units of a paragraph that is taken apart into lines: a session of some 2,000 lines, its line
 * breaks gone.
 */
export const MAX_PARAGRAPH = 131_072;

/**
 * Lines that every dialect reads to find out whose log this is. A mail's header or a page's
 * furniture may stand before a log; a whole dialogue rarely has more lines than this.
 */
export const DETECT_LINES = 4000;

/** Lines without SMTP words between two lines of a log, after which the log counts as ended. */
export const MAX_GAP = 40;

/** The same where nothing was exchanged yet: a list of error sentences is not one session. */
export const MAX_GAP_OF_NOTES = 5;

/** Lines of a text that is nothing but a reply or an error: a long reply, or the same error said thrice. */
export const MAX_ALONE = 12;

/** Different secrets of a session that are looked for in its other lines: each costs a pass over the log. */
export const MAX_SOUGHT = 100;

/**
 * UTF-16 units of a block of a page that are read: a log of some 20,000 lines. The background reads
 * for all pages, one block after the other.
 */
export const MAX_BLOCK = 2_000_000;

/** UTF-16 units of a badge's text. docs/report.md. */
export const MAX_BRIEF = 60;
