import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { KpiPeriod, KpiProvider } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { shop } from './shop.js';

type Arguments = Partial<KpiPeriod> & { place?: Place; holder?: Partial<KpiProvider> };

const { argTypes } = getStorybookHelpers<KpiPeriod>('kpi-period');

/** A provider with its picker, and a card that follows it. */
const meta: Meta<Arguments> = {
  title: 'Period',
  component: 'kpi-period',
  argTypes,
  render: ({ place = {}, holder = {}, ...settings }) => {
    const provider = element('kpi-provider', { data: shop, ...holder });
    const card = element('kpi-card', { kpi: 'net-sales' });
    card.style.cssText = 'display: block; margin-top: 14px; max-width: 340px';
    provider.append(element('kpi-period', settings), card);
    // Room for what opens.
    return placed(html`<div style="min-height: 520px">${provider}</div>`, { width: 680, ...place });
  },
};
export default meta;

type Story = StoryObj<Arguments>;

async function insideOf(canvas: HTMLElement): Promise<ShadowRoot> {
  const picker = canvas.querySelector('kpi-period')!;
  const card = canvas.querySelector('kpi-card');
  while (!picker.matches(':state(ready)') || (card && !card.matches(':state(ready)')))
    await new Promise(requestAnimationFrame);
  return picker.shadowRoot!;
}

const opened =
  (list: 'period' | 'compare'): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const inside = await insideOf(canvasElement);
    inside.querySelector<HTMLElement>(`#${list}-button`)!.click();
    while (!inside.activeElement?.matches('[role=option]')) await new Promise(requestAnimationFrame);
  };

export const Closed: Story = {};
export const Periods: Story = { play: opened('period') };
export const Comparisons: Story = { play: opened('compare') };
export const FewPeriods: Story = { args: { periods: 'last-7-days last-28-days this-month' }, play: opened('period') };
/** An interval says its dates itself, a whole month its name. */
export const OwnDates: Story = {
  args: { holder: { period: '2025-10-01/2025-10-31', compare: 'previous-period' } },
  play: opened('period'),
};
export const EndBeforeStart: Story = {
  play: async (context) => {
    await opened('period')(context);
    const inside = await insideOf(context.canvasElement);
    const [start, end] = inside.querySelectorAll('input');
    start!.value = '2025-11-10';
    end!.value = '2025-11-01';
    inside.querySelector('form')!.requestSubmit();
  },
};
export const Dark: Story = {
  args: { holder: { appearance: 'dark' }, place: { scheme: 'dark' } },
  play: opened('period'),
};
export const Contrast: Story = { args: { holder: { appearance: 'contrast' } }, play: opened('period') };
export const Shopify: Story = { args: { holder: { theme: 'shopify' } }, play: opened('period') };
export const WordPress: Story = { args: { holder: { theme: 'wordpress' } }, play: opened('period') };
export const Compact: Story = { args: { holder: { density: 'compact' } } };
export const Narrow: Story = { args: { place: { width: 280 } } };
export const Danish: Story = { args: { place: { lang: 'da' } }, play: opened('period') };
export const Polish: Story = { args: { place: { lang: 'pl' } }, play: opened('compare') };
export const TraditionalChinese: Story = { args: { place: { lang: 'zh-Hant' } }, play: opened('period') };
export const RightToLeft: Story = { args: { place: { dir: 'rtl' } }, play: opened('period') };
/** Without data no dates are known, and every period can be chosen. */
export const WithoutData: Story = {
  render: ({ place = {} }) =>
    placed(html`<kpi-provider><kpi-period></kpi-period></kpi-provider>`, { width: 680, ...place }),
};
/** The provider that it names does not exist: said after a while, and forgotten when it comes. */
export const MissingProvider: Story = {
  render: ({ place = {} }) => placed(html`<kpi-period provider="nobody"></kpi-period>`, { width: 680, ...place }),
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('kpi-period')!;
    while (!picker.matches(':state(error)')) await new Promise((resolve) => setTimeout(resolve, 100));
  },
};
