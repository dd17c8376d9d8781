import { expect, fixture, html } from '@open-wc/testing';
import type { KpiCard, KpiScorecard } from '../../src/index.js';
import '../../src/define.js';
import { drawn, filled, found, until } from './drawn.js';

const order = (orderId: number, grossSales: number, cogs: number) => ({
  ...{ orderId, placedAt: '2026-03-02T10:00:00Z', grossSales, cogs },
});
/** Every sale loses money: 100 for what cost 150. */
const data = { currency: 'DKK', timeZone: 'UTC', asOf: '2026-03-31', orders: [order(1, 100, 150)] };

async function panelOf(widget: KpiCard | KpiScorecard): Promise<HTMLElement> {
  await until(widget, 'ready');
  widget.renderRoot.querySelector<HTMLElement>('[popovertarget=panel]')!.click();
  await filled(widget);
  const panel = widget.renderRoot.querySelector<HTMLElement>('#panel')!;
  // What to make of the figure comes by itself.
  for (let tries = 0; tries < 50 && !panel.querySelector('h3, .findings'); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return panel;
}

describe('advice in the panel', () => {
  it('tells which rule fired, with its figures, and what helps', async () => {
    const card = await fixture<KpiCard>(
      html`<kpi-card kpi="gross-margin" period="2026-03-01/2026-03-31" .data=${data}></kpi-card>`,
    );
    const panel = await panelOf(card);
    const finding = panel.querySelector('.findings .serious')!;
    expect(finding.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'The gross margin is negative: every sale loses money. Gross margin: −50.0%',
    );
    expect([...panel.querySelectorAll('h3')].map(({ textContent }) => textContent)).to.deep.equal(['How to read it']);
  });

  it('is in the language of the page', async () => {
    const card = await fixture<KpiCard>(
      html`<kpi-card lang="da" kpi="average-order-value" period="2026-03-01/2026-03-31" .data=${data}></kpi-card>`,
    );
    const panel = await panelOf(card);
    expect(panel.textContent).to.contain('Tilbyd fri fragt over et beløb.');
  });

  it('of a scorecard holds what rules found in any row, and no general advice', async () => {
    const scorecard = await fixture<KpiScorecard>(
      html`<kpi-scorecard kpi="net-sales gross-margin" period="2026-03-01/2026-03-31" .data=${data}></kpi-scorecard>`,
    );
    const panel = await panelOf(scorecard);
    expect(panel.querySelectorAll('.findings li')).to.have.length(1);
    expect(panel.querySelector('h3')).to.equal(null);
  });
});

/** Two months: 150 for what is sold for 100; in the second more is left in carts, and ads bring less than they cost. */
const months = (() => {
  const days = Array.from({ length: 56 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
  return {
    ...{ currency: 'DKK', timeZone: 'UTC', asOf: '2026-02-25' },
    orders: days.map((placedAt, day) => ({ orderId: day, placedAt, grossSales: 100 + (day % 3), cogs: 50 })),
    adSpend: days.map((at) => ({ date: at.slice(0, 10), cost: 80, attributedRevenue: 100 })),
    carts: days.flatMap((createdAt, day) =>
      Array.from({ length: 20 }, (_, nth) => ({
        ...{ cartId: `${day}-${nth}`, createdAt },
        convertedAt: nth < (day < 28 ? 10 : 4) ? createdAt : undefined,
      })),
    ),
  };
})();

describe('what rules find, on the face', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'requestIdleCallback');
  /** Safari has none. */
  const restore = () => {
    if (own) Object.defineProperty(globalThis, 'requestIdleCallback', own);
    else Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  };
  afterEach(restore);

  /** The page has no time until it is said. */
  function busy(): () => void {
    const waiting: (() => void)[] = [];
    const requestIdleCallback = (run: () => void) => waiting.push(run);
    Object.defineProperty(globalThis, 'requestIdleCallback', { value: requestIdleCallback, configurable: true });
    return () => {
      restore();
      waiting.forEach((run) => run());
    };
  }

  const isFound = (widget: KpiCard | KpiScorecard) => widget.renderRoot.querySelector('[part~="finding"]') !== null;
  const height = (card: KpiCard) => card.getBoundingClientRect().height;
  const chart = (card: KpiCard) => card.renderRoot.querySelector('.chart')!.getBoundingClientRect();

  it('of a card is a line in the room of its sparkline: nothing moves when it comes', async () => {
    const rest = busy();
    const card = await fixture<KpiCard>(html`<kpi-card style="width: 300px" kpi="roas" .data=${months}></kpi-card>`);
    await until(card, 'ready');
    const [before, high] = [chart(card), height(card)];
    expect(isFound(card)).to.equal(false);
    rest();
    const line = await found(card);
    // 100 for 80 at a margin of about 50 %.
    expect(line.textContent?.trim()).to.equal('Ads are below break-even');
    expect(height(card)).to.equal(high);
    expect(chart(card).top).to.equal(before.top);
    expect(chart(card).bottom).to.be.closeTo(line.getBoundingClientRect().top, 1);
    await expect(card).to.be.accessible();
  });

  it('describes the card, and opens the panel from the keyboard', async () => {
    const card = await fixture<KpiCard>(html`<kpi-card kpi="roas" .data=${months}></kpi-card>`);
    const line = await found(card);
    expect(card.renderRoot.querySelector('article')!.getAttribute('aria-describedby')).to.equal(line.id);
    line.focus();
    expect(card.shadowRoot!.activeElement === line).to.equal(true);
    line.click();
    await filled(card);
    expect(card.renderRoot.querySelector('#panel .findings')?.textContent).to.contain('Gross margin');
  });

  for (const [where, style, settings] of [
    ['too narrow for a sparkline', 'width: 180px', {}],
    ['without a course', 'width: 300px', { period: '2026-02-25/2026-02-25' }],
  ] as const)
    it(`of a card that is ${where} stands where the panel’s button stood`, async () => {
      const rest = busy();
      const card = await fixture<KpiCard>(
        html`<kpi-card
          style=${style}
          kpi="roas"
          .period=${'period' in settings ? settings.period : undefined}
          .data=${months}
        ></kpi-card>`,
      );
      await until(card, 'ready');
      const icon = card.renderRoot.querySelector('.icon')!;
      const [place, high] = [icon.getBoundingClientRect(), height(card)];
      rest();
      const mark = (await found(card)).getBoundingClientRect();
      await drawn(card);
      expect([mark.left, mark.top, mark.width, mark.height]).to.deep.equal([
        ...[place.left, place.top, place.width, place.height],
      ]);
      expect(getComputedStyle(icon).visibility).to.equal('hidden');
      expect(height(card)).to.equal(high);
      await expect(card).to.be.accessible();
    });

  it('says how much more there is, the gravest first, and follows the language and the period', async () => {
    const loss = { ...months, orders: months.orders.map((order) => ({ ...order, cogs: 150 })) };
    const card = await fixture<KpiCard>(html`<kpi-card kpi="gross-margin" .data=${loss}></kpi-card>`);
    expect((await found(card)).textContent?.trim()).to.equal('The gross margin is negative');
    card.lang = 'da';
    for (let tries = 0; tries < 300 && !(await found(card)).textContent?.includes('Brutto'); tries++) await drawn(card);
    expect((await found(card)).textContent?.trim()).to.equal('Bruttomarginen er negativ');
    card.data = months;
    for (let tries = 0; tries < 300 && isFound(card); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isFound(card)).to.equal(false);
    await drawn(card);
    expect(card.renderRoot.querySelector('article')!.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('is told in text, too: of a card, and of every row of a scorecard', async () => {
    const loss = { ...months, orders: months.orders.map((order) => ({ ...order, cogs: 15_000 })) };
    const card = await fixture<KpiCard>(html`<kpi-card lang="pl" kpi="gross-margin" .data=${loss}></kpi-card>`);
    await found(card);
    expect(card.toText()).to.match(
      /^Marża brutto: −\d{5},\d%.* Marża brutto jest ujemna.*\. Marża brutto: −\d{5},\d%\.$/,
    );
    const scorecard = await fixture<KpiScorecard>(
      html`<kpi-scorecard kpi="net-sales roas cart-abandonment-rate" .data=${months}></kpi-scorecard>`,
    );
    await until(scorecard, 'ready');
    expect(scorecard.toText()).to.match(/^Key figures /);
    await found(scorecard);
    expect(scorecard.toText())
      .to.contain('Ads are below break-even')
      .and.to.match(/ Cart abandonment rate: \+30\.0 pp\.$/);
  });

  it('is nothing of given figures, and stays away from a KPI that is no rule’s subject', async () => {
    const card = await fixture<KpiCard>(html`<kpi-card kpi="roas" value="0.5"></kpi-card>`);
    const other = await fixture<KpiCard>(html`<kpi-card kpi="order-count" .data=${months}></kpi-card>`);
    const third = await fixture<KpiCard>(html`<kpi-card kpi="roas" .data=${months}></kpi-card>`);
    await found(third);
    expect([card, other].map(isFound)).to.deep.equal([false, false]);
  });

  it('marks the rows of a scorecard behind their names, and moves nothing', async () => {
    const rest = busy();
    const scorecard = await fixture<KpiScorecard>(
      html`<kpi-scorecard
        style="width: 640px"
        kpi="net-sales roas cart-abandonment-rate"
        .data=${months}
      ></kpi-scorecard>`,
    );
    await until(scorecard, 'ready');
    const places = () =>
      [...scorecard.renderRoot.querySelectorAll('th, td')].map((cell) => {
        const { x, y, width, height: high } = cell.getBoundingClientRect();
        return [x, y, width, high];
      });
    const before = places();
    rest();
    await found(scorecard);
    await drawn(scorecard);
    const marks = [...scorecard.renderRoot.querySelectorAll<HTMLElement>('[part~="finding"]')];
    expect(marks.map((mark) => mark.ariaLabel)).to.deep.equal(['Ads are below break-even', 'More carts are left']);
    expect(places()).to.deep.equal(before);
    await expect(scorecard).to.be.accessible();

    // What it is about stands in the words of the row.
    const name = scorecard.renderRoot.querySelectorAll<HTMLElement>('tbody button[aria-pressed]')[2]!;
    name.parentElement!.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    await scorecard.updateComplete;
    expect(scorecard.renderRoot.querySelector('#tip')?.textContent).to.contain('Cart abandonment rate: +30.0 pp');

    // Pressing a mark opens the panel, and chooses no row.
    let chosen = 0;
    scorecard.addEventListener('kpi-select', () => (chosen += 1));
    marks[0]!.click();
    await filled(scorecard);
    expect(scorecard.renderRoot.querySelectorAll('#panel .findings li').length).to.be.greaterThan(1);
    expect(chosen).to.equal(0);
  });
});

describe('a shop’s own KPI', () => {
  it('is drawn under its own name, in the language of the page', async () => {
    const kpiDefinitions = [
      {
        ...{ id: 'cost-share', unit: 'percent', formula: 'cogs / grossSales' },
        name: { en: 'Cost share', da: 'Andel af omkostninger' },
        definition: 'Cost of goods in gross sales.',
      },
    ];
    const card = await fixture<KpiCard>(
      html`<kpi-card
        lang="da"
        kpi="cost-share"
        period="2026-03-01/2026-03-31"
        .kpiDefinitions=${kpiDefinitions}
        .data=${data}
      ></kpi-card>`,
    );
    await until(card, 'ready');
    expect(card.result?.value).to.equal(1.5);
    expect(card.renderRoot.querySelector('#heading')?.textContent).to.contain('Andel af omkostninger');
    expect((await panelOf(card)).textContent).to.contain('Cost of goods in gross sales.');
  });

  it('is an error in words where its formula is wrong', async () => {
    const card = await fixture<KpiCard>(
      html`<kpi-card
        kpi="cost-share"
        .kpiDefinitions=${[{ id: 'cost-share', unit: 'percent', formula: 'cogs / grosSales' }]}
        .data=${data}
      ></kpi-card>`,
    );
    await until(card, 'error');
    expect(card.renderRoot.querySelector('.message')?.textContent).to.contain('grosSales');
  });
});
