import { describe, expect, test } from 'vitest';
import { ANSWERERS } from '../../lib/knowledge/answers/answerers.ts';
import { Phrase } from '../../lib/rules/phrase.ts';
import { answerOf } from '../../lib/rules/answer.ts';

/** A phrase in one of its wordings: `{4,5}.7.{26,27}` → `4.7.26`. */
function worded(phrase: string): string {
  return phrase
    .replace(/\{([^,}]*)(?:,[^}]*)?\}/g, '$1')
    .replaceAll('=', (sign, at: number) => (at === 0 || phrase[at - 1] === '*' ? '' : sign))
    .replaceAll('*', ' and ');
}

const rows = ANSWERERS.flatMap(({ name, marks, answers }) =>
  answers.map((answer) => ({ name, marks, answer })),
);

test.each(rows)('$name: no row hides $answer.phrases', ({ marks, answer }) => {
  for (const phrase of answer.phrases) {
    const words = `550 ${worded(phrase)}`;
    const isMarked = marks.some((mark) => new Phrase(mark).isIn(words));
    const text = isMarked ? words : `${words} (${worded(marks[0] ?? '')})`;
    expect(answerOf(text)?.says, phrase).toBe(answer.says);
  }
});

test.each(rows)('$name: whole sentences for $answer.phrases', ({ answer }) => {
  for (const text of [answer.says, ...(answer.steps ?? [])].flat()) {
    expect(text).toMatch(/^[A-Z{].*[.”]$/);
    expect(text).not.toMatch(/["']/);
  }
});

describe('answers as they come', () => {
  test.each([
    [
      '550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550 5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. a1-2 - gsmtp',
      'Google wants SPF or DKIM to pass',
    ],
    [
      '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address [192.0.2.1]. p=UnsolicitedRateLimitError - gsmtp',
      'far more unwanted mail than usual',
    ],
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR.eurprd04.prod.outlook.com 2026-01-02T10:00:00Z 08DC]',
      'no longer takes passwords',
    ],
    [
      '550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal please visit https://sender.office.com/ (AS16012609)',
      'its own list',
    ],
    [
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender [X.prod.outlook.com]',
      'compares the address in From',
    ],
    [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/pbl',
      'PBL',
    ],
    [
      '554 5.7.1 blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/',
      'did not say that you are listed',
    ],
    [
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints',
      'less of this sender',
    ],
    [
      '535 Login fail. Please enter your authorization code to login. More information in http://service.mail.qq.com',
      'authorisation code',
    ],
    [
      '550 Domain example.com has exceeded the max emails per hour (301/300 (100%)) allowed. Message discarded.',
      'only so many mails in an hour',
    ],
  ])('%s', (reply, words) => {
    expect(String(answerOf(reply)?.says)).toContain(words);
  });

  test('the server’s name tells whose answer it is', () => {
    expect(answerOf('421 4.7.29 not sent over a TLS connection', 'smtp.gmail.com')?.says).toContain(
      'TLS',
    );
    expect(
      answerOf('421 4.7.29 not sent over a TLS connection', 'mail.example.com'),
    ).toBeUndefined();
  });

  test('an address of somebody does not', () => {
    expect(answerOf('550 5.1.1 <anna@yahoo.com>: mailbox not found')).toBeUndefined();
  });
});
