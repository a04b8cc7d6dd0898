import type { Dialect } from '../types.ts';
import { appleMail } from './apple-mail.ts';
import { bounceDsn } from './bounce-dsn.ts';
import { codeigniter } from './codeigniter.ts';
import { curl } from './curl.ts';
import { emailOauth2Proxy } from './email-oauth2-proxy.ts';
import { emailjs } from './emailjs.ts';
import { exchangeMessageTracking } from './exchange-message-tracking.ts';
import { exchangeProtocolLog } from './exchange-protocol-log.ts';
import { eximMainlog } from './exim-mainlog.ts';
import { eximV } from './exim-v.ts';
import { generic } from './generic.ts';
import { haraka } from './haraka.ts';
import { hmailserver } from './hmailserver.ts';
import { hordeSmtp } from './horde-smtp.ts';
import { iisSmtpW3c } from './iis-smtp-w3c.ts';
import { javamail } from './javamail.ts';
import { kerioConnect } from './kerio-connect.ts';
import { mailenable } from './mailenable.ts';
import { mailkit } from './mailkit.ts';
import { mdaemon } from './mdaemon.ts';
import { msmtp } from './msmtp.ts';
import { nodemailer } from './nodemailer.ts';
import { opensmtpd } from './opensmtpd.ts';
import { opensslSClient } from './openssl-s-client.ts';
import { pearNetSmtp } from './pear-net-smtp.ts';
import { perlNetSmtp } from './perl-net-smtp.ts';
import { phpmailer } from './phpmailer.ts';
import { phpmailer5 } from './phpmailer5.ts';
import { postal } from './postal.ts';
import { postfixMaillog } from './postfix-maillog.ts';
import { postfixTranscript } from './postfix-transcript.ts';
import { postfixVerbose } from './postfix-verbose.ts';
import { providerEvent } from './provider-event.ts';
import { pythonSmtplib } from './python-smtplib.ts';
import { qmail } from './qmail.ts';
import { raw } from './raw.ts';
import { reply } from './reply.ts';
import { roundcube } from './roundcube.ts';
import { rubyNetSmtp } from './ruby-net-smtp.ts';
import { sNail } from './s-nail.ts';
import { sendmail } from './sendmail.ts';
import { sendemail } from './sendemail.ts';
import { smartermail } from './smartermail.ts';
import { smtpServer } from './smtp-server.ts';
import { stalwart } from './stalwart.ts';
import { swaks } from './swaks.ts';
import { swiftmailer } from './swiftmailer.ts';
import { symfonyMailer } from './symfony-mailer.ts';
import { thunderbird } from './thunderbird.ts';
import { vmime } from './vmime.ts';

/**
 * Every log format. Where two read a log equally well, the earlier one has it; those that guess
 * come last.
 */
export const dialects: readonly Dialect[] = [
  appleMail,
  bounceDsn,
  codeigniter,
  curl,
  emailOauth2Proxy,
  emailjs,
  exchangeMessageTracking,
  exchangeProtocolLog,
  eximMainlog,
  eximV,
  haraka,
  hmailserver,
  hordeSmtp,
  iisSmtpW3c,
  javamail,
  kerioConnect,
  mailenable,
  mailkit,
  mdaemon,
  msmtp,
  nodemailer,
  opensmtpd,
  opensslSClient,
  pearNetSmtp,
  perlNetSmtp,
  phpmailer,
  phpmailer5,
  postal,
  postfixMaillog,
  postfixTranscript,
  postfixVerbose,
  providerEvent,
  pythonSmtplib,
  qmail,
  roundcube,
  rubyNetSmtp,
  sNail,
  sendmail,
  sendemail,
  smartermail,
  smtpServer,
  stalwart,
  swaks,
  swiftmailer,
  symfonyMailer,
  thunderbird,
  vmime,
  generic,
  raw,
  reply,
];
