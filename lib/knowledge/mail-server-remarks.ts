// Source: the logs of Postfix 3.7, Exim 4.96, OpenSMTPD 6.8, Haraka 3, Exchange 2016–2019, and their manuals.
import { holds, starts } from './remark-row.ts';
import type { RemarkRow } from './rows.ts';

/**
 * What mail servers note beside the dialogue: queue, encryption, delivery. By program, since another
 * one may mean something else by the same words. As in `remarks`: lower case, from the start
 * (`starts`) or anywhere (`holds`), the more specific first.
 */
export const mailServerRemarks = {
  postfix: [
    starts(
      'connect from ',
      'A client has connected',
      'Another machine or program has opened a connection to this server. Its name and address are in the line.',
      'Postfix smtpd',
    ),
    starts(
      'disconnect from ',
      'The client has left',
      'The connection is closed. The line counts the client’s commands; 0/1 means that there was one and it was not accepted.',
      'Postfix smtpd',
    ),
    starts(
      'lost connection after ',
      'The client hung up',
      'The client left without saying goodbye, after the command that the line names. Often it did not like the answer, or it was only scanning for open servers.',
      'Postfix smtpd',
    ),
    starts(
      'timeout after ',
      'The client fell silent',
      'The server waited for the client after the command that the line names, and then closed the connection.',
      'Postfix smtpd',
    ),
    holds(
      '(queue active)',
      'Message taken and queued',
      'The server has taken the message (this is its sender, size and number of recipients) and begins to deliver it. Each attempt to deliver gets lines of its own with the same queue number.',
      'Postfix qmgr',
    ),
    holds(
      'sasl_username=',
      'Client had logged in; message gets a number',
      'A client that logged in with this user name hands a message over. The number at the line’s start ties together all lines about this message.',
      'Postfix smtpd',
    ),
    holds(
      ': client=',
      'Message gets its queue number',
      'The client named here begins to hand a message over. The number at the line’s start ties together all lines about this message.',
      'Postfix smtpd',
    ),
    holds(
      ': message-id=<',
      'The message’s own id',
      'The id from the message’s header. With it, the same message can be found in the log of another server.',
      'Postfix cleanup',
    ),
    holds(
      ': removed',
      'Server is done with this message',
      'The server took the message out of its queue. As a rule every recipient got it, or a final no; an administrator can also delete it.',
      'Postfix qmgr',
    ),
    holds(
      'sender non-delivery notification',
      'An error report goes to the sender',
      'The server writes to the sender that the message was not delivered. The number at the end is the queue number of that report.',
      'Postfix bounce',
    ),
    holds(
      'sender delay notification',
      'Sender is told of the delay',
      'The server tells the sender that the message is still waiting. It goes on trying.',
      'Postfix bounce',
    ),
    holds(
      'postmaster non-delivery notification',
      'A copy of the error report goes to the postmaster',
      'The server’s administrator gets a copy of the report on the message that was not delivered.',
      'Postfix bounce',
    ),
    holds(
      'untrusted tls connection established',
      'Encrypted, certificate not trusted',
      'The connection is encrypted, but the server’s certificate leads to no issuer that this machine trusts. Between mail servers that is common and does not stop the mail.',
      'Postfix tls',
    ),
    holds(
      'anonymous tls connection established',
      'Connection is encrypted',
      'The connection is encrypted, and nobody showed or checked a certificate. For mail that comes in this is the normal case.',
      'Postfix tls',
    ),
    holds(
      'verified tls connection established',
      'Encrypted, certificate right',
      'The connection is encrypted, and the server’s certificate is trusted and made out for this name.',
      'Postfix tls',
    ),
    holds(
      'trusted tls connection established',
      'Connection is encrypted',
      'The connection is encrypted, and the server’s certificate comes from an issuer that this machine trusts.',
      'Postfix tls',
    ),
    holds(
      'server certificate verification failed',
      'Server’s certificate did not pass the check',
      'The certificate that the other server showed did not pass the check; the reason is at the end of the line. Whether that stops the mail depends on the settings; the line about the delivery tells.',
      'Postfix tls',
    ),
    holds(
      'does not resolve to address',
      'The client’s name and address do not match',
      'The name that the client’s address leads to does not lead back to it. Many servers trust such a client less. The owner of its address can put that right (reverse DNS).',
      'Postfix smtpd',
    ),
    holds(
      'status=sent (delivered to',
      'Delivered on this machine',
      'The message was put into a mailbox, a file or a program on this machine. It has arrived.',
      'Postfix local',
    ),
    holds(
      'queue file size limit',
      'Message is larger than the server takes',
      'The message is larger than this server takes.',
      'Postfix cleanup',
    ),
    ...inner('Postfix', [
      'send attr ',
      'wanted attribute',
      'rewrite_clnt',
      'resolve_clnt',
      'xsasl_',
      'smtpd_check',
      'smtp_stream_setup',
      'vstream_',
      'auto_clnt',
      'sasl_mech_filter',
      'server features: ',
      'match_',
      'input attribute',
      'name_mask',
      'smtp_addr_',
      'smtp_connect_addr',
      'smtp_parse_destination',
      'process generation',
      'dict_',
      '>>> start ',
      '>>> end ',
      '>>> checking ',
      'generic_checks',
      'ctable_locate',
      'private/',
      'public/',
      'tls_library_init',
      'smtp_find_self',
      'check_mail_access',
      'maps_find',
      'fsspace',
      'reject_unauth_destination',
      'permit_',
      'extract_addr',
      'connection established',
      'master_notify',
      'watchdog_',
      'chat_reset',
      'flush_',
      'send_attr',
      'input_transp_cleanup',
    ]),
  ],
  exim: [
    starts(
      'completed',
      'Server is done with this message',
      'Every recipient got the message or a final no, and the server took it out of its queue.',
      'Exim specification, chapter 52',
    ),
    starts(
      'frozen',
      'Server sets the message aside',
      'The server keeps the message and does not try again by itself, often because not even the error report can be delivered. An administrator can let it go or delete it.',
      'Exim specification, chapter 52',
    ),
    starts(
      '<= <>',
      'An error report comes in',
      'A report on another message enters the queue. It has no sender, so that nobody answers it with one more report.',
      'Exim specification, chapter 52',
    ),
    starts(
      '<= ',
      'Message taken and queued',
      'The server has taken a message from this sender. The id at the line’s start ties together all lines about it. The letters are fields: H the other machine, P the protocol, A the login, X the encryption, S the size in bytes.',
      'Exim specification, chapter 52',
    ),
    starts(
      '=> ',
      'Delivered',
      'The message was handed on for this recipient: to the machine named after H=, or to a mailbox here.',
      'Exim specification, chapter 52',
    ),
    holds(
      'retry time not reached',
      'Not tried: too early for a new attempt',
      'An earlier attempt for this server failed, and the server waits before it tries again. Why it failed is told further up in the log.',
      'Exim specification, chapter 32',
    ),

    holds(
      'smtp connection from ',
      'A client’s connection',
      'What another machine did on its connection to this server, without a message in the end.',
      'Exim specification, chapter 52',
    ),
  ],
  opensmtpd: [
    holds(
      ' smtp connected address=',
      'A client has connected',
      'Another machine or program has opened a connection to this server. Its name and address are in the line.',
      'OpenSMTPD smtpd(8)',
    ),
    holds(
      ' smtp disconnected reason=',
      'The client has left',
      'The connection is closed. The line names the reason; “quit” is the orderly one.',
      'OpenSMTPD smtpd(8)',
    ),
    holds(
      ' mta connecting address=',
      'Connecting to the other server',
      'The server opens a connection to the one that takes mail for the recipient.',
      'OpenSMTPD smtpd(8)',
    ),
    holds(
      ' smtp envelope evpid=',
      'One recipient of the message',
      'The server made out an envelope for this recipient: each is delivered by itself.',
      'OpenSMTPD smtpd(8)',
    ),
    holds(
      ' smtp message msgid=',
      'Message taken and queued',
      'The server has taken a message of this size for this number of recipients.',
      'OpenSMTPD smtpd(8)',
    ),
  ],
  haraka: [
    starts(
      'running ',
      'Haraka asks its plugins',
      'The server asks its plugins what to do at this step. Only what they answer matters.',
      'Haraka plugin manual',
    ),
    starts(
      'hook=',
      'A plugin’s answer',
      'A plugin’s answer at this step: CONT and OK let the mail pass, DENY refuses it, DENYSOFT puts it off.',
      'Haraka plugin manual',
    ),
    starts(
      'delaying for ',
      'Server waits on purpose',
      'The server lets the client wait. Programs that send spam often do not wait that long.',
      'Haraka plugin manual',
    ),
    starts(
      'sender <',
      'What became of the sender',
      'What the server’s plugins said to the sender’s address: CONT and OK let it pass, DENY refuses it, DENYSOFT puts it off.',
      'Haraka core',
    ),
    starts(
      'recipient <',
      'What became of the recipient',
      'What the server’s plugins said to this recipient: CONT and OK let it pass, DENY refuses it, DENYSOFT puts it off.',
      'Haraka core',
    ),
    starts(
      'message mid=',
      'What became of the message',
      'What the server’s plugins said to the message: CONT and OK let it pass, DENY refuses it, DENYSOFT puts it off. The line also holds its id, its size and how many recipients there were.',
      'Haraka core',
    ),
    starts(
      'queue code=',
      'Message goes into the queue',
      'The server tells how its queue took the message, and under which id.',
      'Haraka core',
    ),
    holds(
      'upgrading to tls',
      'Encryption begins',
      'The server begins to set up encryption, as the client asked for with STARTTLS.',
      'Haraka tls plugin',
    ),
    holds(
      'tls secured',
      'Connection is encrypted',
      'The connection is encrypted now. Nobody in between can read what follows.',
      'Haraka tls plugin',
    ),
    starts(
      'secured: cipher=',
      'Connection is encrypted',
      'The connection is encrypted now, with the method that the line names.',
      'Haraka tls plugin',
    ),
    starts(
      'client has disconnected',
      'Client has left',
      'The connection is over on the client’s side.',
      'Haraka core',
    ),
  ],
  sendmail: [
    holds(
      'transcript of session follows',
      'The conversation follows',
      'After this line comes what was said on the connection, or the part of it that matters.',
      'Sendmail and Postfix reports',
    ),
    holds(
      'while talking to',
      'With which server',
      'The conversation below took place with this server.',
      'Sendmail reports',
    ),
    holds(
      '... sent (',
      'Handed on',
      'The message was handed on for this recipient. The words in brackets are the other server’s answer.',
      'Sendmail operations guide',
    ),
    holds(
      '... user unknown',
      'Nobody has this address',
      'The server that was asked knows no mailbox with this address.',
      'Sendmail operations guide',
    ),
    starts(
      'recv: queue-id',
      'Message taken and queued',
      'The server has taken the message from this sender, for these recipients, under this number.',
      'Kerio Connect mail log',
    ),
    starts(
      'sent: queue-id',
      'What became of the message',
      'How the attempt to hand the message on ended, under Result and Status.',
      'Kerio Connect mail log',
    ),
  ],
  exchange: [
    holds(
      'set session permissions',
      'What this client may do',
      'Exchange notes what the client may do on this connection: send in somebody’s name, hand on mail to the outside, set headers.',
      'Exchange protocol logging',
    ),
    holds(
      'tls negotiation succeeded',
      'Connection is encrypted',
      'Both sides agreed on the encryption that the line names.',
      'Exchange protocol logging',
    ),
    holds(
      'with internetmessageid',
      'The message’s own id',
      'The id from the message’s header. With it one finds the same message in other logs and in message tracking.',
      'Exchange protocol logging',
    ),
  ],
} as const satisfies Readonly<Record<string, readonly RemarkRow[]>>;

/** What a program notes of its own workings when it is asked to be talkative. */
function inner(program: string, words: readonly string[]): RemarkRow[] {
  return words.map((word) =>
    starts(
      word,
      `${program}’s inner workings`,
      `${program} notes what it does inside. For the question what became of the mail this line does not matter.`,
      program,
    ),
  );
}
