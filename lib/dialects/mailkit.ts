import type { Dialect, Peer, Reader, Said } from '../types.ts';
import { parseReplyLine } from '../smtp/reply.ts';

/**
 * MailKit's ProtocolLogger (.NET, `new SmtpClient(new ProtocolLogger(…))`): a line for the
 * connection, then `C:` and `S:` on every line, the message's included. Newer versions put
 * asterisks for secrets; time stamps are an option. Written from the public documentation.
 *
 *     Connected to smtp://smtp.example.com:587/?starttls=when-available
 *     S: 220 smtp.example.com ESMTP ready
 *     C: EHLO client.example.org
 */
export const mailkit: Dialect = { id: 'mailkit', title: 'MailKit', open };

function open(): Reader {
  /** A connection line was seen: without it `C:` and `S:` are anybody's. */
  let mine = false;
  return (line) => {
    const stamp = STAMP.exec(line);
    const at = stamp?.[0].length ?? 0;
    const words = line.slice(at).trimEnd();
    const time = stamp?.[1] === undefined ? {} : { time: stamp[1] };
    const peer = peerOf(words);
    if (peer) {
      mine = true;
      return { side: 'note', event: 'connected', text: words, at, peer, ...time };
    }
    if (!mine) return undefined;
    const mark = /^([CS]):(?: |$)/.exec(words);
    if (mark) {
      const side = mark[1] === 'C' ? 'client' : 'server';
      // The trailing blanks of a message's line are of no account, nor is its CR.
      return { side, text: words.slice(3), at: at + 3, ...time };
    }
    return failureIn(words, at);
  };
}

/** `ProtocolLogger.LogTimestamps`: ISO 8601 before each mark. */
const STAMP = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,7})?)(?:Z|[+-]\d\d:\d\d)? /;

/** `Connected to smtps://mail.example.org:465/`. */
function peerOf(words: string): Peer | undefined {
  const match =
    /^Connected to (smtps?):\/\/(\[[0-9a-f:.]{2,45}\]|[^\s:/?[\]]{1,255})(?::(\d{1,5}))?(?:[/?]|$)/i.exec(
      words,
    );
  if (!match) return undefined;
  const implicitTls = match[1]?.toLowerCase() === 'smtps';
  return {
    host: match[2] ?? '',
    ...(match[3] === undefined ? {} : { port: Number(match[3]) }),
    ...(implicitTls ? { implicitTls } : {}),
  };
}

/** MailKit's exceptions: which step failed, and the reply's words without their code. */
function failureIn(words: string, at: number): Said | undefined {
  const name =
    /^(?:Unhandled exception\. |System\.\S{1,60} ---> )?(?:MailKit|System)\.[\w.]{1,80}Exception(?: \([^()]{0,80}\))?: /.exec(
      words,
    )?.[0];
  if (name === undefined) return undefined;
  const note = { side: 'note', text: words, at } as const;
  if (name.includes('SslHandshakeException')) return { ...note, event: 'tls-failed' };
  if (name.includes('AuthenticationException')) return { ...note, event: 'auth-failed' };
  if (name.includes('SocketException')) return { ...note, event: 'connect-failed' };
  if (name.includes('SmtpProtocolException')) return { ...note, event: 'lost' };
  const quoted = words.slice(name.length);
  if (parseReplyLine(quoted)) {
    const quote = { text: quoted, at: at + name.length };
    return { ...note, event: 'command-failed', quote };
  }
  return { ...note, event: 'failed' };
}
