/**
 * Elements in real browsers: test/**\/*.browser.ts.
 *
 *   npx wtr                                    Chromium
 *   npx wtr --files test/elements/kpi-card/kpi-card.browser.ts
 *   ENGINES=chromium,firefox,webkit npx wtr    three engines
 */
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { launch } from './scripts/launch.mjs';
import { countReporter } from './scripts/count-reporter.mjs';
import { misbehaving } from './test/source/misbehaving-server.mjs';

const engines = (process.env.ENGINES ?? 'chromium').split(',');

export default {
  files: 'test/**/*.browser.ts',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: await Promise.all(engines.map(launch)),
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    misbehaving(),
  ],
  // One page at a time: a page behind another one gets neither frames nor sizes nor focus.
  concurrency: 1,
  // Lit greets developers once per file.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  // That sizes go on changing in the next frame is told to pages as an error, though nothing is wrong: now and then it
  // comes of a scroll bar of the tests' own page.
  testRunnerHtml: (framework) => `<!doctype html><html><body>
    <script>
      addEventListener('error', (event) => {
        if (/^ResizeObserver loop/.test(event.message)) event.stopImmediatePropagation();
      });
    </script>
    <script type="module" src="${framework}"></script>
  </body></html>`,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(process.env.COUNT_FILE),
  ],
};
