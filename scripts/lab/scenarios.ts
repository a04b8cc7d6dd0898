import type { Outcome } from '../../lib/types.ts';

/** One thing that can become of the lab's mail, and what SMTP Lens has to say of it. */
export interface Scenario {
  id: string;
  title: string;
  outcome: Outcome;
  /** Slug of the cause; empty where the mail went out. */
  cause: string;
  /** A word or code that the deciding line of the log must hold. */
  decisive: string;
}

/** What the lab's server and page play: the query `?scenario=` of the page takes the ids. */
export const scenarios = [
  {
    id: 'sent',
    title: 'the mail goes out',
    outcome: 'accepted',
    cause: '',
    decisive: 'queued as',
  },
  {
    id: 'wrong-password',
    title: 'the password is wrong',
    outcome: 'auth-failed',
    cause: 'wrong-credentials',
    decisive: '535 5.7.8',
  },
  {
    id: 'recipient-refused',
    title: 'the recipient does not exist',
    outcome: 'rejected',
    cause: 'recipient-unknown',
    decisive: '550 5.1.1',
  },
  {
    id: 'connection-refused',
    title: 'nothing listens on the port',
    outcome: 'connection-failed',
    cause: 'connection-refused',
    decisive: 'Connection refused',
  },
  {
    id: 'greylisted',
    title: 'the server puts the mail off',
    outcome: 'deferred',
    cause: 'greylisted',
    decisive: '450 4.2.1',
  },
  {
    id: 'untrusted-certificate',
    title: 'the certificate is not trusted',
    outcome: 'tls-failed',
    cause: 'tls-certificate-untrusted',
    decisive: 'OpenSSL Error messages',
  },
] as const satisfies readonly Scenario[];
