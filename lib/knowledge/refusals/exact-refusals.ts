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
      '{check,read,collect,use} {your ,}pop*first',
      'pop{ , mail ,}before smtp',
      '{helo,ehlo} and auth first',
    ],
    except: ['auth'],
  },
  {
    cause: 'protocol-sequence',
    phrases: ['already {specified,authenticated,logged in}', 'auth*already {given,done}'],
    codes: [503],
  },
  {
    cause: 'protocol-sequence',
    phrases: ['{helo,ehlo} first', '{send,say,need} {helo,ehlo}', 'polite people say'],
    codes: [500, 501, 502, 503, 550, 554],
  },
  {
    cause: 'suspicious-login-blocked',
    phrases: ['web browser', 'webloginrequired'],
    codes: [534, 535],
  },
  { cause: 'too-many-errors', phrases: ['too many*commands'], except: ['auth'] },
  {
    cause: 'syntax-error',
    phrases: ['command {is ,}{disabled,not implemented,unrecogni,not recogni,not understood}'],
    codes: [500, 502, 504],
    except: ['auth', 'starttls'],
  },
  {
    cause: 'protocol-sequence',
    phrases: ['pipelin', 'protocol violation', 'no identity changes', 'may not be repeated'],
    except: ['message'],
  },
  {
    cause: 'protocol-sequence',
    phrases: ['sender {not yet,not given,already}', 'no sender', 'need {mail,rcpt}'],
    codes: [503],
  },
  { cause: 'protocol-sequence', phrases: ['no valid recipients'], phases: ['data'] },
  { cause: 'protocol-sequence', phrases: ['no valid recipients'], enhanced: ['5.5.1'] },
  // Exim: AUTH is offered after STARTTLS or EHLO only.
  { cause: 'protocol-sequence', phrases: ['used when not advertised'] },
  { cause: 'protocol-sequence', phrases: ['already authenticated'] },
  {
    cause: 'syntax-error',
    phrases: [
      '{cannot,can not,could not,unable to} decode',
      'base64',
      'malformed auth',
      'parse error',
    ],
    codes: [500, 501, 551, 555],
  },
  { cause: 'syntax-error', phrases: ['unsupported esmtp', 'unsupported extension'] },
  {
    cause: 'message-malformed',
    phrases: [
      '{failed to,cannot,could not,unable to} parse {message,mail}',
      'message*cannot be parsed',
    ],
  },
  {
    cause: 'tls-version-mismatch',
    phrases: ['tls 1.0 and*not supported', 'tls 1.0*no longer supported'],
  },
  {
    cause: 'starttls-required',
    phrases: [
      'not permitted without tls',
      'non-secure connection',
      '{plaintext,plain text,cleartext,clear text} {auth,login,password}',
      '{tls,ssl,sslv3} connection required',
      '{session,connection} must be encrypted',
      'connect {over,with,via,using} {ssl,tls}',
      'only {tls,ssl,encrypted,secure} {connections,sessions,clients}',
      'this route requires',
    ],
  },
  {
    cause: 'syntax-error',
    phrases: ['line too long', 'command too long', 'line length exceeded'],
    phases: ['greeting', 'ehlo', 'auth', 'mail', 'rcpt'],
    class: 5,
  },
  {
    cause: 'server-temporary-error',
    phrases: ['{could not,unable to} complete', 'mta failure'],
    class: 4,
  },
  // What should have looked at the message is out of order: that is no verdict on the message.
  {
    cause: 'server-temporary-error',
    phrases: [
      '{scanner,filter,antivirus,anti-virus,milter}*{unavailable,failure,failed,error,not available,not running,timed out,timeout}',
      "{can't,cannot,could not,unable to} {reach,contact,connect to} {the ,}{policy,directory,database,ldap,backend,auth}",
    ],
    class: 4,
  },

  {
    cause: 'connection-failed',
    phrases: ['in the queue too long', 'establish an smtp connection'],
    except: ['greeting', 'ehlo', 'auth', 'mail'],
  },

  // A mailbox's size, which is not the message's.
  {
    cause: 'mailbox-full',
    phrases: [
      '{mailbox,mail box,mailfolder,inbox,account}*{size,storage,space,disk} {limit,quota}',
      '{mailbox,mail box,mailfolder,inbox}*space not enough',
      'mailbox would exceed',
      '{or,as} the {recipient,destination}*full',
      '{mailbox,account,user,recipient} has exceeded*{quota,local limit,storage,its limit}',
      'too much mail data',
      '{user,mailbox,account,recipient} has too many',
      'space has been used up',
      'recipient over{ ,-,}quota',
      'would exceed quota',
      'mail file size',
      '{mailbox,account}*exceed{s,ed,ing}*{allowed,maximum} size',
      '{mailbox,inbox,mail box} {limit,limits}',
      'too many messages {on,in} ',
      'disabled*exceed{ing,ed}*limit',
      "{n't,not} have enough*{space,disk,room,storage}",
      '{user,mailbox,recipient,account}*{out of,no more,not enough,no} {disk,space,storage,room}',
      'no room left in',
      'cannot hold any more',
      '{mailbox,inbox} exceeded',
      'receive any more {mail,message}',
      '{out of,over} quot{a,e}',
      'quota is over',
      '{mailbox,folder,inbox}*message count',
      'allowed number of messages',
      'dropfile',
      '{inbox,maildir,mailbox} {has ,}{no space left,too many messages}',
      'maildir*size limit',
      'larger than the space available',
      'cannot update mailbox',
      'error writing message: file too large',
      'space left*{mailbox,user,recipient}',
    ],
    except: ['greeting', 'ehlo', 'auth'],
  },
  {
    cause: 'rate-limited',
    phrases: [
      'recipient has exceeded*limit*messages',
      'rejected: throttled',
      'sender rate',
      'unusual rate of',
      'relay limit exceeded',
      'too many errors from',
    ],
  },
  { cause: 'too-many-recipients', phrases: ['{size,domains} per transaction'] },
  { cause: 'sending-quota-exceeded', phrases: ['submission quota', "sender's*quota"] },
  { cause: 'message-malformed', phrases: ['header is too long', 'header too long'] },
  {
    cause: 'tls-certificate-untrusted',
    phrases: ['mta-sts', 'remote certificate', 'certificate validation', '{tlsa,dnssec}-invalid'],
  },

  // The account that sends, and who owns the sender's address.
  {
    cause: 'sender-suspended',
    phrases: [
      'spam abuse detected',
      'outgoing mail*suspen',
      '{smtp,your,sender,user} account is not*{active,activated,enabled}',
      'blocked from sending',
      'has been disabled for sending',
      'disabled by*hpanel',
      'sending disabled',
      'disabled for sending',
      'your account*{suspended,disabled,blocked,locked,deactivated}',
    ],
    except: ['rcpt', 'greeting'],
  },
  {
    cause: 'sender-suspended',
    phrases: ['outgoing mail*suspen', 'blocked from sending'],
  },
  {
    cause: 'sender-suspended',
    phrases: ['banned sender', 'spam abuse'],
    enhanced: ['5.7.501', '5.7.502', '5.7.503'],
  },
  { cause: 'policy', phrases: ['blocked by your organi{s,z}ation', 'tenant allow block'] },

  {
    cause: 'blocklisted-ip',
    phrases: [
      '{your,sending,the} {ip,host}*{blocked,on a blocklist,is blacklisted,is blocklisted}',
      'spam source',
      'ip address blacklisted',
      'blacklisted by recipient',
      'unwanted {messages,mail,mails,email} have been sent from',
      'identified as spammer',
      '{ban,ban-,banned} list',
      'accepted from an open relay',
      'from {that,your,this} country',
      '{mailserver,mail server}*{rejected,refused} by',
      'customer block list',
      '{is,by,via,through} an open {relay,proxy}',
    ],
  },

  {
    cause: 'recipient-unknown',
    phrases: [
      'member of domain',
      '{handle,accept,take,receive} mail for {that,this} {user,recipient,address,mailbox}',
    ],
    except: ['auth', 'ehlo', 'mail'],
  },

  // Services that send for others keep lists of whom they no longer write to: SendGrid, Mailgun, SES.
  {
    cause: 'recipient-restricted',
    phrases: [
      'spam reporting address',
      'unsubscribed address',
      'previously unsubscribed',
      'has unsubscribed',
      'marked your {message,mail,email}',
    ],
  },
  { cause: 'recipient-disabled', phrases: ['marked as inactive', 'inactive recipient'] },
  {
    cause: 'recipient-rejected',
    phrases: [
      '{suppression,suppressed} list',
      '{address,recipient} {is ,has been ,}suppressed',
      'previously bounced',
      'bounced address',
    ],
  },

  { cause: 'greylisted', phrases: ['=greylisted', '=graylisted'], class: 4 },
  {
    cause: 'spam-content',
    phrases: [
      '{classified,identified,detected,flagged,marked} as {junk,bulk,spam}',
      'spam {pattern,signature,fingerprint}',
      '{antispam,anti-spam,spam} checks',
      'too many spam {sign,word,link,point}',
    ],
  },

  {
    cause: 'virus',
    phrases: ['file type*not {allowed,accepted,permitted}'],
    except: ['auth', 'rcpt'],
  },

  // People and lists who choose their senders.
  {
    cause: 'recipient-restricted',
    phrases: [
      'not authenticated by organi{s,z}ation',
      'policy rejection on the target',
      '{user,recipient,addressee} {refused,refuses,has rejected,has refused,has blocked}',
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
      'not in*allowed{ ,-}senders',
      'not authenticated for',
      'not allowed to send {mail ,email ,messages ,}to',
      'permission to send to',
      "{not,n't} accept {mail,mails,email,messages}*=from you",
      'allowed to send to this',
      'limited to {subscribers,members}',
      'personal {blacklist,blocklist,block list}',
      'list is limited',
      'safelist',
      "{not,isn't} pre-approved",
      'authori{s,z}ed senders',
      'is protected by',
      'not accepting any mail',
      'internal {use,mail,senders,users,recipients} only',
      '{only,just} {takes,for,from}*internal',
      'takes internal',
      '{mail,email,messages} from outside',
      'external senders',
      'chosen not to receive',
      'refuse to receive',
      "{n't,nt,'nt,not} want {your,this} {mail,email,e-mail,message}",
      'mailbox access',
      "{n't,not} want {mail,email,e-mail,messages} from",
      '{list,mailbox,user,recipient,addressee,a@b} {has blocked you,refuses mail,refuses email,refuses messages,has rejected your,rejects your,does not like you}',
      '{local,internal} user{s,} only',
      'only allowed {from,for} {internal,local} senders',
      "{not,n't} allowed you to",
      '{sender,from,address,you}*{not on,not in}*{whitelist,white list,allow list,allowlist}',
    ],
    except: ['auth', 'ehlo'],
  },
];
