import { cutAt } from './unmarked.ts';
import type { Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * The last cells of Exchange's protocol log, copied without the others and in one paragraph: the
 * sign that says who speaks, a comma, the words.
 *
 *     <,EHLO client.example.org>,250 mail.example.net<,MAIL FROM:<a@example.org>>,501 5.1.7 Invalid address
 */
export const cells: Repair = {
  id: 'cells',
  plan(sample): Change[] {
    const isGlued = sample.some(({ text }) => (text.match(STEP)?.length ?? 0) > 2);
    return isGlued ? [(lines) => lines.flatMap(apart)] : [];
  },
};

/** `<,EHLO x`, `>,250 y` */
const STEP =
  /[<>],(?=[2-5]\d\d[ -]|(?:EHLO|HELO|STARTTLS|AUTH|MAIL FROM:|RCPT TO:|DATA|BDAT|RSET|QUIT)(?![a-z]))/g;
/** Exchange's remarks have a star there. */
const REMARK = /(?<=\s|\w)\*,(?=\S)/g;

function apart(line: Mended): Mended[] {
  const steps = [...line.text.matchAll(STEP)].map(({ index }) => index);
  if (steps.length < 3) return [line];
  return cutAt(line, [...steps, ...[...line.text.matchAll(REMARK)].map(({ index }) => index)]);
}
