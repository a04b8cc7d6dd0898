import { expect, test } from 'vitest';
import { verdictTitle } from '../lib/verdict-title.ts';
import type { ReportFinding } from '../lib/report.ts';
import type { Outcome } from '../lib/types.ts';

const session = (
  outcome: Outcome,
  findings: Partial<ReportFinding>[] = [],
  rejectedTo: string[] = [],
) => ({
  outcome,
  envelope: { from: 'a@example.com', to: ['b@example.com', 'c@example.com'], rejectedTo },
  findings: findings as ReportFinding[],
});

test('is the cause’s title where there is a cause', () => {
  const findings = [
    { severity: 'warning', title: 'Beside.' },
    { severity: 'error', title: 'The cause.' },
  ] as const;
  expect(verdictTitle(session('rejected', [...findings]))).toBe('The cause.');
});

test('does not claim delivery', () => {
  expect(verdictTitle(session('accepted'))).toContain('not yet delivery');
});

test('says for how many recipients the server took it', () => {
  expect(verdictTitle(session('partially-accepted', [], ['c@example.com']))).toContain('1 of 2');
});

test('says that a log breaks off', () => {
  expect(verdictTitle(session('incomplete'))).toMatch(/does not show/);
});

test('never guesses a cause', () => {
  expect(verdictTitle(session('dropped'))).toMatch(/does not say why/);
});
