// Source: Microsoft Learn, "Email non-delivery reports and SMTP errors in Exchange Online", and the
// postmaster pages of Outlook.com.
import type { Answerer } from './answer-row.ts';

const SENDER_PAGE = 'Ask Microsoft at sender.office.com to take the address {ip} off its list.';

/** Codes in brackets, `(S3140)` or `(AS4810)`, say more than the words. */
export const MICROSOFT_ANSWERS: Answerer = {
  name: 'Microsoft',
  marks: [
    'outlook.com',
    'office365',
    'microsoft',
    'hotmail',
    'prod.exchangelabs',
    'resolver.',
    '(as{1,2,3,4,5,6,7,8,9}',
    '(s{3140,3150,775,843,8001,8002,3113,3114,3115}',
    'tenantattribution',
    'storedrv',
    'sendasdenied',
  ],
  answers: [
    {
      phrases: ['s3140', 's3150', 'on our block list'],
      says: 'Outlook.com blocks the network of the sending machine, or a part of it.',
      steps: [
        'Ask whoever runs the sending machine to apply for removal with the sender support form of Outlook.com.',
      ],
    },
    {
      phrases: ['s775', 's843', 's3113', 's3114', 's3115', '4.7.65'],
      says: 'Microsoft does not know the sending machine well enough, and lets only a little of its mail in.',
      steps: ['Send less, and raise the volume slowly over some weeks.'],
    },
    {
      phrases: ['4.7.{5,6,85,86,87,88,89}'],
      says: 'Microsoft puts off the mail of a sender that is new to it or sends in a new way.',
      steps: ['Let the sending server try again over the next hours.'],
    },
    {
      phrases: ['s8002', 'mailfrom domain'],
      says: 'The sender’s domain is on the blocklist that the answer names.',
    },
    {
      phrases: ['s8001'],
      says: 'The name with which the sending machine introduces itself is on a blocklist.',
    },
    {
      phrases: ['customer block list', '=5.7.513', '=5.7.507'],
      says: 'The recipient’s own organisation has blocked the sending machine.',
      steps: ['Ask the recipient, by other means, to have their administrator allow it.'],
    },
    {
      phrases: ['=5.7.509'],
      says: 'The sender’s domain asks receivers, in its DMARC record, to refuse mail that neither SPF nor DKIM confirms. This mail was one of these.',
    },
    {
      phrases: ['=5.7.515'],
      says: 'Outlook.com wants SPF, DKIM and DMARC of those who send much, all three of them. One of them is missing or failed.',
    },
    {
      phrases: ['=5.7.23'],
      says: 'The sender’s domain does not list the sending machine in its SPF record.',
    },
    {
      phrases: ['=5.7.506'],
      says: 'The sending machine introduces itself with a name that belongs to the receiver.',
    },
    { phrases: ['=5.7.512'], says: 'The message has no valid From header.' },
    {
      phrases: ['resolver.rst', '=5.7.{12,124,133,134,135,136}'],
      says: 'Microsoft calls this a delivery restriction of the mailbox or the group.',
    },
    {
      phrases: ['=5.7.57'],
      says: 'Microsoft’s server wants a login before it takes mail for sending, and none happened.',
    },
    {
      phrases: ['smtpclientauthentication is disabled for the tenant'],
      says: 'Login by programs is switched off for the whole organisation.',
      steps: [
        'Have an administrator switch it on for one mailbox: admin.microsoft.com → Users → Active users → the user → Mail → Manage email apps → “Authenticated SMTP”.',
        'Or choose the connection “Sign in with Microsoft” (OAuth), if your program offers that.',
      ],
    },
    {
      phrases: ['smtpclientauthentication is disabled for the mailbox'],
      says: 'Login by programs is switched off for this mailbox.',
      steps: [
        'Have an administrator switch it on: admin.microsoft.com → Users → Active users → the user → Mail → Manage email apps → “Authenticated SMTP”.',
        'Or choose the connection “Sign in with Microsoft” (OAuth), if your program offers that.',
      ],
    },
    {
      phrases: ['basic authentication is disabled'],
      says: 'Microsoft no longer takes passwords from programs for this account. What is left is the sign-in with a token (OAuth).',
      steps: [
        'In your mail plugin or program, choose the connection to Microsoft 365 or Outlook (“Sign in with Microsoft”) instead of user name and password.',
      ],
    },
    {
      phrases: ['did not meet the criteria', 'security defaults', 'conditional access'],
      says: 'A security rule of the organisation stopped this login.',
      steps: [
        'Ask the organisation’s administrator to look at its security defaults and conditional access.',
      ],
    },
    {
      phrases: ['sendasdenied', '=5.7.60', '=5.2.252'],
      says: 'Microsoft compares the address in From with the mailbox that logged in.',
    },
    {
      phrases: ['bad outbound sender', '=5.1.8'],
      says: 'Microsoft has stopped the sending account, because it sent what looked like spam. Often somebody else has got hold of its password.',
      steps: [
        'Change the password, look for strange forwarding rules, and have an administrator lift the restriction in Microsoft Defender under “Restricted entities”.',
      ],
    },
    {
      phrases: ['=5.7.{705,708,750,501,502,503}'],
      says: 'Microsoft has stopped the whole organisation from sending for now, as it does with new, unregistered or abused ones.',
      steps: ['Have an administrator of the organisation contact Microsoft’s support.'],
    },
    {
      phrases: ['submissionquota', '=5.1.90', '=5.2.2*submission'],
      says: 'The sending mailbox has used up its daily number of recipients.',
      steps: ['Wait a day, or send bulk mail by a service that is made for it.'],
    },
    {
      phrases: ['concurrent connections limit', 'concurrent connections'],
      says: 'Too many connections use this mailbox at the same time.',
      steps: ['Let your program send one mail after the other, over one connection.'],
    },
    {
      phrases: ['tenantattribution', '=5.7.64'],
      says: 'Microsoft did not recognise the sending server as one of the organisation’s own.',
      steps: [
        'In the Exchange admin center under Mail flow → Connectors, check the address or the certificate of the sending server.',
      ],
    },
    {
      phrases: ['=5.7.6{0,1,2,3,4}{0,1,2,3,4,5,6,7,8,9}', '=5.7.511', 'banned sending ip'],
      says: 'Microsoft has put the address of the sending machine on its own list.',
      steps: [
        [
          SENDER_PAGE,
          'Ask Microsoft at sender.office.com to take the sending address off its list.',
        ],
      ],
    },
    {
      phrases: ['=5.4.1*access denied'],
      says: 'The recipient’s organisation does not know this address; Microsoft refuses it at the door.',
    },
    {
      phrases: ['=5.1.10', 'recipientnotfound', 'exrecipnotfound', '=5.1.351'],
      says: 'The organisation or Outlook.com has no mailbox with this address.',
    },
    {
      phrases: ['=4.4.316', '=5.4.316', '=4.4.7', '=5.4.300'],
      says: 'Microsoft’s servers could not reach the recipient’s server.',
    },
    {
      phrases: ['=5.4.312'],
      says: 'Microsoft’s servers got no answer from the DNS about the recipient’s domain.',
    },
    {
      phrases: ['={4,5}.7.32{1,2,3,4,5}'],
      says: 'The encryption of the recipient’s server does not fulfil what its own domain promises (MTA-STS or DANE).',
    },
    {
      phrases: ['=5.6.11', 'bare linefeed'],
      says: 'The message holds line ends of a kind that the protocol does not allow.',
    },
    {
      phrases: ['=5.7.703'],
      says: 'The sender’s own organisation has blocked this recipient or sender in its list.',
    },
    {
      phrases: ['=5.4.14', '=5.4.6'],
      says: 'Microsoft’s servers saw this mail too many times.',
    },
  ],
};
