import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { KpiCard, KpiFunnel, KpiScorecard, KpiTrend } from '../../src/index.js';
import { drawn, said, until } from '../elements/drawn.js';
import { shop, withVisits } from '../elements/shop.js';

type Widget = KpiCard | KpiTrend | KpiFunnel | KpiScorecard;
type Phase = Parameters<typeof until>[1];

/** What differs from widget to widget. */
interface Kind {
  readonly tag: 'kpi-card' | 'kpi-trend' | 'kpi-funnel' | 'kpi-scorecard';
  /** What it needs to show something. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The same without data, as an attribute. */
  readonly attribute: readonly [name: string, value: string];
  /** A setting that is an error. */
  readonly wrong: object;
  /** Attributes of its own, each with its property and a value. */
  readonly attributes: Readonly<Record<string, readonly [property: string, value: string]>>;
  /** What is painted in the accent. */
  readonly accent: readonly [selector: string, property: 'stroke' | 'fill'];
  readonly nameInDanish: string;
}

const never = () => new Promise<Response>(() => undefined);

/** What every widget must do, whatever it draws. */
function conforms({ tag, settings: needed, attribute, wrong, attributes: own, accent, nameInDanish }: Kind): void {
  describe(`<${tag}>`, () => {
    let faults: unknown[];
    const fault = (event: ErrorEvent | PromiseRejectionEvent) =>
      faults.push('reason' in event ? event.reason : event.error);
    const say = console.error.bind(console);

    beforeEach(() => {
      faults = [];
      addEventListener('error', fault);
      addEventListener('unhandledrejection', fault);
      console.error = (...words: unknown[]) => faults.push(words);
    });

    afterEach(() => {
      removeEventListener('error', fault);
      removeEventListener('unhandledrejection', fault);
      console.error = say;
      expect(faults).to.deep.equal([]);
    });

    const make = (settings: object = {}): Widget => Object.assign(document.createElement(tag), needed, settings);

    async function show(widget: Widget, width = 480): Promise<HTMLElement> {
      const place = await fixture<HTMLElement>(html`<div>${widget}</div>`);
      place.style.width = `${width}px`;
      return place;
    }

    async function ready(settings?: object): Promise<Widget> {
      const widget = make(settings);
      await show(widget);
      await until(widget, 'ready');
      return widget;
    }

    describe('has exactly one of four states', () => {
      const states: [Phase, object][] = [
        ['loading', { data: undefined, src: '/never.json', request: never }],
        ['ready', {}],
        ['empty', { period: '2020-01-01/2020-01-31' }],
        ['empty', { data: undefined }],
        ['error', wrong],
      ];
      for (const [state, settings] of states) {
        it(`${state}: ${Object.keys(settings).join(', ')}`, async () => {
          const widget = make(settings);
          await show(widget);
          await until(widget, state);
          const all = ['loading', 'ready', 'empty', 'error'].filter((name) => widget.matches(`:state(${name})`));
          expect(all).to.deep.equal([state]);
          await expect(widget).to.be.accessible();
        });
      }
    });

    for (const [name, settings] of [
      ['in Polish, dark', { lang: 'pl', appearance: 'dark' }],
      ['in traditional Chinese, compact', { lang: 'zh-Hant', density: 'compact' }],
      ['in high contrast, with a target', { appearance: 'contrast', target: 90 }],
      ['in the type and colours of the page', { theme: 'inherit' }],
    ] as const) {
      it(`is accessible ${name}`, async () => {
        const widget = await ready(settings);
        await expect(widget).to.be.accessible();
      });
    }

    it('is accessible right to left, with its panel open', async () => {
      const widget = make({ actions: true });
      const place = await show(widget);
      place.dir = 'rtl';
      await until(widget, 'ready');
      widget.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await drawn(widget);
      await expect(widget).to.be.accessible();
    });

    it('is upgraded late, and keeps the properties set before', async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      // An element of a document without a window is not upgraded until it is adopted.
      const widget = document.implementation.createHTMLDocument().createElement(tag);
      expect(widget.shadowRoot).to.equal(null);
      widget.setAttribute(...attribute);
      Object.assign(widget, { data: needed['data'], period: 'last-7-days' });
      place.append(widget);
      await until(widget, 'ready');
      expect(widget.result?.window?.start).to.equal('2025-11-14');
    });

    it('gives every attribute back as it was set, and forgets it when it is removed', async () => {
      const widget = await ready();
      const attributes = {
        src: ['src', '/orders.json'],
        format: ['format', 'csv'],
        table: ['table', 'orders'],
        map: ['map', '{"orderId":"id"}'],
        period: ['period', 'last-7-days'],
        'as-of': ['asOf', 'latest'],
        compare: ['compare', 'none'],
        grain: ['grain', 'week'],
        where: ['where', 'channel=email'],
        'refresh-every': ['refreshEvery', '5m'],
        'time-zone': ['timeZone', 'UTC'],
        'week-start': ['weekStart', 'sunday'],
        'fiscal-year-start': ['fiscalYearStart', '04-01'],
        currency: ['currency', 'EUR'],
        theme: ['theme', 'inherit'],
        appearance: ['appearance', 'dark'],
        density: ['density', 'compact'],
        notation: ['notation', 'standard'],
        provider: ['provider', 'shop'],
        heading: ['heading', 'Sales'],
        ...own,
      } as const;
      for (const [attribute, [property, value]] of Object.entries(attributes)) {
        widget.setAttribute(attribute, value);
        expect(Reflect.get(widget, property), attribute).to.equal(value);
        await widget.updateComplete;
        expect(widget.getAttribute(attribute), attribute).to.equal(value);
        widget.removeAttribute(attribute);
        expect(Reflect.get(widget, property), attribute).to.equal(undefined);
      }
      widget.setAttribute('actions', '');
      expect(widget.actions).to.equal(true);
    });

    it('says nothing to the page when the page itself changes it', async () => {
      const widget = await ready();
      const heard: string[] = [];
      for (const type of ['kpi-select', 'kpi-period-change', 'kpi-filter-change']) {
        widget.addEventListener(type, () => heard.push(type));
      }
      widget.period = 'last-7-days';
      widget.where = 'channel=email';
      for (const [property, value] of Object.values(own)) Reflect.set(widget, property, value);
      widget.setAttribute('compare', 'none');
      await drawn(widget);
      expect(heard).to.deep.equal([]);
    });

    it('stays as it is when it is moved', async () => {
      const widget = await ready();
      const before = said(widget, 'figure');
      const other = await fixture<HTMLElement>(html`<section></section>`);
      other.append(widget);
      expect(widget.matches(':state(ready)')).to.equal(true);
      await drawn(widget);
      expect(said(widget, 'figure')).to.equal(before);
      // And still follows its place.
      other.style.width = '300px';
      other.lang = 'da';
      await waitUntil(() => said(widget, 'heading') === nameInDanish);
    });

    it('leaves nothing running when it is removed', async () => {
      let aborted = false;
      const request = (asked: Request) => {
        asked.signal.addEventListener('abort', () => (aborted = true));
        return never();
      };
      const widget = make({ data: undefined, src: `/never.json?${tag}`, refreshEvery: '1s', request });
      await show(widget);
      await until(widget, 'loading');
      // Let the request begin.
      await new Promise((resolve) => setTimeout(resolve, 100));
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(aborted).to.equal(true);
      let updates = 0;
      widget.requestUpdate = () => {
        updates += 1;
      };
      document.documentElement.lang = 'sv';
      await new Promise((resolve) => setTimeout(resolve, 1200));
      document.documentElement.lang = 'en';
      await nextFrame();
      expect(updates).to.equal(0);
    });

    it('survives a page that unsets everything and shrinks the root', async () => {
      const widget = await ready();
      const look = () => {
        const base = widget.shadowRoot!.querySelector('.base')!;
        const figure = getComputedStyle(widget.shadowRoot!.querySelector('[part~="figure"]')!);
        const { width, height } = base.getBoundingClientRect();
        return { width, height, size: figure.fontSize, weight: figure.fontWeight, display: figure.display };
      };
      const before = look();
      const hostile = document.createElement('style');
      hostile.textContent = '* { all: unset } html { font-size: 62.5% }';
      // The place keeps its width: everything else of the page is gone.
      widget.parentElement!.style.setProperty('width', '480px', 'important');
      widget.parentElement!.style.setProperty('display', 'block', 'important');
      document.head.append(hostile);
      await drawn(widget);
      const after = look();
      hostile.remove();
      expect(after).to.deep.equal(before);
    });

    it('has a width of its own where its parent has none', async () => {
      const widget = make();
      const place = await show(widget);
      place.style.cssText = 'display: inline-flex';
      await until(widget, 'ready');
      expect(widget.getBoundingClientRect().width).to.be.greaterThan(200);
    });

    it('is hidden by the attribute, and by the page', async () => {
      const widget = await ready();
      widget.hidden = true;
      expect(widget.getClientRects()).to.have.lengthOf(0);
      widget.hidden = false;
      widget.style.display = 'none';
      expect(widget.getClientRects()).to.have.lengthOf(0);
    });

    it('takes the colours that the page sets above it', async () => {
      const widget = make();
      const place = await show(widget);
      place.setAttribute('style', 'width: 480px; --kpi-accent: rgb(1, 2, 3); --kpi-surface: rgb(4, 5, 6)');
      await until(widget, 'ready');
      const computed = (selector: string) => getComputedStyle(widget.shadowRoot!.querySelector(selector)!);
      expect(computed(accent[0])[accent[1]]).to.equal('rgb(1, 2, 3)');
      expect(computed('.base').backgroundColor).to.equal('rgb(4, 5, 6)');
    });

    it('follows the colour scheme of its place, unless it is told', async () => {
      const widget = make();
      const place = await show(widget);
      await until(widget, 'ready');
      const ground = () => getComputedStyle(widget.shadowRoot!.querySelector('.base')!).backgroundColor;
      place.style.colorScheme = 'dark';
      const dark = ground();
      place.style.colorScheme = 'light';
      expect(ground()).to.not.equal(dark);
      widget.appearance = 'dark';
      await widget.updateComplete;
      expect(ground()).to.equal(dark);
    });

    it('takes no style text that a strict policy would refuse', async () => {
      const widget = await ready({ target: 90, actions: true });
      expect(widget.shadowRoot!.querySelectorAll('style, [style]')).to.have.lengthOf(0);
    });

    it('shows the page’s own words in its slots', async () => {
      const widget = make(wrong);
      widget.innerHTML = '<b slot="heading">Ours</b><p slot="error">Ask Anna.</p>';
      const place = await show(widget);
      await until(widget, 'error');
      for (const own of place.querySelectorAll('[slot]')) expect(own.getClientRects()).to.have.lengthOf(1);
    });
  });
}

const ofOneKpi = {
  settings: { kpi: 'order-count', data: shop },
  attribute: ['kpi', 'order-count'],
  wrong: { kpi: 'nonsense' },
  attributes: { kpi: ['kpi', 'net-sales'], target: ['target', '100/month'] },
  accent: ['path.line', 'stroke'],
  nameInDanish: 'Antal ordrer',
} as const;

conforms({ tag: 'kpi-card', ...ofOneKpi });
conforms({ tag: 'kpi-trend', ...ofOneKpi });
conforms({
  tag: 'kpi-funnel',
  settings: { data: withVisits },
  attribute: ['mode', 'closed'],
  wrong: { stages: 'nonsense sessions' },
  attributes: {
    stages: ['stages', 'sessions sessionsWithPurchase'],
    mode: ['mode', 'open'],
    window: ['window', '7d'],
    by: ['by', 'channel'],
  },
  accent: ['rect.bar', 'fill'],
  nameInDanish: 'Købstragt',
});
conforms({
  tag: 'kpi-scorecard',
  settings: { data: shop },
  attribute: ['kpi', 'order-count net-sales'],
  wrong: { kpi: 'order-count nonsense' },
  attributes: {
    kpi: ['kpi', 'net-sales order-count'],
    by: ['by', 'channel'],
    sort: ['sort', '-change'],
  },
  accent: ['path.line', 'stroke'],
  nameInDanish: 'Nøgletal',
});
