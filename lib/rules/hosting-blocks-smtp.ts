import { PROVIDERS } from '../knowledge/providers.ts';
import type { Session } from '../types.ts';
import { decidingEntries, hasFailed } from './evidence.ts';
import type { Rule } from './rule.ts';

/**
 * The log asks for a provider's server whose own names are known, and another one answers: by its
 * greeting, or by the certificate that it shows.
 */
export const hostingBlocksSmtp: Rule = {
  id: 'hosting-blocks-smtp',
  severity: 'error',
  *check(session, facts) {
    // A log that ends in the middle of a step shows who answered, and nothing else.
    const stopped = hasFailed(facts) || facts.failedAt !== undefined;
    if (!stopped) return;
    const shown = certificate(session);
    const answer = greeting(session) ?? shown;
    const asked = session.peer && !IP.test(session.peer.host) ? session.peer.host : shown?.asked;
    if (answer === undefined || asked === undefined) return;
    const provider = PROVIDERS.find(({ hosts }) => endsInOneOf(asked, hosts));
    if (!provider?.greets) return;
    const own = [...provider.hosts, ...provider.greets];
    if (endsInOneOf(answer.name, own)) return;
    yield {
      entries: [...answer.entries, ...decidingEntries(session, facts)],
      data: { answering: answer.name },
    };
  },
};

interface Answer {
  /** Whose it is. */
  name: string;
  /** The server that was asked, where the words name it. */
  asked?: string;
  entries: number[];
}

const IP = /^[\d.]+$|:/;

function greeting(session: Session): Answer | undefined {
  const [first] = session.exchanges;
  if (!first?.reply || first.command || first.reply.code !== 220) return undefined;
  const name = HOST.exec(first.reply.lines[0]?.text ?? '')?.[0];
  return name === undefined ? undefined : { name, entries: [first.reply.entry] };
}

/** A certificate that is for other names than the one asked; what it is for stands in the words. */
function certificate(session: Session): Answer | undefined {
  for (const [index, { kind, text }] of session.entries.entries()) {
    if (kind !== 'note' || !/certificate/i.test(text)) continue;
    for (const pattern of MISMATCHES) {
      const { shown, asked } = pattern.exec(text)?.groups ?? {};
      if (shown === undefined) continue;
      return { name: shown, ...(asked === undefined ? {} : { asked }), entries: [index] };
    }
  }
  return undefined;
}

/** How programs word it. */
const MISMATCHES: readonly RegExp[] = [
  // PHP: Peer certificate CN=`server.example' did not match expected CN=`smtp.example.com'
  /CN=[`'"]?(?:\*\.)?(?<shown>[\w.-]{4,255})['"]? did not match expected CN=[`'"]?(?<asked>[\w.-]{4,255})/,
  // Node: Host: smtp.example.com. is not in the cert's altnames: DNS:server.example, DNS:…
  /Host: (?<asked>[\w.-]{4,255})\. is not (?:in the cert's altnames: DNS:|cert's CN: )(?:\*\.)?(?<shown>[\w.-]{4,255})/,
  // Go: x509: certificate is valid for server.example, www.server.example, not smtp.example.com
  /certificate is valid for (?:\*\.)?(?<shown>[\w.-]{4,255})(?:, [\w.*-]{4,255}){0,20}, not (?<asked>[\w.-]{4,255})/,
];

function endsInOneOf(host: string, endings: readonly string[]): boolean {
  const name = host.toLowerCase();
  return endings.some((ending) => name === ending || name.endsWith(`.${ending}`));
}

/** The first word of a greeting, when it is a host's name. RFC 5321 section 4.2. */
const HOST = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?=[\s,]|$)/;
