import { expect, test } from 'vitest';
import { tableOf, toldOf } from './table.ts';

/**
 * What the corpus does not show: several recipients, warnings, reports without a part for people
 * or without one for programs, reports of other programs than Postfix.
 */
test.each(tableOf('bounce-dsn.txt'))('%s', (_name, log, wanted) => {
  const { dialects, sessions } = toldOf(log);
  expect(dialects).toEqual(wanted.length > 0 ? ['bounce-dsn'] : []);
  expect(sessions).toEqual(wanted);
});
