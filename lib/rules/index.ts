import { authMechanismMismatch } from './auth-mechanism-mismatch.ts';
import { authNotOffered } from './auth-not-offered.ts';
import { certificateChecksOff } from './certificate-checks-off.ts';
import { certificateNoted } from './certificate-noted.ts';
import { clientFailures } from './client-failures.ts';
import { clientTimeout } from './client-timeout.ts';
import { ehloNameInvalid } from './ehlo-name-invalid.ts';
import { firewallInspection } from './firewall-inspection.ts';
import { fromDiffersFromEnvelope } from './from-differs-from-envelope.ts';
import { generalCause } from './general-cause.ts';
import { greetingTimeout } from './greeting-timeout.ts';
import { hostingBlocksSmtp } from './hosting-blocks-smtp.ts';
import { logTooThin } from './log-too-thin.ts';
import { loginWithoutEncryption } from './login-without-encryption.ts';
import { oauthTokenRejected } from './oauth-token-rejected.ts';
import { oldTlsVersion } from './old-tls-version.ts';
import { passwordVisible } from './password-visible.ts';
import { protocolSequence } from './protocol-sequence.ts';
import { refusedNote } from './refused-note.ts';
import { refusedReply } from './refused-reply.ts';
import type { Rule } from './rule.ts';
import { senderDomainElsewhere } from './sender-domain-elsewhere.ts';
import { sentUnencrypted } from './sent-unencrypted.ts';
import { sessionNotClosed } from './session-not-closed.ts';
import { slowStep } from './slow-step.ts';
import { someRecipientsRefused } from './some-recipients-refused.ts';
import { starttlsNotOffered } from './starttls-not-offered.ts';
import { testServer } from './test-server.ts';
import { tlsOnWrongPort } from './tls-on-wrong-port.ts';
import { wrongHostOrPort } from './wrong-host-or-port.ts';

/**
 * Every rule, by precedence: the first cause that is found is the cause. Those that see more than
 * one line come first, then what a reply or a note says, then what is left when nothing is said.
 */
export const RULES: readonly Rule[] = [
  firewallInspection,
  hostingBlocksSmtp,
  wrongHostOrPort,
  starttlsNotOffered,
  authNotOffered,
  oauthTokenRejected,
  authMechanismMismatch,
  refusedReply,
  refusedNote,
  tlsOnWrongPort,
  greetingTimeout,
  clientTimeout,
  clientFailures,
  certificateNoted,
  protocolSequence,
  generalCause,
  // Remarks: what the reader should act on first.
  testServer,
  someRecipientsRefused,
  passwordVisible,
  loginWithoutEncryption,
  sentUnencrypted,
  certificateChecksOff,
  oldTlsVersion,
  logTooThin,
  senderDomainElsewhere,
  fromDiffersFromEnvelope,
  ehloNameInvalid,
  slowStep,
  sessionNotClosed,
];
