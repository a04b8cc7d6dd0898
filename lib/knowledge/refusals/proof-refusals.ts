// Source: RFC 5321 section 4.2, RFC 3463, RFC 4954 section 6, RFC 7372, the IANA registry of enhanced
// status codes, and the wording of mail servers and providers as published by them and by bounce parsers.
import type { Refusal } from '../refusal-row.ts';

/** SPF, DKIM, DMARC: their names are in no other refusal. Duplicate DKIM headers are a fault of the format. */
export const PROOF_REFUSALS: readonly Refusal[] = [
  {
    cause: 'message-malformed',
    phrases: ['{duplicate,multiple}*header', 'message rfc*not compliant'],
    except: ['ehlo', 'mail', 'rcpt'],
  },
  {
    cause: 'dmarc-unauthenticated',
    phrases: [
      'dmarc',
      "{is not,isn't,not} aligned",
      'spf*dkim',
      'dkim*spf',
      'required authentication level',
      '{sender,mail,email,message} is unauthenticated',
      'unauthenticated {mail,email,message}',
      'does not have authentication information',
      'fail{s,ed} to pass authentication',
      'fail{s,ed} authentication checks',
      'email authentication',
      '{message,mail,email} {fails,failed} {sender ,}authentication',
      'failed sender authentication',
      'domain alignment',
      'from domain not authenticated',
      'arc {validation,seal,signature,chain}',
      'sender id*{fail,not permitted}',
    ],
  },
  {
    cause: 'spf-fail',
    phrases: [
      '=spf',
      'sender policy framework',
      'spfcheck',
      '-spf',
      'openspf',
      'spf{record,policy,fail}',
      'mismatches client ip',
      'invalid ip for sending',
      "{0.0.0.0,your ip,this ip,your server,this server,this host} {is not,isn't} {allowed,permitted,authorized,authorised,designated} to send {mail ,email ,}{from,for,as,on behalf}",
      'not {a ,an ,}{permitted,authorized,authorised,designated,allowed} sender',
    ],
  },
  { cause: 'dkim-fail', phrases: ['=dkim', 'domainkeys', 'bad signature*domain'] },
];
