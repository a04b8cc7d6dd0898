import type { Refusal } from './refusal-row.ts';
import { ACCOUNT_REFUSALS } from './refusals/account-refusals.ts';
import { CONTENT_REFUSALS } from './refusals/content-refusals.ts';
import { EXACT_REFUSALS } from './refusals/exact-refusals.ts';
import { FOREIGN_REFUSALS } from './refusals/foreign-refusals.ts';
import { HOST_REFUSALS } from './refusals/host-refusals.ts';
import { LATE_REFUSALS } from './refusals/late-refusals.ts';
import { LOGIN_REFUSALS } from './refusals/login-refusals.ts';
import { PROOF_NAMES, PROOF_REFUSALS } from './refusals/proof-refusals.ts';
import { PROVIDER_CODES } from './refusals/provider-codes.ts';
import { RATE_REFUSALS } from './refusals/rate-refusals.ts';
import { RECIPIENT_REFUSALS } from './refusals/recipient-refusals.ts';
import { REPUTATION_REFUSALS } from './refusals/reputation-refusals.ts';
import { SENDING_REFUSALS } from './refusals/sending-refusals.ts';
import { TRANSLATED_REFUSALS } from './refusals/translated-refusals.ts';
import { UNKNOWN_REFUSALS } from './refusals/unknown-refusals.ts';

/**
 * What the wording of a refusal proves. It wins over the codes, which servers use loosely. The order
 * of the lists is a part of them: the first row that matches wins.
 */
export const REFUSALS: readonly Refusal[] = [
  ...PROVIDER_CODES,
  ...PROOF_REFUSALS,
  ...EXACT_REFUSALS,
  ...LOGIN_REFUSALS,
  ...FOREIGN_REFUSALS,
  ...TRANSLATED_REFUSALS,
  ...SENDING_REFUSALS,
  ...HOST_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...REPUTATION_REFUSALS,
  ...RATE_REFUSALS,
  ...CONTENT_REFUSALS,
  ...RECIPIENT_REFUSALS,
  ...UNKNOWN_REFUSALS,
  ...PROOF_NAMES,
  ...LATE_REFUSALS,
];
