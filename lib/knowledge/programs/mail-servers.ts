import type { Program } from '../program.ts';

// Source: postconf(5) and SASL_README of Postfix 3.9; the Exim specification 4.98, chapters "The smtp
// transport" and "The plaintext authenticator"; sendmail's cf/README; smtpd.conf(5) and
// smtpctl(8) of OpenSMTPD 7; qmail-control(5) and qmail-remote(8); the manuals of Haraka, Stalwart and Postal.

/** Mail servers of Unix: they keep a queue, and whoever reads their logs runs them. */
export const MAIL_SERVERS: readonly Program[] = [
  {
    id: 'plesk',
    name: 'Plesk',
    role: 'mail-server',
    pages: ['/modules/log-browser/', '/smb/'],
    fields: {
      hostField: 'the relay host (Tools & Settings → Mail Server Settings)',
      portField: 'the port',
      encryptionField: 'the encryption towards it',
      authField: 'the login at the relay host',
      mechanismField: 'the login method',
      userField: 'the user name (in Plesk the whole address of the mailbox)',
      passwordField: 'the mailbox’s password (Mail → the address)',
      fromField: 'the sender’s address of the site or program',
      returnField: 'the return path of the site or program',
      heloField:
        'the name in HELO (Tools & Settings → Mail Server Settings → “Outgoing mail mode”)',
      timeoutField: 'the time-out',
    },
    startTls: 'let the program use port 587 with STARTTLS',
    implicitTls: 'let the program use port 465 with SSL/TLS',
    loginOn: 'switch SMTP authentication on in the program that sends',
    debugStep:
      'In Plesk, open Tools & Settings → Log Browser, or the mail log (/var/log/maillog or mail.log).',
    retryStep:
      'Nothing has to be sent again: Plesk keeps the mail in its queue (Tools & Settings → Mail Server Settings → Mail Queue) and tries again by itself.',
    steps: {
      'sending-quota-exceeded': [
        'Look at the limits in Plesk: Tools & Settings → Mail Server Settings, “Turn on limitations on outgoing email messages”. They can be set for each subscription and mailbox too.',
      ],
    },
  },
  {
    id: 'cpanel',
    name: 'cPanel',
    role: 'mail-server',
    pages: ['/cpsess'],
    fields: {
      hostField: 'the server name',
      portField: 'the port',
      encryptionField: 'the encryption',
      authField: 'SMTP authentication',
      mechanismField: 'the login method',
      userField: 'the user name (in cPanel the whole address of the mailbox)',
      passwordField: 'the mailbox’s password (cPanel → Email Accounts → Manage)',
      fromField: 'the sender’s address of the site or program',
      returnField: 'the return path of the site or program',
      heloField: 'the server’s host name (WHM → Change Hostname, or /etc/mailhelo)',
      timeoutField: 'the time-out',
    },
    startTls: 'let the program use port 587 with STARTTLS',
    implicitTls: 'let the program use port 465 with SSL/TLS',
    loginOn: 'switch SMTP authentication on in the program that sends',
    debugStep:
      'In cPanel, open Email → Track Delivery; in WHM, Mail Delivery Reports or /var/log/exim_mainlog.',
    retryStep:
      'Nothing has to be sent again: Exim keeps the mail in its queue (WHM → Mail Queue Manager) and tries again by itself.',
    steps: {
      'sending-quota-exceeded': [
        'The limit is set in WHM → Tweak Settings → Mail (“Max hourly emails per domain”), or for one account under Modify an Account. On shared hosting only the web host can change it.',
      ],
      'hosting-blocks-smtp': [
        'Look in WHM under Security Center → SMTP Restrictions; ConfigServer Firewall (CSF) has SMTP_BLOCK for the same.',
      ],
      'no-reverse-dns': [
        'Ask whoever rents you the address to set the PTR record; WHM → DNS Functions shows only what the server publishes itself.',
      ],
      'domain-not-found': [
        'Open cPanel → Email Routing. A domain whose mailboxes are elsewhere must be on “Remote Mail Exchanger”, one with mailboxes here on “Local Mail Exchanger”.',
      ],
      'recipient-unknown': [
        'If the mailbox is at another provider but this server looks for it here, set cPanel → Email Routing to “Remote Mail Exchanger”.',
      ],
    },
  },
  {
    id: 'postfix',
    name: 'Postfix',
    role: 'mail-server',
    dialects: ['postfix-maillog', 'postfix-transcript', 'postfix-verbose'],
    fields: {
      hostField: 'relayhost in main.cf',
      portField: 'the port in relayhost ([HOST]:587)',
      encryptionField: 'smtp_tls_security_level',
      authField: 'smtp_sasl_auth_enable',
      mechanismField: 'smtp_sasl_mechanism_filter',
      userField: 'the user name in the table of smtp_sasl_password_maps',
      passwordField: 'the password in the table of smtp_sasl_password_maps',
      fromField: 'the sender’s address (sender_canonical_maps or smtp_generic_maps can rewrite it)',
      returnField: 'the return address (smtp_generic_maps can rewrite it)',
      heloField: 'smtp_helo_name (by default myhostname)',
      timeoutField: 'smtp_connect_timeout, smtp_helo_timeout and smtp_data_done_timeout',
    },
    startTls: 'set relayhost = [HOST]:587 and smtp_tls_security_level = encrypt',
    implicitTls:
      'set relayhost = [HOST]:465, smtp_tls_wrappermode = yes and smtp_tls_security_level = encrypt',
    loginOn:
      'set smtp_sasl_auth_enable = yes, smtp_sasl_password_maps and smtp_sasl_security_options = noanonymous',
    debugStep:
      'For a fuller log of one server, set debug_peer_list to its name (and debug_peer_level), or smtp_tls_loglevel = 1 for encryption, and reload Postfix.',
    retryStep:
      'Nothing has to be sent again: Postfix keeps the mail in its queue and tries again by itself. “postqueue -p” shows the queue, “postqueue -f” tries at once.',
    steps: {
      'dkim-fail': [
        'Set up OpenDKIM or Rspamd, and name it in smtpd_milters and non_smtpd_milters: Postfix itself does not sign.',
      ],
      'wrong-credentials': [
        'After a change of the password table run “postmap” on it and “postfix reload”. The name on the left must be written exactly like relayhost, brackets and port included.',
      ],
      'auth-mechanism-mismatch': [
        'Install the SASL modules for PLAIN and LOGIN (Debian: libsasl2-modules, Red Hat: cyrus-sasl-plain) and check smtp_sasl_security_options: with “noplaintext” both are forbidden; with TLS smtp_sasl_tls_security_options counts.',
      ],
      'network-unreachable': [
        'If the machine has no working IPv6, set inet_protocols = ipv4 (or smtp_address_preference = ipv4) and restart Postfix.',
      ],
      'ipv6-reputation': [
        'To send over IPv4 to this receiver, use smtp_address_preference = ipv4, or a transport of its own with inet_protocols = ipv4.',
      ],
    },
  },
  {
    id: 'exim',
    name: 'Exim',
    role: 'mail-server',
    dialects: ['exim-mainlog', 'exim-v'],
    fields: {
      hostField: 'the smarthost (route_list of the manualroute router; on Debian dc_smarthost)',
      portField: 'the port after it (HOST::587)',
      encryptionField: 'hosts_require_tls and protocol of the smtp transport',
      authField: 'hosts_require_auth of the smtp transport',
      mechanismField: 'the driver of the client authenticator (plaintext, login)',
      userField: 'the user name in client_send of the authenticator',
      passwordField: 'the password in client_send of the authenticator',
      fromField: 'the sender’s address (rewriting rules can change it)',
      returnField: 'the return address (return_path of the transport)',
      heloField: 'helo_data of the smtp transport (by default primary_hostname)',
      timeoutField: 'connect_timeout, command_timeout and final_timeout of the smtp transport',
    },
    startTls: 'send to HOST::587 and set hosts_require_tls = * in the smtp transport',
    implicitTls: 'send to HOST::465 and set protocol = smtps in the smtp transport',
    loginOn:
      'set hosts_require_auth in the smtp transport, and define a client authenticator with user name and password in client_send',
    debugStep:
      'For the whole conversation, run one delivery by hand: “exim -v -M ID”, or with -d+transport for more.',
    retryStep:
      'Nothing has to be sent again: Exim keeps the mail in its queue and tries again by its retry rules. “exim -bp” shows the queue, “exim -M ID” tries at once.',
    steps: {
      'wrong-credentials': [
        'On Debian, look into /etc/exim4/passwd.client: each line holds server, user name and password, with colons between them.',
      ],
      'dkim-fail': [
        'Set dkim_domain, dkim_selector and dkim_private_key in the smtp transport: there Exim signs.',
      ],
      'retry-time-not-reached': [
        'Run “exinext HOST”: it shows the earlier failure and the time of the next attempt. “exim -M ID” tries at once.',
      ],
      'network-unreachable': [
        'If the machine has no working IPv6, set disable_ipv6 = true in Exim’s configuration, or ignore_target_hosts = ::0/0 in the router.',
      ],
      'line-too-long': [
        'Have the mail built with shorter lines: Exim itself checks their length (message_linelength_limit of the transport, 998 by default).',
      ],
    },
  },
  {
    id: 'sendmail',
    name: 'Sendmail',
    role: 'mail-server',
    dialects: ['sendmail'],
    fields: {
      hostField: 'SMART_HOST in sendmail.mc',
      portField: 'the port (RELAY_MAILER_ARGS)',
      encryptionField: 'the TLS settings (confCACERT and the access map’s TLS_Srv)',
      authField: 'AuthInfo in the access map or authinfo',
      mechanismField: 'confAUTH_MECHANISMS',
      userField: 'the “U:” part of AuthInfo',
      passwordField: 'the “P:” part of AuthInfo',
      fromField: 'the sender’s address (MASQUERADE_AS or genericstable can rewrite it)',
      returnField: 'the return address (FEATURE masquerade_envelope)',
      heloField: 'confDOMAIN_NAME',
      timeoutField: 'confTO_CONNECT, confTO_INITIAL and their like',
    },
    startTls:
      'set RELAY_MAILER_ARGS to “TCP $h 587” and require TLS by TLS_Srv:HOST in the access map',
    implicitTls:
      'use port 587: as a client, sendmail cannot encrypt from the start (stunnel can add it)',
    loginOn: 'enter AuthInfo:HOST with user and password in the access map',
    debugStep: 'Raise confLOG_LEVEL, or run one delivery by hand: “sendmail -v -qIID”.',
    retryStep:
      'Nothing has to be sent again: Sendmail keeps the mail in its queue and tries again by itself. “mailq” shows the queue, “sendmail -q -v” tries at once.',
  },
  {
    id: 'opensmtpd',
    name: 'OpenSMTPD',
    role: 'mail-server',
    dialects: ['opensmtpd'],
    fields: {
      hostField: 'host in the relay action of smtpd.conf',
      portField: 'the port in it',
      encryptionField: 'the protocol in it (smtp+tls:// or smtps://)',
      authField: '“auth” of the relay action',
      mechanismField: 'the login method',
      userField: 'the user name in the table named after “auth”',
      passwordField: 'the password in the table named after “auth”',
      fromField: 'the sender’s address of the program',
      returnField: 'mail-from of the relay action',
      heloField: 'helo of the relay action',
      timeoutField: 'the time-out',
    },
    startTls: 'use host smtp+tls://LABEL@HOST:587 in the relay action',
    implicitTls: 'use host smtps://LABEL@HOST:465 in the relay action',
    loginOn: 'add “auth <TABLE>” to the relay action and a label to its host',
    debugStep: 'Run “smtpctl trace smtp” (or smtpd -dv) while a test mail goes out.',
    retryStep:
      'Nothing has to be sent again: OpenSMTPD keeps the mail in its queue and tries again by itself. “smtpctl show queue” shows it, “smtpctl schedule all” tries at once.',
  },
  {
    id: 'qmail',
    name: 'qmail',
    role: 'mail-server',
    dialects: ['qmail'],
    fields: {
      hostField: 'control/smtproutes',
      portField: 'the port in control/smtproutes',
      encryptionField: 'the encryption (a patch of qmail-remote)',
      authField: 'the login in control/smtproutes (a patch of qmail-remote)',
      mechanismField: 'the login method',
      userField: 'the user name in control/smtproutes',
      passwordField: 'the password in control/smtproutes',
      fromField: 'the sender’s address of the program',
      returnField: 'the return address (QMAILSUSER and QMAILSHOST)',
      heloField: 'control/helohost (by default control/me)',
      timeoutField: 'control/timeoutconnect and control/timeoutremote',
    },
    startTls:
      'write the relay into control/smtproutes with port 587 and use a qmail-remote that knows STARTTLS',
    implicitTls:
      'use a qmail-remote that knows TLS from the start (s/qmail, notqmail with patches)',
    loginOn:
      'add user and password to control/smtproutes, with a qmail-remote that knows the login',
    debugStep:
      'For the whole conversation, put recordio into the run script of the service for a test.',
    retryStep:
      'Nothing has to be sent again: qmail keeps the mail in its queue and tries again by itself. “qmail-qread” shows the queue.',
  },
  {
    id: 'haraka',
    name: 'Haraka',
    role: 'mail-server',
    dialects: ['haraka'],
    fields: {
      hostField: '“host” in smtp_forward.ini (or the domain’s MX)',
      portField: '“port”',
      encryptionField: '“enable_tls”',
      authField: '“auth_type”',
      mechanismField: '“auth_type”',
      userField: '“auth_user”',
      passwordField: '“auth_pass”',
      fromField: 'the sender’s address of the program',
      returnField: 'the return address',
      heloField: 'config/me',
      timeoutField: '“connect_timeout” in outbound.ini',
    },
    startTls: 'set “port” to 587 and “enable_tls” to true',
    implicitTls: 'use port 587 with STARTTLS',
    loginOn: 'set “auth_type”, “auth_user” and “auth_pass”',
    debugStep: 'Write “LOGPROTOCOL” into config/loglevel and restart Haraka.',
    retryStep:
      'Nothing has to be sent again: Haraka keeps the mail in its outbound queue and tries again by itself.',
  },
  {
    id: 'stalwart',
    name: 'Stalwart',
    role: 'mail-server',
    dialects: ['stalwart'],
    pages: ['/manage/queue/', '/manage/tracing/'],
    fields: {
      hostField: 'the address of the relay host (Settings → SMTP → Outbound)',
      portField: 'the port',
      encryptionField: 'the TLS setting',
      authField: 'the authentication',
      mechanismField: 'the login method',
      userField: 'the user name of the relay host',
      passwordField: 'the secret of the relay host',
      fromField: 'the sender’s address of the program',
      returnField: 'the return address',
      heloField: 'the EHLO host name (Settings → SMTP → Outbound)',
      timeoutField: 'the time-outs of the outbound strategy',
    },
    startTls: 'set the relay’s port to 587 without implicit TLS',
    implicitTls: 'set the relay’s port to 465 with implicit TLS',
    loginOn: 'fill in user name and secret of the relay',
    debugStep: 'Set the tracer’s level to “trace” and send a test.',
    retryStep:
      'Nothing has to be sent again: Stalwart keeps the mail in its queue (Management → Queue) and tries again by itself.',
  },
  {
    id: 'postal',
    name: 'Postal',
    role: 'mail-server',
    dialects: ['postal'],
    fields: {
      hostField: 'smtp_relays in postal.yml',
      portField: 'the port in it',
      encryptionField: 'ssl_mode in smtp_relays',
      authField: 'the login',
      mechanismField: 'the login method',
      userField: 'the user name under “Credentials” in Postal',
      passwordField: 'the key under “Credentials” in Postal',
      fromField: 'the sender’s address, of a domain that is verified in Postal',
      returnField: 'the return path domain',
      heloField: 'dns.helo_hostname (smtp_server_hostname) in postal.yml',
      timeoutField: 'smtp_client.open_timeout and read_timeout',
    },
    startTls: 'set the relay to port 587 with ssl_mode=STARTTLS',
    implicitTls: 'set the relay to port 465 with ssl_mode=TLS',
    loginOn: 'use an entry of the type SMTP under “Credentials”',
    debugStep: 'Open the message in Postal and read the output of each delivery.',
    retryStep:
      'Nothing has to be sent again: Postal keeps the mail in its queue and tries again by itself (“Retry” on the message tries at once).',
  },
];
