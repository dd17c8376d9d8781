import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { daily, div, drawn, page, serveCdn, tag } from './embedded.js';
import { openBrowser, serve, visit } from './harness.js';
import type { Site, Visit } from './harness.js';

const themes = ['default', 'inherit', 'shopify', 'wordpress'] as const;
const sales = { ...daily, src: '/daily.json' };
const visits = `<script type="application/json">${JSON.stringify({
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  sessions: Array.from({ length: 60 }, (_, index) => ({
    sessionId: index,
    startedAt: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00`,
    device: index % 3 ? 'mobile' : 'desktop',
    productViewed: index % 5 > 0,
    addedToCart: index % 5 > 1,
    checkoutStarted: index % 5 > 2,
    purchased: index % 5 > 3,
  })),
})}</script>`;
const given = { heading: 'Revenue', value: '1240', previous: '1100' };

describe('a page with a preset', () => {
  let browser: Browser;
  let cdn: Site;
  let shop: Site;
  let open: Visit;
  const pages: Record<string, string> = {};

  /** Opens a page that links a preset and starts the script when it is told to. */
  async function show(body: string, theme: string, head = '', options: BrowserContextOptions = {}): Promise<Visit> {
    const script = `<script>globalThis.start = () => import('${cdn.url}/cdn/kpi-elements.js');</script>`;
    const link = theme ? `<link rel="stylesheet" href="/themes/${theme}.css">` : '';
    pages['/page.html'] = page(body, `<link rel="icon" href="data:,">${link}${head}${script}`);
    open = await visit(browser, `${shop.url}/page.html`, options);
    return open;
  }

  const start = async () => {
    await open.page.evaluate('start()');
    await drawn(open.page);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    cdn = await serveCdn();
    shop = await serve({ pages, folders: { '/themes/': 'dist/themes' } });
    pages['/daily.json'] = await (await fetch(`${cdn.url}/daily.json`)).text();
  });

  afterEach(() => open.close());

  afterAll(async () => {
    await browser.close();
    await cdn.close();
    await shop.close();
  });

  describe('does not move when the script comes', () => {
    const contents: Record<string, string> = {
      'a card': tag('kpi-card', sales),
      'a compact card': tag('kpi-card', { ...sales, density: 'compact' }),
      'a card of given figures': tag('kpi-card', given),
      'a card with a target': tag('kpi-card', { ...sales, target: '500000' }),
      'given figures with a target': tag('kpi-card', { ...given, target: '1500' }),
      'a trend with a target': tag('kpi-trend', { ...sales, target: '500000' }),
      'a trend': tag('kpi-trend', sales),
      'a compact trend': tag('kpi-trend', { ...sales, density: 'compact' }),
      'a look of its own': tag('kpi-card', { ...sales, theme: 'wordpress' }),
      'a provider and its widgets': tag(
        'kpi-provider',
        { ...sales, theme: 'shopify', density: 'compact' },
        tag('kpi-card', { kpi: 'net-sales' }),
      ),
      'data between the tags': tag(
        'kpi-card',
        { kpi: 'order-count', 'as-of': 'latest', period: 'all' },
        '<script type="text/csv">date,orders\n2026-10-01,4\n2026-10-02,7</script>',
      ),
      'a picker': tag('kpi-period', {}),
      'a funnel': tag('kpi-funnel', { 'as-of': 'latest' }, visits),
      'a compact funnel of three stages, which the page counts': tag(
        'kpi-funnel',
        {
          'as-of': 'latest',
          stages: 'sessions sessionsWithAddToCart sessionsWithPurchase',
          density: 'compact',
          class: 'three',
        },
        visits,
      ),
      'a scorecard of one KPI': tag('kpi-scorecard', { ...sales, kpi: 'net-sales' }),
      'a scorecard of rows that the page counts': tag('kpi-scorecard', {
        ...sales,
        kpi: 'net-sales order-count average-order-value',
        density: 'compact',
        class: 'three',
      }),
      'a pasted card': div('kpi-card', sales),
      'a pasted card with words of the page': div('kpi-card', sales, 'Net sales: see the report.'),
      'a pasted card with a target': div('kpi-card', { ...sales, target: '500000' }),
      'a pasted trend': div('kpi-trend', { ...sales, density: 'compact' }),
      'a pasted card of given figures': div('kpi-card', given),
    };

    for (const theme of themes) {
      for (const width of [320, 480, 700]) {
        it(`${theme}, ${width} px`, async () => {
          const body = Object.entries(contents)
            .map(([name, content]) => `<div class="place">${content}</div><p>${name}</p>`)
            .join('');
          const { page } = await show(
            body,
            theme,
            `<style>.place { width: ${width}px } .three { --kpi-stages: 3; --kpi-rows: 3 }</style>`,
          );
          await page.evaluate(() => {
            const { moves } = Object.assign(globalThis, { moves: [] as number[] });
            new PerformanceObserver((list) =>
              list.getEntries().forEach((entry) => moves.push((entry as PerformanceEntry & { value: number }).value)),
            ).observe({ type: 'layout-shift', buffered: true });
          });
          const heights = () =>
            page
              .locator('.place')
              .evaluateAll((places) => places.map((place) => Math.round(place.getBoundingClientRect().height)));
          const before = await heights();
          await start();
          const after = await heights();
          for (const [index, name] of Object.keys(contents).entries()) {
            // A row's lines are as high as the typeface makes them, to the pixel.
            const apart = name.includes('scorecard') ? 1 : 0;
            expect(Math.abs(before[index]! - after[index]!), name).toBeLessThanOrEqual(apart);
          }
          // A card lays itself out beside its figure once its room is measured, in the same frame: nothing is painted in
          // between, though this browser counts it as a move there and back.
          if (width < 520) expect(await page.evaluate('moves')).toEqual([]);
          expect(open.problems).toEqual([]);
        });
      }
    }
  });

  /** How a card looks; colours as the eight bits a channel that a screen gets. */
  const look = (selector: string) =>
    open.page.locator(selector).evaluate((widget) => {
      const base = getComputedStyle(widget.shadowRoot!.querySelector('.base')!);
      const line = getComputedStyle(widget.shadowRoot!.querySelector('path.line')!);
      const pen = document.createElement('canvas').getContext('2d')!;
      const seen = (colour: string) => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        return [...pen.getImageData(0, 0, 1, 1).data].join(' ');
      };
      return {
        radius: base.borderTopLeftRadius,
        ground: seen(base.backgroundColor),
        accent: seen(line.stroke),
        text: seen(base.color),
      };
    });
  const black = '0 0 0 255';

  it('looks as if every widget had named it', async () => {
    for (const theme of ['default', 'shopify', 'wordpress']) {
      for (const scheme of ['light', 'dark']) {
        const style = `<style>:root { color-scheme: ${scheme} }</style>`;
        await show(tag('kpi-card', sales), theme, style);
        await start();
        const linked = await look('kpi-card');
        await open.close();
        await show(tag('kpi-card', { ...sales, theme }), '', style);
        await start();
        expect(await look('kpi-card')).toEqual(linked);
        await open.close();
      }
    }
  });

  it('leaves more contrast, other looks and what the page says alone', async () => {
    await show(
      `${tag('kpi-card', { ...sales, id: 'linked' })}
      ${tag('kpi-card', { ...sales, id: 'named', theme: 'wordpress' })}
      ${tag('kpi-card', { ...sales, id: 'contrast', appearance: 'contrast' })}
      <div style="--kpi-accent: rgb(1, 2, 3)">${tag('kpi-card', { ...sales, id: 'told' })}</div>`,
      'shopify',
      '<style>:root { --kpi-radius: 5px }</style>',
    );
    await start();
    expect(await look('#linked')).toMatchObject({ radius: '5px', ground: '255 255 255 255' });
    expect(await look('#named')).toMatchObject({ radius: '2px' });
    expect(await look('#contrast')).toMatchObject({ text: black });
    expect(await look('#told')).toMatchObject({ radius: '5px', accent: '1 2 3 255' });
  });

  it('gives more contrast where the reader asks for it', async () => {
    for (const theme of ['default', 'shopify']) {
      await show(tag('kpi-card', sales), theme, '', { contrast: 'more' });
      await start();
      expect(await look('kpi-card')).toMatchObject({ text: black });
      await open.close();
    }
  });

  it('in its own look, is light or dark by its text', async () => {
    for (const [style, accent] of [
      ['background: white; color: #222', '59 95 216 255'],
      ['background: #111; color: #eee', '135 158 249 255'],
    ]) {
      await show(tag('kpi-card', sales), 'inherit', `<style>body { ${style} }</style>`);
      await start();
      expect(await look('kpi-card')).toMatchObject({ accent, ground: '0 0 0 0' });
      expect(await open.violations('kpi-card')).toEqual([]);
      await open.close();
    }
  });

  it('in forced colours, draws everything in the system’s', async () => {
    for (const theme of themes) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const body = `${tag('kpi-card', { ...sales, theme, target: '600000' })}${tag('kpi-trend', { ...sales, theme, appearance: 'dark' })}${tag('kpi-funnel', { theme, 'as-of': 'latest' }, visits)}${tag('kpi-period', { theme })}`;
        const { page } = await show(body, '', '', { forcedColors: 'active', colorScheme });
        await start();
        const strangers = await page.evaluate(() => {
          const probe = document.body.appendChild(document.createElement('i'));
          const system = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'GrayText', 'VisitedText', 'ButtonText'].map(
            (name) => {
              probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
              return getComputedStyle(probe).color;
            },
          );
          probe.style.color = 'color-mix(in srgb, CanvasText 35%, Canvas)';
          system.push(getComputedStyle(probe).color);
          const drawings = [...document.querySelectorAll('kpi-card, kpi-funnel, kpi-period, kpi-trend')].flatMap(
            (widget) => [...widget.shadowRoot!.querySelectorAll('svg *, .swatch *')],
          );
          const painted = drawings.flatMap((drawing) => {
            const { fill, stroke } = getComputedStyle(drawing);
            return [fill, stroke].map((paint) => `${drawing.getAttribute('class')} ${paint}`);
          });
          if (painted.length < 20) return ['nothing is drawn'];
          return painted.filter((paint) => !/none$|url\(/.test(paint) && !system.some((name) => paint.endsWith(name)));
        });
        expect(strangers).toEqual([]);
        expect(await open.violations()).toEqual([]);
        if (theme === 'default') await open.screenshot(`forced-colours-${colorScheme}`);
        await open.close();
      }
    }
  });
});
