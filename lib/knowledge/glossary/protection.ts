import type { GlossaryRow } from '../glossary-row.ts';

// Source: RFC 8446, RFC 5280, RFC 3207, RFC 4954, RFC 6749; the account pages of the large providers. The wording is ours.

/** Encryption and login. */
export const PROTECTION_TERMS = [
  {
    term: 'Encryption',
    spellings: ['encryption', 'encrypted', 'encrypts', 'unencrypted'],
    meaning: 'Writing in such a way that the two sides can read it, and nobody on the way.',
    source: 'RFC 8446 section 1',
  },
  {
    term: 'TLS',
    spellings: ['TLS', 'SSL'],
    meaning:
      'Encryption of a connection, with a proof that the right server is at the other end. SSL is its old name.',
    source: 'RFC 8446 section 1',
  },
  {
    term: 'STARTTLS',
    spellings: ['STARTTLS'],
    meaning:
      'The command by which a conversation that began without encryption switches to it. Usual on port 587.',
    source: 'RFC 3207 section 4',
  },
  {
    term: 'SMTPS',
    spellings: ['SMTPS', 'implicit TLS'],
    meaning:
      'Sending over a connection that is encrypted from its first byte on. Usual on port 465.',
    source: 'RFC 8314 section 3.3',
  },
  {
    term: 'Handshake',
    spellings: ['handshake', 'handshakes'],
    meaning: 'The beginning of an encrypted connection: both sides agree on how to encrypt.',
    source: 'RFC 8446 section 2',
  },
  {
    term: 'Cipher',
    spellings: ['cipher', 'ciphers'],
    meaning: 'A method of encryption. Both sides must have one in common.',
    source: 'RFC 8446 appendix B.4',
  },
  {
    term: 'OpenSSL',
    spellings: ['OpenSSL'],
    meaning: 'The software that encrypts for PHP and for many servers.',
    source: 'The PHP manual',
  },
  {
    term: 'Certificate',
    spellings: ['certificate', 'certificates'],
    meaning:
      'A file by which a server proves its name. As a rule somebody whom others trust has signed it, for a limited time.',
    source: 'RFC 5280 section 3.1',
  },
  {
    term: 'Issuer',
    spellings: ['issuer', 'issuers', 'certificate authority'],
    meaning: 'An organisation that signs certificates, after it has checked who asks for one.',
    source: 'RFC 5280 section 3.2',
  },
  {
    term: 'CA bundle',
    spellings: ['CA bundle', 'list of trusted issuers'],
    meaning:
      'The list of issuers whose certificates a computer believes. If it is old, good certificates fail too.',
    source: 'RFC 5280 section 6.1.1',
  },
  {
    term: 'Certificate chain',
    spellings: [
      'certificate chain',
      'whole chain',
      'complete chain',
      'intermediate certificate',
      'intermediate certificates',
    ],
    meaning:
      'The certificates that lead from that of a server to an issuer that everybody trusts. The server must send them along.',
    source: 'RFC 5280 section 6.1',
  },
  {
    term: 'Self-signed',
    spellings: ['self-signed'],
    meaning: 'Said of a certificate that only its own maker vouches for.',
    source: 'RFC 5280 section 3.2',
  },

  {
    term: 'Login',
    spellings: ['login', 'logins', 'AUTH', 'log in', 'logged in', 'logs in', 'logging in'],
    meaning:
      'Telling the server who you are, as a rule by user name and password. The command for it is AUTH.',
    source: 'RFC 4954 section 4',
  },
  {
    term: 'Login method',
    spellings: ['login method', 'login methods'],
    meaning: 'The way in which a program proves to the server who it is. Both sides must know it.',
    source: 'RFC 4954 section 4',
  },
  {
    term: 'SASL',
    spellings: ['SASL'],
    meaning: 'The common rules for logging in, with its many methods.',
    source: 'RFC 4422 section 1',
  },
  {
    term: 'PLAIN and LOGIN',
    spellings: ['PLAIN', 'LOGIN'],
    meaning:
      'Two login methods in which the password itself is sent. They are safe on an encrypted connection, and only there.',
    source: 'RFC 4616 section 6',
  },
  {
    term: 'CRAM, SCRAM, NTLM',
    spellings: ['CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'NTLM', 'GSSAPI'],
    meaning:
      'Login methods in which the password does not travel, only a proof that the program knows it.',
    source: 'RFC 2195 section 2, RFC 5802 section 1.2',
  },
  {
    term: 'App password',
    spellings: ['app password', 'app passwords', 'app-specific password'],
    meaning:
      'A separate password for one program. You create it in the security settings of your mail account and can take it back at any time.',
    source: 'The account pages of Google, Yahoo and Apple',
  },
  {
    term: 'Two-step verification',
    spellings: ['two-step verification', 'two-factor authentication', '2FA', 'MFA'],
    meaning:
      'Signing in with a password and something more, such as a number from your phone. Programs cannot do that: they need an app password or OAuth.',
    source: 'The account pages of Google, Yahoo and Apple',
  },
  {
    term: 'Token',
    spellings: ['token', 'tokens', 'access token', 'refresh token'],
    meaning:
      'A long secret text that a program gets in place of a password. It expires, and can be taken back.',
    source: 'RFC 6749 section 1.4',
  },
  {
    term: 'OAuth',
    spellings: ['OAuth', 'OAuth2', 'XOAUTH2', 'OAUTHBEARER'],
    meaning:
      'Login without a password: you allow a program once, in your browser, and it gets a token.',
    source: 'RFC 6749 section 1, RFC 7628 section 1',
  },
  {
    term: 'Web API',
    spellings: ['web API'],
    meaning: 'A way for programs to hand mail to a service over the web, in place of SMTP.',
    source: 'The help pages of SendGrid and Mailgun',
  },
  {
    term: 'API key',
    spellings: ['API key', 'API keys'],
    meaning:
      'A long secret text that stands for your account at a service. Programs use it in place of a password.',
    source: 'The help pages of SendGrid and Mailgun',
  },
] as const satisfies readonly GlossaryRow[];
