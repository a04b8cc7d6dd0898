import type { Event } from '../types.ts';
import { outlookCode } from './outlook-codes.ts';
import { phpmailerSaid } from './phpmailer-said.ts';

/** What a program that could not send mail says of it. */
export interface ClientSentence {
  event: Event;
  /** The command that was refused, where the words say so; `''` stands for the greeting. */
  verb?: string;
}

type Row = readonly [words: RegExp, event: Event, verb?: string];

/** Only programs that send mail say this. The first row that fits counts. */
const OF_MAIL: readonly Row[] = [
  [/the following from address failed/i, 'refused', 'MAIL'],
  [/sender address \S{1,200} (?:was )?rejected|sender address was rejected/i, 'refused', 'MAIL'],
  [/SMTPSender(?:Refused|FailedException)/, 'refused', 'MAIL'],
  [/the following recipients? (?:failed|addresses failed)/i, 'refused', 'RCPT'],
  [/all recipients were rejected|no recipients were accepted/i, 'refused', 'RCPT'],
  [/SMTPRecipientsRefused|SMTPAddressFailedException/, 'refused', 'RCPT'],
  [/SmtpFailedRecipients?Exception|SendFailedException: Invalid Addresses/, 'refused', 'RCPT'],
  [/curl: \(\d{1,2}\) MAIL failed: [45]\d\d\b/, 'refused', 'MAIL'],
  [/curl: \(\d{1,2}\) RCPT failed: [45]\d\d\b/, 'refused', 'RCPT'],
  [/curl: \(64\)|Requested SSL level failed/, 'tls-failed', 'STARTTLS'],
  [/closed connection in response to initial connection/i, 'connect-failed', ''],
  [/mail server responded: .{1,600}Please verify that your e-?mail address/i, 'refused', 'MAIL'],
  [/mail server responded: .{1,600}Please check the message recipient/i, 'refused', 'RCPT'],
  [/mail server responded: .{1,600}Please check the message and/i, 'refused', '.'],
  // Postfix, also where its queue is listed
  [
    /(?:lost connection|conversation) with .{1,300} while receiving the initial/,
    'connect-failed',
    '',
  ],
  [
    /(?:lost connection|conversation) with .{1,300} while performing the (?:[EH]H?ELO|LHLO)/,
    'lost',
    'EHLO',
  ],
  [
    /(?:lost connection|conversation) with .{1,300} while \w{7,9} (?:the )?STARTTLS/,
    'lost',
    'STARTTLS',
  ],
  [/(?:lost connection|conversation) with .{1,300} while sending MAIL FROM/, 'lost', 'MAIL'],
  [/(?:lost connection|conversation) with .{1,300} while sending RCPT TO/, 'lost', 'RCPT'],
  [/(?:lost connection|conversation) with .{1,300} while sending DATA/, 'lost', 'DATA'],
  [
    /(?:lost connection|conversation) with .{1,300} while sending (?:end of data|message)/,
    'lost',
    '.',
  ],
  [/TLS is required, but was not offered/, 'tls-failed', 'STARTTLS'],
  [/SMTPUTF8 is required, but was not offered/, 'refused', 'MAIL'],
  [/Name service error for name=\S{1,255} type=(?:MX|A)/, 'connect-failed'],
  // qmail, Exim and cPanel's Exim, as their bounces and delivery reports word it
  [/couldn't find any host named \S/i, 'connect-failed'],
  [/^\W{0,3}Unrouteable address\W{0,3}$/i, 'refused', 'RCPT'],
  [/has exceeded the max (?:emails|defers and failures) per hour/i, 'refused', 'RCPT'],
  // Erlang and Elixir, gen_smtp
  [/_failure, ?["'].{1,255}["'], ?:?auth_failed\b/, 'auth-failed'],
  [/network_failure, ?["'].{1,255}["'], ?\{:?error, ?:?timeout\b/, 'connect-failed'],
  [/data not accepted|SMTPDataError/i, 'refused', '.'],
  // OpenCart: `Error: RCPT TO not accepted from server!`
  [/\b(?:RCPT TO|VERP) not accepted from server/, 'refused', 'RCPT'],
  [/\bMAIL FROM not accepted from server/, 'refused', 'MAIL'],
  [/\bDATA not accepted from server/, 'refused', '.'],
  [/\b(?:EHLO|HELO) not accepted from server/, 'refused', 'EHLO'],
  [/\bSTARTTLS not accepted from server/, 'tls-failed'],
  [/\b(?:AUTH LOGIN|Username|Password) not accepted from server/, 'auth-failed'],
  [
    /could not convert socket to TLS|did not offer TLS|STARTTLS (?:failed|is required)/i,
    'tls-failed',
  ],
  // .NET
  [/server does not support secure connections/i, 'tls-failed'],
  [/error upgrading connection with STARTTLS|unable to connect with STARTTLS/i, 'tls-failed'],
  [/STARTTLS (?:extension )?not supported by (?:the )?server|STARTTLS not offered/i, 'tls-failed'],
  [/(?:plainAuth|loginAuth).{0,20}unencrypted connection/i, 'auth-unavailable'],
  [/SMTP AUTH extension not supported|server doesn't support AUTH\b/i, 'auth-unavailable'],
  [
    /no (?:supported|suitable|compatible) (?:SMTP )?authentication (?:method|mechanism)s?/i,
    'auth-unavailable',
  ],
  // PHPMailer, class SMTP
  [/(?:requested )?authentication method "[^"]{1,40}" is not supported/i, 'auth-unavailable'],
  [/authentication is not allowed at this stage/i, 'auth-failed'],
  [/could not authenticate\b|failed to authenticate on SMTP server/i, 'auth-failed'],
  [/invalid login: |missing credentials for ["'](?:PLAIN|LOGIN|XOAUTH2)/i, 'auth-failed'],
  [
    /SMTPAuthenticationError|AuthenticationFailedException|MailAuthenticationException/,
    'auth-failed',
  ],
  [/sending of (?:the )?(?:password|user ?name) .{0,120}did not succeed/i, 'auth-failed'],
  [
    /curl: \(67\)|unable to authenticate to outgoing server|SMTP:? login denied|authorization failed \(/i,
    'auth-failed',
  ],
  [
    /smtp\W[^.]{0,60}authenticat\w{2,6} (?:has )?(?:failed|failure|error|unsuccessful)/i,
    'auth-failed',
  ],
  [
    /login (?:to|on) (?:the )?(?:outgoing |smtp |mail )?server \S{1,200}.{0,80} failed/i,
    'auth-failed',
  ],
  [
    /the SMTP server requires a secure connection or the client was not authenticated/i,
    'refused',
    'MAIL',
  ],
  [/mailbox unavailable\. The server response was/i, 'refused', 'RCPT'],
  [/\bCalled .{1,30} without being connected/, 'failed'],
  // Home Assistant
  [/^Login not possible\. Please check|: Login not possible\. Please check/, 'auth-failed'],
  [/SMTP server not found or refused connection/, 'connect-failed'],
  [/greeting never received/i, 'silence'],
  // mutt, and what it shows of Cyrus SASL
  [/^(?:SASL: )?No authenticators available\.?$|^No worthy mechs found\b/i, 'auth-unavailable'],
  [/^SASL authentication failed\.?$/, 'auth-failed'],
  // Thunderbird's boxes, also in German and French
  [
    /size of the message .{0,60}exceeds (?:a|the) (?:temporary|global) size limit/i,
    'refused',
    'MAIL',
  ],
  [/does not seem to support encrypted passwords/i, 'auth-unavailable'],
  [/using STARTTLS since it doesn.t advertise that feature/i, 'tls-failed'],
  [
    /lost in the middle of the transaction|mitten in der Transaktion verloren|au milieu de la transaction/i,
    'lost',
  ],
  [/Postausgangs-?server .{0,200}fehlgeschlagen/i, 'connect-failed'],
  [/could not be sent using Outgoing server .{0,260}unknown reason/i, 'failed'],
  // Haraka, before a greeting came
  [/Remote end \S{1,255} closed connection while we were processing mail/i, 'connect-failed', ''],
  // Nodemailer: IMAP or POP3 answers.
  [
    /^(?:\w{0,20}Error: )?invalid greeting\b.{0,40}response=["']?(?:\* OK|\+OK|HTTP\/|SSH-)/i,
    'connect-failed',
    '',
  ],
  // Thunderbird asks to look at what was refused.
  [
    /mail server responded: .{0,1000}verify that your e-?mail address is correct/i,
    'refused',
    'MAIL',
  ],
  [/mail server responded: .{0,1000}check the message recipient/i, 'refused', 'RCPT'],
  [/mail server responded: .{0,1000}check the message and try again/i, 'refused', '.'],
  // Java: the connection stood, and no greeting came.
  [/could not connect to SMTP host.{0,300}, response: -1\b/i, 'connect-failed', ''],
  [/could not connect to SMTP host|SMTP connect\(\) failed/i, 'failed'],
  [
    /failed to connect to (?:the )?(?:smtp |mail )?server\b|MailConnectException/i,
    'connect-failed',
  ],
  [
    /could(?:n't| not) connect to (?:smtp |mail )?host, port|cannot connect to SMTP server/i,
    'connect-failed',
  ],
  [/connection could not be established with host/i, 'connect-failed'],
  [/unable to initialize SMTP properly|ssmtp: cannot open |cannot locate host /i, 'connect-failed'],
  [/connecting to (?:outgoing server|smtp server|mail server) .{0,200}failed/i, 'connect-failed'],
  [
    /(?:unable|failed) to connect to (?:the )?(?:smtp|mail|outgoing)(?: mail)?(?: server| host)?\b/i,
    'connect-failed',
  ],
  [
    /connection to (?:the )?(?:smtp|mail|outgoing) (?:server|host).{0,160}(?:failed|timed out|refused)/i,
    'connect-failed',
  ],
  [/the server \S{1,200} cannot be contacted on port/i, 'connect-failed'],
  [/SMTPServerDisconnected|SMTP server (?:has )?(?:unexpectedly )?closed the connection/i, 'lost'],
  [/SmtpException: Failure sending mail|^failure sending mail/i, 'connect-failed'],
];

/** Any program that uses the network says this: the text has to be about mail. */
const OF_NETWORK: readonly Row[] = [
  // Ruby: the connection stood.
  [/Net::ReadTimeout/, 'connect-failed', ''],
  // Go: `read tcp 192.0.2.1:64383->192.0.2.2:587: i/o timeout`
  [/\bread tcp \S{1,100}->\S{1,100}: (?:i\/o timeout|EOF)/, 'connect-failed', ''],
  [
    /certificate (?:verif(?!ied\b)|has |is |not |does|signed|chain|name|error|problem|invalid|validat|rejected|expired|common|subject|unknown)|self[- ]signed certificate|verify the first certificate|local issuer certificate|(?:remote|server|peer) certificate|CERT_HAS_EXPIRED|UNABLE_TO_VERIFY|\bSSL(?:: |[_ ](?:operation|routines|connect|error|handshake|negotiat|peer|alert))|\bTLS(?:: |[_ ](?:handshake|error|negotiat|alert|fatal))|x509:|PKIX|enable crypto|wrong version number|handshake|ERR_TLS|SELF_SIGNED/i,
    'tls-failed',
  ],
  // PHP, Node, Python and Ruby: names of checks and calls
  [
    /enable_crypto\(|transport "(?:ssl|tls)"|ssl:\/\/.{1,300}socket transport|ERR_SSL_|\bCERT_[A-Z]|UNABLE_TO_GET_|HOSTNAME_MISMATCH|INVALID_PURPOSE|certificate's altnames|hostname verification|secure TLS connection|No SSL support/,
    'tls-failed',
  ],
  // Java: `javax.net.ssl.SSLException: Unsupported or unrecognized SSL message`
  [
    /\bSSL\w{0,20}Exception|Certificate\w{0,20}Exception|CertPath|ValidatorException|trustAnchors|verify identity of server|fatal alert:|protocol version (?:\S{1,12} is not|is not)|algorithm constraints/i,
    'tls-failed',
  ],
  // .NET and Windows: `Authentication failed because the remote party has closed the transport stream.`
  [
    /transport stream|TLS alert|SSPI failed|inner exception|unexpected packet format|frame size|corrupted frame|TLSV1_ALERT|establish an SSL|name given in the server|names given in the server|SSL certificate|\bSEC_E_|\bCRYPT_E_|\bCERT_(?:E|TRUST)_|schannel:|InitializeSecurityContext|remote certificate/i,
    'tls-failed',
  ],
  // Go, Rust, NSS, Delphi, Apple, Postfix, Exim
  [
    /\btls: (?!\d)|x509: |\bS(?:EC|SL)_ERROR_|message of type Invalid|peer is incompatible|\[SSL\]|SSL (?:- |library|record)|connecting with SSL|SSLX?Cert|certificate for this server|Remotezertifikat|certificat distant|certificado remoto|TLS (?:session )?is required, but/,
    'tls-failed',
  ],
  [
    /getaddrinfo|no such host|name or service not known|ENOTFOUND|EAI_AGAIN|host not found/i,
    'connect-failed',
  ],
  [
    /could not resolve|name resolution|unknownhost|cannot resolve|nodename nor servname/i,
    'connect-failed',
  ],
  [/connection refused|actively refused|ECONNREFUSED/i, 'connect-failed'],
  [
    /(?:connect|connection|operation) timed out|connection timeout|ETIMEDOUT|i\/o timeout/i,
    'connect-failed',
  ],
  [
    /network is unreachable|no route to host|E(?:NET|HOST)UNREACH|host is unreachable/i,
    'connect-failed',
  ],
  [
    /permission denied|operation not permitted|did not properly respond|unable to connect/i,
    'connect-failed',
  ],
  [
    /failed to connect|could(?:n't| not) connect|cannot connect|connection failed/i,
    'connect-failed',
  ],
  [
    /\(os error \d|\bNS_ERROR_(?:CONN|UNKNOWN|NET_TIMEOUT)|nxdomain|hostname could not be found|Remote(?:name|server)\b|nombre remoto|nome remoto|nom distant|servidor remoto|serveur distant|TNS:no listener|ORA-24247|cannot open \S{1,200}:(?:25|465|587)\b/i,
    'connect-failed',
  ],
  [
    /could not be resolved|UnresolvedAddress|server misbehaving|\bquery[A-Z]\w{0,5} E[A-Z]{4}/i,
    'connect-failed',
  ],
  [
    /\bconnect E[A-Z]{4}|disabled for security reasons|open_basedir|AccessControlException|failed to parse address|host was not specified|missing (?:address|port in address)|cannot assign requested|socket operation (?:was|failed)|access a socket|codec failed/i,
    'connect-failed',
  ],
  [/connection unexpectedly closed|unexpected socket close|reset by peer|ECONNRESET/i, 'lost'],
  [
    /unexpectedly disconnected|connection (?:reset|was aborted)|connection abort|ECONNABORTED|forcibly closed|connectionclosed|NS_ERROR_NET_RESET|connection was lost|peer disconnected|closed network connection|end of (?:file|stream)|EOFException|exception reading response/i,
    'lost',
  ],
  [/broken pipe|EPIPE|unexpected EOF|connection (?:was )?closed|\[EOF\]|socket close/i, 'lost'],
  [/timed? ?out|deadline exceeded/i, 'timeout'],
  // Rust: a read that would wait longer than it may
  [/kind: WouldBlock|Resource temporarily unavailable \(os error 11\)/, 'connect-failed', ''],
  // Whatever the language of the words behind them
  [/\bWinError 1\d{4}\b|\bSocketException\b|\bSocket Error ?# ?1\d{4}\b/i, 'connect-failed'],
  [/\bauthentication (?:has )?(?:failed|unsuccessful|error)|login denied/i, 'auth-failed'],
];

/**
 * What a program says of a failure to send mail, in English or in PHPMailer's languages.
 *
 * @param words one line, or one sentence
 * @param isMail the text around it is about mail: words that any program says count too
 */
export function clientSentence(words: string, isMail: boolean): ClientSentence | undefined {
  const outlook = outlookCode(words);
  if (outlook?.event)
    return { event: outlook.event, ...(outlook.verb ? { verb: outlook.verb } : {}) };
  const own = phpmailerSaid(words, isMail);
  if (own?.event) return { event: own.event, ...(own.verb ? { verb: own.verb } : {}) };
  const row = find(OF_MAIL, words);
  if (row && (!VAGUE.has(row[1]) || row[2] !== undefined)) return rowOf(row);
  const isKnown = isMail || row !== undefined || own !== undefined;
  const reason = isKnown ? find(OF_NETWORK, words.replace(SLUG, '')) : undefined;
  const best = reason ?? row;
  return best ? rowOf(best) : own === undefined ? undefined : { event: 'connect-failed' };
}

/** `"cause": "client-timeout"`: a value of some program's, no sentence. */
const SLUG = /(?<![^"'])[a-z]{2,20}(?:-[a-z]{2,20}){1,4}(?![^"'])/g;

/** Sentences that give a reason behind them, more often than not. */
const VAGUE: ReadonlySet<Event> = new Set(['failed', 'connect-failed']);

function find(rows: readonly Row[], words: string): Row | undefined {
  return rows.find(([pattern]) => pattern.test(words));
}

function rowOf([, event, verb]: readonly [unknown, Event, string?]): ClientSentence {
  return verb === undefined ? { event } : { event, verb };
}
