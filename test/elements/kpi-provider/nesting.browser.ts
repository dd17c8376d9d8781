import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import { Cube } from '../../../src/core/dataset/cube.js';
import type { KpiCard, KpiProvider } from '../../../src/index.js';
import { drawn, said, until } from '../drawn.js';
import { orderLines, shop } from '../shop.js';

const card = (root: ParentNode) => root.querySelector<KpiCard>('kpi-card')!;
const start = (root: ParentNode) => card(root).result?.window?.start;

/** Answers with the shop, and counts how often it is asked. */
function counted() {
  const asked = { times: 0 };
  const request = () => {
    asked.times += 1;
    return new Response(JSON.stringify(shop));
  };
  return { asked, request };
}

describe('<kpi-provider> in a page', () => {
  // The first one to need it would wait for it.
  before(() => import('../../../src/elements/engine.part.js'));

  it('fetches once and reads once for all its widgets, whatever setting changes', async () => {
    const { asked, request } = counted();
    let rows = 0;
    const prepare = (row: Record<string, unknown>) => {
      rows += 1;
      return row;
    };
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider src="/once.json" .request=${request} .prepare=${prepare}>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="net-sales"></kpi-card>
        <kpi-trend kpi="order-count" by="channel"></kpi-trend>
        <kpi-provider period="last-7-days"><kpi-card kpi="net-sales"></kpi-card></kpi-provider>
      </kpi-provider>`,
    );
    const cards = [...provider.querySelectorAll('kpi-card')];
    await Promise.all(cards.map((one) => until(one, 'ready')));
    const { length } = orderLines;
    expect([asked.times, rows]).to.deep.equal([1, length]);
    Object.assign(provider, {
      period: 'last-14-days',
      compare: 'none',
      where: 'channel=email',
      theme: 'inherit',
      appearance: 'dark',
      density: 'compact',
      weekStart: 'sunday',
      asOf: '2025-11-10',
      lang: 'da',
    });
    await aTimeout(100);
    await Promise.all(cards.map((one) => until(one, 'ready')));
    expect(cards.map(({ result }) => result?.window?.start)).to.deep.equal(['2025-10-28', '2025-10-28', '2025-11-04']);
    expect([asked.times, rows]).to.deep.equal([1, length]);
  });

  it('rolls the rows up once for all widgets that ask for the same', async () => {
    // Widgets of other tests may still be answering.
    const own = { ...shop, orderLines: orderLines.slice(1) };
    const cubes = new Set<Cube>();
    const cells = Reflect.get(Cube.prototype, 'cells');
    Cube.prototype.cells = function (recipe) {
      if (this.segmentOf.length === own.orderLines.length) cubes.add(this);
      return Reflect.apply(cells, this, [recipe]);
    };
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider .data=${own}>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="order-count" where="channel=email"></kpi-card>
        <kpi-card kpi="order-count" where="channel=organic-search" period="last-7-days"></kpi-card>
        <kpi-trend kpi="order-count"></kpi-trend>
        <kpi-trend kpi="order-count" by="channel"></kpi-trend>
      </kpi-provider>`,
    );
    await Promise.all([...provider.querySelectorAll<KpiCard>('*')].map((one) => until(one, 'ready')));
    Cube.prototype.cells = cells;
    expect([...cubes].map(({ dimensions }) => dimensions.join()).sort()).to.deep.equal(['', 'channel']);
  });

  it('takes over from the one around it what it does not set itself', async () => {
    const outer = await fixture<KpiProvider>(
      html`<kpi-provider .data=${shop} period="last-7-days" lang="da" theme="inherit">
        <kpi-provider id="inner" period="last-14-days" density="compact">
          <kpi-card kpi="order-count"></kpi-card>
        </kpi-provider>
      </kpi-provider>`,
    );
    await until(card(outer), 'ready');
    expect(start(outer)).to.equal('2025-11-07');
    expect(said(card(outer), 'heading')).to.equal('Antal ordrer');
    const base = card(outer).shadowRoot!.querySelector('.base')!;
    expect([...base.classList]).to.include.members(['inherit', 'compact']);
    outer.querySelector<KpiProvider>('#inner')!.period = undefined;
    await drawn(card(outer));
    expect(start(outer)).to.equal('2025-11-14');
    outer.period = 'last-28-days';
    await drawn(card(outer));
    expect(start(outer)).to.equal('2025-10-24');
  });

  it('has data of its own inside another one', async () => {
    const few = { ...shop, orderLines: orderLines.slice(-1) };
    const outer = await fixture(
      html`<kpi-provider .data=${shop} period="all">
        <kpi-provider .data=${few}><kpi-card kpi="order-count"></kpi-card></kpi-provider>
      </kpi-provider>`,
    );
    await until(card(outer), 'ready');
    expect(said(card(outer), 'figure')).to.equal('1');
  });

  it('reads the other one’s rows in its own way', async () => {
    const outer = await fixture(
      html`<kpi-provider .data=${{ ...shop, timeZone: undefined }} time-zone="UTC">
        <kpi-provider time-zone="Asia/Tokyo"><kpi-card kpi="order-count"></kpi-card></kpi-provider>
      </kpi-provider>`,
    );
    await until(card(outer), 'ready');
    expect(card(outer).result?.window?.timeZone).to.equal('Asia/Tokyo');
  });

  it('refreshes for widgets of a provider inside', async () => {
    const { asked, request } = counted();
    const outer = await fixture(
      html`<kpi-provider src="/nested.json" .request=${request}>
        <kpi-provider><kpi-card kpi="order-count"></kpi-card></kpi-provider>
      </kpi-provider>`,
    );
    await until(card(outer), 'ready');
    await card(outer).refresh();
    expect(asked.times).to.equal(2);
  });

  it('may come around another one that is there already', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <kpi-provider id="first"><kpi-card kpi="order-count"></kpi-card></kpi-provider>
      </div>`,
    );
    await until(card(place), 'empty');
    const outer = Object.assign(document.createElement('kpi-provider'), { data: shop });
    place.append(outer);
    outer.append(place.querySelector('#first')!);
    await until(card(place), 'ready');
  });

  it('may come between a widget and the one around', async () => {
    const place = await fixture<HTMLElement>(
      html`<kpi-provider .data=${shop}
        ><section><kpi-card kpi="order-count"></kpi-card></section
      ></kpi-provider>`,
    );
    await until(card(place), 'ready');
    const inner = Object.assign(document.createElement('kpi-provider'), { period: 'last-7-days' });
    inner.append(card(place));
    place.querySelector('section')!.append(inner);
    await until(card(place), 'ready');
    expect(start(place)).to.equal('2025-11-14');
  });

  it('may be upgraded after its widgets, with what was set on it before', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const late = document.implementation.createHTMLDocument().createElement('kpi-provider');
    Object.assign(late, { data: shop, period: 'last-7-days' });
    late.append(document.createElement('kpi-card'));
    card(late).setAttribute('kpi', 'order-count');
    place.append(late);
    await until(card(place), 'ready');
    expect(start(place)).to.equal('2025-11-14');
  });

  it('does not fall into a ring of providers', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <kpi-provider id="ring-a" provider="ring-b" .data=${shop}></kpi-provider>
        <kpi-provider id="ring-b" provider="ring-a"><kpi-card kpi="order-count"></kpi-card></kpi-provider>
      </div>`,
    );
    await drawn(card(place));
    let updates = 0;
    for (const one of place.querySelectorAll<KpiProvider>('kpi-provider'))
      one.addController({ hostUpdate: () => (updates += 1) });
    await aTimeout(100);
    expect(updates).to.equal(0);
  });

  it('keeps its figures when it is taken out and put back, without fetching anew', async () => {
    const { asked, request } = counted();
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider id="moved" src="/moved.json" .request=${request}>
        <kpi-card kpi="order-count"></kpi-card>
      </kpi-provider>`,
    );
    const place = provider.parentElement!;
    const named = Object.assign(document.createElement('kpi-card'), { kpi: 'order-count', provider: 'moved' });
    place.append(named);
    await until(named, 'ready');
    provider.remove();
    await drawn(named);
    expect(named.matches(':state(loading)')).to.equal(true);
    place.prepend(provider);
    await until(named, 'ready');
    await until(card(provider), 'ready');
    expect(asked.times).to.equal(1);
  });
});

describe('a provider’s id', () => {
  it('is found from within shadow roots, the nearest one first', async () => {
    const place = await fixture<HTMLElement>(html`
      <div>
        <kpi-provider id="shop" .data=${shop} period="last-7-days"></kpi-provider>
        <section></section>
      </div>
    `);
    const root = place.querySelector('section')!.attachShadow({ mode: 'closed' });
    root.innerHTML = '<kpi-card kpi="order-count" provider="shop"></kpi-card>';
    await until(card(root), 'ready');
    expect(start(root)).to.equal('2025-11-14');
    const own = Object.assign(document.createElement('kpi-provider'), { data: shop, period: 'last-14-days' });
    own.id = 'shop';
    root.append(own);
    await drawn(card(root));
    await until(card(root), 'ready');
    expect(start(root)).to.equal('2025-11-07');
  });

  it('may be given late, and to another one', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <kpi-card provider="named-late" kpi="order-count"></kpi-card>
        <kpi-provider .data=${shop} period="last-7-days"></kpi-provider>
        <kpi-provider .data=${shop} period="last-14-days"></kpi-provider>
      </div>`,
    );
    const [first, second] = place.querySelectorAll('kpi-provider');
    await drawn(card(place));
    first!.id = 'named-late';
    await until(card(place), 'ready');
    expect(start(place)).to.equal('2025-11-14');
    first!.id = '';
    second!.id = 'named-late';
    await drawn(card(place));
    expect(start(place)).to.equal('2025-11-07');
  });

  it('that nobody has is an error in words, after some time, until somebody has it', async () => {
    const place = await fixture<HTMLElement>(
      html`<div lang="da"><kpi-card provider="nobody" kpi="order-count"></kpi-card></div>`,
    );
    const one = card(place);
    let error: { code: string } | undefined;
    one.addEventListener(
      'kpi-error',
      (event) => ({ error } = (event as CustomEvent<{ error: { code: string } }>).detail),
    );
    await drawn(one);
    expect(one.matches(':state(loading)')).to.equal(true);
    await aTimeout(3100);
    await until(one, 'error');
    expect(said(one, 'message')).to.contain('på siden').and.to.contain('<kpi-provider id="nobody">');
    expect(error?.code).to.equal('unknown-provider');
    await expect(one).to.be.accessible();
    const provider = Object.assign(document.createElement('kpi-provider'), { data: shop, id: 'nobody' });
    place.append(provider);
    await until(one, 'ready');
    // And again when it goes.
    provider.remove();
    await aTimeout(3100);
    await until(one, 'error');
  }).timeout(12000);

  it('keeps even a widget with data of its own from showing them in the wrong terms', async () => {
    const place = await fixture<HTMLElement>(
      html`<div><kpi-card provider="terms" kpi="order-count" .data=${shop}></kpi-card></div>`,
    );
    await aTimeout(100);
    expect(card(place).matches(':state(loading)')).to.equal(true);
    place.append(Object.assign(document.createElement('kpi-provider'), { id: 'terms', period: 'last-7-days' }));
    await until(card(place), 'ready');
    expect(start(place)).to.equal('2025-11-14');
  });
});
