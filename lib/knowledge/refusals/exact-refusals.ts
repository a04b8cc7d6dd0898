// Source: RFC 5321 section 4.2, RFC 3463, RFC 4954 section 6, RFC 7372, the IANA registry of enhanced
// status codes, and the wording of mail servers and providers as published by them and by bounce parsers.
import type { Refusal } from '../refusal-row.ts';

/** Wordings that name their reason beyond doubt, though words of other reasons stand in them. */
export const EXACT_REFUSALS: readonly Refusal[] = [
  // What must come first, by its name.
  {
    cause: 'auth-required',
    phrases: [
      'auth command first',
      '{issue,send,use} {an,the} auth',
      'smtp auth is required',
      'smtp authentication is required',
      'need to authenticate',
    ],
    except: ['auth'],
  },
  {
    cause: 'protocol-sequence',
    phrases: ['{helo,ehlo} first', '{send,say,need} {helo,ehlo}', 'polite people say'],
    codes: [500, 501, 502, 503, 550, 554],
  },
  { cause: 'protocol-sequence', phrases: ['no valid recipients'], phases: ['data'] },
  { cause: 'protocol-sequence', phrases: ['no valid recipients'], enhanced: ['5.5.1'] },
  {
    cause: 'starttls-required',
    phrases: [
      'not permitted without tls',
      'non-secure connection',
      '{plaintext,plain text,cleartext,clear text} {auth,login,password}',
      '{tls,ssl,sslv3} connection required',
      'this route requires',
    ],
  },
  {
    cause: 'syntax-error',
    phrases: ['line too long', 'command too long', 'line length exceeded'],
    phases: ['greeting', 'ehlo', 'auth', 'mail', 'rcpt'],
    class: 5,
  },
  { cause: 'server-temporary-error', phrases: ['{could not,unable to} complete'], class: 4 },

  // A mailbox's size, which is not the message's.
  {
    cause: 'mailbox-full',
    phrases: [
      '{mailbox,mail box,mailfolder,inbox,account}*{size,storage,space,disk} {limit,quota}',
      '{mailbox,mail box,mailfolder,inbox}*space not enough',
      'mailbox would exceed',
      '{mailbox,account,user,recipient} has exceeded*{quota,local limit,storage,its limit}',
      'too much mail data',
      'space has been used up',
      'recipient over{ ,-,}quota',
    ],
    except: ['greeting', 'ehlo', 'auth'],
  },
  { cause: 'rate-limited', phrases: ['recipient has exceeded*limit*messages', 'unusual rate of'] },

  // The account that sends, and who owns the sender's address.
  {
    cause: 'sender-suspended',
    phrases: [
      'spam abuse detected',
      'outgoing mail*suspen',
      '{smtp,your,sender,user} account is not*{active,activated,enabled}',
      'blocked from sending',
      'has been disabled for sending',
    ],
    except: ['rcpt', 'greeting'],
  },
  {
    cause: 'sender-suspended',
    phrases: ['outgoing mail*suspen', 'blocked from sending'],
  },

  {
    cause: 'blocklisted-ip',
    phrases: [
      '{your,sending,the} {ip,host}*{blocked,on a blocklist}',
      'ip address blacklisted',
      'blacklisted by recipient',
    ],
  },

  // People and lists who choose their senders.
  {
    cause: 'recipient-restricted',
    phrases: [
      'sender not authenticated by organi{s,z}ation',
      'policy rejection on the target',
      '{user,recipient,addressee} {refused,refuses,rejected,has rejected,has refused,has blocked}',
      '{rejected,refused,blocked} by {the ,}{recipient,user,addressee}',
      "by {the ,}recipient{'s,s}",
      'user {rules,reject}',
      'only {accepting,accepts,accept,receives,receiving} {mail,email,messages}',
      'accepts {mail,email,messages} only',
      'accepts only',
      '{closed,moderated,private} {mailing ,}list',
      '{members,subscribers}{-, }only',
      'non{-, }member',
      '{only,must be} {subscribers,members,a member,a subscriber}',
      'not {subscribed,a member}',
      'to post to this',
      'senderfilterconfig',
      'safelist',
      "{not,isn't} pre-approved",
      'authori{s,z}ed senders',
      'is protected by',
      'not accepting any mail',
    ],
    except: ['auth', 'ehlo'],
  },
];
