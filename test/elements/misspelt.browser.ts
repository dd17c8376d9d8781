import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { KpiCard, KpiProvider } from '../../src/index.js';
import { upgrade } from '../../src/embed/upgrade.js';
import { until } from './drawn.js';
import { shop } from './shop.js';

/** What is warned of while this runs, and until the page has been idle. */
async function warnings(run: () => Promise<unknown>): Promise<readonly string[]> {
  const told: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void told.push(words.join(' '));
  try {
    await run();
    await new Promise((resolve) => setTimeout(resolve, 400));
  } finally {
    console.warn = warn;
  }
  return told.filter((text) => text.includes('no such attribute'));
}

/** A card with these attributes, once it is drawn. */
async function cardWith(attributes: Readonly<Record<string, string>>): Promise<KpiCard> {
  const card = document.createElement('kpi-card');
  for (const [name, value] of Object.entries({ kpi: 'order-count', ...attributes })) card.setAttribute(name, value);
  card.data = shop;
  (await fixture(html`<div></div>`)).append(card);
  await until(card, 'ready');
  return card;
}

describe('an attribute that does nothing', () => {
  for (const [name, hint] of [
    ['perid', 'Is "period" meant?'],
    ['curency', 'Is "currency" meant?'],
    ['asof', 'Is "as-of" meant?'],
    ['data-kpi-period', 'Is "period" meant?'],
    ['refresh', 'Is "refresh-every" meant?'],
    ['stages', '<kpi-funnel> has it.'],
    ['mark', '<kpi-trend> has it.'],
    ['settings', 'Set the property "settings" in a script.'],
    ['kpi-definitions', 'Set the property "kpiDefinitions" in a script.'],
  ] as const) {
    it(`is told on the console with what was meant: ${name}`, async () => {
      const told = await warnings(() => cardWith({ [name]: 'x' }));
      expect(told).to.deep.equal([`<kpi-card ${name}>: there is no such attribute. ${hint}`]);
    });
  }

  it('is told once a page', async () => {
    const told = await warnings(() => Promise.all([cardWith({ gain: 'x', grian: 'x' }), cardWith({ grian: 'x' })]));
    // Which of the two has its idle moment first is the engine's.
    expect(told.toSorted()).to.deep.equal([
      '<kpi-card gain>: there is no such attribute. Is "grain" meant?',
      '<kpi-card grian>: there is no such attribute. Is "grain" meant?',
    ]);
  });

  it('is told of a provider, and of a widget that it gives data', async () => {
    const told = await warnings(async () => {
      const provider = await fixture<KpiProvider>(
        html`<kpi-provider time-zoen="UTC" .data=${shop}
          ><kpi-card kpi="order-count" wehre="x"></kpi-card
        ></kpi-provider>`,
      );
      await until(provider.querySelector<KpiCard>('kpi-card')!, 'ready');
    });
    expect(told).to.have.members([
      '<kpi-provider time-zoen>: there is no such attribute. Is "time-zone" meant?',
      '<kpi-card wehre>: there is no such attribute. Is "where" meant?',
    ]);
  });

  it('is told where nothing else gives the widget its data', async () => {
    const card = await fixture<KpiCard>(html`<kpi-card kpi="order-count" scr="/orders.json"></kpi-card>`);
    const told = await warnings(() => until(card, 'empty').then(() => new Promise((done) => setTimeout(done, 3200))));
    expect(told).to.deep.equal(['<kpi-card scr>: there is no such attribute. Is "src" meant?']);
  });

  it('is told of a pasted snippet by the name that stands there', async () => {
    const told = await warnings(async () => {
      const div = await fixture<HTMLElement>(
        html`<div data-kpi-element="kpi-card" data-kpi="order-count" data-kpi-perid="all">
          <script type="text/csv">
            orderId,placedAt,grossSales
            1,2026-03-02,10
          </script>
        </div>`,
      );
      upgrade(div);
      await until(div.querySelector<KpiCard>('kpi-card')!, 'ready');
    });
    expect(told).to.deep.equal(['<kpi-card data-kpi-perid>: there is no such attribute. Is "data-kpi-period" meant?']);
  });

  it('is left alone where it is the page’s, a framework’s or HTML’s own', async () => {
    const own =
      'id class style title lang dir hidden tabindex role slot part exportparts is nonce inert popover draggable ' +
      'translate spellcheck accesskey autofocus itemprop itemscope itemid itemref itemtype contenteditable name type ' +
      'width height loading key ref label for align autocapitalize enterkeyhint inputmode anchor writingsuggestions ' +
      'aria-label aria-hidden aria-current aria-controls data-id data-period data-testid data-kpi onclick onload ' +
      '_ngcontent-abc-c12 _nghost-abc ng-version ng-reflect-kpi v-if v-cloak v-value x-data x-bind:kpi wire:model ' +
      'wire:target hx-get hx-target hx-trigger :kpi @click .data v-on:click xml:lang xmlns s-1 slot-scope test-id';
    const parsed = document.createElement('div');
    parsed.innerHTML = `<kpi-card kpi="order-count" ${own
      .replaceAll('hidden ', '')
      .split(' ')
      .map((name) => `${name}="x"`)
      .join(' ')}></kpi-card>`;
    const card = parsed.querySelector('kpi-card')!;
    card.data = shop;
    expect(
      await warnings(async () => {
        (await fixture(html`<div></div>`)).append(parsed);
        await until(card, 'ready');
      }),
    ).to.deep.equal([]);
  });
});
