/** One launcher of the test runner for each engine. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumFlags, requireBrowser } from './browsers.mjs';

/** @returns {Promise<number>} a port that is free now */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts a program that ends with this process. @param {string} command @param {string[]} args @param {object} [env] */
function companion(command, args, env = {}) {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  child.unref();
  process.on('exit', () => child.kill());
  return child;
}

/** @param {number} port waits until something listens there, ten seconds at most */
async function listening(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await wait(100);
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

const launchers = {
  chromium: async () =>
    chromeLauncher({ launchOptions: { executablePath: requireBrowser('chromium'), args: chromiumFlags } }),

  // WebDriver BiDi: no geckodriver needed.
  firefox: async () =>
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: requireBrowser('firefox'), headless: true },
    }),

  // WebKitGTK has no headless mode: a virtual display, and its own driver.
  webkit: async () => {
    const browser = requireBrowser('webkit');
    const port = await freePort();
    const display = `:${50 + (port % 1000)}`;
    companion('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
    await wait(500);
    companion('WebKitWebDriver', [`--port=${port}`], { DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1' });
    await listening(port);
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      automationProtocol: 'webdriver',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      },
    });
  },
};

/** @param {string} engine chromium, firefox or webkit @returns its launcher, ready to start */
export function launch(engine) {
  const launcher = launchers[engine];
  if (!launcher) throw new Error(`ENGINES names ${engine}: choose ${Object.keys(launchers).join(', ')}.`);
  return launcher();
}
