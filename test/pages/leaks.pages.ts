import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as pageOf } from './embedded.js';
import { openBrowser, root, serve, visit } from './harness.js';
import type { Site } from './harness.js';

const mounts = 1000;
/** So many stand in the page at once, and each of them is drawn before it is taken out. */
const atOnce = 50;

const settings = 'currency="DKK" time-zone="Europe/Copenhagen"';
const rows = (row: (day: string, index: number) => object) =>
  Array.from({ length: 60 }, (_, index) =>
    row(new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10), index),
  );
const sales = rows((date, index) => ({ date, orders: 40 + (index % 5), netSales: 18_000 + 70 * index }));
const orders = {
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  sessions: rows((day, index) => ({
    sessionId: `s${index}`,
    startedAt: `${day}T10:00:00`,
    productViewed: true,
    addedToCart: index % 2 === 0,
    checkoutStarted: index % 4 === 0,
    purchased: index % 8 === 0,
  })),
};
const inside = (data: unknown, tag: string) =>
  `<kpi-provider ${settings}><script type="application/json">${JSON.stringify(data)}</script>${tag}</kpi-provider>`;

/** Each with its data, as a page that swaps its content mounts it. */
const widgets: Readonly<Record<string, string>> = {
  'kpi-card': inside(sales, '<kpi-card kpi="net-sales" target="400000" actions></kpi-card>'),
  'kpi-trend': inside(sales, '<kpi-trend kpi="net-sales"></kpi-trend>'),
  'kpi-funnel': inside(orders, '<kpi-funnel></kpi-funnel>'),
  'kpi-scorecard': inside(sales, '<kpi-scorecard kpi="net-sales order-count average-order-value"></kpi-scorecard>'),
  'kpi-period': inside(sales, '<kpi-period></kpi-period>'),
};
/** Every tag that draws. */
const tags = readdirSync(join(root, 'dist/elements')).filter(
  (name) => /^kpi-(?!provider)[^.]+$/.test(name) && existsSync(join(root, `dist/elements/${name}/${name}.define.js`)),
);

interface Held {
  nodes: number;
  listeners: number;
  timers: number;
  /** That watch something. */
  observers: number;
  /** Bytes. */
  heap: number;
}

// A page that swaps its content for a week must not grow: the browser's own counters say so.
describe('mounted a thousand times', () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    browser = await openBrowser();
    const blank = pageOf('<div id="place"></div>', '<link rel="icon" href="data:,"><script src="/timers.js"></script>');
    site = await serve({
      folders: { '/cdn/': 'dist/cdn' },
      pages: {
        '/page.html': blank,
        '/timers.js': countTimers,
        '/daily.json': JSON.stringify(sales),
      },
    });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(tags)('%s leaves no node, no listener and no timer', async (tag) => {
    const open = await visit(browser, `${site.url}/page.html`);
    const session = await open.page.context().newCDPSession(open.page);
    await session.send('Performance.enable');
    await open.page.addScriptTag({ type: 'module', url: '/cdn/kpi-elements.js' });
    const markup = widgets[tag];
    if (markup === undefined) throw new Error(`How is <${tag}> mounted? Say so in widgets.`);
    const mount = (times: number) => open.page.evaluate(mountAndDrop, { markup: markup.repeat(atOnce), tag, times });

    // Templates, style sheets and the engine are made once, and stay; parts may come after the first ones are gone.
    await mount(2);
    await open.page.waitForLoadState('networkidle');
    await mount(2);
    const before = await held(session, open.page);
    await mount(mounts / atOnce);
    const after = await held(session, open.page);

    expect([after.timers, after.observers]).toEqual([before.timers, before.observers]);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('a card with an address leaves no request either', async () => {
    const open = await visit(browser, `${site.url}/page.html`);
    const session = await open.page.context().newCDPSession(open.page);
    await session.send('Performance.enable');
    await open.page.addScriptTag({ type: 'module', url: '/cdn/kpi-elements.js' });
    const markup = `<kpi-card kpi="net-sales" src="/daily.json" refresh-every="1h" ${settings}></kpi-card>`;
    const mount = (times: number) =>
      open.page.evaluate(mountAndDrop, { markup: markup.repeat(atOnce), tag: 'kpi-card', times });
    await mount(2);
    const before = await held(session, open.page);
    site.requests.length = 0;
    await mount(mounts / atOnce);
    const after = await held(session, open.page);

    expect([after.timers, after.observers]).toEqual([before.timers, before.observers]);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    // The cards of one mount share one, and nothing of it is left for those of the next.
    expect(site.requests).toEqual(Array.from({ length: mounts / atOnce }, () => '/daily.json'));
    expect(open.problems).toEqual([]);
    await open.close();
  });

  it('a thousand refreshes leave nothing, and the heap level', async () => {
    const open = await visit(browser, `${site.url}/page.html`);
    const session = await open.page.context().newCDPSession(open.page);
    await session.send('Performance.enable');
    await open.page.addScriptTag({ type: 'module', url: '/cdn/kpi-elements.js' });
    await open.page.evaluate((attributes) => {
      const place = document.querySelector('#place') as HTMLElement;
      place.innerHTML = `<kpi-card kpi="net-sales" src="/daily.json" refresh-every="1h" ${attributes}></kpi-card>`;
    }, settings);
    await open.page.locator('kpi-card:state(ready)').waitFor();
    const refresh = (times: number) => open.page.evaluate(refreshed, times);
    // Until the engine has compiled what runs often, and idle moments have fetched what they fetch.
    await refresh(600);
    const before = await held(session, open.page);
    await refresh(1000);
    const after = await held(session, open.page);

    expect([after.timers, after.observers]).toEqual([before.timers, before.observers]);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    // A data set of 60 days takes some 10 kB: a thousand of them would be 10 MB.
    expect(after.heap - before.heap).toBeLessThan(1_000_000);
    expect(open.problems).toEqual([]);
    await open.close();
  });
});

/** Runs in the page: asks the one card anew, again and again. */
async function refreshed(times: number): Promise<void> {
  const card = document.querySelector('kpi-card') as HTMLElement & { refresh(): Promise<void> };
  for (let time = 0; time < times; time++) await card.refresh();
}

/** Runs in the page: each widget is drawn in full, then all of them are taken out. */
async function mountAndDrop({ markup, tag, times }: { markup: string; tag: string; times: number }): Promise<void> {
  const place = document.querySelector('#place') as HTMLElement;
  for (let time = 0; time < times; time++) {
    place.innerHTML = markup;
    const widgets = [...place.querySelectorAll(tag)];
    const isDrawn = (widget: Element) =>
      tag === 'kpi-period'
        ? widget.shadowRoot?.querySelector('button')
        : widget.matches(':state(ready)') && widget.shadowRoot?.querySelector('[part~="chart"] svg, table');
    const deadline = performance.now() + 60_000;
    while (!widgets.every(isDrawn)) {
      if (performance.now() > deadline) throw new Error(`${tag} is not drawn: ${widgets[0]?.shadowRoot?.textContent}`);
      await new Promise(requestAnimationFrame);
    }
    place.replaceChildren();
    await new Promise(requestAnimationFrame);
  }
}

/** What the page holds once the garbage is collected: counted until it does not shrink any more. */
async function held(session: CDPSession, page: Page): Promise<Held> {
  let last: Held = { nodes: Infinity, listeners: Infinity, timers: Infinity, observers: Infinity, heap: Infinity };
  for (;;) {
    await new Promise((later) => setTimeout(later, 200));
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const count = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const timers = await page.evaluate<number>('pendingTimers()');
    const observers = await page.evaluate<number>('watchingObservers()');
    const heap = count('JSHeapUsedSize');
    const now = { nodes: count('Nodes'), listeners: count('JSEventListeners'), timers, observers, heap };
    if (now.nodes >= last.nodes && now.listeners >= last.listeners) return now;
    last = now;
  }
}

/**
 * A script that counts the timers and frames that have been asked for and have neither run nor been cancelled, and the
 * observers that watch an element.
 */
const countTimers = `(() => {
  const pending = new Set();
  const wrap = (ask, cancel, repeats) => {
    const [asks, cancels] = [window[ask].bind(window), window[cancel].bind(window)];
    window[ask] = (run, ...rest) => {
      const id = asks((...given) => { if (!repeats) pending.delete(ask + id); return run(...given); }, ...rest);
      pending.add(ask + id);
      return id;
    };
    window[cancel] = (id) => { pending.delete(ask + id); cancels(id); };
  };
  wrap('setTimeout', 'clearTimeout', false);
  wrap('setInterval', 'clearInterval', true);
  wrap('requestAnimationFrame', 'cancelAnimationFrame', false);
  wrap('requestIdleCallback', 'cancelIdleCallback', false);
  window.pendingTimers = () => pending.size;
  const watching = new Set();
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
    const { observe, disconnect } = window[name].prototype;
    Object.assign(window[name].prototype, {
      observe(...given) { watching.add(this); return observe.apply(this, given); },
      disconnect() { watching.delete(this); return disconnect.call(this); },
    });
  }
  window.watchingObservers = () => watching.size;
})();`;
