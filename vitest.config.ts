import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // The pure parts share nothing that a test could leave behind.
          isolate: false,
          // Property tests run hundreds of texts; on a busy machine that takes a while.
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{page,extension,components,e2e,figures}/**'],
        },
      },
      {
        // What is measured over everything: how the work grows, what is read right. Tens of seconds.
        test: {
          name: 'figures',
          environment: 'node',
          testTimeout: 60_000,
          include: ['tests/figures/**/*.test.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          isolate: false,
          include: ['tests/{page,extension,components}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
