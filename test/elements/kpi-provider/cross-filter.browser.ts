import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { KpiCard, KpiProvider, KpiTrend } from '../../../src/index.js';
import type { Selection } from '../../../src/elements/selection.js';
import { drawn, said, until } from '../drawn.js';
import { orderLines, shop } from '../shop.js';

const sessions = orderLines.map(({ orderId, placedAt }, index) => ({
  sessionId: orderId,
  startedAt: placedAt,
  device: index % 2 ? 'mobile' : 'desktop',
  addedToCart: index % 3 === 0,
  purchased: index % 6 === 0,
}));
const data = { ...shop, sessions };

/** A shop with cards and a trend by channel, whose selections filter one another. */
async function page(crossFilter = true): Promise<KpiProvider> {
  const provider = await fixture<KpiProvider>(
    html`<kpi-provider .data=${data} ?cross-filter=${crossFilter}>
      <kpi-card kpi="order-count"></kpi-card>
      <kpi-card kpi="conversion-rate"></kpi-card>
      <kpi-trend kpi="order-count" by="channel"></kpi-trend>
      <kpi-period></kpi-period>
    </kpi-provider>`,
  );
  await Promise.all(widgets(provider).map((widget) => until(widget, 'ready')));
  return provider;
}

const widgets = (provider: KpiProvider) => [...provider.querySelectorAll<KpiCard | KpiTrend>('kpi-card, kpi-trend')];
const [orders, rate, trend] = [0, 1, 2].map((nth) => (provider: KpiProvider) => widgets(provider)[nth]!) as [
  (provider: KpiProvider) => KpiCard,
  (provider: KpiProvider) => KpiCard,
  (provider: KpiProvider) => KpiTrend,
];
const chips = (widget: Element) =>
  [...widget.shadowRoot!.querySelectorAll('[part~=filter]')].map((chip) => chip.textContent.trim());
const chip = (widget: Element) => widget.shadowRoot!.querySelector<HTMLElement>('button[part~=filter]')!;

/** What the person's choice in a widget does. */
async function select(widget: KpiCard | KpiTrend, selection: Selection): Promise<void> {
  (widget as unknown as { select(selection: Selection): void }).select(selection);
  await drawn(widget);
}

const email = { kpi: 'order-count', by: 'channel', segment: 'email', value: 9 };
const count = (rows: readonly object[]) => rows.length;
const inPeriod = orderLines.filter(({ placedAt }) => placedAt >= '2025-10-24' && placedAt < '2025-11-21');

describe('cross-filter', () => {
  it('filters the other widgets to a segment, visibly, and leaves the one it came from whole', async () => {
    const provider = await page();
    const whole = trend(provider).result?.value;
    await select(trend(provider), email);
    expect(orders(provider).result?.value).to.equal(count(inPeriod.filter(({ channel }) => channel === 'email')));
    expect(chips(orders(provider))).to.deep.equal(['Channel: Email']);
    expect(trend(provider).result?.value).to.equal(whole);
    expect(chips(trend(provider))).to.deep.equal(['Channel: Email']);
    expect(chip(trend(provider)).getAttribute('aria-label')).to.equal('Clear selection: Channel: Email');
    expect(chips(provider.querySelector('kpi-period')!)).to.deep.equal(['Channel: Email']);
    await expect(orders(provider)).to.be.accessible();
  });

  it('leaves a widget alone whose data cannot be filtered so, and says so', async () => {
    const provider = await page();
    const whole = rate(provider).result?.value;
    expect(whole).to.be.greaterThan(0);
    await select(trend(provider), email);
    expect(rate(provider).result?.value).to.equal(whole);
    expect(chips(rate(provider))).to.deep.equal(['Cannot be filtered by “Channel: Email”']);
    await expect(rate(provider)).to.be.accessible();
  });

  it('filters to the days of a point or a span', async () => {
    const provider = await page();
    await select(orders(provider), { kpi: 'order-count', start: '2025-11-03', end: '2025-11-09', value: 20 });
    expect(rate(provider).result?.window).to.include({ start: '2025-11-03', end: '2025-11-09' });
    expect(orders(provider).result?.window).to.include({ start: '2025-10-24', end: '2025-11-20' });
    expect(chips(rate(provider))).to.deep.equal(['Nov 3 – 9, 2025']);
  });

  it('filters to the sessions that reached a stage', async () => {
    const provider = await page();
    await select(orders(provider), { kpi: 'order-count', stage: 'sessionsWithAddToCart', value: 30 });
    const reached = inPeriod
      .map((line) => sessions[orderLines.indexOf(line)]!)
      .filter(({ addedToCart }) => addedToCart);
    const bought = count(reached.filter(({ purchased }) => purchased));
    expect(rate(provider).result?.value).to.equal(bought / count(reached));
    expect(chips(rate(provider))).to.deep.equal(['Sessions with an added product']);
  });

  it("filters by a segment's day, as the keys choose it in a trend", async () => {
    const provider = await page();
    trend(provider).shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
    for (const press of ['End', 'ArrowLeft', 'ArrowUp', 'Enter']) await sendKeys({ press });
    await drawn(orders(provider));
    // One order of 19 November came by email, two by organic search.
    expect(orders(provider).result?.value).to.equal(1);
    expect(chips(orders(provider)).join())
      .to.contain('Channel: Email')
      .and.to.contain('Nov 19');
    await sendKeys({ press: 'Escape' });
    await drawn(orders(provider));
    expect(orders(provider).result?.value).to.equal(count(inPeriod));
  });

  it('is taken back by the same selection, by its chip and by Escape', async () => {
    const provider = await page();
    const whole = orders(provider).result?.value;
    const ways: (() => unknown)[] = [
      () => select(trend(provider), { ...email, value: 10 }),
      () => chip(orders(provider)).click(),
      () => chip(trend(provider)).click(),
      () => chip(provider.querySelector('kpi-period')!).click(),
      () => {
        trend(provider).shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
        return sendKeys({ press: 'Escape' });
      },
    ];
    for (const takeBack of ways) {
      await select(trend(provider), email);
      expect(orders(provider).result?.value).to.be.lessThan(whole ?? 0);
      await takeBack();
      await drawn(orders(provider));
      expect(orders(provider).result?.value).to.equal(whole);
      expect(widgets(provider).flatMap(chips)).to.deep.equal([]);
    }
  });

  it('keeps the focus near a chip that goes', async () => {
    const provider = await page();
    await select(trend(provider), email);
    chip(orders(provider)).focus();
    await sendKeys({ press: 'Enter' });
    await drawn(orders(provider));
    expect(chips(orders(provider))).to.deep.equal([]);
    expect(orders(provider).shadowRoot!.activeElement?.matches('button.icon')).to.equal(true);
  });

  it('holds one selection a widget, one a dimension, and all of them together', async () => {
    const provider = await page();
    await select(trend(provider), email);
    await select(trend(provider), { ...email, segment: 'organic-search' });
    expect(chips(orders(provider))).to.deep.equal(['Channel: Organic search']);
    await select(rate(provider), { start: '2025-11-03', end: '2025-11-09' });
    expect(chips(orders(provider))).to.deep.equal(['Channel: Organic search', 'Nov 3 – 9, 2025']);
    const both = orderLines.filter(
      ({ channel, placedAt }) => channel === 'organic-search' && placedAt >= '2025-11-03' && placedAt < '2025-11-10',
    );
    expect(orders(provider).result?.value).to.equal(count(both));
    expect(chips(trend(provider))).to.deep.equal(['Channel: Organic search', 'Nov 3 – 9, 2025']);
    await select(rate(provider), email);
    expect(chips(orders(provider))).to.deep.equal(['Channel: Email']);
  });

  it('adds to what a widget is filtered by already', async () => {
    const provider = await page();
    orders(provider).where = 'channel!=email';
    await select(trend(provider), email);
    expect(orders(provider).result?.value).to.equal(0);
  });

  it('tells the page, which may prevent the selection and the filter', async () => {
    const provider = await page();
    const heard: unknown[] = [];
    provider.addEventListener('kpi-filter-change', (event) => heard.push((event as CustomEvent).detail));
    await select(trend(provider), email);
    await select(rate(provider), { start: '2025-11-03', end: '2025-11-09' });
    chip(trend(provider)).click();
    expect(heard).to.deep.equal([
      { where: { channel: 'email' } },
      { where: { channel: 'email' }, period: '2025-11-03/2025-11-09' },
      { where: {}, period: '2025-11-03/2025-11-09' },
    ]);
    chip(rate(provider)).click();
    // What is no longer selected is not in the detail at all.
    expect(heard.at(-1)).to.have.all.keys('where').and.to.deep.equal({ where: {} });
    heard.length = 0;
    provider.addEventListener('kpi-select', (event) => event.preventDefault(), { once: true });
    await select(trend(provider), email);
    expect(heard).to.deep.equal([]);
    provider.addEventListener('kpi-filter-change', (event) => event.preventDefault(), { once: true });
    await select(trend(provider), email);
    expect(heard.length).to.equal(1);
    expect(widgets(provider).flatMap(chips)).to.deep.equal([]);
  });

  it('says nothing when the page changes the settings', async () => {
    const provider = await page();
    const heard: string[] = [];
    for (const type of ['kpi-select', 'kpi-filter-change', 'kpi-period-change'])
      provider.addEventListener(type, () => heard.push(type));
    await select(trend(provider), email);
    heard.length = 0;
    provider.where = 'channel=email';
    provider.period = 'last-7-days';
    provider.crossFilter = false;
    await aTimeout(50);
    expect(heard).to.deep.equal([]);
    expect(widgets(provider).flatMap(chips)).to.deep.equal([]);
  });

  it('drops days that were selected in another period', async () => {
    const provider = await page();
    await select(orders(provider), { start: '2025-11-03', end: '2025-11-09' });
    provider.period = 'last-7-days';
    await drawn(rate(provider));
    expect(rate(provider).result?.window?.start).to.equal('2025-11-14');
  });

  it('happens only where the provider says so', async () => {
    const provider = await page(false);
    const whole = orders(provider).result?.value;
    await select(trend(provider), email);
    expect(orders(provider).result?.value).to.equal(whole);
    expect(widgets(provider).flatMap(chips)).to.deep.equal([]);
  });

  it('reaches through a provider inside', async () => {
    const outer = await fixture<KpiProvider>(
      html`<kpi-provider .data=${data} cross-filter>
        <kpi-provider><kpi-card kpi="order-count"></kpi-card></kpi-provider>
        <kpi-card kpi="order-count"></kpi-card>
      </kpi-provider>`,
    );
    const [inside, outside] = [...outer.querySelectorAll('kpi-card')];
    await Promise.all([until(inside!, 'ready'), until(outside!, 'ready')]);
    await select(inside!, email);
    expect(chips(outside!)).to.deep.equal(['Channel: Email']);
    await select(outside!, { start: '2025-11-03', end: '2025-11-09' });
    expect(inside!.result?.window?.start).to.equal('2025-11-03');
  });

  it('chooses a point of the chart with the keys', async () => {
    const provider = await page();
    orders(provider).shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await drawn(rate(provider));
    expect(chips(rate(provider))).to.deep.equal(['Nov 20, 2025']);
    expect(said(rate(provider), 'heading')).to.equal('Conversion rate');
  });

  it('moves nothing', async () => {
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider .data=${data} cross-filter>
        <kpi-period></kpi-period>
        <kpi-card kpi="order-count" target="100"></kpi-card>
        <kpi-card kpi="conversion-rate" density="compact"></kpi-card>
        <kpi-card value="12" heading="Given"></kpi-card>
        <kpi-trend kpi="order-count" by="channel"></kpi-trend>
        <kpi-funnel></kpi-funnel>
        <kpi-scorecard kpi="order-count"></kpi-scorecard>
      </kpi-provider>`,
    );
    const all = [...provider.querySelectorAll<KpiCard>('kpi-period, kpi-card, kpi-trend, kpi-funnel, kpi-scorecard')];
    await Promise.all(all.map((widget) => until(widget, 'ready')));
    const source = provider.querySelector('kpi-trend')!;
    for (const width of ['900px', '320px']) {
      provider.style.display = 'block';
      provider.style.width = width;
      // What is wide enough is laid out anew.
      await aTimeout(100);
      const places = () => all.map((widget) => [widget.localName, widget.offsetTop, widget.offsetHeight]);
      const before = places();
      await select(source, email);
      await Promise.all(all.map(drawn));
      expect(all.flatMap(chips).length).to.be.greaterThan(all.length - 1);
      expect(places(), width).to.deep.equal(before);
      chip(source).click();
      await Promise.all(all.map(drawn));
      expect(all.flatMap(chips)).to.deep.equal([]);
      expect(places(), width).to.deep.equal(before);
    }
  });

  it('says on a card of given figures that it stays whole', async () => {
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider .data=${data} cross-filter>
        <kpi-card value="12" heading="Visitors in the shop"></kpi-card>
        <kpi-trend kpi="order-count" by="channel"></kpi-trend>
      </kpi-provider>`,
    );
    const [given, source] = [provider.querySelector('kpi-card')!, provider.querySelector('kpi-trend')!];
    await Promise.all([until(given, 'ready'), until(source, 'ready')]);
    expect(chips(given)).to.deep.equal([]);
    await select(source, email);
    expect(chips(given)).to.deep.equal(['Cannot be filtered by “Channel: Email”']);
    expect(given.result?.value).to.equal(12);
    await expect(given).to.be.accessible();
    chip(source).click();
    await drawn(given);
    expect(chips(given)).to.deep.equal([]);
  });

  it('holds no part of a sum against the target of the whole, and says why', async () => {
    const provider = await page();
    orders(provider).target = '100';
    rate(provider).target = '1%';
    await drawn(orders(provider));
    expect(said(orders(provider), 'status')).to.contain('of target');
    await select(trend(provider), email);
    expect(orders(provider).result?.target).to.equal(undefined);
    expect(said(orders(provider), 'status')).to.equal('The target is for the whole.');
    expect(orders(provider).toText()).to.contain('The target is for the whole.');
    await select(trend(provider), email);
    await select(trend(provider), { kpi: 'order-count', start: '2025-11-03', end: '2025-11-09' });
    expect(said(orders(provider), 'status')).to.equal('The target is for the whole.');
    expect(rate(provider).result?.target?.value).to.equal(0.01);
  });

  it('does not take the channel that people write through for the one that they come through', async () => {
    const tickets = ['email', 'chat', 'chat'].map((channel, nth) => ({
      ...{ ticketId: `t${nth}`, channel, createdAt: '2025-11-10T10:00:00Z' },
      firstResponseAt: `2025-11-10T1${nth + 1}:00:00Z`,
    }));
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider .data=${{ ...data, tickets }} cross-filter>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="first-response-time"></kpi-card>
        <kpi-trend kpi="first-response-time" by="channel"></kpi-trend>
        <kpi-trend kpi="order-count" by="channel"></kpi-trend>
      </kpi-provider>`,
    );
    const [count, answer, answers, sales] = [...provider.querySelectorAll<KpiCard | KpiTrend>('kpi-card, kpi-trend')];
    await Promise.all([count!, answer!, answers!, sales!].map((widget) => until(widget, 'ready')));
    const whole = [count!.result?.value, answer!.result?.value];
    await select(sales!, email);
    expect(answer!.result?.value).to.equal(whole[1]);
    expect(chips(answer!)).to.deep.equal(['Cannot be filtered by “Channel: Email”']);
    await select(sales!, email);
    await select(answers!, { kpi: 'first-response-time', by: 'channel', segment: 'email', value: 3600 });
    expect([count!.result?.value, answer!.result?.value]).to.deep.equal([whole[0], 3600]);
    expect(chips(answer!)).to.deep.equal(['Contact channel: Email']);
    expect(chips(count!)).to.deep.equal(['Cannot be filtered by “Contact channel: Email”']);
  });
});
