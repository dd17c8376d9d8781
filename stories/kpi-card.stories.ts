import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import type { KpiCard } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { inside, ready } from './play.js';
import { shop, wholeDays, withGap } from './shop.js';
import { fault, visits } from './visits.js';

const { sessions: _, ...withoutSessions } = wholeDays;

type Arguments = Partial<KpiCard> & { place?: Place };

const { argTypes } = getStorybookHelpers<KpiCard>('kpi-card');

const meta: Meta<Arguments> = {
  title: 'Card',
  component: 'kpi-card',
  argTypes,
  args: { kpi: 'net-sales', data: wholeDays },
  render: ({ place = {}, ...settings }) => placed(element('kpi-card', settings), place),
};
export default meta;

type Story = StoryObj<Arguments>;

const answer = (body: string, status = 200) => ({
  data: undefined,
  src: '/orders.json',
  asOf: 'latest',
  request: () => new Response(body, { status }),
});

export const Ready: Story = {};
export const WithTarget: Story = { args: { target: '520000' } };
export const TargetReached: Story = { args: { kpi: 'average-order-value', target: 500 } };
export const StillRunning: Story = { args: { data: shop, period: 'this-month' } };
/** The month is not over: the mark on the bar is where it should stand by now. */
export const TargetWithPace: Story = { args: { data: shop, period: 'this-month', target: '600000/month' } };
/** The smaller, the better: below its target it has reached it. */
export const TargetToStayBelow: Story = { args: { kpi: 'cart-abandonment-rate', data: visits, target: '70%' } };
export const Rate: Story = { args: { kpi: 'conversion-rate' } };
export const Customers: Story = { args: { kpi: 'repeat-purchase-rate' } };
export const Gap: Story = { args: { kpi: 'average-order-value', data: withGap } };
/** A rule speaks of the figure: below the sparkline in a few words, in the panel with the figures that made it fire. */
export const Finding: Story = { args: { kpi: 'cart-abandonment-rate', data: visits, period: fault } };
/** Too narrow for words: the mark stands for the button of the panel. */
export const FindingNarrow: Story = { args: { ...Finding.args, place: { width: 180 } } };
export const NoComparison: Story = { args: { compare: 'none' } };
export const SeveralComparisons: Story = { args: { compare: 'previous-period 2025-09-01/2025-09-28' } };
export const Filtered: Story = { args: { where: 'channel=email', heading: 'Net sales by email' } };
export const WithActions: Story = { args: { actions: true } };
/** What the figure means, its formula with this shop’s numbers, both windows as dates, the rows behind it. */
export const PanelOpen: Story = {
  args: { kpi: 'conversion-rate', actions: true },
  render: ({ place = {}, ...settings }) =>
    // Room for what opens.
    placed(html`<div style="min-height: 560px">${element('kpi-card', settings)}</div>`, { width: 420, ...place }),
  play: async ({ canvasElement }) => {
    const card = await ready(canvasElement, 'kpi-card');
    await userEvent.click(await inside(card, 'button.icon'));
    await inside(card, '.panel:popover-open .facts');
  },
};
/** The figures of the sparkline, with what they are compared with. */
export const TableOpen: Story = {
  ...PanelOpen,
  play: async ({ canvasElement }) => {
    const card = await ready(canvasElement, 'kpi-card');
    (await inside(card, 'button.as-table')).click();
    await inside(card, '.panel:popover-open table');
  },
};
/** A selection in another widget filters the card; its chip takes it back. */
export const CrossFiltered: Story = {
  args: { kpi: 'order-count' },
  render: ({ place = {}, data, ...settings }) =>
    placed(
      html`<kpi-provider .data=${data} cross-filter>
        ${element('kpi-card', settings)}
        <kpi-scorecard kpi="order-count" by="channel" style="display: block; margin-top: 14px"></kpi-scorecard>
      </kpi-provider>`,
      { width: 460, ...place },
    ),
  play: async ({ canvasElement }) => {
    const card = await ready(canvasElement, 'kpi-card');
    const scorecard = await ready(canvasElement, 'kpi-scorecard');
    await userEvent.click(await inside(scorecard, 'tbody button'));
    await inside(card, 'button[part~=filter]');
  },
};

/** Figures of the page's own: nothing is asked, nothing is computed from rows. */
export const GivenFigures: Story = {
  args: {
    data: undefined,
    kpi: undefined,
    heading: 'Revenue',
    value: '1240.5',
    previous: '1100',
    currency: 'EUR',
    target: '1500',
  },
};
export const GivenDuration: Story = {
  args: {
    data: undefined,
    kpi: undefined,
    heading: 'First response',
    value: 8040,
    previous: 7800,
    unit: 'duration',
    direction: 'down',
  },
};

/** A formula of the shop's own, under the shop's own name. */
export const OwnKpi: Story = {
  args: {
    kpi: 'sales-per-visit',
    kpiDefinitions: [
      {
        ...{ id: 'sales-per-visit', unit: 'currency', formula: 'orderRevenue / sessions', direction: 'up' },
        name: { en: 'Sales per visit', da: 'Salg pr. besøg' },
        definition: 'Sales after discounts in each visit of the shop.',
      },
    ],
  },
};
export const ErrorOwnFormula: Story = {
  args: {
    kpi: 'sales-per-visit',
    kpiDefinitions: [{ id: 'sales-per-visit', unit: 'currency', formula: 'orderRevnue / sessions' }],
  },
};
/** Two figures together say what neither says alone: the panel tells it, with both. */
export const RuleFired: Story = {
  ...PanelOpen,
  args: {
    kpi: 'roas',
    period: '2026-03-01/2026-03-31',
    compare: 'none',
    data: {
      ...{ currency: 'DKK', timeZone: 'Europe/Copenhagen', asOf: '2026-03-31' },
      orders: Array.from({ length: 31 }, (_, day) => ({
        ...{ orderId: day, placedAt: `2026-03-${String(day + 1).padStart(2, '0')}T10:00`, grossSales: 500, cogs: 300 },
      })),
      adSpend: Array.from({ length: 31 }, (_, day) => ({
        ...{ date: `2026-03-${String(day + 1).padStart(2, '0')}`, cost: 150, attributedRevenue: 290 },
      })),
    },
  },
};

export const Loading: Story = {
  args: { data: undefined, src: '/orders.json', request: () => new Promise<Response>(() => undefined) },
};
export const Empty: Story = { args: { period: '2024-01-01/2024-01-31' } };
export const NoData: Story = { args: { data: undefined } };
/** The formula needs something that the data do not hold. */
export const MissingMeasure: Story = {
  args: { kpi: 'conversion-rate', data: withoutSessions },
};
/** There is nothing to divide by, which is not zero. */
export const NoReason: Story = { args: { kpi: 'average-order-value', where: 'channel=fax' } };
/** Rows that cannot be read are left out; many of them are said beside the figure, few only in its panel. */
export const RefusedRows: Story = {
  args: {
    data: {
      ...wholeDays,
      orderLines: wholeDays.orderLines.map((line, index) => (index % 9 ? line : { ...line, lineTotal: 'n/a' })),
    },
  },
};
/** Nothing fits the filter: rather a slip of the pen than a day without orders. */
export const NoMatch: Story = { args: { kpi: 'order-count', where: 'channel=e-mail' } };
/** The shop’s own totals do not agree with their parts. */
export const TotalsDiffer: Story = {
  args: {
    kpi: 'order-count',
    data: {
      timeZone: 'Europe/Copenhagen',
      currency: 'DKK',
      dailyMeasures: Array.from({ length: 56 }, (_, day) => {
        const date = new Date(Date.UTC(2026, 8, 6 + day)).toISOString().slice(0, 10);
        const email = 6 + (day % 4);
        const direct = 11 + (day % 5);
        return [
          { date, channel: 'email', orders: email },
          { date, channel: 'direct', orders: direct },
          { date, orders: email + direct + 1 },
        ];
      }).flat(),
    },
  },
};
/** What the platform states of a month is not what the rows come to. */
export const DiffersFromPlatform: Story = {
  args: {
    settings: {
      controlTotals: [
        { measure: 'net-sales', start: '2025-10-01', end: '2025-10-31', value: 480_000, source: 'Shopify' },
      ],
    },
  },
};
/** Orders in two currencies, of which one has no rate on some days: the amounts are not added up. */
export const MissingRate: Story = {
  args: {
    data: {
      ...wholeDays,
      orderLines: wholeDays.orderLines.map((line, index) => (index % 5 ? line : { ...line, currency: 'SEK' })),
      rates: [{ date: '2025-11-01', base: 'SEK', quote: 'DKK', rate: 0.68 }],
    },
  },
};

export const ErrorUnknownKpi: Story = { args: { kpi: 'net-sale' } };
export const ErrorUnknownPeriod: Story = { args: { period: 'yesteryear' } };
/** Net sales are kroner, no share of anything. */
export const ErrorTargetInAnotherUnit: Story = { args: { target: '12%' } };
/** A mean does not grow with the days, so it has no target a month. */
export const ErrorTargetPerMonth: Story = { args: { kpi: 'average-order-value', target: '500/month' } };
export const ErrorUnknownProvider: Story = {
  args: { data: undefined, provider: 'shopp' },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('kpi-card')!;
    while (!card.matches(':state(error)')) await new Promise((resolve) => setTimeout(resolve, 100));
  },
};
export const ErrorServer: Story = { args: answer('', 500) };
export const ErrorUnreachable: Story = {
  args: { ...answer(''), request: () => Promise.reject(new TypeError('Failed to fetch')) },
};
export const ErrorNotJson: Story = { args: answer('<!doctype html><title>Sign in</title>') };
export const ErrorMissingColumn: Story = {
  args: { data: 'order_id,placed_at\n1,2025-11-19', table: 'orderLines' },
};
export const ErrorCurrencies: Story = {
  args: {
    data: {
      ...wholeDays,
      currency: undefined,
      orderLines: [
        { orderId: '1', placedAt: '2025-11-18T10:00:00Z', lineTotal: 10, currency: 'DKK' },
        { orderId: '2', placedAt: '2025-11-18T11:00:00Z', lineTotal: 10, currency: 'EUR' },
      ],
    },
  },
};
/** The last good figures stay, and the state says so. */
export const Stale: Story = {
  args: (() => {
    let first = true;
    const request = () => {
      const response = new Response(first ? JSON.stringify(wholeDays) : '', { status: first ? 200 : 503 });
      first = false;
      return response;
    };
    return { data: undefined, src: '/orders.json', request };
  })(),
  play: async ({ canvasElement }) => {
    const card = await ready(canvasElement, 'kpi-card');
    await card.refresh();
  },
};

export const Narrow: Story = { args: { target: '520000', place: { width: 160 } } };
export const Wide: Story = { args: { target: '520000', place: { width: 720 } } };
export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { target: '520000', place: { scheme: 'dark' } } };
export const HighContrast: Story = { args: { appearance: 'contrast' } };
export const HighContrastDark: Story = { args: { appearance: 'contrast', place: { scheme: 'dark' } } };
/** Type, text colour and ground come from the page. */
export const InheritedTheme: Story = { args: { theme: 'inherit', place: { scheme: 'dark' } } };

export const Danish: Story = { args: { target: '520000', place: { lang: 'da' } } };
export const Swedish: Story = { args: { place: { lang: 'sv' } } };
export const Norwegian: Story = { args: { place: { lang: 'nb' } } };
export const Polish: Story = { args: { kpi: 'average-order-value', target: 500, place: { lang: 'pl', width: 220 } } };
export const TraditionalChinese: Story = { args: { target: '520000', place: { lang: 'zh-Hant' } } };
export const RightToLeft: Story = { args: { target: '520000', place: { dir: 'rtl' } } };
