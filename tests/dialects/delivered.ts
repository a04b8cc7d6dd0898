import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/**
 * What a mail log tells, a line for each session: `host:port tls login from > to !refused outcome
 * phase cause`, a dash or a question mark where it does not say.
 */
export function delivered(text: string): string[] {
  return explain(analyze(text)).sessions.map((session) => {
    const { server, tls, auth, envelope, outcome, failedAt, findings } = session;
    const cause = findings.find(({ severity }) => severity === 'error')?.id ?? '-';
    const where = `${server?.host ?? '-'}:${server?.port ?? '-'}`;
    const login = auth.result === 'none' ? '-' : `${auth.mechanism ?? '?'}=${auth.result}`;
    const who = `${envelope.from ?? '?'} > ${envelope.to.join(',')} !${envelope.rejectedTo.join(',')}`;
    return `${where} ${tls} ${login} ${who} ${outcome} ${failedAt ?? '-'} ${cause}`;
  });
}
