import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root, serve } from './harness.js';
import type { Site } from './harness.js';

/** Sixty days of a shop whose sales grow, with a dip every seventh day; twelve of a hundred visits buy. */
export const days = Array.from({ length: 60 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10),
  orders: 40 + (index % 7 === 0 ? -12 : index % 5),
  netSales: 18_000 + index * 70 - (index % 7 === 0 ? 5000 : 0),
  sessions: 400,
  sessionsWithAddToCart: 100,
  sessionsWithPurchase: 48,
}));

type Settings = Readonly<Record<string, string>>;

/** A widget as its tag; one that shows no KPI of its own is asked for none. */
export const tag = (name: string, { kpi, ...settings }: Settings, content = '') =>
  `<${name} ${kpi && !/funnel|provider/.test(name) ? `kpi="${kpi}"` : ''} ${attributes(settings, '')}>${content}</${name}>`;

/** The same widget as a pasted div. */
export const div = (name: string, { kpi, ...settings }: Settings, content = '') =>
  `<div data-kpi-element="${name}" ${kpi ? `data-kpi="${kpi}"` : ''} ${attributes(settings, 'data-kpi-')}>${content}</div>`;

const attributes = (settings: Settings, prefix: string) =>
  Object.entries(settings)
    .map(([name, value]) => `${prefix}${name}="${value}"`)
    .join(' ');

/** A whole page, in English and with nothing that a checker could mind. */
export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>${head}</head><body><main><h1>A shop</h1>${body}</main></body></html>`;

/** What a widget of daily numbers needs, wherever they come from. */
export const daily: Settings = {
  kpi: 'net-sales',
  currency: 'DKK',
  'time-zone': 'Europe/Copenhagen',
  'as-of': 'latest',
  period: 'last-28-days',
};

/** One of each tag, the widgets inside a provider. */
export const allTags = (settings: Settings) =>
  tag(
    'kpi-provider',
    settings,
    '<kpi-period></kpi-period><kpi-card kpi="net-sales"></kpi-card><kpi-trend kpi="net-sales"></kpi-trend>' +
      '<kpi-scorecard kpi="net-sales average-order-value"></kpi-scorecard>' +
      '<kpi-funnel stages="sessions sessionsWithAddToCart sessionsWithPurchase"></kpi-funnel>',
  );

export const allWidgets = 'kpi-card, kpi-trend, kpi-scorecard, kpi-funnel';

/** A host that serves the built files, and data, to every page in the world; and pages and folders, which may be added later. */
export function serveCdn(pages: Record<string, string> = {}, folders: Record<string, string> = {}): Promise<Site> {
  if (!existsSync(join(root, 'dist/cdn'))) throw new Error('dist/cdn is missing: npm run build');
  return serve({
    folders: Object.assign(folders, { '/cdn/': 'dist/cdn' }),
    pages: Object.assign(pages, { '/daily.json': JSON.stringify(days) }),
    headers: { 'access-control-allow-origin': '*' },
  });
}

/** Waits until these widgets are drawn, charts included. */
export async function drawn(page: Pick<Page, 'locator'>, selector = 'kpi-card, kpi-trend'): Promise<void> {
  const widgets = page.locator(selector);
  await widgets.first().waitFor({ state: 'attached' });
  for (const widget of await widgets.all()) await ready(widget);
}

const ready = (widget: Locator) =>
  widget.evaluate(async (element) => {
    const chart = () => element.shadowRoot?.querySelector('.chart');
    const isDrawn = () => element.matches(':state(ready)') && (!chart() || chart()?.querySelector('svg'));
    const deadline = performance.now() + 10_000;
    while (!isDrawn()) {
      if (performance.now() > deadline) {
        throw new Error(`${element.outerHTML} is not drawn: ${element.shadowRoot?.textContent.replace(/\s+/g, ' ')}`);
      }
      await new Promise((frame) => setTimeout(frame, 20));
    }
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });

/** What can be seen of a widget: its words, its shapes and where everything stands in it, to a tenth of a pixel. */
export const drawing = (widget: Locator) =>
  widget.evaluate((element) => {
    const root = element.shadowRoot;
    const base = root?.querySelector('.base')?.getBoundingClientRect() ?? new DOMRect();
    const parts = [...(root?.querySelectorAll('.base, .base *:not(.panel, .panel *)') ?? [])];
    const near = (pixels: number) => Math.round(pixels * 10) / 10;
    return parts.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { fontSize, fontFamily, fontWeight, lineHeight, letterSpacing, color, textTransform } =
        getComputedStyle(part);
      const words = [...part.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim());
      return {
        part: `${part.localName}.${part.getAttribute('class') ?? ''}`,
        words: words.join(' ').trim(),
        shape: part.getAttribute('d') ?? part.getAttribute('viewBox') ?? '',
        box: width + height === 0 ? 'none' : [x - base.x, y - base.y, width, height].map(near).join(' '),
        type: [fontSize, fontFamily, fontWeight, lineHeight, letterSpacing, color, textTransform].join(' '),
      };
    });
  });
