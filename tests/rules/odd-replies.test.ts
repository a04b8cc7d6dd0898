import { describe, expect, it } from 'vitest';
import type { Phase } from '../../lib/types.ts';
import { classifyBare } from '../../lib/rules/bare-reply.ts';
import { log, verdicts } from './diagnosed.ts';

/** Replies that contradict themselves, or that nobody can read: what the code and the step say, and no more. */

describe('a code and words that contradict each other', () => {
  it.each<[Phase, string, string]>([
    // The words speak of success: they are no reason.
    ['rcpt', '550 2.1.5 Ok', 'recipient-rejected'],
    ['rcpt', '550 Ok', 'recipient-rejected'],
    ['message', '554 2.0.0 Message accepted for delivery', 'other'],
    ['message', '550 250 Ok: queued as 4X', 'other'],
    ['rcpt', '450 250 ok', 'server-temporary-error'],
    // The first digit of the basic code wins over that of the enhanced one.
    ['rcpt', '550 4.2.0', 'recipient-rejected'],
    ['message', '550 4.7.0 hello', 'policy'],
    ['greeting', '421 5.7.1', 'server-temporary-error'],
    // Words that name a reason win over both.
    ['rcpt', '550 4.2.0 Greylisted, try again', 'greylisted'],
    ['rcpt', '450 5.1.1 User unknown', 'recipient-unknown'],
    ['rcpt', '552 5.1.1 over quota', 'mailbox-full'],
    ['rcpt', '550 5.7.1 No such user', 'recipient-unknown'],
    ['rcpt', '550 5.1.0 192.0.2.10 is listed at bl.example.org', 'blocklisted-ip'],
  ])('%s: %s', (phase, reply, cause) => {
    expect(classifyBare(reply, phase)).toBe(cause);
  });

  it.each([
    ['550 2.1.5 Ok', 'rejected: recipient-rejected'],
    ['450 2.1.5 Ok', 'deferred: server-temporary-error'],
    ['550 4.2.0 qzx', 'rejected: recipient-rejected'],
  ])('in a session the code decides what became of the mail: %s', (reply, verdict) => {
    expect(
      verdicts(log`
        S: 220 mx.example.net ESMTP
        C: EHLO shop.example.com
        S: 250 mx.example.net
        C: MAIL FROM:<shop@example.com>
        S: 250 Ok
        C: RCPT TO:<anna@example.net>
        S: ${reply}
        C: QUIT
        S: 221 Bye
      `),
    ).toEqual([verdict]);
  });
});

describe('codes that no standard has', () => {
  it.each<[Phase | undefined, string, string]>([
    ['rcpt', '499', 'server-temporary-error'],
    ['message', '499 qzx', 'server-temporary-error'],
    ['message', '599 qzx', 'other'],
    ['rcpt', '599 5.9.9 qzx', 'recipient-rejected'],
    ['message', '550 5.9.9', 'other'],
    ['message', '550 5.7.999 qzx', 'other'],
    ['rcpt', '550 5.7.999', 'recipient-rejected'],
    ['rcpt', '450 4.9.9', 'server-temporary-error'],
    ['message', '699 qzx', 'other'],
    ['rcpt', '000 qzx', 'other'],
    [undefined, '550', 'other'],
    [undefined, '', 'other'],
  ])('%s: %s', (phase, reply, cause) => {
    expect(classifyBare(reply, phase)).toBe(cause);
  });
});

describe('words that cannot be read', () => {
  it.each<[Phase, string, string]>([
    ['message', '550 Извините, сегодня не получится', 'other'],
    ['rcpt', '550 Извините, сегодня не получится', 'recipient-rejected'],
    ['message', '451 对不起，今天不行', 'server-temporary-error'],
    ['rcpt', '550 对不起，今天不行', 'recipient-rejected'],
    ['message', '550 Das geht heute leider nicht', 'other'],
    // KOI8-R and Shift JIS read as Latin-1.
    ['rcpt', '550 ðÏÌØÚÏ×ÁÔÅÌØ ÎÅ ÎÁÊÄÅÎ', 'recipient-rejected'],
    ['message', '550 \u0083\u0086\u0081[\u0083U\u0081[', 'other'],
    ['rcpt', '450 \u0000\u0001\u0002', 'server-temporary-error'],
    ['message', '550 🙈🙉🙊', 'other'],
    ['message', '550 12345 67890', 'other'],
  ])('prove nothing: %s: %s', (phase, reply, cause) => {
    expect(classifyBare(reply, phase)).toBe(cause);
  });

  it.each<[string, string]>([
    ['550 Пользователь не найден', 'recipient-unknown'],
    ['550 用户不存在', 'recipient-unknown'],
    // A byte of Latin-1 in a log of UTF-8, UTF-8 read as Latin-1 and as Windows-1252.
    ['550 Empf\ufffdnger unbekannt', 'recipient-unknown'],
    ['550 EmpfÃ¤nger unbekannt', 'recipient-unknown'],
    ['550 ÐŸÐ¾Ð»ÑŒÐ·Ð¾Ð²Ð°Ñ‚ÐµÐ»ÑŒ Ð½Ðµ Ð½Ð°Ð¹Ð´ÐµÐ½', 'recipient-unknown'],
    ['552 Bo\ufffdte aux lettres pleine', 'mailbox-full'],
  ])('but are read where they can be: %s', (reply, cause) => {
    expect(classifyBare(reply, 'rcpt')).toBe(cause);
  });
});

describe('replies of 50 kB', () => {
  it.each<[string, string, string]>([
    ['one long word', '550 ' + 'x'.repeat(50_000), 'other'],
    ['a word that every phrase has, again and again', '550 ' + 'user '.repeat(10_000), 'other'],
    ['halves of phrases', '550 ' + 'mailbox is your ip address '.repeat(1900), 'other'],
    ['a reason at the start', '550 mailbox full. ' + 'bla '.repeat(12_000), 'mailbox-full'],
    ['a reason far behind', '451 ' + 'bla '.repeat(12_000) + 'virus', 'server-temporary-error'],
    ['lines', '550-bla\n'.repeat(6000) + '550 User unknown', 'other'],
  ])('%s', (_, reply, cause) => {
    const start = performance.now();
    expect(classifyBare(reply, 'message')).toBe(cause);
    // Milliseconds; a comparison of every phrase at every word would take many times as long.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
