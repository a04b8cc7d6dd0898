import type { Peer } from '../types.ts';

const HOST = String.raw`(\[[0-9a-f:.]{2,45}\]|[A-Za-z0-9_](?:[\w.-]{0,252}[A-Za-z0-9])?)`;

/** How programs name the server that they tried. Group 1: the host, group 2: the port. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:ssl|tls|tcp|smtps?|tlsv1\.\d):\/\/${HOST}(?::(\d{1,5}))?`, 'i'),
  new RegExp(String.raw`\bhost,? port: "?${HOST}"?, (\d{1,5})`, 'i'),
  new RegExp(String.raw`\bhost: ${HOST}, port: (\d{1,5})`, 'i'),
  new RegExp(String.raw`\bserver=${HOST}(?: .{0,80}port=(\d{1,5}))?`, 'i'),
  new RegExp(
    String.raw`\b(?:with host|server \(SMTP\)|to server|mail server|smtp server|smtp host|on server) ["'“]?${HOST}["'”]?(?::(\d{1,5})|,? port (\d{1,5}))?`,
    'i',
  ),
  new RegExp(
    String.raw`\bE(?:CONNREFUSED|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET) ${HOST}:(\d{1,5})`,
  ),
  new RegExp(String.raw`\b(?:ENOTFOUND|EAI_AGAIN|lookup) ${HOST}(?: on )?`),
  new RegExp(String.raw`\bdial tcp ${HOST}:(\d{1,5})`),
  new RegExp(String.raw`\bread tcp \S{1,60}->${HOST}:(\d{1,5})`),
  new RegExp(String.raw`\bhost ${HOST}\[[0-9a-f:.]{2,45}\](?::(\d{1,5}))? (?:said|refused)`, 'i'),
  new RegExp(
    String.raw`\b(?:connect(?:ion)? to|connecting to|cannot open|for) "?${HOST}"?(?::| port )(\d{1,5})`,
    'i',
  ),
];

/**
 * The server that a sentence on a failure names: `Connection could not be established with host
 * "smtp.example.com:465"`, `connect ECONNREFUSED 192.0.2.1:587`.
 *
 * @param words one line
 */
export function namedServer(words: string): Peer | undefined {
  for (const form of FORMS) {
    const match = form.exec(words);
    if (!match) continue;
    const host = (match[1] ?? '').replace(/^\[|\]$/g, '');
    const port = match[2] ?? match[3];
    // A word of the sentence is no host.
    if (!/[.:]/.test(host) && port === undefined && host.toLowerCase() !== 'localhost') continue;
    const implicitTls = /\b(?:ssl|smtps):\/\//i.test(match[0]);
    return {
      host,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(implicitTls ? { implicitTls } : {}),
    };
  }
  return undefined;
}
