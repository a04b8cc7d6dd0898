import type { Program } from '../program.ts';

// Source: Microsoft's documentation "Send connectors" and "Protocol logging in Exchange Server"; the
// manuals of hMailServer 5.6, MailEnable 10, MDaemon 24, SmarterMail 100, Kerio Connect 10 and of the SMTP service of IIS 6.

interface Labels {
  id: string;
  name: string;
  dialects: readonly string[];
  pages?: readonly string[];
  /** Where outgoing mail is set. */
  where: string;
  relay: string;
  helo: string;
  debug: string;
  queue: string;
  steps?: Program['steps'];
}

function server({ where, relay, helo, queue, ...labels }: Labels): Program {
  const { id, name, dialects, pages, debug, steps } = labels;
  return {
    id,
    name,
    role: 'mail-server',
    dialects,
    ...(pages ? { pages } : {}),
    fields: {
      hostField: `${relay} (${where})`,
      portField: 'the port',
      encryptionField: 'the encryption',
      authField: 'the login at the relay',
      mechanismField: 'the login method',
      userField: `the user name for the relay (${where})`,
      passwordField: `the password for the relay (${where})`,
      fromField: 'the sender’s address of the program',
      returnField: 'the return address',
      heloField: helo,
      timeoutField: 'the time-out of outgoing connections',
    },
    startTls: `set the relay’s port to 587 and its encryption to STARTTLS (${where})`,
    implicitTls: `set the relay’s port to 465 and its encryption to SSL/TLS (${where})`,
    loginOn: `switch the login for the relay on (${where})`,
    debugStep: debug,
    retryStep: `Nothing has to be sent again: ${name} keeps the mail in its queue (${queue}) and tries again by itself.`,
    ...(steps ? { steps } : {}),
  };
}

/** Mail servers of Windows. */
export const WINDOWS_SERVERS: readonly Program[] = [
  {
    id: 'exchange',
    name: 'Exchange',
    role: 'mail-server',
    dialects: ['exchange-protocol-log', 'exchange-message-tracking'],
    fields: {
      hostField: 'the smart host of the send connector',
      portField: 'the port (Set-SendConnector -Port)',
      encryptionField: 'the connector’s TLS setting (RequireTLS, TlsAuthLevel)',
      authField: 'SmartHostAuthMechanism of the send connector',
      mechanismField: 'SmartHostAuthMechanism of the send connector',
      userField: 'the user name in the connector’s AuthenticationCredential',
      passwordField: 'the password in the connector’s AuthenticationCredential',
      fromField: 'the sender’s address of the mailbox',
      returnField: 'the return address',
      heloField: 'the FQDN of the send connector',
      timeoutField: 'ConnectionInactivityTimeOut of the connector',
    },
    startTls:
      'set the send connector to port 587 with RequireTLS (Set-SendConnector -Port 587 -RequireTLS $true)',
    implicitTls:
      'use port 587: send connectors know STARTTLS only and cannot encrypt from the start',
    loginOn: 'set SmartHostAuthMechanism to BasicAuthRequireTLS with an AuthenticationCredential',
    debugStep: 'Set ProtocolLoggingLevel of the connector to Verbose and send a test.',
    retryStep:
      'Nothing has to be sent again: Exchange keeps the mail in its queue (Queue Viewer, or Get-Queue) and tries again by itself; Retry-Queue tries at once.',
    steps: {
      'relay-denied': [
        'Let the program log in on the client front end (port 587), or give its address a receive connector of its own that may relay (anonymous users with Ms-Exch-SMTP-Accept-Any-Recipient).',
      ],
    },
  },
  server({
    id: 'iis-smtp',
    name: 'the SMTP service of IIS',
    dialects: ['iis-smtp-w3c'],
    where: 'the virtual server’s properties → Delivery',
    relay: '“Smart host”',
    helo: '“Fully-qualified domain name” (Delivery → Advanced)',
    debug:
      'Switch on logging with all extended fields (the virtual server’s properties → General).',
    queue: 'the folder Queue',
  }),
  server({
    id: 'hmailserver',
    name: 'hMailServer',
    dialects: ['hmailserver'],
    where: 'Settings → Protocols → SMTP → Delivery of e-mail',
    relay: '“Remote host name” of the SMTP relayer',
    helo: '“Local host name” (Settings → Protocols → SMTP → Delivery of e-mail)',
    debug: 'Tick SMTP and Debug under Settings → Logging and send a test.',
    queue: 'Status → Delivery queue',
    steps: {
      'auth-required': [
        'Look under Settings → Advanced → IP Ranges: there it is set from which addresses a login is required (“Require SMTP authentication”).',
      ],
    },
  }),
  server({
    id: 'mailenable',
    name: 'MailEnable',
    dialects: ['mailenable'],
    where: 'Servers → localhost → Services and Connectors → SMTP → Properties',
    relay: 'the smart host',
    helo: '“Local domain name” of the SMTP service',
    debug: 'Raise the logging of the SMTP service (Properties → Logging: activity and debug log).',
    queue: 'SMTP → Queues → Outbound',
  }),
  server({
    id: 'mdaemon',
    name: 'MDaemon',
    dialects: ['mdaemon'],
    where: 'Setup → Server Settings → Delivery',
    relay: 'the smart host',
    helo: '“SMTP host name” of the domain (Setup → Domain Manager → Host Name & IP)',
    debug: 'Set Setup → Server Settings → Logging to the detailed mode.',
    queue: 'Queues → Queue and Statistics Manager',
  }),
  server({
    id: 'smartermail',
    name: 'SmarterMail',
    dialects: ['smartermail'],
    pages: ['/interface/root'],
    where: 'Settings → Protocols → SMTP Out, or a gateway under Settings → Gateways',
    relay: 'the outgoing gateway',
    helo: 'the domain’s host name',
    debug: 'Set the SMTP log to “Detailed” (Troubleshooting → Options or Settings → Logging).',
    queue: 'Manage → Spool',
  }),
  server({
    id: 'kerio-connect',
    name: 'Kerio Connect',
    dialects: ['kerio-connect'],
    where: 'Configuration → SMTP server → SMTP delivery',
    relay: '“Relay SMTP server”',
    helo: '“Internet hostname” (Configuration → Domains)',
    debug: 'In Logs → Debug, choose Messages and switch on “SMTP Client” or “SMTP Server”.',
    queue: 'Status → Message Queue',
  }),
];
