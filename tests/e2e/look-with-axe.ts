import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { IsolatedWorld } from './isolated-world.ts';

/** The source of axe-core. */
export const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe has to say, one line a node, and how many nodes of ours it looked at. */
interface AxeSeen {
  violations: string[];
  ours: number;
}

/** Lets axe look at the page with our closed roots, and gives what it has to say. */
export async function lookAt(world: IsolatedWorld, atLeast: number): Promise<string[]> {
  await world.run(`(globalThis.axe ??= (() => { ${axe}; return globalThis.axe ?? axe; })(), 0)`);
  const seen = await world.run<AxeSeen>(`(async () => {
    for (const host of document.querySelectorAll('*')) {
      if (!host.localName.startsWith('smtp-lens')) continue;
      Object.defineProperty(host, 'shadowRoot', { configurable: true, get: () => rootOf(host) });
    }
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations', 'passes'] });
    const isOurs = ({ target }) => target.some((part) => Array.isArray(part) && part.length > 1);
    return {
      violations: violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => id + ': ' + JSON.stringify(node.target) + ' ' + node.html.slice(0, 200) + ' ' + node.failureSummary)),
      ours: new Set(passes.flatMap(({ nodes }) => nodes.filter(isOurs).map((node) => JSON.stringify(node.target)))).size,
    };
  })()`);
  // Else it would praise what it did not see.
  expect(seen.ours).toBeGreaterThanOrEqual(atLeast);
  return seen.violations;
}
