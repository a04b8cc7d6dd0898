// Source: RFC 5321 section 4.2, RFC 3463, RFC 4954 section 6, RFC 7372, the IANA registry of enhanced
// status codes, and the wording of mail servers and providers as published by them and by bounce parsers.
import type { Refusal } from '../refusal-row.ts';

/**
 * SPF, DKIM, DMARC did not pass, in so many words; they win over what such replies add ("to protect
 * our users from spam"). Duplicate DKIM headers are a fault of the format.
 */
export const PROOF_REFUSALS: readonly Refusal[] = [
  {
    cause: 'message-malformed',
    phrases: ['{duplicate,multiple}*header', 'message rfc*not compliant'],
    except: ['ehlo', 'mail', 'rcpt'],
  },
  {
    cause: 'dmarc-unauthenticated',
    phrases: [
      'dmarc{ ,-}{policy,polic,fail,check,eval,verif,valid,reject,align,error,sender,violat,:}',
      'dmarc {did ,does ,is ,was ,has ,}{not,no,unsucc,missing,none}',
      "{due to,per,because of,violates,violating,failed,fails,failing,for,pass,passing,by} {the ,its ,domain ,sender ,sender's ,senders ,domain's ,your ,}dmarc",
      "{not,n't,no,without,missing} {pass ,passing ,have ,valid ,}{the ,a ,}dmarc",
      'dmarc*{reject,fail,not pass,did not pass,quarantine,unauthenticated}',
      '{reject,fail,denied,refused}*=dmarc',
      "{is not,isn't,not} aligned",
      '{fail,not pass,pass,authenticat,unauthenticated,invalid}*spf*dkim',
      '{fail,not pass,pass,authenticat,unauthenticated,invalid}*dkim*spf',
      'spf*dkim*{fail,not pass,required,missing}',
      'dkim*spf*{fail,not pass,required,missing}',
      '{either,neither,both,without,no} {spf,dkim}*{spf,dkim}',
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
      'unaligned from',
      'unaligned domain',
      '=p=reject',
      '=p=quarantine',
      "{signature,signing}*{not verify,n't verify,not verified,not validate,verification failed}",
      'from domain not authenticated',
      'arc {validation,seal,signature,chain}',
      'sender id*{fail,not permitted}',
    ],
  },
  {
    cause: 'spf-fail',
    phrases: [
      '=spf*{fail,reject,not pass,did not pass,softfail,hardfail,violat,not authori,not allowed,not permitted,forbid,mismatch}',
      "=spf {record,check,result,policy,evaluation,validation,verification,sender,lookup}*{fail,invalid,suspicious,not,n't,none,missing,bad,hard,softfail,denied,reject,block}",
      "{fail,pass,invalid,bad,no,missing,lacks,without,violat,denied by,blocked by,rejected by,refused by,due to,because of,not authorized by,per} {the ,your ,its ,an ,a ,our ,it's ,inbound ,}spf",
      '{fail,not pass,reject,denied,refused,not authori,not allow,not permitted,forbidden}*=spf',
      '{invalid,bad,no,missing} {valid ,}spf',
      'sender policy framework',
      'spfcheck',
      '=spf {error,permerror,temperror,permanent,temporary}',
      '-spf',
      'openspf',
      'spf.pobox',
      'spf{record,policy,fail}',
      'mismatches client ip',
      'invalid ip for sending',
      "{0.0.0.0,your ip,this ip,your server,this server,this host} {is not,isn't} {allowed,permitted,authorized,authorised,designated} to send {mail ,email ,}{from,for,as,on behalf}",
      'not {a ,an ,}{permitted,authorized,authorised,designated,allowed} sender',
    ],
  },
  {
    cause: 'dkim-fail',
    phrases: [
      "=dkim*{fail,invalid,not,n't,bad,reject,missing,none,no signature}",
      '{invalid,bad,no,missing,fail,failed,fails,failing,without,due to} {valid ,a ,the ,to pass ,}dkim',
      '{fail,reject,invalid,not pass}*=dkim',
      'domainkeys',
      'bad signature*domain',
      'no {passing,valid,dkim} signature',
      'not signed by the',
      'not {dkim-,dkim }signed',
    ],
  },
];

/** Their bare names: other refusals give them as advice ("make sure that you have SPF"). */
export const PROOF_NAMES: readonly Refusal[] = [
  { cause: 'dmarc-unauthenticated', phrases: ['dmarc', 'spf*dkim', 'dkim*spf'] },
  { cause: 'spf-fail', phrases: ['=spf'] },
  { cause: 'dkim-fail', phrases: ['=dkim'] },
];
