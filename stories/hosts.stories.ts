import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { wholeDays } from './shop.js';

const meta: Meta = {
  title: 'Start here/In other pages',
  parameters: {
    docs: {
      description: { component: 'Mock-ups of the pages that the widgets are pasted into, each with its preset.' },
    },
  },
};
export default meta;

type Story = StoryObj;

const widgets = (theme: string): TemplateResult => html`
  <kpi-provider theme=${theme} .data=${wholeDays} period="last-28-days">
    <div class="cards">
      <kpi-card kpi="net-sales" target="520000"></kpi-card>
      <kpi-card kpi="order-count"></kpi-card>
      <kpi-card kpi="conversion-rate"></kpi-card>
    </div>
    <kpi-trend kpi="net-sales"></kpi-trend>
    <kpi-scorecard kpi="net-sales average-order-value conversion-rate"></kpi-scorecard>
  </kpi-provider>
`;

const layout = html`<style>
  .host {
    display: grid;
    min-block-size: 100vh;
  }
  .host kpi-provider {
    display: grid;
    gap: 16px;
  }
  .host .cards {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
  }
  .host nav {
    display: grid;
    align-content: start;
    gap: 2px;
    padding: 12px;
  }
  .host main {
    min-inline-size: 0;
  }
</style>`;

export const ShopifyAdmin: Story = {
  render: () =>
    html`${layout}
      <style>
        .shopify {
          font:
            13px/20px Inter,
            system-ui,
            sans-serif;
          background: #f1f1f1;
          color: #303030;
          grid-template: 48px 1fr / minmax(0, 220px) minmax(0, 1fr);
        }
        .shopify header {
          grid-column: 1 / -1;
          padding: 14px 16px;
          background: #1a1a1a;
          color: #e3e3e3;
        }
        .shopify nav {
          background: #ebebeb;
        }
        .shopify nav span {
          padding: 4px 10px;
          border-radius: 8px;
        }
        .shopify nav b {
          padding: 4px 10px;
          border-radius: 8px;
          background: #fafafa;
          font-weight: 600;
        }
        .shopify main {
          padding: 20px 24px;
        }
        .shopify h1 {
          margin: 0 0 16px;
          font-size: 20px;
        }
      </style>
      <div class="host shopify">
        <header>Møbelhuset</header>
        <nav><span>Home</span><span>Orders</span><span>Products</span><b>Analytics</b></nav>
        <main>
          <h1>Analytics</h1>
          ${widgets('shopify')}
        </main>
      </div>`,
};

export const WordPressAdmin: Story = {
  render: () =>
    html`${layout}
      <style>
        .wordpress {
          font:
            13px/1.4 system-ui,
            sans-serif;
          background: #f0f0f1;
          color: #3c434a;
          grid-template: 32px 1fr / minmax(0, 160px) minmax(0, 1fr);
        }
        .wordpress header {
          grid-column: 1 / -1;
          padding: 7px 12px;
          background: #1d2327;
          color: #f0f0f1;
        }
        .wordpress nav {
          padding: 0;
          background: #1d2327;
          color: #f0f0f1;
        }
        .wordpress nav > * {
          padding: 8px 12px;
          font-weight: 400;
        }
        .wordpress nav b {
          background: #2271b1;
          color: #fff;
        }
        .wordpress main {
          padding: 10px 20px;
        }
        .wordpress h1 {
          margin: 0;
          padding: 9px 0 12px;
          font-size: 23px;
          font-weight: 400;
        }
      </style>
      <div class="host wordpress">
        <header>Møbelhuset</header>
        <nav><span>Dashboard</span><span>Posts</span><b>WooCommerce</b><span>Settings</span></nav>
        <main>
          <h1>Shop figures</h1>
          ${widgets('wordpress')}
        </main>
      </div>`,
};

/** Root size 62.5 %, a serif, its own colours: the widgets take type and ground from the text around them. */
export const Article: Story = {
  render: () =>
    html`<style>
        .article {
          max-inline-size: 640px;
          margin-inline: auto;
          padding: 40px 20px;
          background: #fbf7ef;
          color: #2b2420;
          font:
            18px/1.6 Georgia,
            'Times New Roman',
            serif;
        }
        .article h1 {
          font-size: 32px;
          line-height: 1.2;
        }
      </style>
      <main class="article">
        <h1>A quiet October, a loud November</h1>
        <p>Sales of the shop rose as the evenings grew darker, and most of the growth came from lamps.</p>
        <kpi-trend theme="inherit" kpi="net-sales" .data=${wholeDays} period="last-8-weeks" grain="week"></kpi-trend>
        <p>Each order was worth about as much as before:</p>
        <kpi-card theme="inherit" kpi="average-order-value" .data=${wholeDays}></kpi-card>
        <p>So it was the number of visits that made the difference, not what each of them bought.</p>
      </main>`,
};
