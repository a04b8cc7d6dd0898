// Source: the postmaster pages of Comcast, Cox, Spectrum, AT&T and GoDaddy, cPanel's and Exim's default
// texts, and the help pages of hosts and sending services on refused mail.
import type { Answerer } from './answer-row.ts';

/** Networks of homes, hosts of web sites, and services that send for others. */
export const NETWORK_ANSWERS: readonly Answerer[] = [
  {
    name: 'Cox',
    marks: ['aup#cx', 'aup#cdrbl', 'aup#ipbl', 'cox.net'],
    answers: [
      {
        phrases: ['cxbl', 'cdrbl', 'ipbl'],
        says: 'The address of the sending machine is blocked there or on a list that Cox uses.',
      },
      {
        phrases: ['cxdns'],
        says: 'The sending machine has no fitting name in the DNS (PTR record).',
      },
      { phrases: ['cxsndr'], says: 'SPF or DKIM of the sender’s domain did not pass.' },
      {
        phrases: ['cxcnct', 'cxmxrt'],
        says: 'Too many connections or mails came in a short time.',
      },
      { phrases: ['cxthrt', 'cxmj'], says: 'The sending account is restricted.' },
    ],
  },
  {
    name: 'Spectrum',
    marks: ['aup#in-', 'aup#out-', 'aup#1', 'charter.net', 'spectrum'],
    answers: [
      {
        phrases: ['#{,in-,out-}1{000,2}'],
        says: 'The address of the sending machine is blocked there.',
      },
      {
        phrases: ['#{,in-,out-}11{0,1,2,3,4,5}'],
        says: 'The sending machine has no fitting name in the DNS (PTR record).',
      },
      {
        phrases: ['#{,in-,out-}1{3,4}'],
        says: 'Too many connections or mails came in a short time.',
      },
    ],
  },
  {
    name: 'Comcast',
    marks: ['comcast'],
    answers: [
      {
        phrases: ['ptr'],
        says: 'The sending machine has no fitting name in the DNS (PTR record).',
      },
      { phrases: ['bl0000'], says: 'The address of the sending machine is blocked there.' },
      { phrases: ['rl0000'], says: 'Too much mail came in a short time.' },
      { phrases: ['not our customer'], says: 'There is no such mailbox.' },
    ],
  },
  {
    name: 'AT&T',
    marks: ['att.net', 'dnsbl:{rbl,attrbl}'],
    answers: [
      {
        phrases: ['dnsbl:'],
        says: 'The address of the sending machine is on AT&T’s own blocklist.',
        steps: ['Whoever runs the sending machine can write to abuse_rbl@abuse-att.net.'],
      },
      {
        phrases: ['reverse dns', 'valid sender domain'],
        says: 'The sending machine has no fitting name in the DNS (PTR record).',
      },
    ],
  },
  {
    name: 'GoDaddy',
    marks: [
      'secureserver',
      'godaddy',
      '=ib{007,101,103,104,105,106,108,110,111,112,113,212,401,501,502,504,506,508,510,605,607,705}',
    ],
    answers: [
      {
        phrases: ['=ib{103,104,105,106,110,111,112,113}'],
        says: 'The address of the sending machine is on a blocklist or has a bad reputation there.',
      },
      {
        phrases: ['=ib108'],
        says: 'The sending machine has no fitting name in the DNS (PTR record).',
      },
      {
        phrases: ['=ib212', '=ib705'],
        says: 'The content of the message is taken for spam or for dangerous.',
      },
      {
        phrases: ['=ib401'],
        says: 'This server takes no logins. It is meant for sites that are hosted there.',
        steps: [
          'On GoDaddy’s web hosting use the server localhost or relay-hosting.secureserver.net with port 25, without login and encryption.',
        ],
      },
      { phrases: ['=ib{501,502,506}'], says: 'The sender’s address is not acceptable there.' },
      {
        phrases: ['=ib{007,504,510,605,607}'],
        says: 'A limit on connections or mails is reached.',
      },
      {
        phrases: ['=ib508'],
        says: 'The sender’s domain does not list the sending machine in its SPF record.',
      },
    ],
  },
  {
    name: 'cPanel',
    marks: [
      'max emails per hour',
      'max defers and failures',
      'outgoing mail from',
      'may not exist, they may be',
      'turn on smtp auth',
      'no such user here',
      'blacklisted, or missing the proper dns',
      'junkmail rejected',
    ],
    answers: [
      {
        phrases: ['max emails per hour'],
        says: 'Your web host lets a domain send only so many mails in an hour. The answer names the numbers.',
        steps: [
          'Wait an hour, then send again.',
          'If you did not send that many, look for hacked forms and mailboxes: somebody else may have sent them.',
        ],
      },
      {
        phrases: ['max defers and failures'],
        says: 'Too many mails of this domain came back or were put off within an hour, so your web host stopped it for a while.',
        steps: [
          'Look where the failing mails come from: often a form that spammers use, or an old list of addresses.',
        ],
      },
      {
        phrases: ['outgoing mail from*suspended'],
        says: 'Your web host has stopped the account from sending, as a rule because of spam.',
        steps: ['Change the mailbox’s password, and ask your web host to lift the block.'],
      },
      {
        phrases: ['turn on smtp authentication'],
        says: 'The server takes mail for other domains only after a login.',
      },
      {
        phrases: ['may not exist, they may be blacklisted'],
        says: 'The server itself names three possible reasons: the recipient does not exist, is blocked, or has no proper DNS records.',
      },
    ],
  },
  {
    name: 'Amazon SES',
    marks: [
      'amazonses',
      'amazonaws',
      'identities failed the check',
      'ses:send',
      'maximum sending rate',
      'daily message quota',
    ],
    answers: [
      {
        phrases: ['identities failed the check', 'not verified'],
        says: 'Amazon SES sends only with addresses and domains that were verified in the same region. In the sandbox that goes for recipients too.',
        steps: [
          'In the SES console choose the region that the answer names, and verify the address or domain under “Identities”.',
          'If the recipient is the one that is not verified, ask for production access on the console’s account page.',
        ],
      },
      {
        phrases: ['maximum sending rate'],
        says: 'More mails came in a second than the SES account may send.',
        steps: ['Let your program wait a little between mails.'],
      },
      {
        phrases: ['daily message quota'],
        says: 'The SES account has sent as much as it may within a day.',
        steps: ['Ask for a higher quota in the console under “Account dashboard”.'],
      },
      {
        phrases: ['not authorized to perform'],
        says: 'The IAM user to whom this SMTP user name belongs lacks the right to send.',
        steps: ['Add ses:SendRawEmail to the policy of this user in IAM.'],
      },
      {
        phrases: ['sending {paused,suspended}'],
        says: 'Amazon has stopped the SES account from sending.',
        steps: [
          'Look in the console under “Reputation metrics” and in the mails from Amazon for the reason.',
        ],
      },
    ],
  },
  {
    name: 'SendGrid',
    marks: [
      'sendgrid',
      'verified sender identity',
      'maximum credits exceeded',
      'unauthenticated senders not allowed',
    ],
    answers: [
      {
        phrases: ['verified sender identity'],
        says: 'SendGrid sends only with addresses or domains that were verified there.',
        steps: [
          'Verify the address or the domain in SendGrid under Settings → Sender Authentication.',
        ],
      },
      {
        phrases: ['maximum credits exceeded'],
        says: 'The plan’s number of mails is used up.',
        steps: [
          'Look at the account’s usage in SendGrid, and wait for the next period or change the plan.',
        ],
      },
      {
        phrases: ['unauthenticated senders'],
        says: 'SendGrid wants a login, with the word “apikey” as user name and an API key as password.',
      },
    ],
  },
  {
    name: 'Mailgun',
    marks: [
      'mailgun',
      'free accounts are for test purposes',
      'not allowed to send: please activate',
    ],
    answers: [
      {
        phrases: ['free accounts', 'test purposes'],
        says: 'A test account or sandbox domain sends only to recipients that were authorised there.',
        steps: [
          'Add the recipient under “Authorized recipients”, or send with a domain of your own.',
        ],
      },
      {
        phrases: ['not allowed to send'],
        says: 'Mailgun has not activated the domain, or has stopped it.',
        steps: [
          'Look at the domain’s page in Mailgun; accounts live in two regions, US and EU, each with its own server.',
        ],
      },
      {
        phrases: ['not loving your login'],
        says: 'The SMTP password is made for each domain, on its page in Mailgun. It is not the account’s password.',
      },
    ],
  },
  {
    name: 'Brevo',
    marks: ['brevo', 'sendinblue', 'smtp account is not yet activated', 'unauthorized ip address'],
    answers: [
      {
        phrases: ['not yet activated'],
        says: 'Brevo has not released the account for sending yet.',
        steps: ['Finish the profile in Brevo, and ask its support to activate sending.'],
      },
      {
        phrases: ['unauthorized ip'],
        says: 'The account takes logins only from addresses on its list, and the address of your web server is not on it.',
        steps: ['Add your web server’s address in Brevo under Security → Authorised IPs.'],
      },
    ],
  },
  {
    name: 'Postmark',
    marks: ['postmark', 'sender signature', 'inactive recipient'],
    answers: [
      {
        phrases: ['sender signature'],
        says: 'Postmark sends only with addresses or domains that were verified there.',
        steps: ['Add the address under “Sender Signatures” in Postmark.'],
      },
      {
        phrases: ['inactive recipient', 'error code: 406'],
        says: 'Postmark does not send to this recipient any more, since earlier mails came back or were marked as spam.',
        steps: ['If the address is right, reactivate it in Postmark under “Suppressions”.'],
      },
    ],
  },
  {
    name: 'Hostinger',
    marks: ['hostinger'],
    answers: [
      {
        phrases: ['ratelimit'],
        says: 'The mailbox or domain has reached the host’s sending limit.',
        steps: ['Wait, and look at the limits of your plan in hPanel.'],
      },
    ],
  },
];
