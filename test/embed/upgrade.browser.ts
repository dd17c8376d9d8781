import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define.js';
import { upgrade } from '../../src/embed/upgrade.js';

const csv = 'date,orders,netSales\n2026-11-01,41,18250.5\n2026-11-02,38,16990\n2026-11-03,44,19120';
const table = `<table>${csv
  .split('\n')
  .map((row) => `<tr>${row.replace(/[^,]+/g, '<td>$&</td>').replaceAll(',', '')}</tr>`)
  .join('')}</table>`;
const given = 'data-kpi-value="1240.5" data-kpi-previous="1100" data-kpi-unit="currency" data-kpi-currency="EUR"';

/** The page under test: a part of the document, 400 px wide. */
let page: HTMLElement;

/** Parses a page's text, scripts included but not run, as a page builder would insert it. */
function put(text: string, into: Element = page): HTMLElement {
  into.append(document.createRange().createContextualFragment(text));
  return into.lastElementChild as HTMLElement;
}

function widgetIn(div: Element): LitElement {
  const widgets = [...div.children].filter(({ localName }) => localName.startsWith('kpi-'));
  expect(widgets).to.have.length(1);
  return widgets[0] as LitElement;
}

async function inState(div: Element, state: string): Promise<LitElement> {
  await waitUntil(() => div.querySelector(`:scope > :state(${state})`), `${div.outerHTML} is ${state}`);
  await settled();
  return widgetIn(div);
}

/** Sizes are observed after a frame, and drawn in the next. */
const settled = async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
};

const isSeen = (element: Element) => element.getClientRects().length > 0;
const textOf = (widget: Element) =>
  widget.shadowRoot?.querySelector('.layout')?.textContent?.replace(/\s+/g, ' ').trim();

function drawingOf(widget: LitElement) {
  const { width, height } = widget.getBoundingClientRect();
  // What Lit leaves between the nodes is its own affair.
  const markup = widget.shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '');
  // A tenth of a pixel is what an engine may round.
  return { width: width.toFixed(1), height: height.toFixed(1), markup };
}

describe('a pasted div', () => {
  // Every module of the source is a resource of the page: the list of them ends at 250.
  before(() => performance.setResourceTimingBufferSize(5000));
  // The first one to need it would wait for it.
  before(() => import('../../src/elements/engine.part.js'));

  before(() => upgrade());

  beforeEach(() => {
    page = document.createElement('div');
    page.style.width = '400px';
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('draws what the tag draws: given figures', async () => {
    const tag = put(
      '<kpi-card heading="Revenue" value="1240.5" previous="1100" unit="currency" currency="EUR"></kpi-card>',
    );
    const div = put(`<div data-kpi-element="kpi-card" data-kpi-heading="Revenue" ${given}></div>`);
    await inState(page, 'ready');
    const widget = await inState(div, 'ready');
    expect(textOf(widget)).to.contain('1,240.50');
    expect(drawingOf(widget)).to.deep.equal(drawingOf(tag as LitElement));
    expect(div.offsetHeight).to.equal(tag.offsetHeight);
  });

  for (const [form, data] of [
    ['a table', table],
    ['CSV', `<script type="text/csv">${csv}</script>`],
  ] as const) {
    for (const tagName of ['kpi-card', 'kpi-trend']) {
      it(`draws what the tag draws: ${tagName} from ${form} between the tags`, async () => {
        const settings = { currency: 'DKK', 'time-zone': 'Europe/Copenhagen', period: 'all' };
        const attributes = (prefix: string) =>
          Object.entries(settings)
            .map(([name, value]) => `${prefix}${name}="${value}"`)
            .join(' ');
        put(`<div><${tagName} kpi="net-sales" ${attributes('')}>${data}</${tagName}></div>`);
        put(`<div data-kpi-element="${tagName}" data-kpi="net-sales" ${attributes('data-kpi-')}>${data}</div>`);
        const [around, div] = page.children as unknown as [HTMLElement, HTMLElement];
        const tag = await inState(around, 'ready');
        const widget = await inState(div, 'ready');
        expect(widget.shadowRoot?.querySelector('.chart svg :is(path, rect)')).to.exist;
        expect(drawingOf(widget)).to.deep.equal(drawingOf(tag));
      });
    }
  }

  it('fills its place as the tag would: cards of a row are equally high', async () => {
    page.style.display = 'grid';
    page.style.gridTemplateColumns = '1fr 1fr';
    put(`<div data-kpi-element="kpi-card" data-kpi-target="1500" ${given}></div>`);
    put(`<div data-kpi-element="kpi-card" ${given}></div>`);
    const [tall, short] = [...page.children] as [Element, Element];
    const heights = [await inState(tall, 'ready'), await inState(short, 'ready')].map((widget) => widget.offsetHeight);
    expect(heights[0]).to.equal(heights[1]);
  });

  it('keeps its content in the light DOM, hides it once the widget is ready', async () => {
    const div = put(
      '<div data-kpi-element="kpi-card" data-kpi="order-count" data-kpi-provider="late"><p>It went <b>well</b>.</p> Yes.</div>',
    );
    const content = div.firstElementChild as Element;
    await inState(div, 'loading');
    expect(isSeen(content), 'while loading').to.be.true;
    expect(isSeen(widgetIn(div)), 'an empty card beside the text').to.be.false;
    put(`<kpi-provider id="late" period="all"><script type="text/csv">${csv}</script></kpi-provider>`);
    const widget = await inState(div, 'ready');
    expect(isSeen(content)).to.be.false;
    expect(isSeen(widget)).to.be.true;
    expect(div.firstElementChild).to.equal(content);
    expect(div.innerHTML).to.match(/^<p>It went <b>well<\/b>.<\/p> Yes\.<kpi-card [^>]*><\/kpi-card>$/);
  });

  it('shows the words of an error beside its content', async () => {
    const div = put(`<div data-kpi-element="kpi-card" data-kpi="net-sale">${table}</div>`);
    const widget = await inState(div, 'error');
    expect(isSeen(widget)).to.be.true;
    expect(textOf(widget)).to.contain('net-sale');
    expect([...div.querySelectorAll('table')].filter(isSeen)).to.deep.equal([div.querySelector('table')]);
    div.dataset.kpi = 'net-sales';
    await inState(div, 'ready');
    expect([...div.querySelectorAll('table')].filter(isSeen)).to.deep.equal([]);
  });

  it('shows a skeleton where there is no content', async () => {
    const div = put(
      '<div data-kpi-element="kpi-card" data-kpi="net-sales" data-kpi-provider="nobody"> <!-- --> </div>',
    );
    expect(isSeen(await inState(div, 'loading'))).to.be.true;
  });

  it('is followed: attributes, data, the tag itself', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given}></div>`);
    let widget = await inState(div, 'ready');
    div.dataset.kpiValue = '99';
    div.removeAttribute('data-kpi-previous');
    await waitUntil(() => textOf(widget)?.includes('99.00'));
    expect(widget.hasAttribute('previous')).to.be.false;

    div.removeAttribute('data-kpi-value');
    div.dataset.kpi = 'net-sales';
    div.dataset.kpiPeriod = 'all';
    put(table, div);
    await waitUntil(() => textOf(widget)?.includes('54,361'), 'sum of the table');
    const cell = div.querySelector('tr:last-child td:last-child')?.firstChild as Text;
    cell.data = '0';
    await waitUntil(() => textOf(widget)?.includes('35,241'), 'sum of the changed table');

    div.dataset.kpiElement = 'kpi-trend';
    await waitUntil(() => widgetIn(div).localName === 'kpi-trend');
    widget = await inState(div, 'ready');
    div.removeAttribute('data-kpi-element');
    await waitUntil(() => !widget.isConnected);
    expect(isSeen(div.querySelector('table') as Element)).to.be.true;
  });

  it('is followed still when it is upgraded twice', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given}></div>`);
    upgrade(div);
    upgrade(div);
    const widget = await inState(div, 'ready');
    div.dataset.kpiValue = '99';
    await waitUntil(() => textOf(widget)?.includes('99.00'));
  });

  it('lives through moves, and starts nothing while it is out of the page', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given}>Content</div>`);
    const widget = await inState(div, 'ready');
    const other = put('<section></section>');
    other.append(div);
    await inState(div, 'ready');
    expect(widgetIn(div)).to.equal(widget);

    div.remove();
    await aTimeout(0);
    expect(widget.isConnected).to.be.false;
    div.dataset.kpiSrc = '/test/source/daily.csv?away';
    div.removeAttribute('data-kpi-value');
    await aTimeout(50);
    expect(performance.getEntriesByName(new URL('/test/source/daily.csv?away', location.href).href)).to.have.length(0);
    page.append(div);
    await waitUntil(
      () => performance.getEntriesByName(new URL('/test/source/daily.csv?away', location.href).href).length === 1,
    );
    expect(widgetIn(div)).to.equal(widget);
  });

  it('stops its request when it is removed', async () => {
    const stopped: boolean[] = [];
    const div = put('<div data-kpi-element="kpi-card" data-kpi="net-sales"></div>');
    await waitUntil(() => div.querySelector('kpi-card'));
    const widget = widgetIn(div) as LitElement & { request: (request: Request) => Promise<never>; src: string };
    widget.request = ({ signal }) =>
      new Promise(() => signal.addEventListener('abort', () => stopped.push(signal.aborted)));
    div.dataset.kpiSrc = '/test/embed/slow';
    await aTimeout(20);
    expect(stopped).to.deep.equal([]);
    div.remove();
    await waitUntil(() => stopped.length === 1);
  });

  it('has one widget when a page clones it or was saved with it', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given}>Content</div>`);
    await inState(div, 'ready');
    const clone = div.cloneNode(true) as HTMLElement;
    page.append(clone);
    await inState(clone, 'ready');
    expect(isSeen(widgetIn(clone))).to.be.true;
    const saved = put(div.outerHTML);
    await inState(saved, 'ready');
    expect(drawingOf(widgetIn(saved))).to.deep.equal(drawingOf(widgetIn(div)));
  });

  it('gives the place back when a page replaces what it holds, and does not fight', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given}>Content</div>`);
    await inState(div, 'ready');
    div.innerHTML = '<p>Other words</p>';
    await aTimeout(20);
    expect(div.innerHTML).to.equal('<p>Other words</p>');
    expect(isSeen(div.firstElementChild as Element)).to.be.true;
    upgrade(div);
    await inState(div, 'ready');
    expect(isSeen(div.firstElementChild as Element)).to.be.false;
  });

  it('is found in a shadow root that the page names', async () => {
    const shadow = put('<section></section>').attachShadow({ mode: 'open' });
    upgrade(shadow);
    shadow.innerHTML = `<div data-kpi-element="kpi-card" ${given}></div>`;
    await inState(shadow.firstElementChild as Element, 'ready');
  });

  it('gives a provider to the widgets that stand in it', async () => {
    const provider = put(
      `<div data-kpi-element="kpi-provider" data-kpi-currency="DKK" data-kpi-period="all">
         <script type="text/csv">${csv}</script>
         <h2>Sales</h2>
         <div data-kpi-element="kpi-card" data-kpi="net-sales">None yet</div>
         <kpi-card kpi="order-count"></kpi-card>
       </div>`,
    );
    const inner = provider.querySelector('[data-kpi]') as HTMLElement;
    expect(textOf(await inState(inner, 'ready'))).to.contain('54,361');
    const tag = provider.querySelector<LitElement>(':scope > kpi-card') as LitElement;
    await waitUntil(() => tag.matches(':state(ready)'));
    expect(textOf(tag)).to.contain('123');
    expect(isSeen(provider.querySelector('h2') as Element)).to.be.true;
    provider.dataset.kpiPeriod = '2026-11-03/2026-11-03';
    await waitUntil(() => textOf(tag)?.includes('44'));
  });

  it('names a provider by its id', async () => {
    put('<div data-kpi-element="kpi-provider" data-kpi-id="shop" data-kpi-currency="DKK" data-kpi-period="all"></div>');
    put(`<script type="text/csv">${csv}</script>`, page.lastElementChild as Element);
    const div = put('<div data-kpi-element="kpi-card" data-kpi-provider="shop" data-kpi="order-count"></div>');
    expect(textOf(await inState(div, 'ready'))).to.contain('123');
  });

  it('takes no handler, style or class from a text that a page has cleaned', async () => {
    const div = put(
      `<div data-kpi-element="kpi-card" ${given} data-kpi-onclick="document.title='run'" data-kpi-style="position:fixed" data-kpi-class="x"></div>`,
    );
    const widget = await inState(div, 'ready');
    expect(widget.getAttributeNames()).not.to.include.members(['onclick']);
    for (const name of ['onclick', 'style', 'class']) expect(widget.hasAttribute(name), name).to.be.false;
  });

  it('refuses a secret', async () => {
    const div = put(`<div data-kpi-element="kpi-card" ${given} data-kpi-api-key="sk-123"></div>`);
    const widget = await inState(div, 'error');
    expect(textOf(widget)).not.to.contain('sk-123');
  });

  for (const tag of ['kpi-unknown', 'kpi-card.x', 'script', 'x-card', '']) {
    it(`leaves a div alone that names "${tag}"`, async () => {
      const div = put(`<div data-kpi-element="${tag}">Content</div>`);
      await aTimeout(20);
      expect(div.innerHTML).to.equal('Content');
      expect(div.shadowRoot).to.equal(null);
    });
  }
});
