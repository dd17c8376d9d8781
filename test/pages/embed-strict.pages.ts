import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTags, allWidgets, daily, div, drawn, page, serveCdn, tag } from './embedded.js';
import { openBrowser, serve, visit } from './harness.js';
import type { Site } from './harness.js';

// A page that forbids all it can: what the library does there, it may do everywhere.
describe.each([
  ['module file', 'kpi-elements.js', 'type="module"'],
  ['classic script', 'kpi-elements.iife.js', ''],
])('under a strict content security policy with trusted types, the %s', (_name, file, type) => {
  let browser: Browser;
  let cdn: Site;
  let shop: Site;

  beforeAll(async () => {
    browser = await openBrowser();
    cdn = await serveCdn();
    const script = `<script ${type} src="${cdn.url}/cdn/${file}"></script>`;
    const shared = { ...daily, src: `${cdn.url}/daily.json` };
    const settings = { ...shared, target: '600000', actions: '' };
    const csv = '<script type="text/csv">date,netSales\n2026-11-01,18250.50\n2026-11-02,16990</script>';
    const table = '<table><tr><th>date<th>netSales<tr><td>2026-11-01<td>18250.50<tr><td>2026-11-02<td>16990</table>';
    const inPage = { kpi: 'net-sales', currency: 'EUR', 'time-zone': 'UTC', period: 'all' };
    shop = await serve({
      pages: {
        '/shop.html': page(
          script +
            tag('kpi-card', settings) +
            tag('kpi-trend', settings) +
            allTags(shared) +
            div('kpi-card', settings, 'Sales') +
            div('kpi-trend', inPage, csv) +
            div('kpi-card', inPage, table),
        ),
        '/butik.html': page(`${script}<div lang="da">${tag('kpi-card', settings)}</div>`),
        // That the policy is in force is seen by breaking it.
        '/broken.html': page(`${script}<p style="color: red">Red</p>`),
      },
      headers: {
        'content-security-policy':
          `default-src 'none'; script-src ${cdn.url}; style-src 'self'; connect-src ${cdn.url}; ` +
          `require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
      },
    });
  });

  afterAll(async () => {
    await browser.close();
    await cdn.close();
    await shop.close();
  });

  it('draws every tag without a report', async () => {
    const open = await visit(browser, `${shop.url}/shop.html`);
    await drawn(open.page, allWidgets);
    expect(await open.page.locator(allWidgets).count()).toBe(9);
    await open.page.locator('kpi-card').first().getByRole('button').first().click();
    await open.page.locator('kpi-trend').first().locator('.chart').hover();
    await open.page.locator('kpi-trend').first().locator('.chart').press('ArrowLeft');
    expect(await open.violations()).toEqual([]);
    expect(open.problems).toEqual([]);
    expect(open.warnings).toEqual([]);
    await open.close();
  });

  it('fetches the language of the page, and no other', async () => {
    cdn.requests.length = 0;
    const open = await visit(browser, `${shop.url}/butik.html`);
    await drawn(open.page);
    expect(await open.page.locator('kpi-card').getByText('Nettoomsætning').count()).toBeGreaterThan(0);
    expect(cdn.requests.filter((path) => path.includes('/locale/'))).toEqual(['/cdn/locale/da.js']);
    expect(open.problems).toEqual([]);
    expect(open.warnings).toEqual([]);
    await open.close();
  });

  it('would be reported if it broke the policy', async () => {
    const open = await visit(browser, `${shop.url}/broken.html`);
    expect(open.problems).toContainEqual(expect.stringMatching(/^CSP style-src-attr/));
    await open.close();
  });
});
