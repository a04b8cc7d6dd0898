import type { Cause } from './cause.ts';
import { CONNECTION_CAUSES } from './causes/connection.ts';
import { LOGIN_CAUSES } from './causes/login.ts';
import { MESSAGE_CAUSES } from './causes/message.ts';
import { PROGRAM_CAUSES } from './causes/program.ts';
import { RECIPIENT_CAUSES } from './causes/recipient.ts';
import { SENDER_CAUSES } from './causes/sender.ts';
import { TLS_CAUSES } from './causes/tls.ts';

/** Every cause that stops a mail, by slug. A slug never changes its meaning. */
export const CAUSES: Readonly<Record<string, Cause>> = {
  ...CONNECTION_CAUSES,
  ...TLS_CAUSES,
  ...LOGIN_CAUSES,
  ...SENDER_CAUSES,
  ...RECIPIENT_CAUSES,
  ...MESSAGE_CAUSES,
  ...PROGRAM_CAUSES,
};
