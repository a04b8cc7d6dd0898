import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { expected, summary } from './compare.ts';
import { corpus, negatives } from './corpus.ts';

/** Where we are sure that the ground truth is wrong: the case, the fields, and why. */
const DISAGREEMENTS: Readonly<Record<string, { fields: readonly string[]; why: string }>> = {
  'phpmailer/ehlo-rejected-debug4': {
    fields: ['outcome', 'failedAt', 'cause'],
    why: 'EHLO and HELO were refused, but the server went on: MAIL, RCPT and DATA were accepted and the message got a 250 with a queue id, which makes it "accepted" by the definition of that outcome.',
  },
  'emailjs/self-signed-not-verified': {
    fields: ['auth', 'secrets'],
    why: 'The log shows `AUTH  CRAM-MD5` with two blanks, and in Base64 the answer with the user name: the mechanism and the user are known, and the answer is a secret by the definition of that field.',
  },
  'emailjs/success-starttls-cram': {
    fields: ['auth', 'secrets'],
    why: 'The log shows `AUTH  CRAM-MD5` with two blanks, and in Base64 the answer with the user name: the mechanism and the user are known, and the answer is a secret by the definition of that field.',
  },
  'pear-net-smtp/cram-md5-rejected': {
    fields: ['cause'],
    why: 'The program says that it does not know CRAM-MD5, and sent no AUTH at all: nobody has judged the credentials. Both sides share no mechanism.',
  },
  'horde-smtp/connection-refused': {
    fields: ['cause'],
    why: 'The whole log is "Error connecting to SMTP server.": it does not say that the connection was refused.',
  },
  's-nail/connection-refused': {
    fields: ['cause'],
    why: 'The log says where it connects and that the letter was saved, and not why there was no connection.',
  },
  'curl/success-xoauth2': {
    fields: ['auth'],
    why: 'The answer to the 334 holds the user name in Base64, which counts as known.',
  },
  'exchange-protocol-log/receive-auth-failed': {
    fields: ['server', 'port'],
    why: 'Every row names the port, 25; the greeting names the server otherwise than the EHLO reply, and comes first.',
  },
  'iis-smtp-w3c/inbound-relay-denied': {
    fields: ['cause'],
    why: 'Of the refusal the log has the number 550 alone: it does not say why.',
  },
  'haraka/user-unknown-loginfo': {
    fields: ['server'],
    why: 'The log names the server by its address. A port without a host can not be said in a report.',
  },
  'ruby-net-smtp/connection-refused': {
    fields: ['server'],
    why: 'The log names the server by its address. A port without a host can not be said in a report.',
  },
};

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(
    readFileSync(new URL('../docs/report.schema.json', import.meta.url), 'utf8'),
  ) as object,
);

describe.each(corpus().map((item) => [item.name, item] as const))('%s', (name, item) => {
  const report = explain(analyze(item.text));
  const lines = item.text.split('\n');

  test('is a report by the schema', () => {
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has the sessions of the ground truth', () => {
    expect(report.sessions.map((session) => session.dialect)).toEqual(
      item.sessions.map(() => item.dialect),
    );
  });

  test.each(item.sessions.map((truth, index) => [index + 1, truth] as const))(
    'session %i is read as the ground truth says',
    (number, truth) => {
      const session = report.sessions[number - 1];
      if (!session) throw new Error('no such session');
      const known = DISAGREEMENTS[name]?.fields ?? [];
      expect(without(summary(session, lines, truth), known)).toEqual(
        without(expected(truth), known),
      );
    },
  );

  test('explains every line, short and long', () => {
    // Where connections are interleaved, a line between two of one may be another's.
    const explained = new Set<number>();
    for (const session of report.sessions) {
      for (const entry of session.entries) {
        for (let line = entry.line; line <= entry.endLine; line++) explained.add(line);
        expect(entry.brief.length).toBeLessThanOrEqual(60);
        expect(entry.full.length).toBeGreaterThan(entry.brief.length / 2);
      }
    }
    for (const session of report.sessions) {
      for (let line = session.firstLine; line <= session.lastLine; line++) {
        expect(explained, `line ${line}`).toContain(line);
      }
    }
  });

  test('a failed session has one cause, another none', () => {
    for (const { outcome, findings } of report.sessions) {
      const errors = findings.filter((finding) => finding.severity === 'error').length;
      if (outcome === 'accepted') expect(errors).toBe(0);
      else if (outcome !== 'incomplete') expect(errors).toBe(1);
    }
  });
});

test('a known disagreement is one', () => {
  for (const [name, { fields }] of Object.entries(DISAGREEMENTS)) {
    const item = corpus().find((one) => one.name === name);
    const truth = item?.sessions[0];
    const session = explain(analyze(item?.text ?? '')).sessions[0];
    if (!item || !truth || !session) throw new Error(`no case ${name}`);
    const read: Record<string, unknown> = summary(session, item.text.split('\n'), truth);
    const told: Record<string, unknown> = expected(truth);
    for (const field of fields) expect(read[field], field).not.toEqual(told[field]);
  }
});

test.each(negatives())('%s is no SMTP log', (_name, text) => {
  expect(analyze(text).sessions).toEqual([]);
});

function without(all: Record<string, unknown>, fields: readonly string[]) {
  return Object.fromEntries(Object.entries(all).filter(([field]) => !fields.includes(field)));
}
