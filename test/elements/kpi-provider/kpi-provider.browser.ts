import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiCard } from '../../../src/index.js';
import { drawn, said, until } from '../drawn.js';
import { orderLines, shop } from '../shop.js';

const card = (root: ParentNode) => root.querySelector<KpiCard>('kpi-card')!;

describe('<kpi-provider>', () => {
  it('gives its data set and its settings to the widgets inside', async () => {
    const provider = await fixture(
      html`<kpi-provider .data=${shop} period="last-7-days" lang="da"
        ><kpi-card kpi="order-count"></kpi-card
      ></kpi-provider>`,
    );
    await until(card(provider), 'ready');
    expect(said(card(provider), 'heading')).to.equal('Antal ordrer');
    expect(card(provider).result?.window?.start).to.equal('2025-11-14');
  });

  it('gives them through shadow roots', async () => {
    const provider = await fixture(html`<kpi-provider .data=${shop}><section></section></kpi-provider>`);
    const root = provider.querySelector('section')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<kpi-card kpi="order-count"></kpi-card>';
    await until(card(root), 'ready');
  });

  it('gives way to what a widget sets itself', async () => {
    const provider = await fixture(
      html`<kpi-provider .data=${shop} period="last-7-days">
        <kpi-card kpi="order-count" period="last-14-days"></kpi-card>
      </kpi-provider>`,
    );
    await until(card(provider), 'ready');
    expect(card(provider).result?.window?.start).to.equal('2025-11-07');
  });

  it('is read a widget’s own way where the widget says how', async () => {
    const data = { ...shop, timeZone: undefined };
    const provider = await fixture(
      html`<kpi-provider .data=${data} time-zone="UTC">
        <kpi-card kpi="order-count" time-zone="Asia/Tokyo"></kpi-card>
      </kpi-provider>`,
    );
    await until(card(provider), 'ready');
    expect(card(provider).result?.window?.timeZone).to.equal('Asia/Tokyo');
  });

  it('changes its widgets when it changes', async () => {
    const provider = await fixture<HTMLElement & { period: string; data: unknown }>(
      html`<kpi-provider .data=${shop}><kpi-card kpi="order-count"></kpi-card></kpi-provider>`,
    );
    await until(card(provider), 'ready');
    provider.period = 'last-7-days';
    await drawn(card(provider));
    expect(card(provider).result?.window?.start).to.equal('2025-11-14');
    provider.data = { ...shop, orderLines: orderLines.slice(-1) };
    await aTimeout(50);
    await until(card(provider), 'ready');
    expect(said(card(provider), 'figure')).to.equal('1');
  });

  it('is found by its id from anywhere in the document, also when it comes later', async () => {
    const place = await fixture<HTMLElement>(html`<div><kpi-card provider="late" kpi="order-count"></kpi-card></div>`);
    await drawn(card(place));
    expect(card(place).matches(':state(loading)')).to.equal(true);
    const provider = document.createElement('kpi-provider');
    provider.id = 'late';
    provider.data = shop;
    place.prepend(provider);
    await until(card(place), 'ready');
  });

  it('hands on another language when its own changes', async () => {
    const provider = await fixture<HTMLElement>(
      html`<kpi-provider .data=${shop} lang="da"><kpi-card kpi="order-count"></kpi-card></kpi-provider>`,
    );
    await waitUntil(() => said(card(provider), 'heading') === 'Antal ordrer');
    provider.lang = 'pl';
    await waitUntil(() => said(card(provider), 'heading') === 'Liczba zamówień');
    provider.removeAttribute('lang');
    await waitUntil(() => said(card(provider), 'heading') === 'Orders');
  });

  it('that is named wins over the one around', async () => {
    const place = await fixture(
      html`<div>
        <kpi-provider id="named" .data=${shop} period="last-7-days"></kpi-provider>
        <kpi-provider .data=${shop} period="last-14-days">
          <kpi-card provider="named" kpi="order-count"></kpi-card>
        </kpi-provider>
      </div>`,
    );
    await until(card(place), 'ready');
    expect(card(place).result?.window?.start).to.equal('2025-11-14');
  });

  it('passes its error on to its widgets', async () => {
    const provider = await fixture(
      html`<kpi-provider data="{" .data=${'{"orders": ['}><kpi-card kpi="order-count"></kpi-card></kpi-provider>`,
    );
    await until(card(provider), 'error');
    expect(said(card(provider), 'message')).to.contain('data');
  });

  it('asks its address once for all widgets, and keeps the last figures when a refresh fails', async () => {
    let asked = 0;
    let status = 200;
    const request = () => {
      asked += 1;
      return new Response(JSON.stringify(shop), { status });
    };
    const provider = await fixture<HTMLElement & { refresh: () => Promise<void> }>(
      html`<kpi-provider src="/shop.json" .request=${request} as-of="latest">
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="net-sales"></kpi-card>
      </kpi-provider>`,
    );
    await until(card(provider), 'ready');
    expect(asked).to.equal(1);
    status = 404;
    await provider.refresh();
    await drawn(card(provider));
    expect(asked).to.equal(2);
    expect(card(provider).matches(':state(ready):state(stale)')).to.equal(true);
    expect(card(provider).shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Could not be updated');
    status = 200;
    await card(provider).refresh();
    await drawn(card(provider));
    expect(card(provider).matches(':state(stale)')).to.equal(false);
  });
});
