import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html, render } from 'lit';
import type { KpiProvider } from '../src/index.js';
import { element, placed } from './place.js';
import type { Place } from './place.js';
import { wholeDays } from './shop.js';

type Arguments = Partial<KpiProvider> & { place?: Place };

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
