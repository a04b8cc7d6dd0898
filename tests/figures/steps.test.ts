import { describe, expect, it } from 'vitest';
import { dialects } from '../../lib/dialects/index.ts';
import { explainFindings } from '../../lib/explain-findings.ts';
import { CAUSES } from '../../lib/knowledge/causes.ts';
import { ANY_ORDERS, PROGRAMS } from '../../lib/knowledge/programs.ts';
import { PROVIDERS, RECEIVERS } from '../../lib/knowledge/providers.ts';
import { programAt } from '../../lib/program-at.ts';
import type { Facts, Reply, Session } from '../../lib/types.ts';

/** Formats that say nothing of the program: many write them, or nobody in particular. */
const OF_ANYBODY = ['bounce-dsn', 'provider-event', 'smtp-server', 'generic', 'raw', 'reply'];

/** What a log may show, as far as steps depend on it. */
interface Situation {
  name: string;
  host?: string;
  port?: number;
  tls?: Facts['tls'];
  auth?: Partial<Facts['auth']>;
  code?: number;
  text?: string;
  outcome: Facts['outcome'];
  failedAt?: Facts['failedAt'];
}

const SITUATIONS: readonly Situation[] = [
  { name: 'nothing is known', outcome: 'rejected' },
  {
    name: 'the login was refused at port 587 with STARTTLS',
    host: 'mail.example.org',
    port: 587,
    tls: 'starttls',
    auth: {
      attempted: ['LOGIN'],
      mechanism: 'LOGIN',
      result: 'rejected',
      user: 'shop@example.com',
    },
    code: 535,
    text: 'Error: authentication failed',
    outcome: 'auth-failed',
    failedAt: 'auth',
  },
  {
    name: 'the login was accepted at port 465',
    host: 'mail.example.org',
    port: 465,
    tls: 'implicit',
    auth: { attempted: ['PLAIN'], mechanism: 'PLAIN', result: 'accepted', user: 'shop' },
    code: 550,
    text: 'refused [203.0.113.9], see https://example.net/why',
    outcome: 'rejected',
    failedAt: 'rcpt',
  },
  {
    name: 'the recipient’s server put the mail off',
    host: 'mx1.example.net',
    port: 25,
    tls: 'none',
    code: 451,
    text: 'try again in 300 seconds',
    outcome: 'deferred',
    failedAt: 'rcpt',
  },
  {
    name: 'nothing answered',
    host: 'localhost',
    port: 25,
    outcome: 'connection-failed',
    failedAt: 'connect',
  },
];

function sessionOf({ host, port, auth }: Situation, mailer?: string): Session {
  return {
    dialect: 'raw',
    title: '',
    firstLine: 1,
    lastLine: 1,
    entries: [],
    exchanges: [],
    secrets: [],
    startedAt: '2026-11-23 18:19:23',
    message: mailer === undefined ? {} : { mailer },
    ...(host === undefined ? {} : { peer: { host, ...(port === undefined ? {} : { port }) } }),
    ...(auth?.user === undefined ? {} : { user: auth.user }),
  };
}

function factsOf({ host, port, tls, auth, code, text = '', outcome, failedAt }: Situation): Facts {
  const reply: Reply | undefined =
    code === undefined ? undefined : { code, entry: 0, lines: [{ code, text, more: false }] };
  return {
    ...(host === undefined ? {} : { server: { host, ...(port === undefined ? {} : { port }) } }),
    tls: tls ?? 'unknown',
    auth: { attempted: [], result: 'none', ...auth },
    envelope: { from: 'shop@example.com', to: ['bob@example.net'], rejectedTo: [] },
    outcome,
    ...(failedAt === undefined ? {} : { failedAt }),
    offered: new Map(),
    offeredBeforeTls: new Map(),
    ...(reply ? { deciding: { reply } } : {}),
    decidingText: text,
  };
}

const IDS = Object.keys(CAUSES);

function wordsOf(id: string, situation: Situation, program?: string, mailer?: string) {
  const session = sessionOf(situation, mailer);
  const [words] = explainFindings(
    session,
    factsOf(situation),
    [{ id, severity: 'error', entries: [] }],
    { program },
  );
  if (!words) throw new Error(`no words for ${id}`);
  return words;
}

/** What is wrong with the steps and the message of a cause; an assertion for each would take minutes. */
function flawsOf(id: string, situation: Situation, program?: string): string[] {
  const { fix, message } = wordsOf(id, situation, program);
  const flaws = fix.filter(
    (step) =>
      !/^[A-Z“'$\-0-9a-z].*[.!?”]$/s.test(step) || LEFT_OVER.test(step) || step.length > 480,
  );
  if (fix.length < 2) flaws.push('fewer than two steps');
  if (new Set(fix).size !== fix.length) flaws.push('a step comes twice');
  if (message === null) {
    if (fix.some((step) => step.includes('message below'))) flaws.push('no message below');
  } else if (
    !/^Hello,\n\n[A-Z].*\n\nThank you\.$/s.test(message) ||
    /undefined|[{}]/.test(message)
  ) {
    flaws.push(message);
  }
  return flaws.map((flaw) => `${id}, ${program ?? situation.host}, ${situation.name}: ${flaw}`);
}

const LEFT_OVER = /undefined|null|NaN|\{(?!\})\w|\s[.,:;] | {2}|\.\.(?!\.)|^\s|^[.,;]/;

describe.each(SITUATIONS.map((situation) => [situation.name, situation] as const))(
  'when %s',
  (_, situation) => {
    it('each program has its steps for each cause', () => {
      const flaws = PROGRAMS.flatMap(({ id: program }) =>
        IDS.flatMap((id) => flawsOf(id, situation, program)),
      );
      expect(flaws).toEqual([]);
    });

    it('each provider has its steps for each cause', () => {
      const flaws = PROVIDERS.flatMap(({ server, hosts }) => {
        const host = server ?? (hosts[0] === undefined ? undefined : `smtp.${hosts[0]}`);
        if (host === undefined) return [];
        return IDS.flatMap((id) => flawsOf(id, { ...situation, host }));
      });
      expect(flaws).toEqual([]);
    });

    it('each filter has its steps for each cause', () => {
      const ids = ['blocklisted-ip', 'policy', 'blocklisted-domain', 'spam-content'];
      const flaws = RECEIVERS.flatMap(({ words = [] }) => {
        const text = `refused by ${words[0] ?? ''}`;
        return ids.flatMap((id) => flawsOf(id, { ...situation, text }));
      });
      expect(flaws).toEqual([]);
    });
  },
);

describe('a step that the log contradicts is left out:', () => {
  const [, refused, accepted] = SITUATIONS;
  const all = (situation: Situation | undefined, program: string, ids = IDS): string =>
    ids
      .flatMap((id) => wordsOf(id, situation as Situation, program).fix)
      .join('\n')
      .toLowerCase();

  it('the login is not switched on where it was accepted', () => {
    for (const { id, loginOn } of PROGRAMS) {
      expect(all(accepted, id), id).not.toContain(loginOn.toLowerCase());
    }
  });

  it('the pair in use is not recommended', () => {
    const names = IDS.filter(
      (id) =>
        !['tls-on-wrong-port', 'starttls-required', 'wrong-host-or-port', 'port-blocked'].includes(
          id,
        ),
    );
    for (const { id, startTls, implicitTls } of PROGRAMS) {
      expect(all(refused, id, names), id).not.toContain(startTls.toLowerCase());
      expect(all(accepted, id, names), id).not.toContain(implicitTls.toLowerCase());
    }
    expect(all(refused, 'nobody', names)).not.toContain(ANY_ORDERS.startTls);
  });

  it('a whole address needs not become one', () => {
    const steps = wordsOf('wrong-credentials', refused as Situation).fix.join('\n');
    expect(steps).not.toContain('the whole e-mail address');
    expect(steps).toContain('“shop@example.com”');
  });

  it('a provider’s other user name is proved wrong first', () => {
    const [first] = wordsOf('wrong-credentials', {
      ...(refused as Situation),
      host: 'smtp.sendgrid.net',
    }).fix;
    expect(first).toContain('“apikey”');
    expect(first).toContain('“shop@example.com”');
  });

  it('settings that fit need no comparison', () => {
    const fit = { ...(refused as Situation), host: 'smtp.gmail.com' };
    expect(wordsOf('connection-timeout', fit).fix.join('\n')).not.toMatch(/compare/i);
    const other = { ...fit, port: 2525 };
    expect(wordsOf('connection-timeout', other).fix[0]).toContain('smtp.gmail.com, with port 587');
  });

  it('a port that the provider does not serve is not recommended', () => {
    const steps = wordsOf('connection-timeout', {
      ...(refused as Situation),
      host: 'smtp.office365.com',
    });
    expect(steps.fix.join('\n')).not.toContain('465');
  });
});

describe('the program', () => {
  const situation = SITUATIONS[1] as Situation;
  const fixOf = (program?: string, mailer?: string): string =>
    wordsOf('wrong-credentials', situation, program, mailer).fix.join('\n');

  it('is known by the page where the log names only a library', () => {
    expect(fixOf('post-smtp')).toContain('“Username” (Post SMTP → Settings)');
    expect(fixOf('post-smtp', 'PHPMailer 7.0.0')).toContain('Post SMTP');
  });

  it('is known by what the mail says of itself, whatever the page', () => {
    expect(fixOf('wordpress', 'WPMailSMTP/Mailer/smtp 4.7.1')).toContain('WP Mail SMTP → Settings');
  });

  it('has an entry for each format that only one program writes', () => {
    const known = PROGRAMS.flatMap((program) => program.dialects ?? []);
    for (const { id } of dialects) {
      expect(known.includes(id) || OF_ANYBODY.includes(id), id).toBe(true);
    }
    for (const id of known) expect(dialects.map((dialect) => dialect.id)).toContain(id);
    expect(known.filter((id) => OF_ANYBODY.includes(id))).toEqual([]);
  });

  it('has one entry, and is given once', () => {
    const ids = PROGRAMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const providers = RECEIVERS.map(({ id }) => id);
    expect(new Set(providers).size).toBe(providers.length);
  });
});

it.each([
  ['https://shop.example/wp-admin/admin.php?page=wp-mail-smtp-logs', 'wp-mail-smtp'],
  [
    'https://shop.example/wp-admin/admin.php?page=wp-mail-smtp-tools&tab=debug-events',
    'wp-mail-smtp',
  ],
  ['https://shop.example/wp-admin/admin.php?page=postman_email_log', 'post-smtp'],
  ['https://shop.example/wp-admin/admin.php?page=postman/email_test', 'post-smtp'],
  ['https://shop.example/blog/wp-admin/options-general.php?page=fluent-mail#/logs', 'fluent-smtp'],
  ['https://shop.example/wp-admin/admin.php?page=easy-wp-smtp-tools', 'easy-wp-smtp'],
  ['https://shop.example/wp-admin/options-general.php?page=smtp-mailer-settings', 'smtp-mailer'],
  ['https://shop.example/wp-admin/admin.php?page=check-email-logs', 'check-email'],
  ['https://shop.example/wp-admin/admin.php?page=wpml_plugin_log', 'wordpress'],
  ['https://shop.example/wp-admin/', 'wordpress'],
  [
    'https://host.example:2083/cpsess1234567890/frontend/jupiter/mail/delivery_report.html',
    'cpanel',
  ],
  ['https://app.example/telescope/exceptions/1', 'laravel'],
  ['https://learn.example/admin/testoutgoingmailconf.php', 'moodle'],
  ['https://wp-mail-smtp.example/?x=page=wp-mail-smtp', undefined],
  ['https://shop.example/?page=fluent-mailing', undefined],
  ['https://example.com/', undefined],
  ['about:blank', undefined],
])('%s is a screen of %s', (url, program) => {
  expect(programAt(url)).toBe(program);
});
