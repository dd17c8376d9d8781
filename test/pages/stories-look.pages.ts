import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { openBrowser, root, serve, visit } from './harness.js';

/**
 * Stories whose look is held against a committed picture. `UPDATE_BASELINES=1` takes the pictures anew. The typeface is
 * a file of ours, so that machines with other typefaces draw the same.
 */
const chosen = [
  'card--with-target',
  'card--dark',
  'trend--days',
  'trend--several-kpis',
  'funnel--purchase',
  'scorecard--with-targets',
];

const baselines = join(root, 'test/pages/baselines');
const differences = join(root, 'screenshots/differences');
/** Of the pixels; edges of letters differ a little between builds of a browser. */
const tolerance = 0.005;

const typeface = async (weight: number) => {
  const file = join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const data = (await readFile(file)).toString('base64');
  return `@font-face { font-family: Baseline; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) }`;
};

describe('the look of a story', async () => {
  const browser = await openBrowser();
  const site = await serve({ folders: { '/': 'storybook-static' } });
  const faces = (await Promise.all([400, 500, 600].map(typeface))).join('\n');

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(chosen)('%s', async (id) => {
    const { page } = await visit(browser, `${site.url}/iframe.html?id=${id}&viewMode=story`, {
      viewport: { width: 1180, height: 800 },
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Copenhagen',
    });
    await page.addStyleTag({ content: `${faces} :root { --kpi-font: Baseline } body { font-family: Baseline }` });
    await page.waitForFunction(() => {
      const widgets = [...document.querySelectorAll('main :is(kpi-card, kpi-trend, kpi-funnel, kpi-scorecard)')];
      return widgets.length > 0 && widgets.every((widget) => widget.matches(':state(ready)'));
    });
    await page.evaluate(async () => {
      await Promise.all(['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 16px Baseline`)));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    });
    await page.waitForTimeout(300);
    const taken = PNG.sync.read(await page.locator('main').first().screenshot());
    await page.close();

    const file = join(baselines, `${id}.png`);
    if (process.env['UPDATE_BASELINES']) {
      await mkdir(baselines, { recursive: true });
      await writeFile(file, PNG.sync.write(taken));
      return;
    }
    expect(existsSync(file), `${id}.png is missing: UPDATE_BASELINES=1 takes it`).toBe(true);
    const baseline = PNG.sync.read(await readFile(file));
    expect([taken.width, taken.height]).toEqual([baseline.width, baseline.height]);
    const difference = new PNG({ width: taken.width, height: taken.height });
    const differing = pixelmatch(baseline.data, taken.data, difference.data, taken.width, taken.height, {
      threshold: 0.2,
    });
    const share = differing / (taken.width * taken.height);
    if (share > tolerance) {
      await mkdir(differences, { recursive: true });
      await writeFile(join(differences, `${id}.png`), PNG.sync.write(difference));
    }
    expect(share, `screenshots/differences/${id}.png shows where`).toBeLessThanOrEqual(tolerance);
  });
});
