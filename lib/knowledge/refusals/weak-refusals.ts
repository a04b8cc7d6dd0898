// Source: RFC 5321 section 4.2, RFC 3463, RFC 4954 section 6, RFC 7372, the IANA registry of enhanced
// status codes, and the wording of mail servers and providers as published by them and by bounce parsers.
import type { Phase } from '../../types.ts';
import type { Refusal } from '../refusal-row.ts';

/** Steps before a recipient was named. */
const EARLY: readonly Phase[] = ['greeting', 'ehlo', 'starttls', 'auth', 'mail'];

/**
 * What a reply is about, where nothing exact is said: the one word that other reasons do not use. They
 * count where the enhanced code tells nothing, and before codes that every refusal has (`5.7.1`).
 */
export const WEAK_REFUSALS: readonly Refusal[] = [
  {
    cause: 'recipient-rejected',
    coded: true,
    phrases: ['unknown {error,reason,problem}'],
    phases: ['rcpt'],
  },
  {
    cause: 'mail-loop',
    coded: true,
    phrases: ['=loop', 'looping', "received{:'s,:,} {headers,lines}"],
  },
  {
    cause: 'relay-denied',
    coded: true,
    phrases: ['relay'],
    except: ['greeting', 'ehlo', 'auth'],
    class: 5,
  },
  {
    cause: 'helo-rejected',
    coded: true,
    phrases: ['={helo,ehlo}', 'helo{ ,}host'],
    except: ['auth', 'data', 'message'],
    class: 5,
  },
  {
    cause: 'no-reverse-dns',
    coded: true,
    phrases: [
      "{host,hostname,ip,address,server}*{can't,cannot,could not,must} {be resolved,resolve}",
      'no dns {a,a-data,a data,name}',
    ],
    phases: ['greeting', 'ehlo', 'mail'],
  },
  {
    cause: 'no-reverse-dns',
    coded: true,
    phrases: ['{sender,client,sending,your,source} ip must resolve'],
  },
  {
    cause: 'starttls-required',
    coded: true,
    phrases: ['={tls,ssl}', 'encrypt'],
    except: ['greeting', 'data', 'message'],
    class: 5,
  },
  {
    cause: 'sender-rejected',
    coded: true,
    phrases: [
      '{mail from,a@b}*{denied,not allowed,not permitted,refused,rejected,not accepted,not acceptable}',
    ],
    phases: ['mail'],
    class: 5,
  },
  {
    cause: 'blocklisted-ip',
    coded: true,
    phrases: [
      '=ip*{denied,rejected,refused,blocked,prohibited,forbidden,invalid,not allowed,not permitted,not welcome,not accepted}',
      '={invalid,rejected,denied,blocked} ip',
      '=ip is*{hangup,hung,closed,banned}',
      '{your,this,sending,client} {mailserver,mail server,server,host,network,provider,location,country,region}*{denied,rejected,refused,blocked,prohibited,forbidden,not allowed,not permitted,not welcome,not accepted}',
      '{mail,access,connections,messages} from your {location,ip,host,network,server,country,region,provider}',
      'not allowed to send us',
      'from {that,your,this} {country,region,location}',
    ],
    except: ['auth'],
  },
  {
    cause: 'recipient-restricted',
    coded: true,
    phrases: [
      'internal {user,sender,mail,message,use,recipient}',
      '={outside,subscriber,subscribers,member,members,non-member,posting,moderator,moderated}',
      '{refuse,refuses,want,chosen,like}*{receive,your mail,your message,your e-mail,this sender}',
      'permission{s,} to {send,post,mail}',
    ],
    except: EARLY,
    class: 5,
  },
  {
    cause: 'no-reverse-dns',
    coded: true,
    phrases: ['={reverse,rdns,ptr}', 'hostname'],
    except: ['auth', 'data', 'message'],
  },
  {
    cause: 'auth-required',
    coded: true,
    phrases: ['={auth,authenticate,authentication,login}', 'log {in,on} '],
    except: ['greeting', 'ehlo', 'starttls', 'auth', 'data', 'message'],
    class: 5,
  },
  {
    cause: 'rate-limited',
    coded: true,
    phrases: [
      '={per,an,each,every} {second,minute,hour,day,month}',
      'frequen',
      'at a rate',
      'permitted limit',
    ],
  },
  {
    cause: 'mailbox-full',
    coded: true,
    phrases: [
      '{mailbox,user,recipient,account,maildir,inbox}*{quota,storage,disk space,diskspace,dropfile}',
      'maximum allowed {number of messages,mailbox}',
      '{message,mail} count',
      'space available',
    ],
    except: EARLY,
  },
  {
    cause: 'mailbox-full',
    coded: true,
    phrases: ['={quota,storage,overquota}'],
    except: [...EARLY, 'data'],
  },
  {
    cause: 'message-malformed',
    coded: true,
    phrases: [
      '=header{s,}*{long,missing,invalid,malformed,duplicate,multiple,bad,illegal,wrong}',
      '{long,missing,invalid,malformed,duplicate,multiple,bad,illegal,no}*=header{s,}',
      'rfc{ ,}{5322,2822,822}',
    ],
    except: [...EARLY, 'rcpt'],
    class: 5,
  },
  {
    cause: 'rate-limited',
    coded: true,
    phrases: ['={limit,limits,limited,exceeded,exceeds,throttled,rate}'],
    except: ['auth'],
    class: 4,
  },
  // No recipient was named yet: what is used up, or switched off, is the sender's.
  {
    cause: 'rate-limited',
    coded: true,
    phrases: ['exceed', '={limit,limits,quota}', '{too,so} {often,soon}'],
    phases: ['greeting', 'ehlo', 'mail'],
  },
  {
    cause: 'virus',
    coded: true,
    phrases: ['attach', '={virus,malware,infected}', '.zip', '={archive,file,files}'],
    except: [...EARLY, 'rcpt'],
    class: 5,
  },
  {
    cause: 'dmarc-unauthenticated',
    coded: true,
    phrases: ['authenticat', 'forged'],
    phases: ['data', 'message'],
    class: 5,
  },
  {
    cause: 'spam-content',
    coded: true,
    phrases: ['content', '={link,links,url,urls,score}', 'suspicious', 'unwanted', 'abus'],
    except: [...EARLY, 'rcpt'],
    class: 5,
  },
  // A page about one address: http://www.example.org/why?ip=192.0.2.10
  { cause: 'blocklisted-ip', phrases: ['{?,&}ip=0.0.0.0', '/ip/0.0.0.0'], class: 5 },
];

/** The same, with words that some policies use too: after these. */
export const WEAKEST_REFUSALS: readonly Refusal[] = [
  {
    cause: 'domain-not-found',
    coded: true,
    phrases: [
      '{illegal,bad,invalid,unknown,wrong,no such} {destination ,recipient ,mail ,}{host,domain}',
      '{domain,host} {is ,}not {used,valid,known,configured,available}',
      'no dns {information,record,entry}',
      '={null,no} mx',
      "{=mx,domain,host}*{nonexist,non-exist,not exist,n't exist,unknown,not found}",
    ],
    except: [...EARLY, 'data', 'message'],
    class: 5,
  },
  {
    cause: 'recipient-unknown',
    coded: true,
    phrases: [
      "{not,n't,no}{ a, an, any, the,} {user,mailbox,recipient,address,account,alias,rcpt,customer}",
      '{unknown,invalid,bad,wrong,unavailable,nonexistent} {mail ,email ,e-mail ,destination ,target ,local ,rcpt ,}{user,mailbox,recipient,address,account,alias,rcpt,to,name,part}',
      "{user,mailbox,recipient,address,account,alias,rcpt,name}*{unavailable,not here,not on,not at,not found,not known,n't exist,nt exist,not exist,cannot receive,can not receive}",
      "{n't,nt,not} exist",
      'no redirect',
      '={unknown,nonexistent}',
    ],
    except: [...EARLY, 'data', 'message'],
    class: 5,
  },
  {
    cause: 'recipient-unknown',
    coded: true,
    phrases: [
      "{user,mailbox,recipient,address,account,inbox}*{can't,couldn't,could not,cannot} be {found,located}",
    ],
    except: ['greeting', 'ehlo', 'auth', 'mail'],
  },
  {
    cause: 'server-temporary-error',
    coded: true,
    phrases: [
      '{service,server,system,host}*{unavailable,not available,down,offline,overload,busy}',
    ],
  },
];
