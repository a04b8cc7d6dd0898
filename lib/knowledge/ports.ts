// Source: IANA service names and port numbers; RFC 5321, RFC 6409, RFC 8314, RFC 2033; provider documents for 2525.
import type { Row } from './rows.ts';

/** What the ports of mail are for. */
export const ports = {
  24: row(
    'mailbox delivery (LMTP)',
    'Port 24 is by custom used for LMTP, between a mail server and its mailboxes.',
    'RFC 2033 section 5',
  ),
  25: row(
    'server to server',
    'Port 25 is for mail between servers. Many hosts and home networks block it, and it often takes no login; programs should use 587 or 465.',
    'RFC 5321',
  ),
  80: row(
    'web, not mail',
    'Port 80 belongs to web servers. A mail server rarely listens there.',
    'IANA',
  ),
  110: row(
    'fetching mail (POP3)',
    'Port 110 is for fetching mail by POP3, not for sending.',
    'IANA',
  ),
  143: row(
    'fetching mail (IMAP)',
    'Port 143 is for fetching mail by IMAP, not for sending.',
    'IANA',
  ),
  443: row(
    'web, not mail',
    'Port 443 belongs to web servers. A few mail services use it to get around blocked ports.',
    'IANA',
  ),
  465: row(
    'sending, encrypted from the start',
    'Port 465 is for sending mail with encryption from the first byte (called SSL or SMTPS in many settings).',
    'RFC 8314 section 3.3',
  ),
  587: row(
    'sending, encryption by STARTTLS',
    'Port 587 is the usual port for sending mail with a login. The connection begins without encryption and is encrypted by STARTTLS (called TLS in many settings).',
    'RFC 6409 section 3.1',
  ),
  993: row(
    'fetching mail (IMAP)',
    'Port 993 is for fetching mail by IMAP, not for sending.',
    'IANA',
  ),
  995: row(
    'fetching mail (POP3)',
    'Port 995 is for fetching mail by POP3, not for sending.',
    'IANA',
  ),
  1025: row(
    'a test server',
    'Port 1025 is by custom used for test servers that catch mail and deliver nothing.',
    'observed',
  ),
  2465: row(
    'sending, encrypted from the start',
    'Port 2465 is a substitute for 465 that some services offer where that is blocked.',
    'observed',
  ),
  2525: row(
    'sending, a substitute for 587',
    'Port 2525 is a substitute for 587 that many services offer where that is blocked. It is no official mail port.',
    'observed',
  ),
  2587: row(
    'sending, a substitute for 587',
    'Port 2587 is a substitute for 587 that some services offer where that is blocked.',
    'observed',
  ),
} as const satisfies Readonly<Record<number, Row>>;

function row(brief: string, full: string, source: string): Row {
  return { brief, full, source };
}
