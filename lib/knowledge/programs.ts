import type { Program, ProgramFields } from './program.ts';
import { APPLICATIONS } from './programs/applications.ts';
import { LANGUAGES } from './programs/languages.ts';
import { MAIL_SERVERS } from './programs/mail-servers.ts';
import { PHP_PROGRAMS } from './programs/php.ts';
import { DESKTOP, TOOLS } from './programs/tools.ts';
import { WINDOWS_SERVERS } from './programs/windows-servers.ts';
import { WORDPRESS_PROGRAMS } from './programs/wordpress.ts';

// Source: one in each file of programs/.

/** The first that fits is taken: special programs stand above the libraries that they use. */
export const PROGRAMS: readonly Program[] = [
  ...WORDPRESS_PROGRAMS,
  ...APPLICATIONS,
  ...PHP_PROGRAMS,
  ...LANGUAGES,
  ...TOOLS,
  ...DESKTOP,
  ...MAIL_SERVERS,
  ...WINDOWS_SERVERS,
];

/** For any other program. */
export const ANY_PROGRAM: ProgramFields = {
  hostField: 'the server name (SMTP host) in your mail settings',
  portField: 'the port',
  encryptionField: 'the encryption',
  authField: 'SMTP authentication',
  mechanismField: 'the login method',
  userField: 'the user name in your mail settings',
  passwordField: 'the password in your mail settings',
  fromField: 'the sender’s address (From)',
  returnField: 'the return path (the sender in the envelope)',
  heloField: 'the host name that your program sends in EHLO',
  timeoutField: 'the time-out',
};

/** Orders for any other program. */
export const ANY_ORDERS = {
  startTls: 'set the port to 587 and the encryption to TLS (STARTTLS)',
  implicitTls: 'set the port to 465 and the encryption to SSL',
  loginOn: 'switch the login (SMTP authentication) on',
} as const;
