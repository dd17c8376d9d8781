import { expect, fixture, html } from '@open-wc/testing';
import type { KpiCard, KpiScorecard } from '../../src/index.js';
import '../../src/define.js';
import { filled, until } from './drawn.js';

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
