import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { chartOf, inside, patiently, ready, said } from './play.js';
import { visits } from './visits.js';

const meta: Meta = {
  title: 'Start here/Overview',
  parameters: {
    layout: 'fullscreen',
    docs: {
      description: {
        component:
          'All of a shop on one page, from raw rows: one provider, and what is selected in one widget filters the others.',
      },
    },
  },
};
export default meta;

type Story = StoryObj;

const figures = [
  { kpi: 'net-sales', target: '250000/month' },
  { kpi: 'order-count' },
  { kpi: 'units-per-order' },
  { kpi: 'gross-margin', target: '56%' },
  { kpi: 'conversion-rate', target: '3%' },
  { kpi: 'cart-abandonment-rate', target: '62%' },
  { kpi: 'customer-acquisition-cost', target: 130 },
  { kpi: 'roas', target: 5 },
  { kpi: 'return-rate', target: '6%' },
  { kpi: 'page-load-time' },
  { kpi: 'net-promoter-score' },
  { kpi: 'first-response-time' },
];

export const Overview: Story = {
  render: () => html`
    <style>
      .overview {
        display: grid;
        gap: 16px;
        max-inline-size: 1280px;
        margin-inline: auto;
        padding: clamp(14px, 3vw, 32px);
      }
      .overview h1 {
        margin: 0;
        font: 650 26px/1.2 var(--kpi-font, system-ui);
        letter-spacing: -0.02em;
      }
      .overview .cards,
      .overview .pairs {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr));
      }
      .overview .pairs {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
      }
    </style>
    <main class="overview">
      <h1>Nordhavn</h1>
      <kpi-provider .data=${visits} cross-filter>
        <kpi-period></kpi-period>
        <div class="cards">
          <kpi-card kpi="net-sales" target="250000/month"></kpi-card>
          <kpi-card kpi="average-order-value"></kpi-card>
          <kpi-card kpi="conversion-rate" target="3%"></kpi-card>
          <kpi-card kpi="checkout-completion-rate"></kpi-card>
        </div>
        <div class="pairs">
          <kpi-trend kpi="net-sales"></kpi-trend>
          <kpi-trend kpi="checkout-completion-rate" by="device" where="device=mobile,desktop"></kpi-trend>
        </div>
        <kpi-funnel></kpi-funnel>
        <kpi-scorecard id="channels" kpi="net-sales conversion-rate" by="channel"></kpi-scorecard>
        <kpi-scorecard id="figures" .kpi=${figures} actions></kpi-scorecard>
      </kpi-provider>
    </main>
  `,
};

/** A period is picked, and every figure is that of its days. */
export const PickAPeriod: Story = {
  ...Overview,
  play: async ({ canvasElement }) => {
    const picker = await ready(canvasElement, 'kpi-period');
    const card = await ready(canvasElement, 'kpi-card');
    const before = said(card, '[part~=figure]');
    await expect(card.result?.window).toMatchObject({ start: '2026-10-04', end: '2026-10-31' });

    await userEvent.click(await inside(picker, '#period-button'));
    await userEvent.click(await inside(picker, '[data-value="last-7-days"]'));

    await patiently(() => expect(card.result?.window).toMatchObject({ start: '2026-10-25', end: '2026-10-31' }));
    await card.updateComplete;
    await expect(said(card, '[part~=figure]')).not.toBe(before);
    await expect(said(picker, '#period-button')).toContain('Last 7 days');
    for (const widget of [
      await ready(canvasElement, 'kpi-trend'),
      await ready(canvasElement, 'kpi-funnel'),
      await ready(canvasElement, 'kpi-scorecard', '#figures'),
    ]) {
      await expect(widget.result?.window?.start).toBe('2026-10-25');
    }
  },
};

/** A stage of the funnel filters what can be asked of its visits; Escape takes it back. */
export const SelectAStage: Story = {
  ...Overview,
  play: async ({ canvasElement }) => {
    const funnel = await ready(canvasElement, 'kpi-funnel');
    const card = await ready(canvasElement, 'kpi-card', '[kpi="conversion-rate"]');
    const all = card.result?.value ?? NaN;
    await expect(all).toBeGreaterThan(0);

    const chart = await chartOf(funnel);
    chart.focus();
    // To the visits that filled a cart, which is the third stage.
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    const chip = await inside(card, 'button[part~=filter]');
    await expect(chip).toBeVisible();
    // Those who have filled a cart buy far more often than all who came.
    await expect(card.result?.value).toBeGreaterThan(3 * all);

    await userEvent.keyboard('{Escape}{Escape}');
    await patiently(() => expect(card.shadowRoot?.querySelector('[part~=filter]')).toBeNull());
    await expect(card.result?.value).toBe(all);
  },
};

/** A row of a scorecard is a filter too, and a chip in any of the filtered widgets takes it back. */
export const SelectAChannel: Story = {
  ...Overview,
  play: async ({ canvasElement }) => {
    const scorecard = await ready(canvasElement, 'kpi-scorecard', '#channels');
    const card = await ready(canvasElement, 'kpi-card');
    const all = card.result?.value ?? NaN;
    let announced = NaN;
    scorecard.addEventListener('kpi-select', (event) => {
      announced = (event as CustomEvent<{ value: number }>).detail.value;
    });

    await userEvent.click(await inside(scorecard, 'tbody button'));
    const chip = await inside(card, 'button[part~=filter]');
    await expect(announced).toBeLessThan(all);
    await expect(card.result?.value).toBeCloseTo(announced, 6);

    await userEvent.click(chip);
    await patiently(() => expect(card.result?.value).toBe(all));
    await expect(scorecard.shadowRoot?.querySelector('tr.selected')).toBeNull();
  },
};

/** A click on a head sorts by it, another one the other way. */
export const SortTheScorecard: Story = {
  ...Overview,
  play: async ({ canvasElement }) => {
    const scorecard = await ready(canvasElement, 'kpi-scorecard', '#figures');
    const head = await inside(scorecard, 'th.in-name button');
    const names = () =>
      [...(scorecard.shadowRoot?.querySelectorAll('tbody tr:not(.group) th button') ?? [])].map((name) =>
        name.textContent.trim(),
      );
    const sorted = [...names()].sort(new Intl.Collator('en').compare);
    await expect(sorted).toHaveLength(figures.length);

    await userEvent.click(head);
    await patiently(() => expect(names()).toEqual(sorted));
    await expect(head.closest('th')).toHaveAttribute('aria-sort', 'ascending');

    await userEvent.click(head);
    await patiently(() => expect(names()).toEqual(sorted.toReversed()));
  },
};

/** The arrow keys read a trend point by point, aloud; Escape leaves it. */
export const ReadATrendByKeyboard: Story = {
  ...Overview,
  play: async ({ canvasElement }) => {
    const trend = await ready(canvasElement, 'kpi-trend');
    const chart = await chartOf(trend);
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await patiently(() => expect(said(trend, '[aria-live]')).toContain('October 31, 2026'));
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await patiently(() => expect(said(trend, '[aria-live]')).toContain('October 29'));
    await expect(await inside(trend, '[part~=tooltip]')).toBeVisible();
    await userEvent.keyboard('{Home}');
    await patiently(() => expect(said(trend, '[aria-live]')).toContain('October 4'));
    await userEvent.keyboard('{Escape}');
    await patiently(() => expect(said(trend, '[aria-live]')).toBe(''));
    // Enter chooses the day, and the other widgets follow.
    await userEvent.keyboard('{End}{Enter}');
    const card = await ready(canvasElement, 'kpi-card');
    await patiently(() => expect(card.result?.window).toMatchObject({ start: '2026-10-31', end: '2026-10-31' }));
  },
};
