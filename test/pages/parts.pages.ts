import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allTags, allWidgets, daily, days, drawn, page, serveCdn, tag } from './embedded.js';
import { openBrowser, serve, visit } from './harness.js';
import type { Site, Visit } from './harness.js';

const named = { ...daily, table: 'dailyMeasures' };
const settings = { ...named, src: '/daily.json' };
const funnel = tag('kpi-funnel', { ...settings, stages: 'sessions sessionsWithAddToCart sessionsWithPurchase' });
const orders = days.map(({ date, orders, netSales }) => ({
  orderId: date,
  placedAt: date,
  grossSales: netSales / orders,
}));
const csv = `date,netSales\n${days.map(({ date, netSales }) => `${date},${netSales}`).join('\n')}`;
const script = (address: string) => `<link rel="icon" href="data:,"><script type="module" src="${address}"></script>`;

describe('the parts of the module script', () => {
  let browser: Browser;
  let cdn: Site;
  let open: Visit;
  const pages: Record<string, string> = {};
  const folders: Record<string, string> = {};

  async function show(body: string, address = '/cdn/kpi-elements.js') {
    pages['/page.html'] = page(body, script(address));
    cdn.requests.length = 0;
    open = await visit(browser, `${cdn.url}/page.html`);
    return open.page;
  }

  /** All but the engine, which all data need, and the rules, which come when the page has time. */
  const partsAskedFor = () =>
    cdn.requests.filter((path) => path.includes('/parts/') && !/\/(engine|rules)-/.test(path));
  const enginesAskedFor = () => cdn.requests.filter((path) => path.includes('/parts/engine-'));
  const asked = async (requests: () => string[]) => {
    while (requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const without = (part: string) => (folders[`/cdn/parts/${part}-`] = 'dist/no-such-folder');
  const withAll = () => {
    for (const folder of Object.keys(folders)) if (folder.startsWith('/cdn/parts/')) delete folders[folder];
  };

  beforeAll(async () => {
    browser = await openBrowser();
    cdn = await serveCdn(pages, folders);
  });

  afterEach(async () => {
    withAll();
    await open.close();
  });

  afterAll(async () => {
    await browser.close();
    await cdn.close();
  });

  it('are not fetched for a card of given figures', async () => {
    const shown = await show(
      tag('kpi-card', { heading: 'Revenue', value: '1240.5', previous: '1100', currency: 'EUR' }),
    );
    await drawn(shown, 'kpi-card');
    expect(cdn.requests).toEqual(['/page.html', '/cdn/kpi-elements.js']);
    expect(open.problems).toEqual([]);
  });

  it('are the engine alone for cards and a provider of what is called daily numbers, as JSON', async () => {
    const shown = await show(
      tag('kpi-card', settings) + tag('kpi-provider', settings, '<kpi-card kpi="net-sales"></kpi-card>'),
    );
    await drawn(shown, 'kpi-card');
    expect(await shown.locator('kpi-card').count()).toBe(2);
    expect(cdn.requests.filter((path) => !path.includes('/rules-')).toSorted()).toEqual([
      '/cdn/kpi-elements.js',
      expect.stringMatching(/^\/cdn\/parts\/engine-[\w-]+\.js$/),
      '/daily.json',
      '/page.html',
    ]);
    expect(open.problems).toEqual([]);
  });

  it('share with it what is one, under whatever address it came', async () => {
    const shop = await serve({
      pages: {
        '/shop.html': page(
          allTags({ ...settings, src: `${cdn.url}/daily.json` }),
          script(`${cdn.url}/cdn/kpi-elements.js?v=3`),
        ),
      },
    });
    cdn.requests.length = 0;
    open = await visit(browser, `${shop.url}/shop.html`);
    await drawn(open.page, allWidgets);
    expect(await open.page.locator(allWidgets).count()).toBe(4);
    expect(cdn.requests.filter((path) => path.endsWith('kpi-elements.js'))).toEqual(['/cdn/kpi-elements.js']);
    // What is wrong in a part is an error of the script's own kind: it has words.
    await open.page.locator('kpi-funnel').evaluate((element) => element.setAttribute('window', 'a week'));
    await open.page.locator('kpi-funnel').getByText('A setting is not right').waitFor();
    expect(open.problems).toEqual([]);
    await shop.close();
  });

  it.each([
    ['a trend', 'trend', tag('kpi-trend', settings)],
    ['a funnel', 'funnel', funnel],
    ['a scorecard', 'scorecard', tag('kpi-scorecard', { ...settings, kpi: 'net-sales' })],
    ['CSV by its address', 'readers', tag('kpi-card', { ...named, src: '/daily.csv' })],
    ['CSV in the page', 'readers', tag('kpi-card', named, `<script type="text/csv">${csv}</script>`)],
    ['CSV by its format', 'readers', tag('kpi-card', { ...named, src: '/daily?day=1', format: 'csv' })],
    ['single records', 'rows', tag('kpi-card', { ...daily, src: '/daily-orders.json', table: 'orders' })],
    ['data that nothing tells of', 'rows', tag('kpi-card', { ...daily, src: '/daily-orders.json' })],
    [
      'filters',
      'cross-filter',
      tag('kpi-provider', { ...settings, 'cross-filter': '' }, '<kpi-card kpi="net-sales"></kpi-card>'),
    ],
    ['other fields', 'readers', tag('kpi-card', { ...settings, map: '{&quot;netSales&quot;:&quot;netSales&quot;}' })],
  ])('are fetched beside the data, not after them: for %s', async (_name, part, widget) => {
    const shown = await show('');
    // Data that only come when the engine and the part have been asked for, and an engine that waits for the part.
    await shown.route(/\/parts\/engine-/, async (route) => {
      await asked(partsAskedFor);
      await route.continue();
    });
    await shown.route(/\/daily/, async (route) => {
      await Promise.all([asked(enginesAskedFor), asked(partsAskedFor)]);
      const address = route.request().url();
      const rows = JSON.stringify(address.includes('orders') ? orders : days);
      await route.fulfill({ body: address.endsWith('.json') ? rows : csv });
    });
    pages['/page.html'] = page(widget, script('/cdn/kpi-elements.js'));
    await shown.reload();
    await drawn(shown, allWidgets);
    expect(partsAskedFor()).toEqual([expect.stringMatching(new RegExp(`^/cdn/parts/${part}-[\\w-]+\\.js$`))]);
    expect(open.problems).toEqual([]);
    expect(open.warnings).toEqual([]);
  });

  it('are asked for once, however many widgets need them', async () => {
    const shown = await show(funnel + funnel);
    await drawn(shown, 'kpi-funnel');
    await shown.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), funnel);
    await drawn(shown, 'kpi-funnel');
    expect(await shown.locator('kpi-funnel').count()).toBe(3);
    expect(partsAskedFor()).toHaveLength(1);
  });

  it('for single records is fetched for those in the page too, and not for daily numbers', async () => {
    const inPage = (rows: unknown) => `<script type="application/json">${JSON.stringify(rows)}</script>`;
    const shown = await show(tag('kpi-card', daily, inPage(days)));
    await drawn(shown, 'kpi-card');
    expect(partsAskedFor()).toEqual([]);
    await shown.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      tag('kpi-card', daily, inPage(orders)),
    );
    await drawn(shown, 'kpi-card');
    expect(partsAskedFor()).toEqual([expect.stringMatching(/\/rows-/)]);
    expect(open.problems).toEqual([]);
  });

  it('for a platform is fetched by the part that recognises its answer, and no other platform’s', async () => {
    const orders = days.map(({ date, netSales }, id) => ({
      id: id + 1,
      created_at: `${date}T12:00:00+02:00`,
      currency: 'DKK',
      total_line_items_price: String(netSales),
      line_items: [],
      refunds: [],
    }));
    pages['/shop.json'] = JSON.stringify({ orders });
    const shown = await show(tag('kpi-card', { ...daily, src: '/shop.json' }));
    await drawn(shown, 'kpi-card');
    expect(partsAskedFor().filter((path) => path.includes('/platform-'))).toEqual([
      expect.stringMatching(/\/platform-shopify-/),
    ]);
    expect(open.problems).toEqual([]);
  });

  it('where the engine is missing, every widget of data says so, and the next refresh asks for it again', async () => {
    without('engine');
    const shown = await show(
      tag('kpi-card', { ...settings, id: 'data' }) + tag('kpi-card', { heading: 'Orders', value: '41', id: 'given' }),
    );
    const widget = shown.locator('#data');
    await widget.getByText('A file that is needed here did not load.').waitFor();
    expect(await widget.getByText(`Looked for: ${cdn.url}${enginesAskedFor()[0]}.`).count()).toBe(1);
    await drawn(shown, '#given');
    expect(open.problems.filter((problem) => !/404|request failed/.test(problem))).toEqual([]);
    withAll();
    await widget.evaluate((element) => (element as HTMLElement & { refresh(): Promise<void> }).refresh());
    await drawn(shown, '#data');
  });

  it('where the one for single records is missing, a card of them says so, and daily numbers stand', async () => {
    without('rows');
    pages['/orders.json'] = JSON.stringify(orders);
    const shown = await show(
      tag('kpi-card', { ...daily, src: '/daily.json', id: 'daily' }) +
        tag('kpi-card', { ...daily, src: '/orders.json', id: 'orders' }),
    );
    await shown.locator('#orders').getByText('This figure cannot be shown').waitFor();
    const [address] = partsAskedFor();
    expect(address).toMatch(/\/rows-/);
    expect(await shown.locator('#orders').getByText(`Looked for: ${cdn.url}${address}.`).count()).toBe(1);
    await drawn(shown, '#daily');
    // The browser tells of the answers; nothing is left uncaught.
    expect(open.problems.filter((problem) => !/404|request failed/.test(problem))).toEqual([]);
  });

  it('with the lists of a picker are fetched when the pointer reaches it, and open at once', async () => {
    const shown = await show(tag('kpi-provider', settings, '<kpi-period></kpi-period>'));
    const button = shown.locator('kpi-period').getByRole('button').first();
    await button.waitFor();
    expect(partsAskedFor()).toEqual([]);
    await button.hover();
    await expect.poll(partsAskedFor).toEqual([expect.stringMatching(/\/period-/)]);
    await button.click();
    await shown.getByRole('option', { name: 'Last 7 days' }).click();
    await button.getByText('Last 7 days').waitFor();
    expect(open.problems).toEqual([]);
  });

  it('with what a panel explains is fetched when the focus reaches its button, once for all cards', async () => {
    const shown = await show(tag('kpi-card', settings) + tag('kpi-card', settings));
    await drawn(shown, 'kpi-card');
    const buttons = shown.getByRole('button', { name: 'About this figure' });
    expect(partsAskedFor()).toEqual([]);
    await buttons.first().focus();
    await expect.poll(partsAskedFor).toEqual([expect.stringMatching(/\/explain-/)]);
    await shown.keyboard.press('Enter');
    await shown.getByText('Goods sold after discounts and refunds, excluding tax and shipping.').waitFor();
    expect(await shown.getByText('Compared with').count()).toBe(1);
    await shown.keyboard.press('Escape');
    await buttons.last().click();
    await shown.getByText('Goods sold after discounts and refunds, excluding tax and shipping.').waitFor();
    expect(partsAskedFor()).toHaveLength(1);
    expect(open.problems).toEqual([]);
  });

  it('where what a panel explains is missing, the panel says so, and tries again when it opens anew', async () => {
    without('explain');
    const shown = await show(tag('kpi-card', settings));
    await drawn(shown, 'kpi-card');
    const button = shown.getByRole('button', { name: 'About this figure' });
    await button.press('Enter');
    await expect.poll(() => partsAskedFor()[0]).toMatch(/\/explain-/);
    const [address] = partsAskedFor();
    await shown.getByText(`Looked for: ${cdn.url}${address}.`).waitFor();
    await shown.keyboard.press('Escape');
    withAll();
    await button.press('Enter');
    await shown.getByText('Goods sold after discounts and refunds, excluding tax and shipping.').waitFor();
    expect(open.problems.filter((problem) => !/404|request failed/.test(problem))).toEqual([]);
  });

  it('where the lists of a picker are missing, it says so in their place', async () => {
    without('period');
    const shown = await show(tag('kpi-provider', settings, '<kpi-period></kpi-period>'));
    const button = shown.locator('kpi-period').getByRole('button').first();
    await button.press('Enter');
    await shown.getByText('The folder that the script is in has to be served whole.').waitFor();
    await shown.keyboard.press('Escape');
    withAll();
    await button.press('Enter');
    await shown.getByRole('option', { name: 'Last 7 days' }).waitFor();
    expect(open.problems.filter((problem) => !/404|request failed/.test(problem))).toEqual([]);
  });

  it('where one is missing, the widget says which, and tries again with the next refresh', async () => {
    without('funnel');
    const shown = await show(tag('kpi-card', settings) + funnel);
    const widget = shown.locator('kpi-funnel');
    await widget.getByText('This figure cannot be shown').waitFor();
    const [address] = partsAskedFor();
    expect(await widget.getByText(`Looked for: ${cdn.url}${address}.`).count()).toBe(1);
    expect(await widget.getByText('The folder that the script is in has to be served whole.').count()).toBe(1);
    await drawn(shown, 'kpi-card');
    expect(open.warnings).toEqual([expect.stringContaining(`${cdn.url}${address} cannot be fetched.`)]);
    // The browser tells of the answer; nothing is left uncaught.
    expect(open.problems.filter((problem) => !problem.includes('404'))).toEqual([
      `request failed: ${cdn.url}${address}`,
    ]);

    withAll();
    const text = await widget.evaluate(async (element) => {
      const ready = new Promise((resolve) => element.addEventListener('kpi-ready', resolve, { once: true }));
      await (element as HTMLElement & { refresh(): Promise<void> }).refresh();
      await ready;
      return (element as HTMLElement & { toText(): string }).toText();
    });
    expect(text).toContain('12.0%');
    expect(open.warnings).toHaveLength(1);
  });
});
