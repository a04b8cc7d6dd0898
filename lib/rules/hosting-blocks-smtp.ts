import { PROVIDERS } from '../knowledge/providers.ts';
import type { Session } from '../types.ts';
import { decidingEntries, hasFailed, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/**
 * The log asks for a provider's server whose own names are known, and another one answers: by its
 * greeting, or by the certificate that it shows.
 */
export const hostingBlocksSmtp: Rule = {
  id: 'hosting-blocks-smtp',
  severity: 'error',
  *check(session, facts) {
    const asked = session.peer?.host;
    // A log that ends within the greeting shows who answered, and nothing else.
    const stopped = hasFailed(facts) || facts.failedAt === 'greeting';
    if (!stopped || asked === undefined) return;
    const provider = PROVIDERS.find(({ hosts }) => endsInOneOf(asked, hosts));
    if (!provider?.greets) return;
    const own = [...provider.hosts, ...provider.greets];
    const { name, entries } = greeting(session) ?? certificate(session) ?? {};
    if (name === undefined || endsInOneOf(name, own)) return;
    yield {
      entries: [...(entries ?? []), ...decidingEntries(session, facts)],
      data: { answering: name },
    };
  },
};

interface Answer {
  name: string;
  entries: number[];
}

function greeting(session: Session): Answer | undefined {
  const [first] = session.exchanges;
  if (!first?.reply || first.command || first.reply.code !== 220) return undefined;
  const name = HOST.exec(first.reply.lines[0]?.text ?? '')?.[0];
  return name === undefined ? undefined : { name, entries: [first.reply.entry] };
}

/** PHP: Peer certificate CN=`server.example' did not match expected CN=`smtp.example.com'. */
function certificate(session: Session): Answer | undefined {
  const [at] = indexesOf(session, ({ text }) => text.includes('did not match expected CN'));
  const words = at === undefined ? undefined : session.entries[at]?.text;
  const name = /CN=[`'"]?([A-Za-z0-9.-]{4,255})/.exec(words ?? '')?.[1];
  return name === undefined || at === undefined ? undefined : { name, entries: [at] };
}

function endsInOneOf(host: string, endings: readonly string[]): boolean {
  const name = host.toLowerCase();
  return endings.some((ending) => name === ending || name.endsWith(`.${ending}`));
}

/** The first word of a greeting, when it is a host's name. RFC 5321 section 4.2. */
const HOST = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?=[\s,]|$)/;
