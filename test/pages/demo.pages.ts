import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../scripts/demo-server.mjs';
import type { KpiProvider, KpiTrend } from '../../src/index.js';
import { openBrowser, visit } from './harness.js';
import type { Visit } from './harness.js';

const widgets = ':is(kpi-card, kpi-trend, kpi-funnel, kpi-scorecard)';

interface Look {
  readonly name: string;
  readonly theme?: string;
  readonly appearance?: string;
  readonly lang?: string;
  readonly width?: number;
  /** What the system prefers. */
  readonly scheme?: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { name: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'contrast', appearance: 'contrast' },
  { name: 'narrow', lang: 'pl', width: 320 },
  { name: 'wall', lang: 'da', appearance: 'dark', width: 1920 },
  { name: 'inherit', theme: 'inherit', lang: 'sv' },
  { name: 'inherit-dark', theme: 'inherit', appearance: 'dark', lang: 'nb' },
  { name: 'shopify', theme: 'shopify', lang: 'zh-Hant' },
  { name: 'shopify-dark', theme: 'shopify', appearance: 'dark' },
  { name: 'wordpress', theme: 'wordpress' },
  { name: 'wordpress-dark', theme: 'wordpress', appearance: 'dark' },
];

const drawn = (open: Visit) =>
  expect.poll(() => open.page.locator(`${widgets}:not(:state(ready))`).count(), { timeout: 30_000 }).toBe(0);

/** How far a page can be scrolled sideways, px. */
const sideways = (open: Visit) =>
  open.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// The page that a stranger sees first: a shop's rows, computed in the page.
describe('the demo', () => {
  let browser: Browser;
  let demo: Awaited<ReturnType<typeof serveDemo>>;

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await serveDemo(5173, { watch: false });
  });

  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  describe('draws every widget without a fault', () => {
    let open: Visit;

    beforeAll(async () => {
      open = await visit(browser, demo.url);
    });

    it.each(looks)('$name', async ({ name, theme = 'default', appearance = 'auto', lang = 'en', width, scheme }) => {
      const { page, problems } = open;
      await page.emulateMedia({ colorScheme: scheme ?? 'light' });
      await page.setViewportSize({ width: width ?? 1280, height: 900 });
      await page.locator('select[name=theme]').selectOption(theme);
      await page.locator('select[name=appearance]').selectOption(appearance);
      await page.locator('select[name=lang]').selectOption(lang);
      await expect.poll(() => page.locator(`${widgets} [part=base][lang="${lang}"]`).count()).toBe(19);
      await drawn(open);
      await open.screenshot(`demo-${name}`);
      expect(problems).toEqual([]);
      expect(await open.violations()).toEqual([]);
      expect(await sideways(open)).toBe(0);
    });
  });

  it('draws another shop from its CSV without a fault', async () => {
    const open = await visit(browser, `${demo.url}superstore.html`);
    await drawn(open);
    expect(await open.page.locator(widgets).count()).toBe(7);
    await open.screenshot('demo-superstore');
    expect(open.problems).toEqual([]);
    expect(await open.violations()).toEqual([]);
    expect(await sideways(open)).toBe(0);
    await open.close();
  });

  it('tells the story: a chapter sets its days, and the widgets there show what happened', async () => {
    const open = await visit(browser, `${demo.url}?lang=da`);
    await drawn(open);
    const provider = open.page.locator('kpi-provider');

    await open.page.getByRole('button', { name: 'Ni dage i oktober' }).click();
    await drawn(open);
    expect(await provider.evaluate((element: KpiProvider) => element.period)).toBe('2026-10-04/2026-10-16');
    expect(await open.page.evaluate(() => scrollY), 'the page has gone to the checkout').toBeGreaterThan(0);
    const completion = await open.page.evaluate(() => {
      const { result } = document.querySelector<KpiTrend>('kpi-trend[kpi="checkout-completion-rate"]')!;
      return result!.segments.map(({ key, series }) => ({
        device: key,
        ofDay: Object.fromEntries(series.map(({ start, value }) => [start, value!])),
      }));
    });
    const phones = completion.find(({ device }) => device === 'mobile')!.ofDay;
    expect(Object.keys(phones)).toHaveLength(13);
    for (const [day, rate] of Object.entries(phones)) {
      if (day >= '2026-10-08' && day <= '2026-10-16') expect(rate, day).toBeLessThan(0.35);
      else expect(rate, day).toBeGreaterThan(0.45);
    }

    await open.page.getByRole('button', { name: '28. november 2025' }).click();
    await drawn(open);
    const busiest = await open.page.evaluate(() => {
      const { result } = document.querySelector<KpiTrend>('kpi-trend[kpi="net-sales"]')!;
      return result!.series.reduce((most, bucket) => ((bucket.value ?? 0) > (most.value ?? 0) ? bucket : most)).start;
    });
    expect(busiest).toBe('2025-11-28');
    expect(open.problems).toEqual([]);
    await open.close();
  });
});
