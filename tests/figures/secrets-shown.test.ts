import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { show } from '../../lib/show.ts';
import { corpus } from '../corpus.ts';

test('nothing that is shown, copied or sent to others holds a secret of the log', () => {
  let secrets = 0;
  for (const { text, name } of corpus()) {
    const lines = text.split('\n');
    for (const session of show(explain(analyze(text)), text).sessions) {
      const { findings, entries, copy, sentence, quote, next } = session;
      expect(JSON.stringify(findings), name).not.toContain('“”');
      const said = JSON.stringify([
        findings,
        entries.map(({ brief, full, text: words }) => [brief, full, words]),
        [copy, sentence, quote, next],
      ]);
      for (const { line, start, end } of session.secrets) {
        const secret = lines[line - 1]?.slice(start, end) ?? '';
        // `****`, `xx`: what a program wrote in place of one.
        if (secret.length < 5) continue;
        secrets += 1;
        expect(said.includes(JSON.stringify(secret).slice(1, -1)), `${name}: ${line}`).toBe(false);
      }
    }
  }
  expect(secrets).toBeGreaterThan(50);
});
