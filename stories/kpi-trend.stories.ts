import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { expect } from 'storybook/test';
import type { KpiTrend } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { chartOf, inside, patiently, ready } from './play.js';
import { shop, wholeDays, withGap } from './shop.js';
import { visits } from './visits.js';

type Arguments = Partial<KpiTrend> & { place?: Place };

const { argTypes } = getStorybookHelpers<KpiTrend>('kpi-trend');

const meta: Meta<Arguments> = {
  title: 'Trend',
  component: 'kpi-trend',
  argTypes,
  args: { kpi: 'net-sales', data: wholeDays },
  render: ({ place = {}, ...settings }) => placed(element('kpi-trend', settings), { width: 680, ...place }),
};
export default meta;

type Story = StoryObj<Arguments>;

const chartIn = async (canvas: HTMLElement): Promise<HTMLElement> => chartOf(await ready(canvas, 'kpi-trend'));

export const Days: Story = {};
export const Weeks: Story = { args: { grain: 'week', period: '2025-09-01/2025-11-16' } };
export const Months: Story = { args: { grain: 'month', period: 'last-2-months', mark: 'bar' } };
export const Lines: Story = { args: { mark: 'line' } };
export const Bars: Story = { args: { mark: 'bar', period: 'last-14-days' } };
export const WithTarget: Story = { args: { target: '520000' } };
/** The day that is still running is dashed, and hollow at its end. */
export const StillRunning: Story = { args: { data: shop, period: 'this-month' } };
/** Zero may be out of sight for a rate. */
export const Rate: Story = { args: { kpi: 'conversion-rate', target: '3.5%' } };
/** A gap is a gap. */
export const Gap: Story = { args: { kpi: 'average-order-value', data: withGap, compare: 'none' } };
export const ByChannel: Story = { args: { by: 'channel', grain: 'week', period: '2025-09-01/2025-11-16' } };
export const ByCategory: Story = {
  args: { by: 'category', grain: 'week', period: '2025-09-01/2025-11-16', mark: 'bar' },
};
export const Stacked: Story = {
  args: { by: 'category', grain: 'week', period: '2025-09-01/2025-11-16', stack: true },
};
export const StackedAreas: Story = { args: { by: 'channel', period: '2025-10-01/2025-11-19', stack: true } };
/** KPIs of one unit and of like size share an axis; each other has a panel of its own over the same dates. */
export const SeveralKpis: Story = { args: { kpi: 'net-sales order-count conversion-rate', period: 'last-56-days' } };
export const SeveralComparisons: Story = { args: { compare: 'previous-period 2025-09-01/2025-09-28' } };
export const Annotations: Story = {
  args: {
    annotations: [
      { start: '2025-10-28', end: '2025-11-02', label: 'Autumn campaign' },
      { start: '2025-11-10', label: 'Price change' },
    ],
  },
};
export const TargetWithPace: Story = { args: { data: shop, period: 'this-month', target: '600000' } };
/** Drag, or hold Shift with the arrow keys: the figures are those of the stretch that was chosen. */
export const ChosenStretch: Story = {
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    const { left, top, width } = chart.getBoundingClientRect();
    const at = (type: string, share: number, buttons: number) =>
      chart.dispatchEvent(
        new PointerEvent(type, { clientX: left + width * share, clientY: top + 40, buttons, pointerType: 'mouse' }),
      );
    at('pointerdown', 0.3, 1);
    at('pointermove', 0.5, 1);
    at('pointerup', 0.5, 0);
  },
};
export const WithActions: Story = { args: { actions: true } };
/** The figures behind the chart, as a table. */
export const TableOpen: Story = {
  args: { place: { height: 480 } },
  play: async ({ canvasElement }) => {
    const trend = await ready(canvasElement, 'kpi-trend');
    (await inside(trend, 'button.as-table')).click();
    await inside(trend, '.panel:popover-open table');
  },
};
export const Pointed: Story = {
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    const { left, top, width } = chart.getBoundingClientRect();
    chart.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * 0.4, clientY: top + 40 }));
  },
};
/** Split by a dimension, the nearest segment is the one that a click chooses; with the keys, up and down. */
export const PointedSegment: Story = {
  ...Pointed,
  args: { by: 'channel', grain: 'week', period: '2025-09-01/2025-11-16' },
};

export const Loading: Story = {
  args: { data: undefined, src: '/orders.json', request: () => new Promise<Response>(() => undefined) },
};
export const Empty: Story = { args: { period: '2024-01-01/2024-01-31' } };
export const NoData: Story = { args: { data: undefined } };
export const ErrorUnknownGrain: Story = { args: { grain: 'fortnight' } };
export const ErrorUnknownSegment: Story = { args: { by: 'shoe-size' } };
/** Visits do not know what was in the parcel. */
export const NotSegmentable: Story = { args: { kpi: 'conversion-rate', by: 'category' } };
/** More segments than lines can be told apart: the five largest, and how many were left out. */
export const ManySegments: Story = { args: { kpi: 'website-traffic', data: visits, by: 'channel' } };
export const ErrorTargetInAnotherUnit: Story = { args: { kpi: 'conversion-rate', target: '500/month' } };
export const ErrorUnknownKpi: Story = { args: { kpi: 'net-sales avrage-order-value' } };
export const ErrorServer: Story = {
  args: { data: undefined, src: '/orders.json', request: () => new Response('', { status: 500 }) },
};

/** The last good figures stay, and what is said under them tells so. */
export const Stale: Story = {
  render: ({ place = {}, data, ...settings }) => {
    let asked = 0;
    const request = () => (asked++ ? new Response('', { status: 503 }) : Response.json(data));
    const trend = element('kpi-trend', { ...settings, src: '/orders.json', asOf: 'latest', request });
    return placed(trend, { width: 680, ...place });
  },
  play: async ({ canvasElement }) => {
    const trend = await ready(canvasElement, 'kpi-trend');
    await trend.refresh();
    await patiently(() => expect(trend.matches(':state(stale)')).toBe(true));
  },
};

export const Narrow: Story = { args: { target: '520000', place: { width: 280 } } };
export const Tall: Story = { args: { place: { height: 520 } } };
export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { target: '520000', place: { scheme: 'dark' } } };
export const DarkByChannel: Story = {
  args: { by: 'channel', grain: 'week', period: '2025-09-01/2025-11-16', place: { scheme: 'dark' } },
};
export const HighContrast: Story = { args: { appearance: 'contrast', target: '520000' } };
export const InheritedTheme: Story = { args: { theme: 'inherit', place: { scheme: 'dark' } } };
export const Danish: Story = { args: { target: '520000', place: { lang: 'da' } } };
export const Polish: Story = { args: { target: '520000', place: { lang: 'pl', width: 320 } } };
export const TraditionalChinese: Story = { args: { target: '520000', place: { lang: 'zh-Hant' } } };
export const RightToLeft: Story = { args: { target: '520000', place: { dir: 'rtl' } } };
