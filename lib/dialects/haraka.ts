import type { Dialect, Reader, Said } from '../types.ts';

/**
 * Haraka's log, server side; what it delivers (`[outbound]`) has the client's part. The dialogue
 * is there with loglevel `protocol` and lower; above it the notices tell of sender, recipients and
 * the last refusal (`lr`). `state=1` is no part of the command, and `.1` behind the number is the
 * transaction's. The message is not shown. Checked with 3.3.4.
 *
 *     2026-11-23T19:36:05.528Z [PROTOCOL] [00B3A690-18E4-487A-8747-F1CAC07F8BC2] [core] C: EHLO client.example.org state=1
 */
export const haraka: Dialect = { id: 'haraka', title: 'Haraka', open };

const PREFIX =
  /^(?:\S{1,80} \S{0,80}: )?(?:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z )?\[([A-Z]{4,9})\] \[([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})((?:\.\d{1,5}){0,3})\] \[([\w/.-]{1,80})\] /;

/** What is known of a connection whose dialogue is not in the log. */
interface Known {
  /** Its dialogue is in the log. */
  shown: boolean;
  /** The command that was refused last. */
  refused?: string;
}

function open(): Reader {
  const connections = new Map<string, Known>();

  return (line) => {
    const prefix = PREFIX.exec(line);
    if (!prefix) return undefined;
    const [mark, time, level, id = '', transaction = '', plugin = ''] = prefix;
    const isOutbound = plugin === 'outbound';
    const base = {
      at: mark.length,
      session: isOutbound ? `${id}${transaction} out` : id,
      ...(time === undefined ? {} : { time }),
    };
    const known = connections.get(base.session) ?? { shown: false };
    connections.set(base.session, known);
    const text = line.slice(mark.length).trimEnd();
    const side = level === 'PROTOCOL' ? /^([CS]): ?/.exec(text) : null;
    if (side) {
      known.shown = true;
      const at = base.at + side[0].length;
      const words = text.slice(side[0].length);
      if (side[1] === 'S') return { ...base, side: 'server', text: words, at };
      return { ...base, side: 'client', text: words.replace(/ state=\d{1,3}$/, ''), at };
    }
    return { ...base, ...(level === 'NOTICE' ? notice(text, base.at, known) : remark(text)) };
  };
}

/** A plugin that reads the login gets the client's words as its parameters. */
function remark(text: string): Said {
  const isLogin = text.includes('hook=unrecognized_command');
  const words = isLogin ? text.replace(/ params=\S+/, ' params=…') : text;
  return { side: 'note', event: 'remark', text: words };
}

function notice(text: string, at: number, known: Known): Said {
  const opened = /^connect ip=\S{1,60} port=\d{1,5} local_ip=(\S{1,60}) local_port=(\d{1,5})/.exec(
    text,
  );
  if (opened) {
    const peer = { host: opened[1] ?? '', port: Number(opened[2]) };
    return { ...remark(text), event: 'connected', peer };
  }
  if (text.startsWith('disconnect ')) return closed(text, at, known);
  const told = /^(sender|recipient) <([^>]{0,320})> code=(\w{1,20})/.exec(text);
  const isRefusal = / code=(?:DENY|DENYSOFT|DENYDISCONNECT|DENYSOFTDISCONNECT)\b/.test(text);
  if (told) {
    const [, role, address = ''] = told;
    const isSender = role === 'sender';
    if (isRefusal) known.refused = isSender ? `MAIL FROM:<${address}>` : `RCPT TO:<${address}>`;
    if (known.shown) return remark(text);
    const rejectedTo = isRefusal ? [address] : [];
    return {
      ...remark(text),
      envelope: isSender ? { from: address } : { to: [address], rejectedTo },
    };
  }
  if (/^(?:message|queue) /.test(text)) {
    if (isRefusal) known.refused = '.';
    const isKept = !known.shown && text.startsWith('queue code=OK');
    return { ...remark(text), event: isKept ? 'sent' : 'remark' };
  }
  return remark(text);
}

/** `disconnect ip=… lr="550 5.1.1 User unknown" time=0.013`: the last refusal, shown only here. */
function closed(text: string, at: number, known: Known): Said {
  const tls = text.includes(' tls=Y ') ? ({ tls: 'starttls' } as const) : {};
  const last = / lr="([45]\d\d[ -][^"]{0,1000})"/.exec(text);
  if (!last || known.shown)
    return { ...remark(text), event: 'closed', ...(known.shown ? {} : tls) };
  const words = last[1] ?? '';
  const column = at + last.index + ' lr="'.length;
  const answers = known.refused ?? (/^5(?:3[458])/.test(words) ? 'AUTH' : undefined);
  return { ...tls, side: 'server', text: words, at: column, ...(answers ? { answers } : {}) };
}
