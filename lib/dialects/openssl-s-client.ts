import { isKnownCommand } from '../smtp/command.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * A dialogue typed into `openssl s_client`, as the terminal shows it. Checked with OpenSSL 3.0.
 * With -starttls the greeting and the first EHLO are swallowed, all but the last line of its
 * reply; session tickets arrive in the middle.
 *
 *     CONNECTED(00000003)
 *     verify error:num=18:self-signed certificate
 *     250 CHUNKING
 *     EHLO client.example.org
 */
export const opensslSClient: Dialect = {
  id: 'openssl-s-client',
  title: 'openssl s_client',
  open,
};

interface Memory {
  /** Nothing yet, s_client's own report, a command's turn, an answer to 334, the message. */
  state: 'outside' | 'report' | 'dialogue' | 'auth' | 'message';
  /** A line of the dialogue has come. */
  talked: boolean;
  /** The last reply is complete: the client's turn. */
  turn: boolean;
  /** Between `Post-Handshake New Session Ticket arrived:` and `---`. */
  ticket: boolean;
  /** -starttls was asked for, and the server does not offer it. */
  denied: boolean;
}

function open(): Reader {
  const memory: Memory = {
    state: 'outside',
    talked: false,
    turn: false,
    ticket: false,
    denied: false,
  };
  return (line) => read(line, memory);
}

function read(line: string, memory: Memory): Said | undefined {
  const text = line.trimEnd();
  if (/^CONNECTED\([0-9A-F]{8}\)$/.test(text)) {
    const early = memory.state === 'outside' && memory.denied;
    memory.state = 'report';
    memory.talked = memory.turn = memory.ticket = false;
    memory.denied = early;
    return { side: 'note', event: 'connecting', text };
  }
  const refused = failure(text);
  // Where the error stream was kept apart, it comes before the rest.
  if (memory.state === 'outside') {
    if (DENIED.test(text)) return denied(text, memory);
    if (refused?.event !== 'tls-failed' || memory.denied) return refused;
    return { ...refused, tls: 'implicit' };
  }
  const remark = { side: 'note', event: 'remark', text: text.trim() } as const;
  if (text.startsWith('Post-Handshake New Session Ticket arrived:')) memory.ticket = true;
  if (memory.ticket) {
    if (text === '---') memory.ticket = false;
    return remark;
  }
  const said = dialogue(text, memory);
  if (said) return said;
  if (refused?.event === 'tls-failed') {
    // The note before it has told more: what answered in clear is a server without STARTTLS.
    if (memory.talked || memory.denied) return remark;
    return { ...refused, tls: 'implicit' };
  }
  return refused ?? report(text, memory) ?? remark;
}

function dialogue(text: string, memory: Memory): Said | undefined {
  if (memory.state === 'message') {
    if (text === '.') memory.state = 'dialogue';
    if (text === 'closed') return undefined;
    if (!text.startsWith('421 ')) return { side: 'client', text };
  }
  const code = /^([2-5]\d\d)(?:[ -]|$)/.exec(text)?.[1];
  if (code !== undefined) {
    // The greeting was swallowed: s_client itself has sent STARTTLS.
    const first = memory.talked ? undefined : code === '250' ? 'starttls' : 'implicit';
    memory.talked = true;
    memory.turn = text.charAt(3) !== '-';
    memory.state = code === '334' ? 'auth' : code === '354' ? 'message' : 'dialogue';
    return { side: 'server', text, ...(first ? { tls: first } : {}) };
  }
  if (memory.state === 'auth' && memory.turn && /^[\w+/=*-]*$/.test(text) && text !== '---') {
    memory.turn = false;
    return { side: 'client', text };
  }
  if (isKnownCommand(text) || (memory.turn && isTyped(text, memory))) {
    memory.turn = false;
    if (memory.state === 'report') memory.state = 'dialogue';
    return { side: 'client', text };
  }
  return undefined;
}

/** What a person mistyped: one word all in one case, when it was the client's turn. */
function isTyped(text: string, memory: Memory): boolean {
  if (
    memory.state !== 'dialogue' ||
    /^(?:closed|DONE|RENEGOTIATING|KEYUPDATE|(?:read R|write W) BLOCK)$/.test(text)
  )
    return false;
  return /^(?:[A-Z]{3,10}|[a-z]{3,10})(?: \S+){0,2}$/.test(text);
}

/** `40678EEB2B7F0000:error:0A00010B:SSL routines:…`, `connect:errno=111` */
function failure(text: string): Said | undefined {
  const said = (event: Event): Said => ({ side: 'note', event, text });
  if (/^(?:BIO_)?connect:errno=\d{1,5}$/.test(text)) return said('connect-failed');
  if (!/^[0-9A-F]{4,16}:error:[0-9A-F]{6,12}:/.test(text)) return undefined;
  return said(
    /:system library:|BIO_|:Name or|getaddrinfo/.test(text) ? 'connect-failed' : 'tls-failed',
  );
}

function report(text: string, memory: Memory): Said | undefined {
  const note = { side: 'note', text } as const;
  if (text === 'closed' || text === 'DONE') return { ...note, event: 'closed' };
  if (/^(?:read|write):errno=/.test(text)) return { ...note, event: 'lost' };
  if (DENIED.test(text)) return denied(text, memory);
  if (text.startsWith('no peer certificate available')) return { ...note, event: 'remark' };
  return memory.state === 'report' && text === '' ? { ...note, event: 'remark' } : undefined;
}

/** -starttls was asked for, and the server does not offer it. */
const DENIED = /^Didn't f(?:ind|ound) STARTTLS in server response/i;

function denied(text: string, memory: Memory): Said {
  memory.denied = true;
  return { side: 'note', event: 'tls-failed', text, tls: 'starttls' };
}
