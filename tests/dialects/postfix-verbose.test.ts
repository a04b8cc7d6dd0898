import { expect, test } from 'vitest';
import { tableOf, toldOf } from './table.ts';

/**
 * What the corpus does not show: logins of the client, several deliveries of one process, failures
 * that only the status tells.
 */
test.each(tableOf('postfix-verbose.txt'))('%s', (_name, log, wanted) => {
  const { dialects, sessions } = toldOf(log);
  expect(dialects).toEqual(['postfix-verbose']);
  expect(sessions).toEqual(wanted);
});
