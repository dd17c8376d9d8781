/** Pages of contenders: bundled as a consumer's bundler does, served from memory, and timed by the browser itself. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, requireBrowser } from '../scripts/browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The files of all contenders by their path, minified, and beside them what a CDN serves, built from the sources as
 * they are now.
 * @param {string[]} names of modules in bench/render/
 * @param {string} styles of the page
 * @returns {Promise<Map<string, string>>}
 */
export async function bundleAll(names, styles) {
  // The build finds its files from here.
  process.chdir(root);
  const files = new Map();
  const add = (outputs, folder) => {
    for (const { output } of [outputs].flat())
      for (const { fileName, code, source } of output) files.set(folder + fileName, code ?? source);
  };
  for (const name of names) {
    const options = {
      write: false,
      target: 'es2022',
      lib: { entry: `bench/render/${name}.mjs`, formats: ['es'], fileName: name },
      rolldownOptions: { external: /^\/cdn\//, output: { minify: true } },
    };
    const define = { 'process.env.NODE_ENV': '"production"' };
    add(await build({ root, configFile: false, logLevel: 'error', define, build: options }), '/');
  }
  for (const mode of ['cdn', 'beside'])
    add(await build({ root, mode, logLevel: 'error', build: { write: false } }), '/cdn/');
  files.set('/', `<!doctype html><html lang="en"><title>bench</title><style>${styles}</style><main id="host"></main>`);
  return files;
}

/** @returns {Promise<{ browser: import('playwright-core').Browser, url: string, close(): Promise<void> }>} */
export async function open(files) {
  const server = createServer(({ url }, response) => {
    const file = files.get(url);
    const type = url === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: chromiumFlags });
  return {
    browser,
    url: `http://127.0.0.1:${server.address().port}/`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/**
 * The CPU time of a page's main thread (`TaskDuration` on the thread's own clock): scripts, styles, layout, paint and
 * garbage, whether they run at once or frames later, and nothing of what waits for another process's turn.
 * @returns {Promise<(act: () => Promise<unknown>) => Promise<number>>} milliseconds from an act until the page is quiet
 */
export async function clockOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  /** Asked from outside: nothing runs in the page that would be measured too. */
  const quiet = async () => {
    let last = await read();
    for (let still = 0; still < 4;) {
      await pause(60);
      const now = await read();
      still = now - last < 1 ? still + 1 : 0;
      last = now;
    }
    return last;
  };
  return async (act) => {
    const before = await quiet();
    await act();
    return (await quiet()) - before;
  };
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};
