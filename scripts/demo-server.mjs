import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { writeNordicShop } from './nordic-shop.mjs';

const unwatched = ['test', 'dist', 'screenshots', 'storybook-static', 'nordic-shop/data'].map(
  (path) => `**/${path}/**`,
);

/**
 * Makes the demo's data and serves it over the library's sources: what is edited is seen at once.
 * @param {number} [port] the first port to try
 * @param {{ watch?: boolean }} [options] `watch: false` serves what is there at the first request
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the demo's address, and how to stop
 */
export async function serveDemo(port = 5173, { watch = true } = {}) {
  await writeNordicShop();
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    appType: 'mpa',
    logLevel: 'warn',
    server: { port, hmr: watch, watch: watch ? { ignored: unwatched } : null },
    optimizeDeps: { entries: ['demo/*.html'] },
  });
  await server.listen();
  const { port: actual } = server.httpServer.address();
  return { url: `http://localhost:${actual}/demo/`, close: () => server.close() };
}
