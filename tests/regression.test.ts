import { expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { expected, summary } from './compare.ts';
import { corpus } from './corpus.ts';

/**
 * Logs of real programs against a scripted server. What is expected of them is what the engine said
 * when somebody looked it over: it guards against changes, and is no ground truth to be counted.
 */
const cases = corpus(new URL('regression/', import.meta.url));

test.each(cases.map((item) => [item.name, item] as const))('%s reads as it did', (_name, item) => {
  const { sessions } = explain(analyze(item.text));
  expect(sessions.map(({ dialect }) => dialect)).toEqual(item.sessions.map(() => item.dialect));
  const lines = item.text.split('\n');
  for (const [index, truth] of item.sessions.entries()) {
    const session = sessions[index];
    if (!session) throw new Error('no such session');
    expect(summary(session, lines, truth)).toEqual(expected(truth));
  }
});
