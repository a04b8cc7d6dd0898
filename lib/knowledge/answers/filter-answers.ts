// Source: the public pages of the lists and filters named; RFC 5782.
import type { Answerer } from './answer-row.ts';

const LISTED = 'The sending machine’s address is on a public blocklist which many receivers use.';

/** Blocklists and filters that stand in front of a receiver's server. */
export const FILTER_ANSWERS: readonly Answerer[] = [
  {
    name: 'Spamhaus',
    marks: ['spamhaus', 'sbl-xbl'],
    answers: [
      {
        phrases: [
          '127.255.255.25',
          'open resolver',
          'query refused',
          'excessive number of queries',
        ],
        says: 'The list did not say that you are listed. It refused to answer, because the receiver asks it in a way that it does not allow.',
        steps: [
          'Tell the recipient’s administrator, by other means, that the blocklist answers with an error (127.255.255.x).',
        ],
      },
      {
        phrases: ['pbl', '127.0.0.{10,11}'],
        says: 'The list (PBL) holds addresses that are not meant to deliver mail directly, such as those of homes. It does not say that you sent spam.',
        steps: [
          '{notLoggedIn}Send through your mail provider’s server, with a login. Then this list does not matter.',
        ],
      },
      {
        phrases: ['xbl', '=cbl', '127.0.0.{4,5,6,7}'],
        says: 'The list (XBL) holds machines that seem to be hacked or infected.',
        steps: [
          'Have the sending machine cleaned first. Then remove the entry at check.spamhaus.org.',
        ],
      },
      {
        phrases: ['dbl', '127.0.1.'],
        says: 'Not the machine but a domain is listed (DBL): the sender’s, or one of a link in the mail.',
        steps: ['Look the domain up at check.spamhaus.org.'],
      },
      {
        phrases: ['=css', '127.0.0.3', 'sbl', '127.0.0.2', 'drop'],
        says: 'The list (SBL) holds machines from which spam was sent.',
        steps: [
          'Look the address up at check.spamhaus.org. Removal is up to whoever runs the machine or its network.',
        ],
      },
      {
        phrases: ['spamhaus'],
        says: LISTED,
        steps: ['Look the address up at check.spamhaus.org; the page says what to do.'],
      },
    ],
  },
  {
    name: 'SpamCop',
    marks: ['spamcop'],
    answers: [
      {
        phrases: ['spamcop'],
        says: 'SpamCop lists machines from which people reported spam. An entry ends by itself about a day after the last report.',
      },
    ],
  },
  {
    name: 'Barracuda',
    marks: ['barracuda'],
    answers: [
      {
        phrases: ['barracuda'],
        says: LISTED,
        steps: ['Ask whoever runs the machine to apply for removal at barracudacentral.org.'],
      },
    ],
  },
  {
    name: 'SORBS',
    marks: ['sorbs'],
    answers: [
      {
        phrases: ['sorbs'],
        says: 'The list SORBS was closed in 2024. A receiver that still asks it has not looked at its settings since.',
        steps: [
          'Tell the recipient’s administrator, by other means, that this list exists no more.',
        ],
      },
    ],
  },
  {
    name: 'UCEPROTECT',
    marks: ['uceprotect'],
    answers: [
      {
        phrases: ['dnsbl-{2,3}', 'level {2,3}'],
        says: 'Levels 2 and 3 of this list hold whole networks, and not only the sending machine.',
      },
      { phrases: ['uceprotect'], says: LISTED },
    ],
  },
  {
    name: 'Cloudmark',
    marks: ['cloudmark', 'cm-csi', 'csi.cloudmark'],
    answers: [
      {
        phrases: ['csi', 'reset-request'],
        says: 'The sending machine has a bad reputation with Cloudmark, whose judgement this receiver uses.',
        steps: ['Ask for a reset at csi.cloudmark.com/en/reset, with the sending address.'],
      },
    ],
  },
  {
    name: 'Proofpoint',
    marks: ['proofpoint', 'ppe-hosted'],
    answers: [
      {
        phrases: ['ipcheck', 'prs.proofpoint', 'dnsbl-lookup', 'blocked'],
        says: 'The sending machine has a bad reputation with Proofpoint, whose filter this receiver uses.',
        steps: ['Look the address up at ipcheck.proofpoint.com, and ask for removal there.'],
      },
    ],
  },
  {
    name: 'Mimecast',
    marks: ['mimecast'],
    answers: [
      {
        phrases: ['internal resources are temporarily unavailable', '#451'],
        says: 'Mimecast puts off a sender that it does not know yet. As a rule it takes the mail at one of the next attempts.',
      },
      {
        phrases: ['tls', 'encryption'],
        says: 'The recipient’s organisation takes mail only over a strongly encrypted connection.',
      },
      {
        phrases: [
          'anti-spoofing',
          'blocked senders',
          'envelope blocked',
          'administrative prohibition',
        ],
        says: 'A rule which the recipient’s organisation has made at Mimecast stopped the mail.',
        steps: ['Ask the recipient, by other means, to have their administrator allow the sender.'],
      },
    ],
  },
  {
    name: 'Cisco (Talos)',
    marks: ['poor reputation', 'talosintelligence', 'senderbase', 'ironport'],
    answers: [
      {
        phrases: ['reputation', 'talosintelligence', 'senderbase'],
        says: 'The sending machine has a bad reputation with Cisco, whose filter this receiver uses.',
        steps: ['Look the address up at talosintelligence.com/reputation_center.'],
      },
    ],
  },
  {
    name: 'Trend Micro',
    marks: ['ers.trendmicro', 'mail-abuse.com', 'trendmicro'],
    answers: [
      {
        phrases: ['trendmicro', 'mail-abuse'],
        says: 'The sending machine has a bad reputation with Trend Micro, whose filter this receiver uses.',
        steps: ['Look the address up at ers.trendmicro.com.'],
      },
    ],
  },
  {
    name: 'Symantec',
    marks: ['messagelabs', 'symanteccloud'],
    answers: [
      {
        phrases: ['message filtered', 'connection rejected', 'requested action aborted'],
        says: 'The mail filter of the recipient’s organisation stopped the mail; it runs at Symantec (Broadcom).',
      },
    ],
  },
];
