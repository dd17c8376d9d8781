import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../scripts/demo-server.mjs';
import { openBrowser, visit } from './harness.js';

const views = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'narrow', options: { viewport: { width: 320, height: 900 } } },
] as const;

// The page that a stranger sees first: real order lines, computed in the page.
describe('the demo', () => {
  let browser: Browser;
  let demo: Awaited<ReturnType<typeof serveDemo>>;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await serveDemo();
  });

  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  it.each(views)('draws every widget without a fault: $name', async ({ name, options }) => {
    const open = await visit(browser, demo.url, options);
    const drawn = open.page.locator('kpi-card, kpi-trend');
    await open.page.locator('kpi-card:state(ready)').first().waitFor();
    await expect.poll(() => open.page.locator(':is(kpi-card, kpi-trend):not(:state(ready))').count()).toBe(0);
    expect(await drawn.count()).toBeGreaterThan(1);
    await open.screenshot(`demo-${name}`);
    expect(open.problems).toEqual([]);
    expect(await open.violations()).toEqual([]);
    const overflow = await open.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'the page does not scroll sideways').toBe(0);
    await open.close();
  });
});
