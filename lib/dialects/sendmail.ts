import { parseReplyLine } from '../smtp/reply.ts';
import { readSendmailFailure } from '../smtp/sendmail-failure.ts';
import { createSendmailLog } from '../smtp/sendmail-log.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * Sendmail in three shapes: what `-v` prints (`>>> ` before commands, replies bare), its lines in a
 * system log, and the transcript in its reports (`>>> ` and `<<< `; what has no mark there is its
 * own words). Reports leave out what went well, so that an answer to RCPT may stand behind DATA.
 * Written from public logs and documentation of 8.12 to 8.17.
 *
 *     alice@example.net... Connecting to mx.example.net. via esmtp...
 *     >>> MAIL From:<a@example.org> SIZE=1412
 *     ... while talking to mx.example.net.:
 *     <<< 550 5.1.1 <b@example.net>: Recipient address rejected: User unknown
 */
export const sendmail: Dialect = { id: 'sendmail', title: 'Sendmail', open };

const CONNECTING =
  /^(?:\S{1,320}\.\.\. )?Connecting to (\S{1,255}?)\.?(?: port (\d{1,5}))? via \S{1,40}\.\.\.$/;
const TALKING = /^\.\.\. while talking to (\S{1,255}?)\.?:$/;
/** `550 5.1.1 <b@example.net>... User unknown`, `b@example.net... Deferred: Connection refused by …` */
const OWN_WORDS =
  /^(?:([45]\d\d) )?(?:([45]\.\d{1,3}\.\d{1,3}) )?<?([^\s<>]{1,320}?)>?\.\.\. (.{1,500})$/;

function open(): Reader {
  const readLog = createSendmailLog();
  /** In a report: the part that the line is in. */
  let part: 'none' | 'head' | 'failed' | 'transcript' = 'none';
  /** A connection was made in sight: bare replies are the server's. */
  let talks = false;
  /** The last command was DATA: the next answer may be to a RCPT before it. */
  let afterData = false;
  /** A reply stands in this transcript: Sendmail's own words repeat it. */
  let answered = false;
  /** Recipients that the report says have failed, in its order. */
  let failed: string[] = [];

  return (line) => {
    const logged = readLog(line);
    if (logged) return logged;
    const lead = /^(?:050 )?\s{0,12}/.exec(line)?.[0].length ?? 0;
    const text = line.slice(lead).trimEnd();
    const note = { side: 'note', event: 'remark', text, at: lead } as const;
    const connecting = CONNECTING.exec(text) ?? TALKING.exec(text);
    if (connecting) {
      const [, host = '', port] = connecting;
      talks = true;
      answered = false;
      const peer = {
        host: host.replace(/^\[(.*)\]$/, '$1'),
        ...(port === undefined ? {} : { port: Number(port) }),
      };
      return { ...note, event: 'connecting', peer };
    }
    if (text.startsWith('The original message was received at')) {
      part = 'head';
      failed = [];
      return note;
    }
    const section = /^-{3,} (?:(The following addresses had)|Transcript of session follows)/.exec(
      text,
    );
    if (section) {
      part = section[1] === undefined ? 'transcript' : 'failed';
      return note;
    }
    if (part !== 'none' && part !== 'transcript') return inHead(note, text);
    if (text.startsWith('>>> ')) return command(text.slice(4), lead + 4);
    if (text.startsWith('<<< ')) return reply(text.slice(4), lead + 4);
    const isBare = talks && part !== 'transcript' && parseReplyLine(text) !== undefined;
    if (isBare && !OWN_WORDS.test(text)) return { side: 'server', text, at: lead };
    return own(note, text);
  };

  /** `<b@example.net>`, `(reason: 550 5.1.1 …)` */
  function inHead(note: Said, text: string): Said | undefined {
    if (text === '') return undefined;
    const address = /^<?([^\s<>]{1,320}@[^\s<>]{1,255})>?$/.exec(text)?.[1];
    if (part !== 'failed' || address === undefined) return note;
    failed.push(address);
    return { ...note, envelope: { to: [address] } };
  }

  function command(text: string, at: number): Said {
    afterData = /^DATA$/i.test(text);
    return { side: 'client', text, at };
  }

  function reply(text: string, at: number): Said {
    answered = true;
    const said = { side: 'server', text, at } as const;
    if (!afterData || !isAboutRecipient(text)) return said;
    const named = /<([^<>\s]{1,320}@[^<>\s]{1,255})>/.exec(text)?.[1];
    const to = named ?? failed[0];
    return { ...said, answers: to === undefined ? 'RCPT' : `RCPT TO:<${to}>` };
  }

  /** What Sendmail says itself. */
  function own(note: Said, text: string): Said | undefined {
    if (text.startsWith('Closing connection to ')) {
      talks = false;
      return { ...note, event: 'closed' };
    }
    const words = OWN_WORDS.exec(text);
    if (!words) return part === 'transcript' && /^[45]\d\d /.test(text) ? note : undefined;
    const [, code, dsn = '', to = '', reason = ''] = words;
    if (
      !talks &&
      code === undefined &&
      part === 'none' &&
      !/^(?:Sent|Deferred|User unknown|Host unknown)\b/.test(reason)
    ) {
      return undefined;
    }
    if (/^Sent\b/.test(reason)) return { ...note, event: 'sent' };
    // It repeats the reply above.
    if (
      answered ||
      (part === 'none' && talks && !/^Deferred: (?:Connection|No route|Name)/.test(reason))
    )
      return note;
    const at = (note.at ?? 0) + text.length - reason.length;
    const recipients = to.includes('@') ? [to] : [];
    const envelope = { to: recipients };
    return { ...note, envelope, ...readSendmailFailure(reason, dsn, recipients, envelope), at };
  }
}

/** An answer behind DATA that speaks of a mailbox was given to a RCPT before it. RFC 2920. */
function isAboutRecipient(text: string): boolean {
  if (/valid recipient|RCPT|no recipients/i.test(text)) return false;
  return /^(?:450|550|551|553)\b|^[45]\d\d[ -][45]\.[12]\.\d/.test(text);
}
