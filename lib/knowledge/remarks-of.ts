// Source: the tables that it joins.
import { mailServerRemarks } from './mail-server-remarks.ts';
import { remarks } from './remarks.ts';
import { reportRemarks } from './report-remarks.ts';
import type { RemarkRow } from './rows.ts';

const { postfix, exim, opensmtpd, haraka, sendmail, exchange } = mailServerRemarks;

/** Formats whose program has words of its own; another program may mean something else by them. */
const OWN: Readonly<Record<string, readonly RemarkRow[]>> = {
  'postfix-maillog': postfix,
  'postfix-verbose': postfix,
  'postfix-transcript': [...sendmail, ...reportRemarks],
  'bounce-dsn': [...sendmail, ...reportRemarks],
  'provider-event': reportRemarks,
  'exim-mainlog': exim,
  'exim-v': exim,
  opensmtpd,
  haraka,
  sendmail: [...sendmail, ...reportRemarks],
  'kerio-connect': sendmail,
  'exchange-protocol-log': exchange,
};

const KNOWN = new Map(Object.entries(OWN).map(([id, own]) => [id, [...remarks, ...own]] as const));

/**
 * The remarks that a program may make, those of all programs first.
 *
 * @param dialect the slug of the log's format
 */
export function remarksOf(dialect: string): readonly RemarkRow[] {
  return KNOWN.get(dialect) ?? remarks;
}
