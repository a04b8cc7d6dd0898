import type { Rule } from './rule.ts';
import { indexesOf } from './evidence.ts';

/** The log names the version of TLS that was used, and it is one that nobody should use. RFC 8996. */
export const oldTlsVersion: Rule = {
  id: 'old-tls-version',
  severity: 'warning',
  *check(session) {
    const noted = indexesOf(
      session,
      ({ kind, text }) => kind === 'note' && versionIn(text) !== undefined,
    );
    const beside = versionIn(`X=${session.cipher ?? ''}`);
    const version = versionIn(session.entries[noted[0] ?? -1]?.text ?? '') ?? beside;
    if (version === undefined) return;
    // Exim names it on the line that tells of the delivery.
    const told = session.entries.findLastIndex(({ event, reply }) => event === 'sent' || reply);
    const entries = noted.length > 0 ? noted.slice(0, SHOWN) : [Math.max(told, 0)];
    yield { entries, data: { version } };
  },
};

/** More lines than this are no evidence but a list. */
const SHOWN = 20;

/**
 * What programs write before the version of a connection that stands:
 *
 *     TLS connection established to mx.example.net[192.0.2.25]:25: TLSv1 with cipher …  (Postfix)
 *     X=TLS1.0:DHE_RSA_AES_256_CBC_SHA1:256                                             (Exim)
 *     TLS started with cipher TLSv1:AES256-SHA:256                                      (swaks)
 *     Protocol  : TLSv1                                                        (openssl s_client)
 *     SSL connection using TLSv1.0 / ECDHE-RSA-AES256-SHA                               (curl)
 *     version=TLSv1, verify=NO, cipher=AES256-SHA                     (Sendmail, OpenSMTPD, Haraka)
 *     TLS protocol SP_PROT_TLS1_0_CLIENT negotiation succeeded                          (Exchange)
 *     TLS session parameters: (TLS1.0)-(RSA)-(AES-256-CBC)                              (GnuTLS)
 *
 * `TLSv1/SSLv3` is how older OpenSSL names a cipher, whatever the version; `SSLv3 read server hello`
 * and `sslv3 alert` are names of states and errors.
 */
const BEFORE = String.raw`(?:\]?:\d{1,5}: |\bX=|cipher |Protocol {1,4}: |connection using |version=|parameters: \(|SP_PROT_)`;
const VERSION = String.raw`(?<name>TLS|SSL)[v_]?(?<number>1[._][01]|1|[23][._]0|[23])`;
const OLD = new RegExp(`${BEFORE}${VERSION}(?:_CLIENT|_SERVER|(?![\\w./]))`);

/** `TLS 1.0` where a connection of an old version is told of. */
function versionIn(text: string): string | undefined {
  const { name, number = '' } = OLD.exec(text)?.groups ?? {};
  if (name === undefined || (name === 'TLS' && !number.startsWith('1'))) return undefined;
  const digits = number.replace('_', '.');
  return `${name} ${digits.includes('.') ? digits : `${digits}.0`}`;
}
