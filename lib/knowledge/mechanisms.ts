// Source: IANA, SASL Mechanisms; RFC 4954 (login in SMTP); the RFC of each row; Google's and Microsoft's documents for XOAUTH2.
import type { MechanismRow } from './rows.ts';

/** The ways of logging in that AUTH may name, in capitals. `brief` fits behind "Login by ". */
export const mechanisms = {
  PLAIN: row(
    'user name and password together',
    'User name and password travel together in one line. They are only Base64-coded, so the connection itself has to be encrypted.',
    'RFC 4616',
    'password',
  ),
  LOGIN: row(
    'user name, then password',
    'The server asks for the user name, then for the password. Both are only Base64-coded, so the connection itself has to be encrypted.',
    'IANA SASL registry (obsolete, widely used)',
    'password',
  ),
  'CRAM-MD5': row(
    'a proof computed from the password',
    'The server sends a puzzle, and the client answers with a value computed from it and the password. The password itself never travels.',
    'RFC 2195',
    'proof',
  ),
  'DIGEST-MD5': row(
    'a proof computed from the password',
    'An older exchange of puzzle and proof; the password itself never travels. It is no longer recommended.',
    'RFC 2831, RFC 6331',
    'proof',
  ),
  'SCRAM-SHA-1': scram('SHA-1'),
  'SCRAM-SHA-1-PLUS': scram('SHA-1', true),
  'SCRAM-SHA-256': scram('SHA-256'),
  'SCRAM-SHA-256-PLUS': scram('SHA-256', true),
  'SCRAM-SHA-512': scram('SHA-512'),
  'SCRAM-SHA-512-PLUS': scram('SHA-512', true),
  'SCRAM-SHA3-512': scram('SHA3-512'),
  'SCRAM-SHA3-512-PLUS': scram('SHA3-512', true),
  XOAUTH2: row(
    'an OAuth token',
    'The client shows a token that Google, Microsoft or Yahoo issued after a sign-in in the browser. The account’s password does not travel. Tokens expire and have to be renewed.',
    'Google and Microsoft documents',
    'token',
  ),
  OAUTHBEARER: row(
    'an OAuth token',
    'The standard form of a login by token: the client shows a token that the provider issued. The account’s password does not travel.',
    'RFC 7628',
    'token',
  ),
  XOAUTH: row(
    'an old OAuth token',
    'The first form of Google’s login by token, replaced by XOAUTH2.',
    'Google documents',
    'token',
  ),
  'PLAIN-CLIENTTOKEN': row(
    'a password with a client token',
    'Google’s own variant of PLAIN for its own programs.',
    'observed',
    'password',
  ),
  OAUTH10A: row(
    'an OAuth 1.0a token',
    'An older standard form of a login by token.',
    'RFC 7628',
    'token',
  ),
  NTLM: row(
    'a login of the Windows network',
    'Microsoft’s older Windows login in three steps. It is weak by today’s measure.',
    'Microsoft MS-SMTPNTLM',
    'proof',
  ),
  GSSAPI: row(
    'a Kerberos ticket',
    'A login with a ticket of the company’s own network (Kerberos). Websites can rarely use it.',
    'RFC 4752',
    'ticket',
  ),
  'GS2-KRB5': row('a Kerberos ticket', 'A newer form of the Kerberos login.', 'RFC 5801', 'ticket'),
  'GS2-KRB5-PLUS': row(
    'a Kerberos ticket',
    'A newer form of the Kerberos login, tied to the encryption.',
    'RFC 5801',
    'ticket',
  ),
  'GSS-SPNEGO': row(
    'a Windows network ticket',
    'A login that Windows negotiates, by Kerberos as a rule.',
    'RFC 4178',
    'ticket',
  ),
  EXTERNAL: row(
    'the client’s certificate',
    'The client has shown a certificate during encryption, and no password is needed.',
    'RFC 4422',
    'nothing',
  ),
  ANONYMOUS: row(
    'no identity',
    'A login without an identity; the client may leave a name as a trace.',
    'RFC 4505',
    'nothing',
  ),
  OTP: rare('a one-time password', 'RFC 2444', 'proof'),
  SKEY: rare('a one-time password', 'RFC 2222', 'proof'),
  SECURID: rare('a hardware token’s number', 'RFC 2808', 'proof'),
  KERBEROS_V4: rare('an old Kerberos ticket', 'RFC 2222', 'ticket'),
  KERBEROS_V5: rare('a Kerberos ticket', 'IANA SASL registry', 'ticket'),
  'NMAS-SAMBA-AUTH': rare('a Novell login', 'IANA SASL registry', 'proof'),
  NMAS_AUTHEN: rare('a Novell login', 'IANA SASL registry', 'proof'),
  NMAS_LOGIN: rare('a Novell login', 'IANA SASL registry', 'proof'),
  '9798-U-RSA-SHA1-ENC': rare('a signature', 'RFC 3163', 'proof'),
  '9798-M-RSA-SHA1-ENC': rare('a signature', 'RFC 3163', 'proof'),
  '9798-U-DSA-SHA1': rare('a signature', 'RFC 3163', 'proof'),
  '9798-M-DSA-SHA1': rare('a signature', 'RFC 3163', 'proof'),
  '9798-U-ECDSA-SHA1': rare('a signature', 'RFC 3163', 'proof'),
  '9798-M-ECDSA-SHA1': rare('a signature', 'RFC 3163', 'proof'),
  'EAP-AES128': rare('a network login (EAP)', 'RFC 7055', 'proof'),
  'EAP-AES128-PLUS': rare('a network login (EAP)', 'RFC 7055', 'proof'),
  SAML20: rare('a sign-in in the browser (SAML)', 'RFC 6595', 'token'),
  OPENID20: rare('a sign-in in the browser (OpenID)', 'RFC 6616', 'token'),
  'ECDSA-NIST256P-CHALLENGE': rare('a signature', 'IANA SASL registry', 'proof'),
  'ECDH-X25519-CHALLENGE': rare('a proof of a secret key', 'IANA SASL registry', 'proof'),
  SPNEGO: rare('a Windows network ticket', 'RFC 5801', 'ticket'),
  'SPNEGO-PLUS': rare('a Windows network ticket', 'RFC 5801', 'ticket'),
  'SXOVER-PLUS': rare('a sign-in at another domain', 'IANA SASL registry', 'proof'),
} as const satisfies Readonly<Record<string, MechanismRow>>;

function row(
  brief: string,
  full: string,
  source: string,
  carries: MechanismRow['carries'],
): MechanismRow {
  return { brief, full, source, carries };
}

function scram(hash: string, bound = false): MechanismRow {
  const tied = bound
    ? ' It is also tied to this very encryption, so that nobody in between can use it.'
    : '';
  return row(
    'a proof computed from the password',
    `Client and server prove to each other that they know the password, without sending it (SCRAM with ${hash}).${tied}`,
    'RFC 5802, RFC 7677',
    'proof',
  );
}

function rare(brief: string, source: string, carries: MechanismRow['carries']): MechanismRow {
  return row(
    brief,
    `A rare login method, by ${brief}. Websites and mail plugins hardly ever use it.`,
    source,
    carries,
  );
}
