import type { Reader } from '../types.ts';
import { remarkIn, speaksOfMail } from './notes.ts';
import { createRemarks } from './remarks.ts';

/** Remarks that tell how an attempt ended. */
const TELLING = new Set([
  'connect-failed',
  'tls-failed',
  'auth-unavailable',
  'auth-failed',
  'timeout',
  'lost',
]);
/** How many lines of such a log tell something. */
const SHARE = 0.15;
/** A log of a mere attempt is short. */
const MAX_LINES = 60;

/** Where in a program an error arose: `at f (x.js:1)`, `File "x.py", line 9, in f`, `^^^^` */
const TRACE =
  /^\s*(?:at |File "|#\d+ |\^+$|~+\^*$)|^\s{4,}\S|^\w[\w ]{0,30} = |^[{}[\]] ?\[?\d* ?(?:bytes data\])?$/;

/**
 * Reads the log of an attempt at which nothing was said: no connection, no TLS. It is a log of mail
 * if it names the protocol or one of its ports.
 *
 * @param sample the log's first lines
 */
export function createFailures(sample: readonly string[]): Reader {
  const lines = sample.filter((line) => line.trim() !== '' && !TRACE.test(line));
  const remarks = lines.flatMap((line) => remarkIn(line) ?? []);
  const isMail = lines.some(speaksOfMail);
  const isTried = remarks.some(({ peer }) => peer !== undefined);
  const isFailure = remarks.some(
    ({ event = '' }) => TELLING.has(event) || (isTried && event === 'failed'),
  );
  const isLog = lines.length <= MAX_LINES && remarks.length >= lines.length * SHARE;
  // Data in braces tell of a failure, and are not its log.
  const isData = /^\s*[[{]\s*$/.test(sample.find((line) => line.trim() !== '') ?? '');
  if (isData || !isMail || !isFailure || !isLog) return () => undefined;
  return createRemarks().read;
}
