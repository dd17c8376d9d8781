import { defineConfig } from 'vitest/config';

// Three kinds of test that run in Node: pure code, built pages in a real browser, and SQL engines.
export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['test/**/*.pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      { extends: true, test: { name: 'sql', include: ['test/**/*.sql.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
