import type { Case } from './corpus.ts';

/** What a screen, a clipboard or a pipe does to a log. Outcome and cause can still be known after it. */
export interface Damage {
  id: string;
  /** @returns undefined where this log can't be damaged so, or would not let one tell any more */
  apply(text: string, item: Case): string | undefined;
  /** How often the sessions stand in what comes out: once, if left out. */
  times?: number;
}

const ESC = '\u001b';

/** The lines, without line ends. */
function linesOf(text: string): string[] {
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

function eachLine(change: (line: string, index: number) => string): Damage['apply'] {
  return (text) => `${linesOf(text).map(change).join('\n')}\n`;
}

function whole(change: (text: string) => string): Damage['apply'] {
  return (text) => {
    const out = change(text);
    return out === text ? undefined : out;
  };
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');
const clock = (index: number): string =>
  `${pad(9 + (Math.floor(index / 3600) % 12))}:${pad(Math.floor(index / 60) % 60)}:${pad(index % 60)}`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

/** Breaks each line after so many characters, in the middle of words. */
function wrapHard(width: number, indent: string): Damage['apply'] {
  return eachLine((line) => {
    const parts = [line.slice(0, width)];
    const step = width - indent.length;
    for (let at = width; at < line.length; at += step)
      parts.push(indent + line.slice(at, at + step));
    return parts.join('\n');
  });
}

/** Breaks each line at the last blank before the width. */
function wrapWords(width: number, indent: string): Damage['apply'] {
  return eachLine((line) => {
    const out: string[] = [];
    let rest = line;
    while (rest.length > width) {
      const at = rest.lastIndexOf(' ', width);
      if (at < 1 || rest.slice(0, at).trim() === '') break;
      out.push(rest.slice(0, at));
      rest = indent + rest.slice(at + 1);
    }
    return [...out, rest].join('\n');
  });
}

function quotedPrintable(text: string): string {
  return linesOf(text)
    .map((line) => {
      const bytes = [...new TextEncoder().encode(line)];
      const coded = bytes.map((byte, at) =>
        byte === 61 ||
        byte > 126 ||
        (byte < 32 && byte !== 9) ||
        (byte === 32 && at === bytes.length - 1)
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      let out = '';
      let width = 0;
      for (const char of coded) {
        if (width + char.length > 75) {
          out += '=\n';
          width = 0;
        }
        out += char;
        width += char.length;
      }
      return out;
    })
    .join('\n');
}

/** Two copies of a log, their lines in turn, told apart by what stands before them. */
function interleaved(prefix: (id: 0 | 1, index: number) => string): Damage {
  return {
    id: 'interleaved',
    times: 2,
    apply(text, item) {
      if (item.sessions.length !== 1) return undefined;
      const lines = linesOf(text).filter((line) => line.trim() !== '');
      if (lines.length < 4) return undefined;
      const out: string[] = [];
      for (let index = 0; index < lines.length + 3; index++) {
        const first = lines[index];
        const second = lines[index - 3];
        if (first !== undefined) out.push(prefix(0, index) + first);
        if (second !== undefined) out.push(prefix(1, index) + second);
      }
      return out.join('\n');
    },
  };
}

/** Cuts what neither decides nor tells: the first half of the first line, and the goodbye. */
function cut(text: string, item: Case): string | undefined {
  const [session] = item.sessions;
  if (!session || item.sessions.length !== 1 || session.exchange.length < 4) return undefined;
  if (session.failedAt === 'connect' || session.failedAt === 'greeting') return undefined;
  const [first] = session.exchange;
  const lines = linesOf(text);
  if (!first || first.line !== 1 || first.code !== 220) return undefined;
  const quit = session.exchange.findIndex(({ verb }) => verb === 'QUIT');
  const end = session.exchange[quit]?.line ?? lines.length + 1;
  const isLast = session.exchange.slice(quit + 1).every(({ code }) => code === 221);
  const to = quit > 0 && isLast && session.failedAt === null ? end - 1 : lines.length;
  const head = lines[0] ?? '';
  return [head.slice(Math.floor(head.length / 2)), ...lines.slice(1, to)].join('\n');
}

const PROSE = [
  'Hello all,',
  '',
  "since yesterday our contact form does not send any mail. I have tried everything that I found, the host says it's fine.",
  'Here is what the log shows:',
  '',
];
const AFTER = ['', 'What can I do? Thank you for any help!', 'Best regards', 'Jo'];
const TRACE = [
  'Exception in thread "main" java.lang.RuntimeException: mail job failed',
  '\tat org.example.jobs.MailJob.run(MailJob.java:42)',
  '\tat org.example.jobs.Worker.work(Worker.java:118)',
  '\tat java.base/java.lang.Thread.run(Thread.java:829)',
];

/** Every damage, in the order of the issue. */
export const damages: readonly Damage[] = [
  { id: 'joined-blank', apply: (text) => linesOf(text).join(' ') },
  { id: 'joined-nothing', apply: (text) => linesOf(text).join('') },
  { id: 'joined-br', apply: (text) => linesOf(text).map(escaped).join('<br>') },
  { id: 'br-at-ends', apply: eachLine((line) => `${line}<br />`) },
  { id: 'wrap-hard-80', apply: wrapHard(80, '') },
  { id: 'wrap-hard-48-indented', apply: wrapHard(48, '    ') },
  { id: 'wrap-hard-120', apply: wrapHard(120, '') },
  { id: 'wrap-words-72', apply: wrapWords(72, '') },
  { id: 'wrap-words-60-indented', apply: wrapWords(60, '  ') },
  { id: 'wrap-words-100', apply: wrapWords(100, '\t') },
  { id: 'newest-first', apply: (text) => linesOf(text).toReversed().join('\n') },
  { id: 'cut', apply: cut },
  {
    id: 'typographic',
    apply: whole((text) =>
      text
        .replaceAll('->', '→')
        .replaceAll('<-', '←')
        .replaceAll('...', '…')
        .replaceAll('--', '—')
        .replace(/(\d{3})-/g, '$1–')
        .replace(/(^|[\s(:])"/gm, '$1“')
        .replaceAll('"', '”')
        .replace(/(^|[\s(:])'/gm, '$1‘')
        .replaceAll("'", '’'),
    ),
  },
  { id: 'entities', apply: whole(escaped) },
  { id: 'entities-twice', apply: whole((text) => escaped(escaped(text))) },
  {
    id: 'entities-numeric',
    apply: whole((text) =>
      text.replace(/[<>"'&=]/g, (char, at: number) =>
        at % 2 === 0 ? `&#${char.charCodeAt(0)};` : `&#x${char.charCodeAt(0).toString(16)};`,
      ),
    ),
  },
  { id: 'markdown-escapes', apply: whole((text) => text.replace(/[<>_*[\]#]/g, '\\$&')) },
  {
    id: 'markdown-bold',
    apply: eachLine((line) => (line.trim() === '' ? line : `**${line.trim()}**`)),
  },
  {
    id: 'markdown-code',
    apply: eachLine((line) => (line.trim() === '' ? line : `\`${line.trim()}\``)),
  },
  { id: 'markdown-fence', apply: (text) => `\`\`\`text\n${linesOf(text).join('\n')}\n\`\`\`\n` },
  {
    id: 'markdown-bullets',
    apply: eachLine((line) => (line.trim() === '' ? line : `* ${line.trim()}`)),
  },
  { id: 'markdown-table', apply: eachLine((line, at) => `| ${at + 1} | ${line.trimEnd()} |`) },
  {
    id: 'markdown-links',
    apply: whole((text) => text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[$&](mailto:$&)')),
  },
  { id: 'quoted-printable', apply: whole(quotedPrintable) },
  { id: 'ansi', apply: eachLine((line, at) => `${ESC}[${31 + (at % 6)}m${line}${ESC}[0m`) },
  { id: 'ansi-lost', apply: eachLine((line, at) => `[1;${31 + (at % 6)}m${line}[0m`) },
  { id: 'compose', apply: eachLine((line) => `smtp_1  | ${line}`) },
  {
    id: 'docker-logs',
    apply: eachLine((line, at) => `2026-11-23T${clock(at)}.${pad(at * 37, 9)}Z ${line}`),
  },
  {
    id: 'syslog',
    apply: eachLine((line, at) => `Nov 23 ${clock(at)} web01 php-fpm[2143]: ${line}`),
  },
  {
    id: 'syslog-5424',
    apply: eachLine((line, at) => `<14>1 2026-11-23T${clock(at)}.003Z web01 app 2143 - - ${line}`),
  },
  {
    id: 'journalctl',
    apply: eachLine(
      (line, at) => `Nov 23 ${clock(at)} web01.example.com sendmail-job[99821]: ${line}`,
    ),
  },
  {
    id: 'ci',
    apply: eachLine((line, at) => `2026-11-23T${clock(at)}.${pad(at * 91, 7)}Z ${line}`),
  },
  {
    id: 'kubernetes',
    apply: eachLine(
      (line, at) => `2026-11-23T${clock(at)}.${pad(at * 37, 9)}+00:00 stdout F ${line}`,
    ),
  },
  { id: 'pod', apply: eachLine((line) => `[pod/mailer-7d9f8b6c5-x2x8k/app] ${line}`) },
  { id: 'quoted', apply: eachLine((line) => `> ${line}`) },
  { id: 'quoted-twice', apply: eachLine((line) => `>> ${line}`) },
  { id: 'line-numbers', apply: eachLine((line, at) => `${String(at + 1).padStart(4)}: ${line}`) },
  {
    id: 'line-numbers-tab',
    apply: eachLine((line, at) => `${String(at + 1).padStart(6)}\t${line}`),
  },
  { id: 'grep', apply: eachLine((line, at) => `logs/mail.log:${at + 118}:${line}`) },
  { id: 'indented', apply: eachLine((line) => `        ${line}`) },
  {
    id: 'json-lines',
    apply: eachLine((line, at) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: `2026-11-23T${clock(at)}.1Z` }),
    ),
  },
  {
    id: 'csv',
    apply: eachLine(
      (line, at) => `${at + 1},"2026-11-23 ${clock(at)}","${line.replaceAll('"', '""')}"`,
    ),
  },
  {
    ...interleaved((id, at) => `Nov 23 ${clock(at)} web01 mailer[${[4711, 4802][id]}]: `),
    id: 'interleaved-pid',
  },
  {
    ...interleaved(
      (id) =>
        `[${['0b5c4c1e-6c1b-4f0e-9c51-6a4d3f0b7a11', 'f3a9d2c7-1d2e-4a5b-8c7d-9e8f7a6b5c4d'][id]}] `,
    ),
    id: 'interleaved-uuid',
  },
  {
    id: 'twice-in-a-row',
    times: 2,
    apply: (text, { sessions, dialect }) =>
      sessions.length === 1 && dialect !== 'reply'
        ? `${text.replace(/\n*$/, '\n')}${text}`
        : undefined,
  },
  {
    id: 'brackets-eaten',
    apply: whole((text) => text.replace(/<([^<>\s@]+@[^<>\s@]+)>/g, '$1')),
  },
  { id: 'addresses-eaten', apply: whole((text) => text.replace(/<[^<>\s@]+@[^<>\s@]+>/g, '')) },
  {
    id: 'credentials-masked',
    apply(text, { sessions }) {
      const masks = ['***', '[redacted]', 'xxxxxxxx', '<hidden>'];
      const secrets = sessions.flatMap((session) => session.secrets);
      const out = secrets.reduce((all, one, at) => all.replaceAll(one, masks[at % 4] ?? ''), text);
      return out === text ? undefined : out;
    },
  },
  { id: 'prose-around', apply: (text) => [...PROSE, ...linesOf(text), ...AFTER].join('\n') },
  { id: 'trace-around', apply: (text) => [...TRACE, ...linesOf(text), ...TRACE].join('\n') },
  { id: 'doubled', apply: eachLine((line) => `${line}\n${line}`) },
  { id: 'blank-lines', apply: eachLine((line) => `${line}\n`) },
  { id: 'trailing-blanks', apply: eachLine((line) => `${line}   `) },
  { id: 'tabs-to-blanks', apply: whole((text) => text.replaceAll('\t', '    ')) },
  { id: 'blanks-collapsed', apply: whole((text) => text.replace(/(?<=\S)[ \t]{2,}/g, ' ')) },
  { id: 'leading-blanks-lost', apply: whole((text) => text.replace(/^[ \t]+/gm, '')) },
  {
    id: 'verbs-in-small-letters',
    apply: whole((text) =>
      text.replace(
        /\b(?:EHLO|HELO|MAIL FROM|RCPT TO|DATA|QUIT|STARTTLS|AUTH LOGIN)\b(?=[ :]|$)/gm,
        (verb) => verb.toLowerCase(),
      ),
    ),
  },
  { id: 'no-break-spaces', apply: whole((text) => text.replaceAll(' ', '\u00a0')) },
  { id: 'zero-width', apply: whole((text) => text.replace(/[@.:]/g, '$&\u200b')) },
  {
    id: 'addresses-obfuscated',
    apply: whole((text) =>
      text.replace(
        /([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)/g,
        (_all, name: string, host: string) => `${name} [at] ${host.replaceAll('.', ' [dot] ')}`,
      ),
    ),
  },
];
