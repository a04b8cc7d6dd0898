import type { Dialect, Reader, Said } from '../types.ts';

/**
 * hMailServer's log: quoted fields between tabs. SMTPD is the server, SMTPC the client of a
 * delivery, so SENT and RECEIVED change sides. The lines of a reply are joined by `[nl]`, the
 * message is not shown, credentials are `***`. Written for 5.6 from public logs. TCPIP lines say
 * nothing on which session they belong to.
 *
 *     "SMTPD"⇥2764⇥118⇥"2026-11-23 18:20:09.505"⇥"203.0.113.25"⇥"SENT: 220 mail.example.org ESMTP"
 */
export const hmailserver: Dialect = { id: 'hmailserver', title: 'hMailServer', open: () => read };

const LINE =
  /^"(SMTP[DC])"\t(?:\d{1,12}\t){1,2}"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)"\t"([^"\t]{0,60})"\t"(SENT|RECEIVED): /;

const read: Reader = (line) => {
  const match = LINE.exec(line);
  if (!match) return undefined;
  const [mark, role = '', time = '', ip = '', verb] = match;
  const at = mark.length;
  const words = line.slice(at).trimEnd();
  // As many blanks as the mark has characters: columns stay those of the line.
  const text = (words.endsWith('"') ? words.slice(0, -1) : words).replaceAll('[nl]', '    ');
  const number = /^"SMTP[DC]"\t\d{1,12}\t(\d{1,12})\t/.exec(mark)?.[1];
  const said = { text, at, time, session: `${role} ${number ?? ip}` };
  // The server speaks when SMTPD sends and when SMTPC receives.
  if ((role === 'SMTPD') === (verb === 'SENT')) return { ...said, side: 'server' };
  const hidden = /^\*{3,}$/.test(text);
  return { ...said, side: 'client', ...(hidden ? { hidden } : {}) } satisfies Said;
};
