import type { Exchange, Reply } from '../types.ts';
import { answeredBy } from './answered-by.ts';

/**
 * The command that a reply answers in a log that shows the server alone: told from the reply and
 * from what came before it, in the order of RFC 5321 section 3.
 *
 * @param before the exchanges so far
 * @returns verb and argument; undefined where the reply is a greeting or nothing tells
 */
export function unseenCommand(
  before: readonly Exchange[],
  reply: Reply,
): { verb: string; argument: string } | undefined {
  const last = before.at(-1);
  const { code } = reply;
  if (code === 421) return undefined;
  if (!last) return ofBeginning(reply);
  const verb = last.command?.verb;
  const asked = last.reply?.code;
  const text = reply.lines.map((line) => line.text).join(' ');
  if (code === 221) return { verb: 'QUIT', argument: '' };
  if (code === 354) return { verb: 'DATA', argument: '' };
  if (asked === 354) return { verb: '.', argument: '' };
  if (asked === 334) return { verb: '(auth-data)', argument: '' };
  if (code === 334) {
    return { verb: 'AUTH', argument: /^(?:VXNl|dXNl)/.test(text) ? 'LOGIN' : '' };
  }
  if (code === 235 || code === 535 || code === 534 || code === 538) {
    return { verb: 'AUTH', argument: '' };
  }
  if (verb === undefined || (verb === 'STARTTLS' && asked === 220)) {
    return { verb: 'EHLO', argument: '' };
  }
  if (code === 220) return { verb: 'STARTTLS', argument: '' };
  if (verb === 'MAIL' || verb === 'RCPT') return afterSender(verb, reply, text);
  return { verb: 'MAIL', argument: '' };
}

/** A log that begins in the middle: no greeting has these codes, nor such words. */
function ofBeginning(reply: Reply): { verb: string; argument: string } | undefined {
  const { code, enhanced = '' } = reply;
  if (code === 235 || code === 334 || code === 535 || code === 534 || code === 538) {
    return { verb: 'AUTH', argument: '' };
  }
  if (code === 354) return { verb: 'DATA', argument: '' };
  if (code === 250 && reply.lines[0]?.more) return { verb: 'EHLO', argument: '' };
  // `554 5.7.1 <a@example.com>: Relay access denied`: who is to get a mail is known later.
  const words = reply.lines.map(({ text }) => text).join(' ');
  const isOfAddress =
    /<[^<>\s]{1,320}@[^<>\s]{1,255}>:|(?:recipient|sender) address rejected/i.test(words) ||
    OF_ENVELOPE.test(words) ||
    enhanced.startsWith('5.1.');
  if (code >= 500 && isOfAddress) {
    const verb = answeredBy(`${code} ${enhanced} ${words}`);
    if (verb === 'RCPT' || verb === 'MAIL') return { verb, argument: '' };
  }
  return code === 221 ? { verb: 'QUIT', argument: '' } : undefined;
}

/** Who is to be let in is asked after the introduction: `550 5.7.1 Authentication Required` */
const OF_ENVELOPE =
  /authentication (?:is )?required|must authenticate|relay(?:ing)?(?: access)? (?:denied|not permitted|not allowed)|user unknown|unknown user|no such (?:user|recipient|mailbox)/i;

/** After MAIL come recipients, as many as there are, and after them DATA. */
function afterSender(verb: string, reply: Reply, text: string): { verb: string; argument: string } {
  if (verb === 'RCPT' && (reply.code === 503 || /no valid recipients/i.test(text))) {
    return { verb: 'DATA', argument: '' };
  }
  const address = /<([^<>\s]{1,320}@[^<>\s]{1,255})>/.exec(text)?.[1];
  return { verb: 'RCPT', argument: address === undefined ? '' : `TO:<${address}>` };
}
