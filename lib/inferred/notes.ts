import type { Event, Peer, Said } from '../types.ts';

/** What a line of any program tells of its connection, in whatever words. */
export type Remark = Pick<Said, 'event' | 'peer'>;

/** The program's words → what they tell; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, Event])[] = [
  [
    /certificate verif(?!ied\b|ying\b|ication (?:ok|succ|passed))|verif\w+ fail|self[- ]signed|certificate (?:has )?expired|certificate.{0,60}(?:invalid|not trusted|untrusted|does ?n.t match|not verified|mismatch|unknown)|(?:handshake|TLS negotiation|SSL negotiation|TLS session|TLS connection|SSL connection)\b.{0,40}(?:fail|error|abort|could not|refused)|handshake_?fail|wrong version number|unable to (?:verify|get local issuer)|unknown ca\b|bad certificate|no shared cipher|unsupported protocol|SSL(?:_connect|3_\w+| routines|Exception| error)|alert (?:protocol version|handshake)|not an? (?:SSL|TLS) (?:record|message)|plaintext connection\?/i,
    'tls-failed',
  ],
  [
    /(?:STARTTLS|\bTLS|\bSSL|encryption)\b.{0,60}(?:not (?:offered|supported|available|advertised|announced|possible)|fail|unavailable|(?:did|does)(?: not|n.t) (?:offer|support|advertise|announce)|could not|can ?not be)|(?:did|does)(?: not|n.t) (?:offer|support|advertise|announce)\b.{0,40}(?:TLS|SSL|encryption)|(?:requires?|must|need|required)\b.{0,40}\b(?:TLS|SSL)\b.{0,60}\b(?:but|not)\b|(?:can ?not|could not|unable to|failed to)\b.{0,30}(?:STARTTLS|\bTLS\b|\bSSL\b)/i,
    'tls-failed',
  ],
  [
    /(?:no|none of the) \w{0,12} ?(?:supported|suitable|common|compatible|acceptable|usable|known)? ?(?:auth\w*|login|SASL)(?: \w+)? ?(?:mechanisms?|methods?|types?|schemes?)|(?:auth\w*|mechanisms?|methods?|login)\b.{0,60}(?:not (?:a )?(?:supported|offered|available|advertised|announced)|unsupported)|not a supported auth\w*|(?:does|did)(?: not|n.t) (?:support|offer|advertise) .{0,30}(?:auth|login)|unsupported auth|no authenticators?|can ?not use a secure authentication/i,
    'auth-unavailable',
  ],
  [
    /connection refused|refused the connection|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|getaddrinfo|name or service not known|nodename nor servname|no such host|(?:could|can|did)(?: ?not|n.t) (?:be )?resolve|unable to resolve|failed to resolve|name resolution|unknown host|host not found|network is (?:unreachable|down)|no route to host|actively refused|(?:not|n.t) able to (?:establish|make|open) an? (?:\w+ )?connection|connect(?:ion)?(?: attempt)? (?:timeout|timed out|failed)|connect(?:ion)? (?:to .{1,120} )?(?:failed|timed out)|(?:could|can|unable|failed)(?: ?not|n.t| to) (?:open (?:a )?|establish (?:a )?|make (?:a )?)?(?:connect|connection|socket)|connect\(\)|no connection could be made|error connecting/i,
    'connect-failed',
  ],
  [
    /(?:authentication|authorization|authenticate|\bauth|log ?in|credentials|password)\b.{0,40}(?:fail|unsuccessful|denied|rejected|invalid|incorrect|not accepted|refused|error)|(?:invalid|bad|wrong|incorrect) (?:login|credentials|password|username)|(?:could|can)(?: ?not|n.t) (?:authenticate|log ?in)|failed to authenticate/i,
    'auth-failed',
  ],
  [
    /timed[- ]?out|time-?out (?:after|waiting|while|reading|exceeded|expired|occurred|error)|(?:read|connection|response|command|socket|greeting|banner|receive|operation) time-?out|TimeoutError|no (?:response|answer|reply) from|did not (?:respond|answer|reply)|(?:greeting|banner|response)\b.{0,20}never (?:received|came)|no (?:greeting|banner)/i,
    'timeout',
  ],
  [
    /(?:connection|socket|server|remote host|peer|host|session)\b.{0,40}(?:unexpectedly|lost|reset|aborted|dropped|broken|hung up|went away|gone)|(?:lost|broken|dropped|aborted) (?:the )?connection|unexpected(?:ly)? (?:EOF|end of (?:file|stream)|closed|disconnect\w*)|broken pipe|ECONNRESET|EPIPE|connection closed by (?:remote|peer|server|the)|(?:server|remote(?: host)?|peer) (?:has )?(?:closed|dropped|terminated|disconnected)|forcibly closed|premature|\bEOF\b/i,
    'lost',
  ],
  [
    /(?:connection|socket|session)\b.{0,20}closed|closing (?:the )?(?:connection|socket)|^.{0,60}\bdisconnect(?:ed|ing)?\b/i,
    'closed',
  ],
  [
    /(?:message|mail|e-?mail)\b.{0,60}(?:was |has been |been )?(?:sent|delivered|accepted)\b(?! (?:fail|to be))|sent successfully|successfully (?:sent|delivered)|delivery successful/i,
    'sent',
  ],
  [
    /(?:could|can|was|unable|failed|error)(?: ?not|n.t| to)? (?:be )?(?:send|sent|sending|deliver|delivered)\b|(?:sending|delivery|send|transmission)\b.{0,20}fail|giving up|(?:message|mail)\b.{0,20} not sent/i,
    'failed',
  ],
];

const NOT_SENT = /\bnot\b|n't|fail|error/i;

const PEER =
  /\b(?:connect(?:ing|ed|ion)?|opening|trying|open|dial(?:ing|ed)?|contacting|lookup|resolving|conn)\b[^\n]{0,60}?(?:\b(?:to|with|opened|established|host|server|address|via)\b[:=]?|[:= ])\s*["'<[(]{0,2}(?:(?:smtps?|tls|ssl|tcp):\/\/)?((?:[\w-]+\.)+[\w-]{2,}|\d{1,3}(?:\.\d{1,3}){3}|localhost)["'\]]{0,2}(?:\[[\da-f.:]+\]|,? \([^()\n]{1,80}\))?\.?(?:(?::|,? ?(?:on )?port ?[:=]? ?|[,:]? )["']?(\d{1,5})\b)?/i;

/**
 * What a program says of its connection, in words that all programs share.
 *
 * @param text the line, or its words
 * @returns undefined where it says nothing of the kind
 */
export function remarkIn(text: string): Remark | undefined {
  const words = text.slice(0, 600);
  // `"outcome": "tls-failed"` holds a name, no sentence.
  if (/^\s*(?:"[\w.-]+"\s?:\s?)?"?[\w.-]+"?,?\s*$/.test(words)) return undefined;
  const event = WORDS.find(
    ([pattern, its]) => pattern.test(words) && !(its === 'sent' && NOT_SENT.test(words)),
  )?.[1];
  const peer = peerIn(words);
  if (event !== undefined) return { event, ...(peer && event !== 'sent' ? { peer } : {}) };
  if (!peer) return undefined;
  const isDone = /\bconnected\b|\bestablished\b|\bopened\b|\bconnection to\b.{0,80}\bopen/i.test(
    words,
  );
  // `TLS connection established to mx.example.net`: over the connection that stands.
  if (isDone && /\b(?:TLS|SSL)\b/.test(words)) return { event: 'remark' };
  return { event: isDone ? 'connected' : 'connecting', peer };
}

function peerIn(words: string): Peer | undefined {
  const match = PEER.exec(words);
  const host = match?.[1];
  if (host === undefined || /\.(?:php|py|js|rb|java|go|c|cs|ts|log|conf|html?)$/i.test(host)) {
    return undefined;
  }
  // `Connection from 192.0.2.1` names the client.
  if (/\bfrom\b/i.test(match?.[0] ?? '')) return undefined;
  const port = Number(match?.[2] ?? 0);
  const isPort = port > 0 && port < 65_536;
  return {
    host,
    ...(isPort ? { port } : {}),
    ...(/\b(?:smtps|ssl):\/\//i.test(match?.[0] ?? '') ? { implicitTls: true } : {}),
  };
}

/** Words that only programs say which send or take mail: a port, a protocol's name. */
export function speaksOfMail(line: string): boolean {
  return /smtp|(?::|\bport\W{1,3})(?:25|465|587|2525)\b|sendmail|\bMTA\b/i.test(line);
}
