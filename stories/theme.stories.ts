import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { wholeDays } from './shop.js';

const meta: Meta = { title: 'Themes', parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

const sheet = html`<style>
  .grounds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
  }
  .ground {
    display: grid;
    gap: 12px;
    align-content: start;
    padding: 18px;
    font-family: Georgia, 'DejaVu Serif', serif;
  }
  .ground h2 {
    margin: 0;
    font-size: 14px;
  }
</style>`;

const widgets = html`
  <kpi-card kpi="net-sales" target="520000"></kpi-card>
  <kpi-card heading="Revenue" value="1240" previous="1100" currency="EUR"></kpi-card>
  <kpi-trend kpi="net-sales order-count" grain="week"></kpi-trend>
`;

const ground = (title: string, style: string, content: TemplateResult) =>
  html`<section class="ground" style=${style}>
    <h2>${title}</h2>
    ${content}
  </section>`;

const grounds = (content: unknown) =>
  html`${sheet}
    <main class="grounds">${content}</main>`;

const scheme = {
  light: 'color-scheme: light; background: #f1f2f4; color: #171a24',
  dark: 'color-scheme: dark; background: #0b0c0f; color: #f0f2f5',
};

const preset = (theme: string, appearance: string, style: string) =>
  ground(
    `${theme}, ${appearance}`,
    style,
    html`<kpi-provider theme=${theme} appearance=${appearance} .data=${wholeDays}>${widgets}</kpi-provider>`,
  );

const inEveryAppearance = (theme: string) =>
  grounds([
    preset(theme, 'light', scheme.light),
    preset(theme, 'dark', scheme.dark),
    preset(theme, 'contrast', scheme.light),
    preset(theme, 'contrast', scheme.dark),
  ]);

export const Default: Story = { render: () => inEveryAppearance('default') };

/** For the Shopify admin. */
export const Shopify: Story = { render: () => inEveryAppearance('shopify') };

/** For the WordPress admin. */
export const WordPress: Story = { render: () => inEveryAppearance('wordpress') };

const hosts = {
  white: 'background: #fff; color: #202020',
  'an admin page': 'background: #f0f0f1; color: #3c434a',
  paper: 'background: #f6ecd9; color: #43331f',
  'a light grey': 'background: #cfd4da; color: #111',
  'a mid-tone': 'background: #6b6f76; color: #fff',
  'a strong colour': 'background: #2563eb; color: #fff',
  navy: 'background: #12233f; color: #e6edf7',
  'near black': 'background: #0c0d10; color: #e8e8e8',
};

/** Type, text and ground are the page's; verdicts and series are coloured as far as the ground bears it. */
export const Inherit: Story = {
  render: () =>
    grounds(
      Object.entries(hosts).map(([name, style]) =>
        ground(`On ${name}`, style, html`<kpi-provider theme="inherit" .data=${wholeDays}>${widgets}</kpi-provider>`),
      ),
    ),
};

/** A dark provider holds a light one of another preset; one widget has a look of its own; a page's accent wins. */
export const Nested: Story = {
  render: () =>
    grounds(
      ground(
        'Shopify, dark',
        scheme.dark,
        html`<kpi-provider theme="shopify" appearance="dark" .data=${wholeDays}>
          <kpi-card kpi="net-sales"></kpi-card>
          <kpi-card kpi="net-sales" heading="A look of its own" theme="default" appearance="light"></kpi-card>
          <div style="--kpi-accent: #e8a33d">
            <kpi-card kpi="net-sales" heading="The page’s accent"></kpi-card>
          </div>
          <kpi-provider theme="wordpress" appearance="light" .data=${wholeDays}>
            <kpi-card kpi="net-sales" heading="WordPress, light, inside"></kpi-card>
          </kpi-provider>
        </kpi-provider>`,
      ),
    ),
};
