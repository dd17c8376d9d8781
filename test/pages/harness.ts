import axe from 'axe-core';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumFlags, requireBrowser } from '../../scripts/browsers.mjs';

/** The repository's root folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What a test site serves. */
export interface SiteOptions {
  /** Address prefix (`/cdn/`) to a folder relative to the repository's root (`dist/cdn`). */
  folders?: Record<string, string>;
  /** Address (`/page.html`) to the text that is served there. */
  pages?: Record<string, string>;
  /** Sent with every answer, such as `content-security-policy`. */
  headers?: Record<string, string>;
}

/** A running site; `url` ends without a slash, `requests` lists the paths asked for. */
export interface Site {
  url: string;
  requests: string[];
  close(): Promise<void>;
}

/** Serves folders and texts on a free port of this machine. */
export async function serve({ folders = {}, pages = {}, headers = {} }: SiteOptions): Promise<Site> {
  const requests: string[] = [];

  async function contentOf(path: string): Promise<Buffer | string> {
    const text = pages[path];
    if (text !== undefined) return text;
    const prefix = Object.keys(folders)
      .filter((candidate) => path.startsWith(candidate))
      .sort((a, b) => b.length - a.length)[0];
    const folder = prefix === undefined ? undefined : folders[prefix];
    if (prefix === undefined || folder === undefined) throw new Error('nothing is mounted here');
    // `normalize` on a rooted path cannot climb above the folder.
    return readFile(join(root, folder, normalize(`/${path.slice(prefix.length)}`)));
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    requests.push(path);
    contentOf(path).then(
      (content) => {
        const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, ...headers }).end(content);
      },
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Starts Chromium, found or installed by the project's own script. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser('chromium'), args: chromiumFlags });
}

/** An open page and what has gone wrong in it so far. */
export interface Visit {
  page: Page;
  /** Console errors, uncaught errors, failed requests and CSP violations, of the page and its frames, in order. */
  problems: string[];
  /** Console warnings, which are not faults. */
  warnings: string[];
  /** Accessibility violations below a selector, one line each; none is `[]`. */
  violations(selector?: string): Promise<string[]>;
  /** Saves a picture of the whole page as `screenshots/<name>.png`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens an address in a context of its own, with motion reduced so that pictures are still. The page is returned as soon as its load event has fired. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const warnings: string[] = [];

  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(`uncaught ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`request failed: ${request.url()}`));
  await context.exposeBinding('reportViolation', (_source, text: string) => problems.push(text));
  await context.addInitScript(() => {
    const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      reportViolation(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.disposition})`);
    });
  });
  // An init script is exempt from the page's CSP, a script element would not be.
  await context.addInitScript(axe.source);
  await page.goto(url, { waitUntil: 'load' });

  return {
    page,
    problems,
    warnings,
    violations: (selector = ':root') =>
      page.evaluate(async (scope) => {
        const { axe: checker } = globalThis as unknown as { axe: typeof axe };
        const { violations } = await checker.run(scope);
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target }) => `${id}: ${help} at ${target.flat().join(' ')}`),
        );
      }, selector),
    screenshot: async (name) => {
      await page.screenshot({ path: join(root, 'screenshots', `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}
