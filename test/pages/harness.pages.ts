import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve, visit } from './harness.js';
import type { Site } from './harness.js';

// The harness is trusted by every page test, so it must see what goes wrong.
describe('the page harness', () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    browser = await openBrowser();
    site = await serve({
      folders: { '/themes/': 'src' },
      pages: {
        '/clean.html': '<!doctype html><html lang="en"><title>Clean</title><main><h1>Clean</h1></main></html>',
        '/bad.html':
          '<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>' +
          '<img src="data:,"><p style="color:red">x</p></main><script src="/thrower.js"></script></html>',
        '/thrower.js': 'console.error("said"); throw new Error("thrown");',
      },
      headers: { 'content-security-policy': "default-src 'self'; img-src 'none'" },
    });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('finds nothing wrong with a clean page', async () => {
    const open = await visit(browser, `${site.url}/clean.html`);
    expect(await open.violations()).toEqual([]);
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('reports console errors, uncaught errors, CSP and accessibility violations', async () => {
    const open = await visit(browser, `${site.url}/bad.html`);
    expect(await open.violations()).toContainEqual(expect.stringMatching(/^image-alt:/));
    expect(open.problems).toContain('said');
    expect(open.problems).toContain('uncaught thrown');
    expect(open.problems).toContainEqual(expect.stringMatching(/^CSP style-src-attr: inline/));
    expect(open.problems).toContainEqual(expect.stringMatching(/^CSP img-src/));
    await open.close();
  });

  it('does not serve what is outside its folders', async () => {
    const answer = await fetch(`${site.url}/themes/%2e%2e/package.json`);
    expect(answer.status).toBe(404);
  });
});
