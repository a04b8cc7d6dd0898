import { expect, test } from 'vitest';
import { tableOf, toldOf } from './table.ts';

/**
 * What the corpus does not show: other stamps, lines that were searched for by a number, several
 * servers tried, programs around it.
 */
test.each(tableOf('postfix-maillog.txt'))('%s', (_name, log, wanted) => {
  const { dialects, sessions } = toldOf(log);
  expect(dialects).toEqual(wanted.length > 0 ? ['postfix-maillog'] : []);
  expect(sessions).toEqual(wanted);
});
