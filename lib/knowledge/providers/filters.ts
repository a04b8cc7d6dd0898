import type { Provider } from '../provider.ts';

// Source: the look-up and removal pages of the lists and filters themselves, as their refusals name
// them (knowledge of the field, section "Filters and blocklists").

/** A list or filter with nothing but its words and its page. */
function filter(id: string, name: string, words: readonly string[], postmaster: string): Provider {
  return { id, name, hosts: [], words, postmaster };
}

/** Blocklists and spam filters that stand before many receivers, by the words of their refusals. */
export const FILTERS: readonly Provider[] = [
  filter(
    'spamhaus',
    'Spamhaus',
    ['spamhaus'],
    'Look the address up at check.spamhaus.org. It names the list and says what to do. PBL means “send through your provider’s server”, XBL “a machine or site is infected”; SBL and CSS are for the host to solve. When the cause is gone, ask for removal there.',
  ),
  filter(
    'barracuda',
    'Barracuda',
    ['barracudacentral', 'barracudanetworks', 'barracuda'],
    'Look the address up at barracudacentral.org and ask for removal there, after the cause is gone.',
  ),
  filter(
    'spamcop',
    'SpamCop',
    ['spamcop'],
    'Look the address up at spamcop.net/bl.shtml. The listing ends by itself about a day after the last report.',
  ),
  filter(
    'sorbs',
    'SORBS',
    ['sorbs.net'],
    'SORBS was closed in 2024. The recipient’s administrator has to take it out of the server’s lists; there is nothing to be removed from.',
  ),
  filter(
    'uceprotect',
    'UCEPROTECT',
    ['uceprotect'],
    'Look the address up at uceprotect.net. Levels 2 and 3 list whole networks: only the host can change that. Listings end by themselves; no payment is needed.',
  ),
  filter(
    'cloudmark',
    'Cloudmark',
    ['cloudmark', 'csi.cloudmark'],
    'Ask for a reset at csi.cloudmark.com/en/reset, with the sending address.',
  ),
  filter(
    'proofpoint',
    'Proofpoint',
    ['proofpoint', 'pphosted.com', 'ppe-hosted.com'],
    'Look the address up at ipcheck.proofpoint.com and ask for removal there.',
  ),
  filter(
    'mimecast',
    'Mimecast',
    ['mimecast'],
    'The recipient’s organisation filters by Mimecast. Ask its administrator to look into the message tracking there and to permit your address.',
  ),
  filter(
    'symantec',
    'Symantec Email Security',
    ['messagelabs', 'symanteccloud'],
    'Look the address up in Symantec’s IP reputation investigation (ipremoval.sms.symantec.com), or follow the link in the answer.',
  ),
  filter(
    'trend-micro',
    'Trend Micro',
    ['mail-abuse.com', 'ers.trendmicro', 'trendmicro'],
    'Look the address up at ers.trendmicro.com and ask for removal there.',
  ),
  filter(
    'talos',
    'Cisco Talos',
    ['senderbase', 'talosintelligence', 'poor reputation'],
    'Look the address up at talosintelligence.com; a dispute can be opened there.',
  ),
  filter(
    'abusix',
    'Abusix',
    ['abusix'],
    'Look the address up at lookup.abusix.com and ask for removal there.',
  ),
  filter(
    'mailspike',
    'Mailspike',
    ['mailspike'],
    'Look the address up at mailspike.io and ask for removal there.',
  ),
  filter(
    'surbl',
    'SURBL and URIBL',
    ['surbl.org', 'uribl'],
    'These lists are about links in the mail. Look your domains up at surbl.org and uribl.com and ask for removal there, after the site is clean.',
  ),
  filter(
    'spamrats',
    'SpamRATS',
    ['spamrats'],
    'Look the address up at spamrats.com. It lists addresses without a proper host name (PTR): set that first, then ask for removal.',
  ),
  filter(
    'hornetsecurity',
    'Hornetsecurity',
    ['hornetsecurity', 'antispameurope'],
    'The recipient’s organisation filters by Hornetsecurity. Ask its administrator to look for the mail there and to permit your address.',
  ),
  filter(
    'n-able',
    'N-able Mail Assure (SpamExperts)',
    ['spamrl.com', 'spamexperts', 'antispamcloud'],
    'Look the address up at spamrl.com, or ask the recipient’s administrator to permit it.',
  ),
  filter(
    'sophos',
    'Sophos',
    ['sophos'],
    'The recipient’s organisation filters by Sophos. Ask its administrator to permit your address; a wrong listing can be reported to Sophos’s support.',
  ),
];
