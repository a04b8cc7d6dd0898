import type { Provider } from './provider.ts';
import { FILTERS } from './providers/filters.ts';
import { HOSTS } from './providers/hosts.ts';
import { MAILBOXES } from './providers/mailboxes.ts';
import { REGIONAL_MAILBOXES } from './providers/regional-mailboxes.ts';
import { SERVICES } from './providers/services.ts';
import { SERVER_SOFTWARE } from './providers/software.ts';

// Source: one in each file of providers/.

/** Services and hosts by name, the software of other servers last. */
export const PROVIDERS: readonly Provider[] = [
  ...MAILBOXES,
  ...REGIONAL_MAILBOXES,
  ...SERVICES,
  ...HOSTS,
  ...SERVER_SOFTWARE,
];

/** Who may have refused a mail in front of a mailbox: filters, then the mailbox services. */
export const RECEIVERS: readonly Provider[] = [...FILTERS, ...PROVIDERS];
