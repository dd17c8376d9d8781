import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { KpiPeriod, KpiProvider } from '../../../src/index.js';
import { drawn, until } from '../drawn.js';
import { shop } from '../shop.js';

type List = 'period' | 'compare';

const picker = (root: ParentNode) => root.querySelector<KpiPeriod>('kpi-period')!;
const inside = (widget: KpiPeriod) => widget.shadowRoot!;
const text = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (widget: KpiPeriod, list: List = 'period') =>
  inside(widget).querySelector<HTMLElement>(`#${list}-button`)!;
const options = (widget: KpiPeriod) => [...inside(widget).querySelectorAll<HTMLElement>('[role=option]')];
const option = (widget: KpiPeriod, value: string) => options(widget).find(({ dataset }) => dataset['value'] === value)!;
const isOpen = (widget: KpiPeriod) => inside(widget).querySelector(':popover-open') !== null;
/** Where the focus is: an option's value, a button's id, an input's name. */
function focused(widget: KpiPeriod): string | null | undefined {
  const element = inside(widget).activeElement;
  return element?.getAttribute('data-value') ?? element?.getAttribute('name') ?? element?.id;
}
const chosen = (widget: KpiPeriod) =>
  options(widget)
    .filter((one) => one.getAttribute('aria-selected') === 'true')
    .map(({ dataset }) => dataset['value']);

/** A picker in its provider, with data up to the afternoon of 20 November 2025. */
async function page(settings: object = {}): Promise<KpiProvider> {
  const provider = await fixture<KpiProvider>(
    html`<kpi-provider .data=${{ ...shop, asOf: '2025-11-20T14:00:00Z' }}>
      <kpi-period></kpi-period>
      <kpi-card kpi="order-count"></kpi-card>
    </kpi-provider>`,
  );
  Object.assign(provider, settings);
  await until(provider.querySelector('kpi-card')!, 'ready');
  await drawn(picker(provider));
  return provider;
}

async function open(widget: KpiPeriod, list: List = 'period'): Promise<void> {
  button(widget, list).click();
  await waitUntil(() => inside(widget).querySelector(`#${list}:popover-open`));
  await drawn(widget);
}

/** What the person chooses is told, in the order that it happens. */
function listen(target: Element): { period: string; compare: string }[] {
  const heard: { period: string; compare: string }[] = [];
  target.addEventListener('kpi-period-change', (event) =>
    heard.push((event as CustomEvent<{ period: string; compare: string }>).detail),
  );
  return heard;
}

describe('<kpi-period>', () => {
  before(() =>
    Promise.all([
      import('../../../src/elements/engine.part.js'),
      import('../../../src/elements/kpi-period/period.part.js'),
    ]),
  );

  it('says its provider’s period and comparison, with their dates', async () => {
    const provider = await page();
    const widget = picker(provider);
    expect(text(button(widget))).to.equal('Period Last 28 days Oct 23 – Nov 19, 2025');
    expect(text(button(widget, 'compare'))).to.equal('Comparison Automatic');
    Object.assign(provider, { period: 'this-month', compare: 'previous-year' });
    await drawn(widget);
    expect(text(button(widget))).to.equal('Period This month Nov 1 – 20, 2025');
    expect(text(button(widget, 'compare'))).to.equal('Comparison Previous year Nov 1 – 20, 2024');
    Object.assign(provider, { period: '2025-10-01/2025-10-31', compare: 'previous-period 2024-10-01/2024-10-31' });
    await drawn(widget);
    expect(text(button(widget))).to.equal('Period October 2025');
    expect(text(button(widget, 'compare'))).to.equal(
      'Comparison Previous period and October 2024 September 2025, October 2024',
    );
  });

  it('offers every period of the contract with its dates, and marks the chosen one', async () => {
    const widget = picker(await page({ period: 'last-7-days' }));
    await open(widget);
    expect(options(widget).map(text)).to.deep.equal([
      'Today Nov 20, 2025',
      'Yesterday Nov 19, 2025',
      'Last 7 days Nov 13 – 19, 2025',
      'Last 28 days Oct 23 – Nov 19, 2025',
      'Last 90 days Aug 22 – Nov 19, 2025',
      'Last 12 weeks Aug 25 – Nov 16, 2025',
      'Last 12 months Nov 2024 – Oct 2025',
      'This week Nov 17 – 20, 2025',
      'Last week Nov 10 – 16, 2025',
      'This month Nov 1 – 20, 2025',
      'Last month October 2025',
      'This quarter Oct 1 – Nov 20, 2025',
      'Last quarter Q3 2025',
      'This year Jan 1 – Nov 20, 2025',
      'Last year 2024',
      'All data Sep 26 – Nov 20, 2025',
    ]);
    expect(chosen(widget)).to.deep.equal(['last-7-days']);
    expect(focused(widget)).to.equal('last-7-days');
  });

  it('offers what it is told to, and what the page has set', async () => {
    const provider = await page({ period: 'last-14-days' });
    const widget = picker(provider);
    widget.setAttribute('periods', 'last-7-days  this-month');
    await open(widget);
    expect(options(widget).map(({ dataset }) => dataset['value'])).to.deep.equal([
      'last-14-days',
      'last-7-days',
      'this-month',
    ]);
  });

  it('sets its provider, and tells the page', async () => {
    const provider = await page();
    const widget = picker(provider);
    const heard = listen(provider);
    await open(widget);
    option(widget, 'last-7-days').click();
    await drawn(widget);
    expect(isOpen(widget)).to.equal(false);
    expect(provider.period).to.equal('last-7-days');
    expect(provider.querySelector('kpi-card')!.result?.window?.start).to.equal('2025-11-13');
    expect(text(button(widget))).to.contain('Last 7 days');
    await open(widget, 'compare');
    expect(options(widget).map(text)).to.deep.equal([
      'Automatic',
      'Previous period Nov 6 – 12, 2025',
      'Previous year Nov 13 – 19, 2024',
      'Previous year, same weekdays Nov 14 – 20, 2024',
      'None',
    ]);
    option(widget, 'none').click();
    await drawn(widget);
    expect(provider.compare).to.equal('none');
    expect(heard).to.deep.equal([
      { period: 'last-7-days', compare: 'auto' },
      { period: 'last-7-days', compare: 'none' },
    ]);
    // The same again is no change.
    await open(widget, 'compare');
    option(widget, 'none').click();
    expect(heard.length).to.equal(2);
  });

  it('leaves the comparison of an outer provider alone when only the period is chosen', async () => {
    const outer = await fixture<KpiProvider>(
      html`<kpi-provider .data=${shop} compare="previous-year">
        <kpi-provider><kpi-period></kpi-period></kpi-provider>
      </kpi-provider>`,
    );
    const widget = picker(outer);
    await until(widget, 'ready');
    await open(widget);
    option(widget, 'yesterday').click();
    const inner = widget.parentElement as KpiProvider;
    expect([inner.period, inner.compare, outer.period]).to.deep.equal(['yesterday', undefined, undefined]);
  });

  it('changes nothing where the page prevents it', async () => {
    const provider = await page();
    const widget = picker(provider);
    provider.addEventListener('kpi-period-change', (event) => event.preventDefault());
    await open(widget);
    option(widget, 'today').click();
    await drawn(widget);
    expect(provider.period).to.equal(undefined);
    expect(text(button(widget))).to.contain('Last 28 days');
  });

  it('says nothing when the page changes the period', async () => {
    const provider = await page();
    const heard = listen(provider);
    Object.assign(provider, { period: 'today', compare: 'none' });
    Object.assign(picker(provider), { period: 'yesterday' });
    await drawn(picker(provider));
    expect(heard).to.deep.equal([]);
    expect(text(button(picker(provider)))).to.contain('Today');
  });

  it('is worked by keys alone', async () => {
    const provider = await page();
    const widget = picker(provider);
    button(widget).focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focused(widget) === 'last-28-days');
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(widget)).to.equal('last-7-days');
    await sendKeys({ press: 'End' });
    expect(focused(widget)).to.equal('all');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(widget)).to.equal('all');
    await sendKeys({ press: 'Home' });
    expect(focused(widget)).to.equal('today');
    await sendKeys({ press: 'y' });
    expect(focused(widget)).to.equal('yesterday');
    // Nothing is chosen on the way.
    expect(provider.period).to.equal(undefined);
    await sendKeys({ press: 'Enter' });
    expect(provider.period).to.equal('yesterday');
    expect(isOpen(widget)).to.equal(false);
    await waitUntil(() => focused(widget) === 'period-button');
    await sendKeys({ press: 'Tab' });
    expect(focused(widget)).to.equal('compare-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(widget) === 'auto');
    await sendKeys({ press: 'Escape' });
    expect(isOpen(widget)).to.equal(false);
    await waitUntil(() => focused(widget) === 'compare-button');
    expect(provider.compare).to.equal(undefined);
  });

  it('takes dates of the person’s own, within the data', async () => {
    const provider = await page();
    const widget = picker(provider);
    await open(widget);
    const [start, end] = [...inside(widget).querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    expect([start.value, end.value]).to.deep.equal(['2025-10-23', '2025-11-19']);
    expect([start.min, end.max]).to.deep.equal(['2025-09-26', '2025-11-20']);
    const apply = async (from: string, to: string) => {
      start.value = from;
      end.value = to;
      inside(widget).querySelector<HTMLElement>('.apply')!.click();
      await drawn(widget);
      return text(inside(widget).querySelector('#range'));
    };
    expect(await apply('2025-11-10', '2025-11-01')).to.equal('The end lies before the start.');
    expect(focused(widget)).to.equal('start');
    expect(start.getAttribute('aria-invalid')).to.equal('true');
    expect(await apply('2025-11-10', '')).to.equal('Enter both dates.');
    expect(focused(widget)).to.equal('end');
    expect(await apply('2025-01-01', '2025-11-01')).to.equal('The data runs from Sep 26, 2025 to Nov 20, 2025.');
    expect(inside(widget).querySelector('#range')!.className).to.equal('problem');
    expect(provider.period).to.equal(undefined);
    await expect(widget).to.be.accessible();
    await apply('2025-11-01', '2025-11-10');
    expect(provider.period).to.equal('2025-11-01/2025-11-10');
    expect(isOpen(widget)).to.equal(false);
    expect(text(button(widget))).to.equal('Period Nov 1 – 10, 2025');
    await open(widget);
    expect(chosen(widget)).to.deep.equal([]);
    expect(focused(widget)).to.equal('today');
  });

  it('sets a provider that it names, also one that comes later', async () => {
    const place = await fixture<HTMLElement>(html`<div><kpi-period provider="far"></kpi-period></div>`);
    const widget = picker(place);
    await until(widget, 'ready');
    const provider = Object.assign(document.createElement('kpi-provider'), { data: shop, id: 'far' });
    place.append(provider);
    await waitUntil(() => text(button(widget)).includes('2025'));
    await open(widget);
    option(widget, 'last-month').click();
    expect(provider.period).to.equal('last-month');
  });

  it('says that the provider which it names does not exist', async () => {
    const place = await fixture<HTMLElement>(html`<div><kpi-period provider="nobody"></kpi-period></div>`);
    await aTimeout(3100);
    await until(picker(place), 'error');
    expect(text(inside(picker(place)).querySelector('[part=message]'))).to.contain('<kpi-provider id="nobody">');
    await expect(picker(place)).to.be.accessible();
  }).timeout(8000);

  it('tells the page alone where it has no provider', async () => {
    const place = await fixture<HTMLElement>(html`<div><kpi-period period="last-7-days"></kpi-period></div>`);
    const widget = picker(place);
    await until(widget, 'ready');
    expect(text(button(widget))).to.equal('Period Last 7 days');
    const heard = listen(place);
    await open(widget);
    option(widget, 'this-year').click();
    await drawn(widget);
    expect(heard).to.deep.equal([{ period: 'this-year', compare: 'auto' }]);
    expect(text(button(widget))).to.equal('Period This year');
  });

  it('says a period that does not exist as it is written', async () => {
    const widget = picker(await fixture(html`<div><kpi-period period="last-fortnight"></kpi-period></div>`));
    await until(widget, 'ready');
    expect(text(button(widget))).to.equal('Period last-fortnight');
  });

  for (const [name, settings] of [
    ['as it is', {}],
    ['in Polish, dark', { lang: 'pl', appearance: 'dark' }],
    ['in traditional Chinese, compact', { lang: 'zh-Hant', density: 'compact' }],
    ['in high contrast', { appearance: 'contrast' }],
    ['in the type and colours of the page', { theme: 'inherit' }],
  ] as const) {
    it(`is accessible ${name}, with its lists open`, async () => {
      const widget = picker(await page(settings));
      await expect(widget).to.be.accessible();
      for (const list of ['period', 'compare'] as const) {
        await open(widget, list);
        expect(isOpen(widget)).to.equal(true);
        await expect(widget).to.be.accessible();
      }
    });
  }

  it('shows all of its periods where the window is high enough, and in a low one as many as fit', async () => {
    const widget = picker(await page());
    for (const [width, height, all] of [
      [800, 900, true],
      [400, 1000, true],
      [800, 450, false],
    ] as const) {
      // A driven WebKit has one size only.
      await setViewport({ width, height }).catch(() => undefined);
      if (innerHeight !== height) return;
      await open(widget);
      await waitUntil(() => focused(widget) === 'last-28-days');
      const list = inside(widget).querySelector('.periods ul')!;
      expect(list.scrollHeight <= list.clientHeight, `${width} × ${height}`).to.equal(all);
      const panel = inside(widget).querySelector('#period')!;
      expect(panel.scrollHeight, `${width} × ${height}`).to.equal(panel.clientHeight);
      expect(panel.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
      button(widget).click();
      await waitUntil(() => !isOpen(widget));
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('stays within a narrow window, in either direction', async () => {
    const provider = await page({ lang: 'pl' });
    const place = provider.parentElement!;
    const widget = picker(provider);
    // A driven WebKit has one size only.
    await setViewport({ width: 320, height: 700 }).catch(() => undefined);
    for (const dir of ['ltr', 'rtl']) {
      place.dir = dir;
      for (const list of ['period', 'compare'] as const) {
        await open(widget, list);
        const { left, right } = inside(widget).querySelector(':popover-open')!.getBoundingClientRect();
        // Half a pixel is the engine's own.
        expect(left, `${dir} ${list}`).to.be.at.least(7.5);
        expect(right, `${dir} ${list}`).to.be.at.most(document.documentElement.clientWidth - 7.5);
        await sendKeys({ press: 'Escape' });
      }
    }
    place.dir = '';
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
    await setViewport({ width: 800, height: 600 }).catch(() => undefined);
  });

  it('is upgraded late, and gives its attributes back', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const late = document.implementation.createHTMLDocument().createElement('kpi-period');
    Object.assign(late, { period: 'today', periods: 'today yesterday' });
    place.append(late);
    await until(picker(place), 'ready');
    expect(text(button(picker(place)))).to.equal('Period Today');
    picker(place).setAttribute('periods', 'all');
    expect(picker(place).periods).to.equal('all');
    picker(place).removeAttribute('periods');
    expect(picker(place).periods).to.equal(undefined);
  });

  it('leaves nothing running when it is removed', async () => {
    const provider = await page();
    const widget = picker(provider);
    await open(widget);
    widget.remove();
    await aTimeout(50);
    let updates = 0;
    widget.addController({ hostUpdate: () => (updates += 1) });
    provider.period = 'today';
    document.documentElement.lang = 'sv';
    document.dispatchEvent(new Event('context-provider'));
    await aTimeout(50);
    expect(updates).to.equal(0);
    document.documentElement.lang = '';
    // And works again where it is put.
    provider.prepend(widget);
    await waitUntil(() => text(button(widget)).includes('Today'));
  });
});
