import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html, render } from 'lit';
import type { KpiProvider } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { wholeDays } from './shop.js';

type Arguments = Partial<KpiProvider> & { place?: Place };

/** What a person does: a key in a widget's chart. */
async function press(widget: Element, ...keys: string[]): Promise<void> {
  while (!widget.shadowRoot?.querySelector('.chart > svg')) await new Promise(requestAnimationFrame);
  const chart = widget.shadowRoot.querySelector('.chart')!;
  for (const key of keys) chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

const { argTypes } = getStorybookHelpers<KpiProvider>('kpi-provider');

const widgets = html`
  <style>
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 14px;
      margin-bottom: 14px;
    }
  </style>
  <div class="row">
    <kpi-card kpi="net-sales" target="520000"></kpi-card>
    <kpi-card kpi="order-count"></kpi-card>
    <kpi-card kpi="conversion-rate"></kpi-card>
  </div>
  <kpi-trend kpi="net-sales"></kpi-trend>
`;

/** One data set and one set of settings for the widgets inside. */
const meta: Meta<Arguments> = {
  title: 'Provider',
  component: 'kpi-provider',
  argTypes,
  args: { data: wholeDays },
  render: ({ place = {}, ...settings }) => {
    const provider = element('kpi-provider', settings);
    render(widgets, provider);
    return placed(provider, { width: 820, ...place });
  },
};
export default meta;

type Story = StoryObj<Arguments>;

export const Shop: Story = {};
export const LastWeek: Story = { args: { period: 'last-7-days' } };
export const Dark: Story = { args: { appearance: 'dark', place: { scheme: 'dark' } } };
export const Danish: Story = { args: { lang: 'da' } };
export const Narrow: Story = { args: { place: { width: 320 } } };
/** What is wrong with the data is said by every widget that needs them. */
export const Broken: Story = { args: { data: '{"orders": [' } };
/** One inside another takes over what it does not set itself: here the data, and all but the period. */
export const Nested: Story = {
  render: ({ place = {}, ...settings }) => {
    const provider = element('kpi-provider', settings);
    render(
      html`
        <kpi-period></kpi-period>
        <kpi-provider period="last-7-days">
          <p>The last seven days, whatever is chosen above:</p>
          ${widgets}
        </kpi-provider>
      `,
      provider,
    );
    return placed(provider, { width: 820, ...place });
  },
};
/** A widget elsewhere in the page names its provider. */
export const ById: Story = {
  render: ({ place = {}, ...settings }) =>
    placed(
      html`${element('kpi-provider', { ...settings, id: 'the-shop' })}
        <kpi-period provider="the-shop"></kpi-period>
        <kpi-card provider="the-shop" kpi="net-sales" style="display: block; margin-top: 14px"></kpi-card>`,
      { width: 460, ...place },
    ),
};
/** A selected day, segment or stage filters the other widgets; a chip in each of them takes it back, and so does Escape. */
export const CrossFilter: Story = {
  args: { crossFilter: true },
  render: ({ place = {}, ...settings }) => {
    const provider = element('kpi-provider', settings);
    render(html`<kpi-period style="display: block; margin-bottom: 14px"></kpi-period>${widgets}`, provider);
    return placed(provider, { width: 820, ...place });
  },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('kpi-card[kpi="order-count"]')!;
    const trend = canvasElement.querySelector('kpi-trend')!;
    await press(trend, 'ArrowLeft', 'ArrowLeft', 'Enter');
    while (!card.shadowRoot?.querySelector('[part~=filter]')) await new Promise(requestAnimationFrame);
  },
};
/** No provider has the id that the card names: said after a while, and forgotten when one has it. */
export const Missing: Story = {
  render: ({ place = {} }) =>
    placed(html`<kpi-card provider="nobody" kpi="net-sales"></kpi-card>`, { width: 340, ...place }),
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('kpi-card')!;
    while (!card.matches(':state(error)')) await new Promise((resolve) => setTimeout(resolve, 100));
  },
};
