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
