import { accepted } from './fixtures/accepted.ts';
import { authFailed } from './fixtures/auth-failed.ts';
import { connectionFailed } from './fixtures/connection-failed.ts';
import { partlyAccepted } from './fixtures/partly-accepted.ts';
import { longText } from './fixtures/long-text.ts';

export { accepted, authFailed, connectionFailed, partlyAccepted, longText };

/** All of them, for the gallery. */
export const fixtures = { accepted, authFailed, connectionFailed, partlyAccepted, longText };
