import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { corpus } from '../corpus.ts';
import { damages } from '../damage.ts';
import { kept, readable, verdicts } from '../damaged.ts';

const cases = corpus().filter(readable);
const anyCase = fc.constantFrom(...cases);
const anyDamage = fc.constantFrom(...damages);
/** The same variants on each run: the shares are those of `npm run score:damage`, by a sample. */
const SEED = 20261123;

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(
    readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
  ) as object,
);

function isAccepted({ outcome }: { outcome: string }): boolean {
  return outcome === 'accepted';
}

/** Shares of the variants that keep outcome and cause. */
function shares(all: readonly ReturnType<typeof kept>[]): { outcome: number; cause: number } {
  const could = all.filter((one) => one !== undefined);
  return {
    outcome: could.filter(({ outcome }) => outcome).length / could.length,
    cause: could.filter(({ cause }) => cause).length / could.length,
  };
}

test('a damaged log keeps its outcome and its cause', () => {
  const variants = fc.sample(fc.tuple(anyCase, anyDamage), { seed: SEED, numRuns: 120 });
  const { outcome, cause } = shares(variants.map(([item, way]) => kept(item, way)));
  expect(outcome).toBeGreaterThanOrEqual(0.92);
  expect(cause).toBeGreaterThanOrEqual(0.91);
});

test('so does one that is damaged in two ways', () => {
  const variants = fc.sample(fc.tuple(anyCase, anyDamage, anyDamage), { seed: SEED, numRuns: 40 });
  const { outcome } = shares(variants.map(([item, one, other]) => kept(item, one, other)));
  expect(outcome).toBeGreaterThanOrEqual(0.8);
});

test('an accepted mail hardly ever gets a cause, whatever the damage', () => {
  const accepted = cases.filter(({ sessions }) => sessions.every(isAccepted));
  const pairs = fc.tuple(fc.constantFrom(...accepted), anyDamage);
  const texts = fc
    .sample(pairs, { seed: SEED, numRuns: 120 })
    .map(([item, way]) => way.apply(item.text, item))
    .filter((text) => text !== undefined);
  const alarms = texts.filter((text) => verdicts(text).some(({ cause }) => cause !== null));
  expect(alarms.length / texts.length).toBeLessThanOrEqual(0.01);
});

test('whatever the damage, the report is one, and hides what it hid', () => {
  fc.assert(
    fc.property(anyCase, anyDamage, (item, way) => {
      const text = way.apply(item.text, item) ?? '';
      const report = explain(analyze(text));
      validate(report);
      expect(validate.errors ?? []).toEqual([]);
      const lines = text.split('\n');
      for (const { entries, firstLine, lastLine, secrets } of report.sessions) {
        const at = entries.map(({ line }) => line);
        expect(at).toEqual(at.toSorted((one, other) => one - other));
        expect(Math.min(...at)).toBe(firstLine);
        expect(Math.max(...entries.map(({ endLine }) => endLine))).toBe(lastLine);
        for (const { line, start, end } of secrets) {
          expect(end).toBeGreaterThan(start);
          expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(end);
        }
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
});

const SHORT = [
  'SERVER -> CLIENT: 220 mx.example.net ESMTP',
  'CLIENT -> SERVER: EHLO client.example.org',
  'SERVER -> CLIENT: 250-mx.example.net',
  '250 AUTH LOGIN',
  'CLIENT -> SERVER: AUTH LOGIN',
  'SERVER -> CLIENT: 334 VXNlcm5hbWU6',
  'CLIENT -> SERVER: dXNlckBleGFtcGxlLmNvbQ==',
  'SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
  'CLIENT -> SERVER: c2VjcmV0c2VjcmV0c2VjcmV0',
  'SERVER -> CLIENT: 535 5.7.8 Authentication credentials invalid',
];

describe('lines and columns are those of the input', () => {
  test('of a paragraph: every step is an entry of the same line', () => {
    const text = SHORT.join(' ');
    const [session] = explain(analyze(text)).sessions;
    expect(session).toMatchObject({ firstLine: 1, lastLine: 1, outcome: 'auth-failed' });
    expect(session?.entries.filter(({ kind }) => kind === 'command')).toHaveLength(4);
    expect(session?.secrets.map(({ start, end }) => text.slice(start, end))).toEqual([
      'c2VjcmV0c2VjcmV0c2VjcmV0',
    ]);
  });

  test('of a wrapped log: what goes on in the next line covers both, a secret is in two', () => {
    const text = SHORT.flatMap((line) => line.match(/.{1,32}/g) ?? []).join('\n');
    const lines = text.split('\n');
    const [session] = explain(analyze(text)).sessions;
    expect(session?.outcome).toBe('auth-failed');
    expect(session?.entries[0]).toMatchObject({ line: 1, endLine: 2, code: 220 });
    const words = session?.secrets.map(({ line, start, end }) =>
      lines[line - 1]?.slice(start, end),
    );
    expect(words?.join('')).toBe('c2VjcmV0c2VjcmV0c2VjcmV0');
    expect(words).toHaveLength(2);
  });

  test('of a log with the newest line first: entries stand in the order of lines', () => {
    const [session] = explain(analyze(SHORT.toReversed().join('\n'))).sessions;
    expect(session).toMatchObject({ firstLine: 1, lastLine: 10, outcome: 'auth-failed' });
    expect(session?.entries[0]).toMatchObject({ line: 1, code: 535 });
    expect(session?.findings[0]?.lines[0]).toBe(1);
  });

  test('behind a prefix and within escapes', () => {
    const text = SHORT.map((line) => `smtp_1  | ${line.replaceAll('>', '&gt;')}`).join('\n');
    const [session] = explain(analyze(text)).sessions;
    expect(session?.dialect).toBe('phpmailer');
    const lines = text.split('\n');
    expect(
      session?.secrets.map(({ line, start, end }) => lines[line - 1]?.slice(start, end)),
    ).toEqual(['c2VjcmV0c2VjcmV0c2VjcmV0']);
  });
});

test('a paragraph longer than a line is read to its end', () => {
  const body = Array.from(
    { length: 260 },
    (_, at) => `CLIENT -> SERVER: a line of the message, ${at}`,
  );
  const text = [
    ...SHORT.slice(0, 4),
    'CLIENT -> SERVER: MAIL FROM:<a@example.com>',
    'SERVER -> CLIENT: 250 2.1.0 Ok',
    'CLIENT -> SERVER: RCPT TO:<b@example.net>',
    'SERVER -> CLIENT: 250 2.1.5 Ok',
    'CLIENT -> SERVER: DATA',
    'SERVER -> CLIENT: 354 go on',
    ...body,
    'CLIENT -> SERVER: .',
    'SERVER -> CLIENT: 552 5.3.4 Message too big',
  ].join(' ');
  expect(text.length).toBeGreaterThan(8192);
  expect(analyze(text).sessions.map(({ facts }) => facts.outcome)).toEqual(['rejected']);
});

test('what is whole is read as it stands', () => {
  // A mended log has pieces for lines: an entry's column would be another object's.
  for (const item of cases.filter((_, at) => at % 9 === 0)) {
    const plain = explain(analyze(item.text));
    const later = explain(analyze(`${item.text.trimEnd()}\n`));
    expect(later).toEqual(plain);
  }
});
