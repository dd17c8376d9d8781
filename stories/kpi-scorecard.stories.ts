import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { KpiScorecard } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { shop } from './shop.js';
import { fault, visits } from './visits.js';

type Arguments = Partial<KpiScorecard> & { place?: Place };

const { argTypes } = getStorybookHelpers<KpiScorecard>('kpi-scorecard');

/** Two of these lie above their target, and of two of them less is better. */
const targets = [
  { kpi: 'net-sales', target: '250000/month' },
  { kpi: 'order-count', target: 420 },
  { kpi: 'average-order-value', target: 700 },
  { kpi: 'conversion-rate', target: '3.5%' },
  { kpi: 'gross-margin', target: '55%' },
  { kpi: 'cart-abandonment-rate', target: '70%' },
  { kpi: 'roas', target: 4 },
  { kpi: 'customer-acquisition-cost', target: 120 },
  { kpi: 'return-rate', target: '8%' },
  { kpi: 'first-response-time', target: 14_400 },
];

const meta: Meta<Arguments> = {
  title: 'Scorecard',
  component: 'kpi-scorecard',
  argTypes,
  args: { data: visits },
  render: ({ place = {}, ...settings }) => placed(element('kpi-scorecard', settings), { width: 720, ...place }),
};
export default meta;

type Story = StoryObj<Arguments>;

async function ready(canvas: HTMLElement): Promise<HTMLElement> {
  const scorecard = canvas.querySelector('kpi-scorecard')!;
  if (!scorecard.matches(':state(ready)')) {
    await new Promise((resolve) => scorecard.addEventListener('kpi-ready', resolve, { once: true }));
  }
  await scorecard.updateComplete;
  return scorecard;
}

const inside = (scorecard: HTMLElement, selector: string, nth: number) =>
  scorecard.shadowRoot!.querySelectorAll<HTMLElement>(selector)[nth]!;

/** No KPI is named: the catalogue’s starter set, as far as the data can answer it. */
export const StarterSet: Story = {};
export const WithTargets: Story = { args: { kpi: targets } };
/** The week in which the checkout fails on phones: rules mark the rows that they speak of. */
export const Findings: Story = {
  args: {
    period: fault,
    kpi: 'net-sales cart-abandonment-rate checkout-completion-rate organic-traffic-share stockout-rate',
  },
};
export const OwnNames: Story = {
  args: {
    heading: 'The week in four figures',
    period: 'last-7-days',
    kpi: [
      { kpi: 'net-sales', heading: 'Sold' },
      { kpi: 'order-count', heading: 'Parcels packed' },
      { kpi: 'return-rate', heading: 'Sent back' },
      { kpi: 'first-response-time', heading: 'Until somebody answers' },
    ],
  },
};
export const SortedByChange: Story = { args: { kpi: targets, sort: '-change' } };
export const SortedByAClick: Story = {
  args: { kpi: targets },
  play: async ({ canvasElement }) => {
    const scorecard = await ready(canvasElement);
    inside(scorecard, 'thead button', 1).click();
  },
};
export const SeveralComparisons: Story = {
  args: { kpi: 'net-sales order-count conversion-rate', compare: 'previous-period 2026-09-01/2026-09-28' },
};
export const NoComparison: Story = { args: { compare: 'none' } };
export const StillRunning: Story = {
  args: { kpi: targets.slice(0, 4), asOf: '2026-10-21T13:30:00+02:00', period: 'this-month' },
};
export const OneKpi: Story = { args: { kpi: 'net-sales' } };
/** What the focus or the pointer is on is explained. */
export const Explained: Story = {
  args: { kpi: targets },
  play: async ({ canvasElement }) => {
    const scorecard = await ready(canvasElement);
    inside(scorecard, 'tbody button', 3).focus();
  },
};
/** What is selected filters the other widgets of a provider; here it is only announced. */
export const Selected: Story = {
  args: { kpi: 'net-sales', by: 'channel' },
  play: async ({ canvasElement }) => {
    const scorecard = await ready(canvasElement);
    inside(scorecard, 'tbody button', 1).click();
  },
};

export const ByChannel: Story = { args: { kpi: 'net-sales', by: 'channel' } };
/** One segment a row, one KPI a column; the first decides which segments are shown. */
export const SeveralByChannel: Story = {
  args: { kpi: 'website-traffic conversion-rate average-order-value net-sales', by: 'channel' },
};
/** The checkout fails on phones. */
export const CheckoutFaultByDevice: Story = {
  args: { kpi: 'checkout-completion-rate', by: 'device', period: fault },
};
/** The eight that sell most stand on their own; the others are one row, whose mean is that of all their orders. */
export const ManySegments: Story = { args: { kpi: 'net-sales', by: 'sku' } };
/** An order of several categories counts in each of them: the parts exceed the total, and it is said. */
export const PartsThatOverlap: Story = { args: { kpi: 'order-count', by: 'category' } };
export const OverlapBeyondTheLimit: Story = { args: { kpi: 'order-count', by: 'sku' } };

const mailings = (count: number) => ({
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  asOf: '2026-10-31',
  orders: Array.from({ length: 2 * count }, (_, index) => ({
    orderId: index,
    placedAt: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
    campaign: `Mailing ${index % count}`,
    grossSales: 100 + ((index * 37) % 900),
  })),
});
/** More than 500 segments: the largest are read, and how many were not is said. */
export const MoreThanFiveHundred: Story = {
  args: { data: mailings(700), kpi: 'net-sales average-order-value', by: 'campaign', compare: 'none' },
};

/** Some of it is not in the data: each row says what it lacks. */
export const Missing: Story = {
  args: { data: shop, kpi: 'net-sales gross-margin conversion-rate return-rate net-promoter-score' },
};
export const Loading: Story = {
  args: { kpi: targets, data: undefined, src: '/shop.json', request: () => new Promise<Response>(() => undefined) },
};
export const LoadingByChannel: Story = { args: { ...Loading.args, kpi: 'net-sales', by: 'channel' } };
export const Empty: Story = { args: { period: '2024-01-01/2024-01-31' } };
export const NoData: Story = { args: { data: undefined } };
export const ErrorUnknownKpi: Story = { args: { kpi: 'net-sales avrage-order-value' } };
export const ErrorTargetInAnotherUnit: Story = { args: { kpi: [{ kpi: 'net-sales', target: '12%' }] } };
export const ErrorUnknownSegment: Story = { args: { kpi: 'net-sales', by: 'shoe-size' } };
/** Visits do not know what was in the parcel. */
export const NotSegmentable: Story = { args: { kpi: 'conversion-rate', by: 'brand' } };
export const ErrorServer: Story = {
  args: { data: undefined, src: '/shop.json', request: () => new Response('', { status: 500 }) },
};
/** The last good figures stay, and the state says so. */
export const Stale: Story = {
  args: { kpi: 'net-sales order-count', data: undefined, src: '/shop.json', asOf: 'latest' },
  render: ({ place = {}, ...settings }) => {
    let asked = 0;
    const request = () => (asked++ ? new Response('', { status: 500 }) : Response.json(shop));
    const scorecard = element('kpi-scorecard', { ...settings, request });
    scorecard.addEventListener('kpi-ready', () => void scorecard.refresh(), { once: true });
    return placed(scorecard, { width: 720, ...place });
  },
};

export const Narrow: Story = { args: { kpi: targets, place: { width: 280 } } };
export const NarrowByChannel: Story = {
  args: { kpi: 'website-traffic conversion-rate net-sales', by: 'channel', place: { width: 280 } },
};
export const NarrowLoading: Story = { args: { ...Loading.args, place: { width: 280 } } };
export const Wide: Story = { args: { kpi: targets, place: { width: 1180 } } };
/** Lower than its rows: they scroll below their heads. */
export const Low: Story = {
  args: { kpi: targets },
  render: ({ place, ...settings }) => {
    const scorecard = element('kpi-scorecard', settings);
    scorecard.style.height = '100%';
    return placed(scorecard, { width: 720, height: 320, ...place });
  },
};
export const Compact: Story = { args: { kpi: targets, density: 'compact' } };
export const WithActions: Story = { args: { actions: true } };

export const Dark: Story = { args: { kpi: targets, place: { scheme: 'dark' } } };
export const DarkByChannel: Story = { args: { kpi: 'net-sales', by: 'channel', place: { scheme: 'dark' } } };
export const HighContrast: Story = { args: { kpi: targets, appearance: 'contrast' } };
export const InheritedTheme: Story = { args: { kpi: targets, theme: 'inherit', place: { scheme: 'dark' } } };
export const Danish: Story = { args: { kpi: targets, place: { lang: 'da' } } };
export const Polish: Story = { args: { kpi: targets, place: { lang: 'pl' } } };
export const PolishNarrow: Story = { args: { kpi: targets, place: { lang: 'pl', width: 280 } } };
export const TraditionalChinese: Story = { args: { kpi: targets, place: { lang: 'zh-Hant' } } };
export const RightToLeft: Story = { args: { kpi: targets, place: { dir: 'rtl' } } };
export const RightToLeftByChannel: Story = { args: { kpi: 'net-sales', by: 'channel', place: { dir: 'rtl' } } };
