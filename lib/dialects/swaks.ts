import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * swaks, the Swiss army knife for SMTP. Checked with 20201014.0. `*` in a server's mark is
 * swaks' own judgement of the reply, `~` stands for a line inside TLS.
 *
 *     === Trying mail.example.net:587...
 *     <-  220 mail.example.net ESMTP ready
 *      ~> AUTH LOGIN
 *     <~* 535 5.7.8 Error: authentication failed
 *     *** No authentication type succeeded
 */
export const swaks: Dialect = { id: 'swaks', title: 'swaks', open };

const MARK = /^\s{0,4}(===|\*\*\*|<[-~*][ *]?|[-~]>)(?: |$)/;

const DUMP = /^(?:<| {1,2}>) {1,3}\d{4}: [\dA-F]{2} /;

function open(): Reader {
  let peer: Peer | undefined;
  let talked = false;
  /** The note before was an error, which may go on over indented lines. */
  let failing: Event | undefined;

  return (line) => {
    const mark = MARK.exec(line);
    // --show-raw-text: the bytes, beside the words.
    if (!mark) {
      return DUMP.test(line) ? { side: 'note', event: 'remark', text: line.trim() } : undefined;
    }
    const at = mark[0].length;
    const text = line.slice(at).trimEnd();
    const sign = mark[1] ?? '';
    if (sign.startsWith('<')) {
      failing = undefined;
      const words = text.trimStart();
      // `<** Timeout (30 secs) waiting for server response`: the words are swaks' own.
      if (words.startsWith('Timeout (')) return { side: 'note', event: 'timeout', text: words, at };
      talked = true;
      return { side: 'server', text: words, at: line.length - line.slice(at).trimStart().length };
    }
    if (sign.endsWith('>')) {
      failing = undefined;
      return { side: 'client', text, at };
    }
    if (sign === '***') {
      if (failing && /^\s/.test(text)) {
        return { side: 'note', event: failing, text: text.trim(), at, continues: true };
      }
      failing = errorOf(text);
      return { side: 'note', event: failing, text, at };
    }
    failing = undefined;
    return info(text, at);
  };

  function info(text: string, at: number): Said {
    const base = { side: 'note', text, at } as const;
    if (text.startsWith('Trying ')) {
      const to = /^Trying (\[[0-9a-f:.]+\]|[^\s:]+):(\d{1,5})\.\.\.$/i.exec(text);
      peer = to ? { host: to[1] ?? '', port: Number(to[2]) } : undefined;
      talked = false;
      return { ...base, event: 'connecting', ...(peer ? { peer } : {}) };
    }
    if (text.startsWith('Connected to ')) return { ...base, event: 'connected' };
    if (text.startsWith('Connection closed with')) return { ...base, event: 'closed' };
    if (text.startsWith('TLS started') && !talked) {
      return { ...base, event: 'remark', tls: 'implicit' };
    }
    return { ...base, event: 'remark' };
  }
}

function errorOf(text: string): Event {
  if (/^Error connecting|connect: |resolve|Unable to connect/i.test(text)) return 'connect-failed';
  if (/closed connection unexpectedly|Connection reset|Broken pipe/i.test(text)) return 'lost';
  if (/time[d ]?\s?out/i.test(text)) return 'timeout';
  if (/auth/i.test(text)) return 'auth-failed';
  if (/TLS|SSL|certificate/i.test(text)) return 'tls-failed';
  return 'failed';
}
