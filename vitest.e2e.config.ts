import { defineConfig } from 'vitest/config';

/** Real browsers on the built extension: run by scripts/e2e.ts, which builds it first. */
export default defineConfig({
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    // Two browsers side by side are slower than one after the other on two cores.
    fileParallelism: false,
    testTimeout: 20_000,
    hookTimeout: 45_000,
    reporters: ['default'],
  },
});
