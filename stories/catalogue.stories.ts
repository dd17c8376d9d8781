import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent } from 'storybook/test';
import { showCatalogue } from '../demo/catalogue.js';
import styles from '../demo/catalogue.css?inline';
import { nordicTargets } from '../demo/nordic-shop/targets.js';
import { patiently } from './play.js';
import { visits } from './visits.js';

const meta: Meta = {
  title: 'Start here/Catalogue',
  parameters: {
    layout: 'fullscreen',
    docs: {
      description: {
        component:
          'Every KPI with its definition, formula and data, in the language of the toolbar, over the Nordic shop.',
      },
    },
  },
};
export default meta;

type Story = StoryObj;

export const Catalogue: Story = {
  render: (_, { globals }) => html`
    <style>
      ${styles}
    </style>
    <kpi-provider .data=${visits} .settings=${{ targets: nordicTargets }}>
      <main
        class="catalogue"
        ${ref((host) => {
          if (host) void showCatalogue(host as HTMLElement, (globals['language'] as string) || 'en');
        })}
      ></main>
    </kpi-provider>
  `,
};

/** A search looks through names, definitions, formulas and fields. */
export const Search: Story = {
  ...Catalogue,
  play: async ({ canvasElement }) => {
    const all = () => canvasElement.querySelectorAll('article').length;
    await patiently(() => expect(all()).toBeGreaterThan(20));
    await userEvent.type(canvasElement.querySelector('input')!, 'refundedAt');
    await patiently(() => expect(all()).toBe(0));
    await userEvent.clear(canvasElement.querySelector('input')!);
    await userEvent.type(canvasElement.querySelector('input')!, 'abandon');
    await patiently(() => expect(canvasElement.querySelector('article')?.id).toBe('cart-abandonment-rate'));
  },
};
