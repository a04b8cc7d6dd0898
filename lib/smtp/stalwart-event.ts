import type { Event, Phase, Said } from '../types.ts';

/** What an event tells; without text it is a note in the program's own words. */
export type Told = Omit<Said, 'text' | 'side'> & { side: Said['side']; text?: string };

/**
 * Reads one of Stalwart's events by its name: `smtp.rcpt-to`, `delivery.rcpt-to-rejected`; in its
 * older form by context and event: `rcpt.rejected`.
 *
 * @param settled the delivery's reply stands above already: what repeats it is a remark
 */
export function readStalwartEvent(
  name: string,
  fields: ReadonlyMap<string, string>,
  settled: boolean,
): Told {
  const facts = { ...tlsOf(name, fields), ...envelopeOf(name, fields), ...peerOf(fields) };
  const login = loginOf(name, fields);
  const reply = replyIn(fields);
  const answers = ANSWERS.find(([pattern]) => pattern.test(name));
  const isDelivery = fields.has('queueId') || fields.has('return_path');
  if (isDelivery && reply !== undefined && answers && !settled) {
    const [, verb] = answers;
    const to = fields.get('to') ?? fields.get('rcpt');
    const isTo = verb === 'RCPT' && to?.includes('@') === true;
    const isRefused = !reply.startsWith('2');
    const known = verb === '' ? (isOfRecipient(fields) ? 'RCPT' : undefined) : verb;
    const command = isTo ? `RCPT TO:<${to}>` : isRefused ? known : '.';
    const rejected =
      isRefused && (command === undefined || command.startsWith('RCPT')) && to?.includes('@');
    return {
      side: 'server',
      ...facts,
      text: reply,
      ...(command === undefined ? {} : { answers: command }),
      ...(rejected ? { envelope: { ...facts.envelope, rejectedTo: [to ?? ''] } } : {}),
    };
  }
  const event = eventOf(name, fields);
  const verb =
    event === 'refused' ? REFUSALS.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  const to = fields.get('to');
  const rejectedTo = verb === 'RCPT' && to?.includes('@') === true ? { rejectedTo: [to] } : {};
  const envelope = { ...facts.envelope, ...rejectedTo };
  const phase = STEPS[name];
  return {
    side: 'note',
    event,
    ...(phase === undefined ? {} : { phase }),
    ...facts,
    ...(Object.keys(envelope).length > 0 ? { envelope } : {}),
    ...(login ? { login } : {}),
    ...(verb === undefined ? {} : { quote: { text: '', at: 0, verb } }),
  };
}

/** Said of a recipient; on the same machine there is no greeting to be refused. */
function isOfRecipient(fields: ReadonlyMap<string, string>): boolean {
  return /\bRCPT TO\b/.test(fields.get('details') ?? '') || fields.get('hostname') === 'localhost';
}

/** Where the program's remarks on the dialogue belong. */
const STEPS: Readonly<Record<string, Phase>> = {
  'smtp.ehlo': 'ehlo',
  'smtp.start-tls': 'starttls',
  'tls.handshake': 'starttls',
  'auth.success': 'auth',
  'smtp.mail-from': 'mail',
  'smtp.rcpt-to': 'rcpt',
};

/** `code = 550, details = "…"`; `Code: 553, Enhanced code: 5.7.1, Message: …` */
function replyIn(fields: ReadonlyMap<string, string>): string | undefined {
  const details = fields.get('details') ?? fields.get('reason') ?? fields.get('response') ?? '';
  const told = /\bCode: (\d{3}), Enhanced code: (\d\.\d{1,3}\.\d{1,3}), Message: (.*)$/s.exec(
    details,
  );
  if (told) {
    const [, code = '', enhanced = '', words = ''] = told;
    return [code, enhanced === '0.0.0' ? '' : enhanced, words].filter(Boolean).join(' ');
  }
  const code = fields.get('code');
  return code !== undefined && /^[245]\d\d$/.test(code) ? `${code} ${details}` : undefined;
}

/** Which command an event's reply answers; "" where only the words tell. */
const ANSWERS: readonly (readonly [name: RegExp, verb: string])[] = [
  [/^delivery\.(?:rcpt-to-rejected|rcpt-to-failed)$|^rcpt\.(?:rejected|error)$/, 'RCPT'],
  [/^delivery\.mail-from-rejected$|^sender\.rejected$|^mail\.rejected$/, 'MAIL'],
  [/^delivery\.ehlo-rejected$|^ehlo\.rejected$/, 'EHLO'],
  [/^delivery\.auth-failed$|^auth\.rejected$/, 'AUTH'],
  [/^delivery\.message-rejected$|^message\.rejected$|^data\.rejected$/, '.'],
  [/^delivery\.delivered$|^(?:message|rcpt)\.(?:success|delivered)$/, '.'],
  [/^delivery\.(?:dsn-success|dsn-perm-fail|dsn-temp-fail|greeting-failed)$/, ''],
];

/** Refusals on the way in, where the log has no replies. */
const REFUSALS: readonly (readonly [name: RegExp, verb: string])[] = [
  [
    /^smtp\.(?:mailbox-does-not-exist|relay-not-allowed|rcpt-to-greylisted|too-many-recipients|too-many-invalid-rcpt|invalid-recipient-address)$/,
    'RCPT',
  ],
  [/^smtp\.(?:mail-from-un|mail-from-not|invalid-sender|rate-limit|too-many-messages)/, 'MAIL'],
  [/^smtp\.(?:message-too-large|message-parse-failed|loop-detected)$/, '.'],
  [/^smtp\.(?:invalid-ehlo)$/, 'EHLO'],
];

function eventOf(name: string, fields: ReadonlyMap<string, string>): Event {
  if (REFUSALS.some(([pattern]) => pattern.test(name))) return 'refused';
  // A message of which the queue took charge.
  if (/^queue\.(?:queue-message|(?:authenticated-)?message-queued)/.test(name)) {
    return fields.has('listenerId') || fields.has('remotePort') ? 'sent' : 'remark';
  }
  return EVENTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'remark';
}

const EVENTS: readonly (readonly [name: RegExp, event: Event])[] = [
  [/^smtp\.connection-start$|^delivery\.connect$/, 'connected'],
  [/^smtp\.connection-end$|^delivery\.attempt-end$/, 'closed'],
  [
    /^delivery\.(?:connect-error|mx-lookup-failed|ip-lookup-failed|null-mx|missing-outbound-hostname)$|^(?:connect|remote-ip|mx-lookup)\.(?:failed|error|connection-failed)$/,
    'connect-failed',
  ],
  [
    /^delivery\.start-tls-(?:error|unavailable|disabled)$|^tls\.(?:error|unavailable|failed|handshake-error)$/,
    'tls-failed',
  ],
  [/^auth\.(?:failed|error)$|^auth\.authenticate\.error$/, 'auth-failed'],
  [/^smtp\.time-limit-exceeded$/, 'timeout'],
];

function tlsOf(name: string, fields: ReadonlyMap<string, string>): Pick<Said, 'tls'> {
  const isImplicit =
    fields.get('localPort') === '465' ||
    /^(?:submissions|smtps)$/.test(fields.get('listenerId') ?? '');
  if (isImplicit) return { tls: 'implicit' };
  return /^tls\.handshake$|^delivery\.start-tls$|^tls\.success$/.test(name)
    ? { tls: 'starttls' }
    : {};
}

function envelopeOf(name: string, fields: ReadonlyMap<string, string>): Pick<Said, 'envelope'> {
  const from = fields.get('from') ?? fields.get('return_path');
  const to = fields.get('to') ?? fields.get('rcpt');
  const isMail = /^(?:smtp|delivery|queue)\./.test(name) || fields.has('return_path');
  if (!isMail || (from === undefined && to === undefined)) return {};
  const addresses = [...(to ?? '').matchAll(/[^\s"<>,[\]]{1,64}@[^\s"<>,[\]]{1,255}/g)];
  return {
    envelope: {
      ...(from === undefined ? {} : { from: from.replace(/^<|>$/g, '') }),
      ...(addresses.length > 0 ? { to: addresses.map(([address]) => address) } : {}),
    },
  };
}

/** The server that Stalwart calls. */
function peerOf(fields: ReadonlyMap<string, string>): Pick<Said, 'peer'> {
  const host = fields.get('hostname') ?? fields.get('mx');
  if (host === undefined || !host.includes('.') || fields.has('listenerId')) return {};
  const port = fields.get('remotePort');
  return { peer: { host, ...(port === undefined ? {} : { port: Number(port) }) } };
}

function loginOf(name: string, fields: ReadonlyMap<string, string>): Said['login'] {
  if (!/^auth\.(?:success|failed)$/.test(name)) return undefined;
  const user = fields.get('accountName') ?? fields.get('login');
  return {
    result: name === 'auth.success' ? 'accepted' : 'rejected',
    ...(user === undefined ? {} : { user }),
  };
}
