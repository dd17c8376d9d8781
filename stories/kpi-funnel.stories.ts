import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { KpiFunnel } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { shop } from './shop.js';
import { fault, visits } from './visits.js';

type Arguments = Partial<KpiFunnel> & { place?: Place };

const { argTypes } = getStorybookHelpers<KpiFunnel>('kpi-funnel');

const meta: Meta<Arguments> = {
  title: 'Funnel',
  component: 'kpi-funnel',
  argTypes,
  args: { data: visits },
  render: ({ place = {}, ...settings }) => placed(element('kpi-funnel', settings), { width: 720, ...place }),
};
export default meta;

type Story = StoryObj<Arguments>;

async function chartOf(canvas: HTMLElement): Promise<HTMLElement> {
  const funnel = canvas.querySelector('kpi-funnel')!;
  if (!funnel.matches(':state(ready)')) {
    await new Promise((resolve) => funnel.addEventListener('kpi-ready', resolve, { once: true }));
  }
  // The stages are drawn once their room has been reported.
  while (!funnel.shadowRoot!.querySelector('.chart > svg')) await new Promise(requestAnimationFrame);
  return funnel.shadowRoot!.querySelector<HTMLElement>('.chart')!;
}

/** The dashed outlines are the four weeks before. */
export const Purchase: Story = {};
export const WithoutComparison: Story = { args: { compare: 'none' } };
/** For nine days the checkout fails on phones: the last step falls. */
export const CheckoutFault: Story = { args: { period: fault } };
/** And it is phones alone. */
export const CheckoutFaultByDevice: Story = { args: { period: fault, by: 'device' } };
export const ByChannel: Story = { args: { by: 'channel' } };
/** Visitors have a week from their first visit on; those whose week is not over are in no rate. */
export const WithinAWeek: Story = { args: { window: '7d' } };
export const Open: Story = { args: { mode: 'open' } };
/** Columns of numbers hold nobody: every stage is counted on its own. */
export const Advertising: Story = { args: { stages: 'adImpressions adClicks attributedOrders' } };
export const Checkout: Story = { args: { stages: 'sessionsWithCheckout sessionsCheckoutAndPurchase' } };
export const OwnNames: Story = {
  args: {
    heading: 'From looking to buying',
    stages: [
      { measure: 'sessionsWithProductView', heading: 'Looked at something' },
      { measure: 'sessionsWithAddToCart', heading: 'Wanted it' },
      { measure: 'sessionsWithPurchase', heading: 'Bought it' },
    ],
  },
};
/** What is selected filters the other widgets of a provider; here it is only announced. */
export const Pointed: Story = {
  play: async ({ canvasElement }) => {
    const chart = await chartOf(canvasElement);
    chart.focus();
    const press = (key: string) => chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) press(key);
  },
};
export const WithActions: Story = { args: { actions: true } };

export const Loading: Story = {
  args: { data: undefined, src: '/sessions.json', request: () => new Promise<Response>(() => undefined) },
};
export const Empty: Story = { args: { period: '2024-01-01/2024-01-31' } };
export const NoData: Story = { args: { data: undefined } };
/** A shop without visits has no purchase funnel. */
export const NoSessions: Story = {
  args: { data: { currency: 'DKK', timeZone: 'Europe/Copenhagen', orderLines: shop.orderLines } },
};
export const ErrorUnknownStage: Story = { args: { stages: 'sessions checkouts' } };
export const ErrorOneStage: Story = { args: { stages: 'sessions' } };
export const ErrorUnknownMode: Story = { args: { mode: 'ajar' } };
export const ErrorUnknownSegment: Story = { args: { by: 'shoe-size' } };
/** Visits do not know what was in the parcel. */
export const NotSegmentable: Story = { args: { by: 'brand' } };
/** Shown as it is, with a warning in words. */
export const LaterStageLarger: Story = {
  args: {
    table: 'dailyMeasures',
    compare: 'none',
    data: Array.from({ length: 28 }, (_, day) => ({
      date: `2026-10-${String(day + 1).padStart(2, '0')}`,
      sessions: 520 + 9 * (day % 7),
      sessionsWithProductView: 260 + 5 * (day % 7),
      sessionsWithAddToCart: 48 + (day % 5),
      // A buy-now button leads past the cart.
      sessionsWithCheckout: 83 + (day % 4),
      sessionsWithPurchase: 27 + (day % 3),
    })),
  },
};

export const Narrow: Story = { args: { place: { width: 280 } } };
export const NarrowByDevice: Story = { args: { period: fault, by: 'device', place: { width: 320 } } };
export const Wide: Story = { args: { place: { width: 1180 } } };
/** Where the page gives it more height, the bars take it. */
export const Tall: Story = {
  render: ({ place, ...settings }) => {
    const funnel = element('kpi-funnel', settings);
    funnel.style.height = '100%';
    return placed(funnel, { width: 720, height: 640, ...place });
  },
};
export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { place: { scheme: 'dark' } } };
export const DarkByDevice: Story = { args: { period: fault, by: 'device', place: { scheme: 'dark' } } };
export const HighContrast: Story = { args: { appearance: 'contrast' } };
export const InheritedTheme: Story = { args: { theme: 'inherit', place: { scheme: 'dark' } } };
export const Danish: Story = { args: { place: { lang: 'da' } } };
export const Polish: Story = { args: { place: { lang: 'pl' } } };
export const PolishNarrow: Story = { args: { place: { lang: 'pl', width: 320 } } };
export const TraditionalChinese: Story = { args: { place: { lang: 'zh-Hant' } } };
export const RightToLeft: Story = { args: { place: { dir: 'rtl' } } };
