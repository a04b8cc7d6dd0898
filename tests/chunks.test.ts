import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, createAnalyzer } from '../lib/analyze.ts';
import { corpus } from './corpus.ts';

const cases = corpus();

test('a log says the same however it is cut into pieces', () => {
  const cut = fc.record({
    log: fc.constantFrom(...cases.map((item) => item.text.slice(0, 4000))),
    sizes: fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }),
  });
  fc.assert(
    fc.property(cut, ({ log, sizes }) => {
      const analyzer = createAnalyzer();
      for (let from = 0, turn = 0; from < log.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1;
        analyzer.write(log.slice(from, from + size));
        from += size;
      }
      expect(analyzer.end()).toEqual(analyze(log));
    }),
    { numRuns: 60 },
  );
});

test('nothing written is no log', () => {
  expect(createAnalyzer().end()).toEqual(analyze(''));
});
