import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { element } from './place.js';
import { wholeDays } from './shop.js';

const meta: Meta = {
  title: 'Start here/States',
  parameters: {
    docs: { description: { component: 'Every widget in every state, side by side: the toolbar turns all of them.' } },
  },
};
export default meta;

type Story = StoryObj;
type Tag = 'kpi-card' | 'kpi-trend' | 'kpi-funnel' | 'kpi-scorecard';

const widgets: Readonly<Record<Tag, object>> = {
  'kpi-card': { kpi: 'net-sales', target: '520000' },
  'kpi-trend': { kpi: 'net-sales' },
  'kpi-funnel': {},
  'kpi-scorecard': { kpi: 'net-sales order-count average-order-value conversion-rate' },
};

const never = () => new Promise<Response>(() => undefined);
const failing = () => new Response('', { status: 500 });

const states: Readonly<Record<string, object>> = {
  ready: { data: wholeDays },
  loading: { src: '/shop.json', request: never },
  empty: { data: wholeDays, period: '2020-01-01/2020-01-31' },
  'no data': {},
  error: { src: '/shop.json', request: failing },
};

function wall(tags: readonly Tag[], width: number): TemplateResult {
  return html`<main style="padding: 24px; display: grid; gap: 28px">
    ${Object.entries(states).map(
      ([state, settings]) =>
        html`<section>
          <h2 style="margin: 0 0 10px; font: 600 14px system-ui">${state}</h2>
          <div
            style=${`display: grid; gap: 16px; align-items: start; grid-template-columns: repeat(auto-fill, ${width}px)`}
          >
            ${tags.map((tag) => element(tag, { ...widgets[tag], ...settings }))}
          </div>
        </section>`,
    )}
  </main>`;
}

export const Wall: Story = { render: () => wall(Object.keys(widgets) as Tag[], 560) };
export const NarrowWall: Story = { render: () => wall(Object.keys(widgets) as Tag[], 280) };
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${wall(Object.keys(widgets) as Tag[], 420)}</div>`,
};
