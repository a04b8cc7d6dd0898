import type { ReportEntry } from './report.ts';

/** What a mail server's log writes in front of what it tells of a mail. */
const syslog =
  /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{1,30}) \S{1,255} [\w./-]{1,60}(?:\[\d{1,10}\])?: /;
/** `status=deferred (connect to …)`, Exim's `defer (-37) …`: what became of the mail. */
const result = /\b(?:status=\w{1,20} \(|stat=\w|defer \(-?\d{1,6}\))/;

/** `"message": "SMTP Error: …",` of a JSON record. */
const member = /^"[\w-]{1,40}" ?: ?"((?:[^"\\]|\\.)+)/;

/**
 * The deciding line in few words, to be shown where there is room for its beginning only: from the
 * server's answer on, without the time, the queue number and the addresses in front of it. A line
 * that says nothing is told in ours.
 *
 * @param text the line's words, secrets masked
 */
export function quoteOf(
  { code, brief }: Pick<ReportEntry, 'code' | 'brief'>,
  text: string,
): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const line = member.exec(words)?.[1] ?? words;
  const answer = code === null ? -1 : line.search(new RegExp(`(?<![^\\s('"“:;])${code}[ -]\\S`));
  // Postfix: `status=sent (250 2.0.0 Ok: queued as 0AF119C2)`.
  if (answer > 0 && line[answer - 1] === '(') return line.slice(answer).replace(/\)$/, '');
  if (answer >= 0) return line.slice(answer);
  const at = line.search(result);
  return (at > 0 ? line.slice(at) : line.replace(syslog, '')) || brief;
}
