import { createDialogue } from '../inferred/dialogue.ts';
import { inferMarks } from '../inferred/marks.ts';
import { createFailures } from '../inferred/failures.ts';
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

function open(sample: readonly string[] = []): Reader {
  const marks = inferMarks(sample);
  if (marks.rows || marks.sides.size > 0) return createDialogue(marks);
  return createFailures(sample);
}
