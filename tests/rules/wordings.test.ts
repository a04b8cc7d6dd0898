import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyBare } from '../../lib/rules/bare-reply.ts';
import { STAGES } from '../../scripts/stages.ts';
import { FAMILIES } from './families.ts';

const FAMILY_OF = new Map(
  Object.entries(FAMILIES).flatMap(([family, causes]) =>
    causes.split(' ').map((cause) => [cause, family] as const),
  ),
);

/** Refusals as many systems word them: the family, the step, the reply. */
const rows = readFileSync(new URL('wordings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));

describe('the wordings of refusals', () => {
  const wrong = rows.filter(([family = '', command = '', reply = '']) => {
    const cause = classifyBare(reply.replaceAll('\\n', '\n'), STAGES[command]);
    return FAMILY_OF.get(cause) !== family;
  });

  it('are understood', () => {
    expect(wrong.length / rows.length).toBeLessThan(0.02);
  });

  it.each([
    ' Please see http://postmaster.example.org/errors/550',
    ' Visit https://antispam.example.org/help for details.',
    ' If you believe that this is an error, please contact your provider.',
    ' Please contact your administrator. (in reply to RCPT TO command)',
  ])('keep their cause with what servers add: %s', (advice) => {
    const changed = rows.filter(([, command = '', reply = '']) => {
      const words = reply.replaceAll('\\n', '\n');
      const phase = STAGES[command];
      return classifyBare(words, phase) !== classifyBare(words + advice, phase);
    });
    expect(changed.length / rows.length).toBeLessThan(0.01);
  });

  it('are all of a known family', () => {
    const known = new Set(Object.keys(FAMILIES));
    expect(rows.filter(([family = '']) => !known.has(family))).toEqual([]);
  });
});
