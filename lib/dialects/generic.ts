import { createDialogue } from '../inferred/dialogue.ts';
import { createDeliveries, findDeliveries } from '../inferred/deliveries.ts';
import { inferMarks, spokenIn } from '../inferred/marks.ts';
import { createFailures } from '../inferred/failures.ts';
import { isTalk } from '../smtp/foreign-text.ts';
import type { Dialect, Reader } from '../types.ts';

/**
 * The log of a program that nobody listed. Its marks are found out from the text: what stands
 * before the lines that parse as commands, and what before replies, once stamps, ids and levels
 * are set aside. What the program says of its connection is read in the words that all share.
 *
 *     12:00:01.250 [worker-3] smtp out> EHLO client.example.org
 *     12:00:01.310 [worker-3] smtp in<  250 mail.example.org
 */
export const generic: Dialect = { id: 'generic', title: 'SMTP log', inferred: true, open };

/** An error of Nodemailer's that was printed: its fields say one reply several times. */
const ERROR_FIELD = /^\s*"?responseCode"?: ?[45]\d\d,?\s*$/;
const MAX_FIELDS = 25;

/** Lines in which a log's marks show, or nowhere. */
const SAMPLE = 2000;

function open(lines: readonly string[] = []): Reader {
  const sample = lines.slice(0, SAMPLE);
  if (sample.length < MAX_FIELDS && sample.some((line) => ERROR_FIELD.test(line))) {
    return () => undefined;
  }
  const marks = inferMarks(sample);
  const hasMarks = marks.rows || marks.sides.size > 0;
  const told = new Set(findDeliveries(sample));
  const spoken = sample.filter((line) => !told.has(line) && spokenIn(line).length > 0).length;
  // A mail server's log quotes a reply here and there; a dialogue is nothing but replies and commands.
  if (told.size > 0 && told.size >= spoken) {
    return isTalk(sample) ? () => undefined : createDeliveries();
  }
  if (hasMarks) return createDialogue(marks);
  return isTalk(sample) ? () => undefined : createFailures(sample);
}
