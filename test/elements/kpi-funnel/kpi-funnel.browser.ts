import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { KpiFunnel, KpiProvider } from '../../../src/index.js';
import { drawn, filled, said, until } from '../drawn.js';
import { shop, withVisits } from '../shop.js';

async function place(template: unknown, width = 720): Promise<HTMLElement> {
  const parent = await fixture<HTMLElement>(html`<div>${template}</div>`);
  parent.style.width = `${width}px`;
  return parent;
}

async function ready(template: unknown, width?: number): Promise<KpiFunnel> {
  const funnel = (await place(template, width)).querySelector('kpi-funnel')!;
  await until(funnel, 'ready');
  return funnel;
}

const all = <Kind extends Element>(funnel: KpiFunnel, selector: string) => [
  ...funnel.shadowRoot!.querySelectorAll<Kind>(selector),
];
const texts = (funnel: KpiFunnel, selector: string) => all(funnel, selector).map((each) => each.textContent.trim());
const chartOf = (funnel: KpiFunnel) => all<HTMLElement>(funnel, '.chart')[0]!;
const spoken = (funnel: KpiFunnel) => texts(funnel, '[aria-live]')[0];

/** Selects in the middle of a stage's bar. */
function click(funnel: KpiFunnel, stage: number): void {
  const { left, width, top, height } = all(funnel, 'rect.bar')[stage]!.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  chartOf(funnel).dispatchEvent(new PointerEvent('pointermove', at));
  chartOf(funnel).dispatchEvent(new MouseEvent('click', at));
}

describe('<kpi-funnel>', () => {
  it('counts 28 days of visits, stage by stage, against the 28 before', async () => {
    const funnel = await ready(html`<kpi-funnel .data=${withVisits}></kpi-funnel>`);
    // 28 days of 30 visits: 15 see a product, 5 fill a cart, 3 begin to pay, 2 buy.
    expect(texts(funnel, 'text.count')).to.deep.equal(['840', '420', '140', '84', '56']);
    expect(said(funnel, 'figure')).to.equal('6.7%');
    expect(said(funnel, 'change')).to.equal('=0.00 pp');
    expect(all(funnel, 'path.ghost')).to.have.lengthOf(5);
    expect(said(funnel, 'status')).to.contain(
      'The worst leak is between Product viewed and Added to cart: 280 sessions lost.',
    );
  });

  it('keeps its height from the first moment on, wide and narrow', async () => {
    for (const width of [720, 320]) {
      let answer: (response: Response) => void = () => undefined;
      const request = () => new Promise<Response>((resolve) => (answer = resolve));
      const parent = await place(
        html`<kpi-funnel src=${`/visits-${width}.json`} .request=${request}></kpi-funnel>`,
        width,
      );
      const funnel = parent.querySelector('kpi-funnel')!;
      await until(funnel, 'loading');
      const ahead = parent.getBoundingClientRect().height;
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer(Response.json(withVisits));
      await until(funnel, 'ready');
      expect(parent.getBoundingClientRect().height, `${width} px`).to.equal(ahead);
    }
  });

  it('stands in columns where there is room, else in a list, and clips nothing at 280 px', async () => {
    const funnel = await ready(html`<kpi-funnel lang="pl" .data=${withVisits}></kpi-funnel>`);
    const lefts = () => all(funnel, 'rect.bar').map((bar) => Math.round(bar.getBoundingClientRect().left));
    expect(new Set(lefts()).size).to.equal(5);
    funnel.parentElement!.style.width = '280px';
    await drawn(funnel);
    await drawn(funnel);
    expect(new Set(lefts()).size).to.equal(1);
    const { left, right } = funnel.getBoundingClientRect();
    for (const text of all(funnel, 'svg text')) {
      const box = text.getBoundingClientRect();
      expect(box.left, text.textContent).to.be.at.least(left);
      expect(box.right, text.textContent).to.be.at.most(right);
    }
  });

  it('runs from the right where the page does', async () => {
    const parent = await place(html`<kpi-funnel .data=${withVisits}></kpi-funnel>`);
    const funnel = parent.querySelector('kpi-funnel')!;
    await until(funnel, 'ready');
    parent.dir = 'rtl';
    await drawn(funnel);
    await drawn(funnel);
    const lefts = all(funnel, 'rect.bar').map((bar) => bar.getBoundingClientRect().left);
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => b - a));
    expect(lefts[0]).to.be.greaterThan(lefts[4]!);
    chartOf(funnel).focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await drawn(funnel);
    expect(spoken(funnel)).to.match(/^Product viewed: 420/);
  });

  it('is read stage by stage with the keyboard', async () => {
    const funnel = await ready(html`<kpi-funnel .data=${withVisits}></kpi-funnel>`);
    chartOf(funnel).focus();
    await sendKeys({ press: 'ArrowRight' });
    await drawn(funnel);
    expect(spoken(funnel)).to.equal('Sessions: 840.');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    await drawn(funnel);
    expect(spoken(funnel)).to.match(/^Added to cart: 140\. Of previous stage: 33\.3%/);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowRight' });
    await drawn(funnel);
    expect(spoken(funnel)).to.match(/^Purchased: 56\./);
    expect(all(funnel, 'rect.active')).to.have.lengthOf(1);
    await sendKeys({ press: 'Escape' });
    await drawn(funnel);
    expect(all(funnel, 'rect.active')).to.have.lengthOf(0);
  });

  it('tells which stage the person chose, by key and by pointer', async () => {
    const funnel = await ready(html`<kpi-funnel .data=${withVisits}></kpi-funnel>`);
    chartOf(funnel).focus();
    await sendKeys({ press: 'End' });
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const byKey = await oneEvent<CustomEvent<unknown>>(funnel, 'kpi-select');
    expect(byKey.detail).to.deep.equal({ stage: 'sessionsWithPurchase', value: 56 });
    expect(byKey.cancelable && byKey.bubbles && byKey.composed).to.equal(true);
    setTimeout(() => click(funnel, 2));
    const byPointer = await oneEvent<CustomEvent<unknown>>(funnel, 'kpi-select');
    expect(byPointer.detail).to.deep.equal({ stage: 'sessionsWithAddToCart', value: 140 });
  });

  it('marks the stage that filters the widgets around it', async () => {
    const parent = await place(
      html`<kpi-provider .data=${withVisits} cross-filter><kpi-funnel></kpi-funnel></kpi-provider>`,
    );
    const funnel = parent.querySelector('kpi-funnel')!;
    await until(funnel, 'ready');
    click(funnel, 3);
    await drawn(parent.querySelector<KpiProvider>('kpi-provider')!);
    await drawn(funnel);
    expect(all(funnel, 'rect.selected')).to.have.lengthOf(1);
    click(funnel, 3);
    await drawn(parent.querySelector<KpiProvider>('kpi-provider')!);
    await drawn(funnel);
    expect(all(funnel, 'rect.selected')).to.have.lengthOf(0);
  });

  it('compares segments, and tells which one was chosen', async () => {
    const funnel = await ready(html`<kpi-funnel by="channel" .data=${withVisits}></kpi-funnel>`);
    expect(texts(funnel, 'text.name').filter((name) => /Email|Organic|All/.test(name))).to.deep.equal([
      'All',
      'Email',
      'Organic search',
    ]);
    chartOf(funnel).focus();
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    await drawn(funnel);
    // Visits 1, 3 … 13 of each day.
    expect(spoken(funnel)).to.match(/^Email: Product viewed: 196\./);
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const { detail } = await oneEvent<CustomEvent<unknown>>(funnel, 'kpi-select');
    expect(detail).to.deep.equal({ stage: 'sessionsWithProductView', by: 'channel', segment: 'email', value: 196 });
  });

  it('takes its stages with names of their own, in another mode', async () => {
    const stages = [{ measure: 'sessions', heading: 'Came' }, 'sessionsWithPurchase'];
    const funnel = await ready(html`<kpi-funnel .stages=${stages} mode="open" .data=${withVisits}></kpi-funnel>`);
    expect(texts(funnel, '.path')).to.deep.equal(['Came → Purchased']);
    expect(said(funnel, 'heading')).to.equal('Funnel');
    expect(texts(funnel, '.notes')).to.include('Open funnel: every stage is counted on its own.');
    funnel.setAttribute('stages', 'sessionsWithAddToCart sessionsWithPurchase');
    await drawn(funnel);
    expect(texts(funnel, '.path')).to.deep.equal(['Added to cart → Purchased']);
  });

  it('has a table, a text, CSV and a picture of the same facts', async () => {
    const funnel = await ready(html`<kpi-funnel actions .data=${withVisits}></kpi-funnel>`);
    all<HTMLElement>(funnel, '.as-table')[0]!.click();
    await filled(funnel);
    expect(all(funnel, 'table tbody tr')).to.have.lengthOf(5);
    expect(texts(funnel, 'table tbody tr:last-child td').slice(0, 2)).to.deep.equal(['Purchased', '56']);
    expect(funnel.toText()).to.contain('Sessions: 840. Product viewed: 420');
    expect(funnel.toCSV().split('\r\n')).to.have.lengthOf(7);
    const picture = new DOMParser().parseFromString(funnel.toSVG(), 'image/svg+xml');
    expect(picture.querySelector('parsererror')).to.equal(null);
    expect(picture.documentElement.textContent).to.contain('Product viewed');
    expect(funnel.toSVG()).to.not.match(/class=|var\(/);
  });

  it('says in words what cannot be asked', async () => {
    for (const [settings, words] of [
      [{ stages: 'sessions' }, 'sessions sessionsWithPurchase'],
      [{ stages: 'sessions nonsense' }, 'nonsense'],
      [{ stages: 42 }, 'stages'],
      [{ mode: 'ajar' }, 'closed, open'],
      [{ window: 'a week' }, '7d'],
    ] as const) {
      const parent = await place(html`<kpi-funnel .data=${withVisits}></kpi-funnel>`);
      const funnel = Object.assign(parent.querySelector('kpi-funnel')!, settings);
      await until(funnel, 'error');
      expect(said(funnel, 'message'), JSON.stringify(settings)).to.contain(words);
    }
  });

  it('says what is missing: visits, or the dimension', async () => {
    const parent = await place(html`<kpi-funnel .data=${shop}></kpi-funnel>`);
    const funnel = parent.querySelector('kpi-funnel')!;
    await until(funnel, 'empty');
    expect(said(funnel, 'message')).to.contain('Sessions');
    const split = await ready(html`<kpi-funnel by="brand" .data=${withVisits}></kpi-funnel>`);
    expect(said(split, 'message')).to.contain('Brand');
  });

  it('warns of a later stage that is larger', async () => {
    const data = [{ date: '2025-11-20', sessions: 100, sessionsWithAddToCart: 20, sessionsWithCheckout: 30 }];
    const funnel = await ready(
      html`<kpi-funnel table="dailyMeasures" compare="none" period="2025-11-20/2025-11-20" .data=${data}></kpi-funnel>`,
    );
    expect(texts(funnel, '.terms .notes')).to.include(
      'More reached Checkout started than Added to cart: the rest entered there.',
    );
    expect(texts(funnel, 'svg text')).to.include('+10 entered here');
  });
});
