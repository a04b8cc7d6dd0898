import { CONVERSATION_TERMS } from './glossary/conversation.ts';
import { MAIL_TERMS } from './glossary/mail.ts';
import { NETWORK_TERMS } from './glossary/network.ts';
import { PROTECTION_TERMS } from './glossary/protection.ts';
import type { GlossaryRow } from './glossary-row.ts';

// Source: each row names its own.

/** The terms that our texts use, in the words of everyday life. */
export const GLOSSARY: readonly GlossaryRow[] = [
  ...NETWORK_TERMS,
  ...CONVERSATION_TERMS,
  ...PROTECTION_TERMS,
  ...MAIL_TERMS,
];

/** Names of products that have a term in them and are none. */
export const TERM_NAMES: readonly string[] = [
  'WP Mail SMTP',
  'Post SMTP',
  'Easy WP SMTP',
  'Fluent SMTP',
  'WP SMTP',
  'SMTP Mailer',
  'Let’s Encrypt',
  'Email OAuth 2.0 Proxy',
  'Windows Server',
  'Exchange Server',
];
