import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { KpiCard } from '../../../src/index.js';
import { drawn, filled, said, until } from '../drawn.js';
import { shop, shopCsv } from '../shop.js';

const wide = (card: unknown) => html`<div style="width: 320px">${card}</div>`;

async function ready(template: unknown): Promise<KpiCard> {
  const parent = await fixture<HTMLElement>(wide(template));
  const card = parent.querySelector('kpi-card')!;
  await until(card, 'ready');
  return card;
}

describe('<kpi-card>', () => {
  it('says figure, change and dates of a data set', async () => {
    const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
    // 28 days of 1, 4, 3, 2 orders in turn: 70, and 70 before.
    expect(said(card, 'heading')).to.equal('Orders');
    expect(said(card, 'figure')).to.equal('70');
    expect(said(card, 'change')).to.equal('=0%');
    expect(said(card, 'comparison')).to.equal('vs Sep 26 – Oct 23');
    expect(card.result?.window?.start).to.equal('2025-10-24');
    expect(card.toText()).to.contain('Orders');
  });

  it('announces its figures once, and an error once', async () => {
    const card = document.createElement('kpi-card');
    const heard: string[] = [];
    for (const type of ['kpi-ready', 'kpi-error']) card.addEventListener(type, () => heard.push(type));
    Object.assign(card, { kpi: 'order-count', data: shop });
    const parent = await fixture(wide(card));
    await until(card, 'ready');
    parent.setAttribute('style', 'width: 500px');
    await drawn(card);
    expect(heard).to.deep.equal(['kpi-ready']);
    card.period = 'yesteryear';
    await until(card, 'error');
    expect(heard).to.deep.equal(['kpi-ready', 'kpi-error']);
  });

  describe('takes data', () => {
    it('from given figures, without a source', async () => {
      const card = await ready(
        html`<kpi-card heading="Revenue" value="1240.5" previous="1100" currency="EUR" target="1500"></kpi-card>`,
      );
      expect(said(card, 'heading')).to.equal('Revenue');
      expect(said(card, 'figure')).to.equal('€1,240.50');
      // 1240.5 / 1100 = 1.1277…
      expect(said(card, 'change')).to.equal('+12.8%');
      expect(said(card, 'status')).to.equal('83% of target');
      expect(card.shadowRoot!.querySelector('.chart')).to.equal(null);
    });

    it('as money of its own currency, or of the page’s where it is called after money', async () => {
      const parent = await fixture<HTMLElement>(html`
        <kpi-provider currency="EUR">
          <kpi-card kpi="net-sales" value="42"></kpi-card>
          <kpi-card kpi="order-count" value="42" previous="40"></kpi-card>
          <kpi-card kpi="units-per-order" value="0.42"></kpi-card>
          <kpi-card kpi="ad-spend" value="42" currency="DKK"></kpi-card>
        </kpi-provider>
      `);
      const cards = [...parent.querySelectorAll('kpi-card')];
      await Promise.all(cards.map((card) => until(card, 'ready')));
      expect(cards.map((card) => said(card, 'figure'))).to.deep.equal(['€42.00', '42', '0.42', 'DKK 42.00']);
    });

    it('that are an empty list, as no rows', async () => {
      const lists = [
        html`<kpi-card kpi="net-sales" .data=${[]}></kpi-card>`,
        html`<kpi-card kpi="net-sales"
          ><script type="application/json">
            []
          </script></kpi-card
        >`,
      ];
      for (const list of lists) {
        const parent = await fixture<HTMLElement>(wide(list));
        const card = parent.querySelector('kpi-card')!;
        await until(card, 'empty');
        expect(card.shadowRoot!.textContent).to.contain('There are no rows in the data');
      }
    });

    it('up to today by the clock, whatever lies in the future', async () => {
      const dates = [-2, -1, 0, 200].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
      const orders = dates.map((placedAt, index) => ({ orderId: `${index}`, placedAt, grossSales: 10 }));
      const card = await ready(
        html`<kpi-card kpi="order-count" time-zone="UTC" period="last-7-days" .data=${{ orders }}></kpi-card>`,
      );
      expect(said(card, 'figure')).to.equal('3');
      expect(card.result?.warnings.find(({ code }) => code === 'rows-ahead')).to.include({
        ...{ count: 1, last: dates[3]!.slice(0, 10) },
      });
    });

    it('from CSV between its tags, and again when it changes', async () => {
      const card = await ready(
        html`<kpi-card kpi="order-count" time-zone="UTC" period="all"
          ><script type="text/csv">
            ${shopCsv}
          </script></kpi-card
        >`,
      );
      expect(said(card, 'figure')).to.equal('140');
      card.querySelector('script')!.textContent = 'orderId,placedAt,lineTotal,currency\n1,2025-11-20,10,EUR';
      await oneEvent(card, 'kpi-ready');
      await card.updateComplete;
      expect(said(card, 'figure')).to.equal('1');
    });

    it('from a table between its tags, which is then out of sight', async () => {
      const card = await ready(
        html`<kpi-card kpi="net-sales" currency="DKK" period="all" time-zone="UTC"
          ><table>
            <tr>
              <th>date</th>
              <th>netSales</th>
            </tr>
            <tr>
              <td>2026-11-01</td>
              <td>100<sup>1</sup></td>
            </tr>
            <tr>
              <td>2026-11-02</td>
              <td><span style="display:none">0000000050</span><b style="text-decoration:none">50.5</b></td>
            </tr>
            <tr>
              <td>2026-11-03</td>
              <td>20<br />300</td>
            </tr>
            <tfoot>
              <tr>
                <td>All days</td>
                <td>150.5</td>
              </tr>
            </tfoot>
          </table></kpi-card
        >`,
      );
      // Notes and what is hidden are no part of a number, and two lines are none.
      expect(said(card, 'figure')).to.equal('DKK 150.50');
      expect(card.result!.coverage.refused).to.equal(1);
      expect(card.querySelector('table')!.getClientRects()).to.have.lengthOf(0);
      card.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await filled(card);
      expect(card.shadowRoot!.querySelector('.report summary')!.textContent).to.equal(
        'The data: 2 rows, and 1 left out',
      );
    });

    it('from its value before its data', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" value="7" .data=${shop}></kpi-card>`);
      expect(said(card, 'figure')).to.equal('7');
    });
  });

  describe('says what is wrong', () => {
    const wrong: [string, Record<string, string>, RegExp][] = [
      ['an unknown KPI', { kpi: 'net-sale' }, /net-sales/],
      ['several KPIs', { kpi: 'net-sales order-count' }, /kpi “net-sales order-count”\. Possible: net-sales/],
      ['no KPI', { kpi: ' ' }, /kpi “ ”\. Possible: net-sales/],
      ['an unknown period', { kpi: 'net-sales', period: 'yesteryear' }, /yesteryear/],
      ['an unknown comparison', { kpi: 'net-sales', compare: 'tomorrow' }, /tomorrow/],
      ['an unknown grain', { kpi: 'net-sales', grain: 'fortnight' }, /fortnight/],
      ['an unknown zone', { kpi: 'net-sales', 'time-zone': 'Europe/Atlantis' }, /Atlantis/],
      ['a figure that is none', { value: 'many' }, /many/],
      ['an unknown unit', { value: '1', unit: 'bananas' }, /bananas.*currency/],
      ['an unknown direction', { value: '1', direction: 'sideways' }, /sideways.*up/],
      ['an interval that is none', { kpi: 'net-sales', src: '/a.json', 'refresh-every': '5 hours' }, /5 hours/],
    ];
    for (const [name, attributes, words] of wrong) {
      it(name, async () => {
        const card = document.createElement('kpi-card');
        if (!('src' in attributes) && !('value' in attributes)) card.data = shop;
        for (const [attribute, value] of Object.entries(attributes)) card.setAttribute(attribute, value);
        await fixture(wide(card));
        await until(card, 'error');
        // That there is nothing at an address may be known first.
        await waitUntil(() => words.test(said(card, 'message')), `${said(card, 'message')} does not say ${words}`);
      });
    }

    it('an attribute that holds a secret, never its value', async () => {
      const card = document.createElement('kpi-card');
      card.setAttribute('api-key', 'hunter2');
      card.data = shop;
      await fixture(wide(card));
      await until(card, 'error');
      expect(said(card, 'message')).to.contain('api-key').and.not.contain('hunter2');
    });

    it('and is well again when it is put right', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      card.period = 'yesteryear';
      await until(card, 'error');
      card.period = 'last-7-days';
      await until(card, 'ready');
      expect(said(card, 'figure')).to.not.equal('');
    });
  });

  it('is empty outside the data, and says which dates there are', async () => {
    const card = document.createElement('kpi-card');
    Object.assign(card, { kpi: 'order-count', data: shop, period: '2020-01-01/2020-01-31' });
    await fixture(wide(card));
    await until(card, 'empty');
    expect(said(card, 'message')).to.contain('Nov 20, 2025');
  });

  it('shows the map that data probably need, to be copied into the tag', async () => {
    const data = [{ 'Order no': 1, "Day's date": '2026-01-01', Total: 5 }];
    const card = document.createElement('kpi-card');
    Object.assign(card, { kpi: 'net-sales', data });
    await fixture(wide(card));
    await until(card, 'error');
    const code = card.shadowRoot!.querySelector('code')!;
    expect(code.textContent).to.match(/^map='\{"orderId":"Order no",.*"grossSales":"Total"\}'$/);
    await expect(card).to.be.accessible();
    // As the page's parser reads it.
    const pasted = document.createElement('template');
    pasted.innerHTML = `<kpi-card kpi="net-sales" table="orders" period="all" ${code.textContent}></kpi-card>`;
    const mended = document.importNode(pasted.content, true).firstElementChild as KpiCard;
    mended.data = data;
    await fixture(wide(mended));
    await until(mended, 'ready');
    expect(said(mended, 'figure')).to.contain('5');
  });

  it('says that no row could be read, and tells the developer which and why', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
    try {
      const data = [
        { orderId: 1, placedAt: '31.10.2025', grossSales: 10 },
        { orderId: 2, placedAt: '2025-10-31', grossSales: '1.234,50' },
      ];
      const parent = await fixture<HTMLElement>(wide(html`<kpi-card kpi="net-sales" .data=${data}></kpi-card>`));
      const card = parent.querySelector('kpi-card')!;
      await until(card, 'empty');
      expect(said(card, 'message')).to.contain('2 rows were found and none could be read');
      expect(told.join()).to.contain('orders: 2 of 2 rows were left out. Row 1, placedAt: "31.10.2025"');
    } finally {
      console.warn = warn;
    }
  });

  it('says why there is no value, once', async () => {
    const card = await ready(html`<kpi-card kpi="average-order-value" where="channel=fax" .data=${shop}></kpi-card>`);
    expect(card.shadowRoot!.querySelector('.figure [aria-hidden]')!.textContent).to.equal('—');
    expect(card.shadowRoot!.textContent.split('There is nothing in this period')).to.have.lengthOf(2);
    expect(card.shadowRoot!.querySelector('.chart')).to.equal(null);
  });

  it('warns of unknown looks, and keeps its figures', async () => {
    const card = await ready(html`<kpi-card kpi="order-count" density="roomy" .data=${shop}></kpi-card>`);
    expect(said(card, 'figure')).to.equal('70');
  });

  describe('in its room', () => {
    it('drops the sparkline before it shrinks the figure', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const size = () => getComputedStyle(card.shadowRoot!.querySelector('.figure')!).fontSize;
      const chart = card.shadowRoot!.querySelector('.chart')!;
      expect(chart.getClientRects()).to.have.lengthOf(1);
      const full = size();
      card.parentElement!.style.width = '190px';
      await drawn(card);
      expect(chart.getClientRects()).to.have.lengthOf(0);
      expect(size()).to.equal(full);
    });

    it('has its chart at its bottom, and what the page puts below it there', async () => {
      const plain = await ready(html`<kpi-card kpi="order-count" .data=${shop} style="height: 320px"></kpi-card>`);
      const bottomOf = (card: KpiCard, part: string) =>
        card.shadowRoot!.querySelector(`[part~=${part}]`)!.getBoundingClientRect().bottom;
      expect(bottomOf(plain, 'chart')).to.be.closeTo(plain.getBoundingClientRect().bottom, 1.5);
      const card = await ready(
        html`<kpi-card kpi="order-count" .data=${shop} style="height: 320px">
          <div slot="footer" style="height: 40px">More</div>
        </kpi-card>`,
      );
      const { bottom } = card.getBoundingClientRect();
      expect(bottomOf(card, 'footer')).to.be.closeTo(bottom, 1.5);
      expect(bottomOf(card, 'chart')).to.be.closeTo(bottom - 40, 1.5);
      card.querySelector('[slot]')!.remove();
      await drawn(card);
      expect(bottomOf(card, 'chart')).to.be.closeTo(bottom, 1.5);
    });

    it('shortens a figure that would not fit, and reads it out in full', async () => {
      const data = { ...shop, orderLines: [{ orderId: 'o', placedAt: '2025-11-20T10:00Z', lineTotal: 12345678.9 }] };
      const card = await ready(html`<kpi-card kpi="net-sales" .data=${data}></kpi-card>`);
      card.parentElement!.style.width = '150px';
      await drawn(card);
      expect(card.shadowRoot!.querySelector('.figure [aria-hidden]')!.textContent).to.match(/12\.3.*M/);
      expect(card.shadowRoot!.querySelector('.figure .visually-hidden')!.textContent).to.contain('12,345,678.90');
    });

    for (const [state, period, status] of [
      ['ready', 'last-28-days', 200],
      ['empty', '2020-01-01/2020-01-31', 200],
      ['error', 'last-28-days', 404],
    ] as const) {
      it(`keeps its height from loading to ${state}`, async () => {
        let answer!: (response: Response) => void;
        const request = () => new Promise<Response>((resolve) => (answer = resolve));
        const card = document.createElement('kpi-card');
        Object.assign(card, { kpi: 'order-count', src: `/orders.json?${state}`, period, request });
        await fixture(wide(card));
        await until(card, 'loading');
        while (answer === undefined) await new Promise(requestAnimationFrame);
        const loading = card.getBoundingClientRect().height;
        answer(new Response(JSON.stringify(shop), { status }));
        await until(card, state);
        expect(card.getBoundingClientRect().height).to.be.closeTo(loading, 1);
      });
    }
  });

  describe('its sparkline', () => {
    it('is one tab stop that keys move through, point by point', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const chart = card.shadowRoot!.querySelector<HTMLElement>('.chart')!;
      const live = () => card.shadowRoot!.querySelector('[aria-live]')!.textContent.trim();
      chart.focus();
      await sendKeys({ press: 'ArrowLeft' });
      await card.updateComplete;
      expect(live()).to.match(/^\w+, November 20, 2025\. This period: 2\. \w+, October 23, 2025: \d\.$/);
      await sendKeys({ press: 'Home' });
      await card.updateComplete;
      expect(live()).to.contain('October 24, 2025');
      await sendKeys({ press: 'ArrowRight' });
      await card.updateComplete;
      expect(live()).to.contain('October 25, 2025');
      await sendKeys({ press: 'Escape' });
      await card.updateComplete;
      expect(live()).to.equal('');
      expect(said(card, 'comparison')).to.equal('vs Sep 26 – Oct 23');
    });

    it('has its hint and the place where it speaks as soon as the focus is there', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const chart = card.shadowRoot!.querySelector<HTMLElement>('.chart')!;
      expect(card.shadowRoot!.querySelector('[aria-live]')).to.equal(null);
      chart.focus();
      await card.updateComplete;
      const hint = card.shadowRoot!.getElementById(chart.getAttribute('aria-describedby')!)!;
      expect(hint.textContent).to.contain('arrow keys');
      expect(card.shadowRoot!.querySelector('[aria-live]')!.textContent.trim()).to.equal('');
    });

    it('tells the page what the person chose, and nothing else', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const heard: CustomEvent[] = [];
      card.addEventListener('kpi-select', (event) => heard.push(event as CustomEvent));
      card.period = 'last-7-days';
      await drawn(card);
      expect(heard).to.have.lengthOf(0);
      card.shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Enter' });
      expect(heard).to.have.lengthOf(1);
      const { detail, cancelable, composed } = heard[0]!;
      // Day 55 of the shop: 1 + 385 mod 4.
      expect(detail).to.deep.equal({ kpi: 'order-count', start: '2025-11-20', end: '2025-11-20', value: 2 });
      expect(cancelable && composed).to.equal(true);
    });

    it('follows the pointer, and its value stands where the change stood', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const chart = card.shadowRoot!.querySelector<HTMLElement>('.chart')!;
      const { left, top, height } = chart.getBoundingClientRect();
      const before = card.getBoundingClientRect().height;
      chart.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 1, clientY: top + 5 }));
      await card.updateComplete;
      expect(card.shadowRoot!.querySelector('.readout')!.textContent).to.contain('Oct 24');
      expect(card.getBoundingClientRect().height).to.equal(before);
      expect(chart.getBoundingClientRect().height).to.equal(height);
    });

    it('has its table, made when it is asked for', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      expect(card.shadowRoot!.querySelector('table')).to.equal(null);
      card.shadowRoot!.querySelector<HTMLElement>('.as-table')!.click();
      await filled(card);
      const table = card.shadowRoot!.querySelector('table')!;
      expect(table.tBodies[0]!.rows).to.have.lengthOf(28);
      expect(table.caption!.textContent).to.contain('Orders');
      await sendKeys({ press: 'Escape' });
      await drawn(card);
      expect(card.shadowRoot!.querySelector('table')).to.equal(null);
    });
  });

  it('shows its proof when it is asked for', async () => {
    const card = await ready(html`<kpi-card kpi="order-count" actions .data=${shop}></kpi-card>`);
    card.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
    await filled(card);
    const panel = card.shadowRoot!.querySelector<HTMLElement>('.panel')!;
    expect(panel.matches(':popover-open')).to.equal(true);
    expect(panel.textContent).to.contain('Oct 24 – Nov 20, 2025').and.to.contain('Download CSV');
    const { left, right, bottom } = panel.getBoundingClientRect();
    expect(left >= 0 && right <= innerWidth && bottom <= innerHeight).to.equal(true);
  });

  it('reports in its panel what was read of the data, and what was left out', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    try {
      const data = [
        { orderId: 1, placedAt: '2025-10-31', grossSales: 10 },
        { orderId: 2, placedAt: '2025-10-31', grossSales: 'n/a' },
      ];
      const card = await ready(html`<kpi-card kpi="net-sales" period="all" .data=${data}></kpi-card>`);
      card.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
      await filled(card);
      const report = card.shadowRoot!.querySelector<HTMLDetailsElement>('.panel details')!;
      expect(report.open).to.equal(true);
      expect(report.querySelector('summary')!.textContent).to.equal('The data: 1 row, and 1 left out');
      expect(report.querySelector('dt')!.textContent).to.equal('Orders');
      expect(report.querySelector('dd')!.textContent).to.contain('Row 2 (grossSales): "n/a" is not a number');
      await expect(card).to.be.accessible();
    } finally {
      console.warn = warn;
    }
  });

  it('reads CSV between its tags as the attribute says', async () => {
    const card = await ready(
      html`<kpi-card kpi="net-sales" period="all" currency="DKK" format="csv delimiter=semicolon decimal=comma"
        ><script type="text/csv">
          date;netSales
          2025-11-01;18.250
          2025-11-02;1.750
        </script></kpi-card
      >`,
    );
    expect(card.result!.value).to.equal(20_000);
  });

  it('has nothing to report where figures are given', async () => {
    const card = await ready(html`<kpi-card heading="Revenue" value="1240" previous="1100"></kpi-card>`);
    card.shadowRoot!.querySelector<HTMLElement>('.icon')!.click();
    await filled(card);
    expect(card.shadowRoot!.querySelector('.panel details')).to.equal(null);
  });

  describe('hands out', () => {
    it('CSV', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" period="last-7-days" .data=${shop}></kpi-card>`);
      const lines = card.toCSV().trim().split('\r\n');
      expect(lines).to.have.lengthOf(8);
      expect(lines.at(-1)).to.match(/^2025-11-20,2025-11-20,true,2,/);
    });

    it('an SVG that stands alone', async () => {
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop}></kpi-card>`);
      const svg = card.toSVG();
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(parsed.querySelector('parsererror')).to.equal(null);
      expect(parsed.documentElement.textContent).to.contain('Orders').and.to.contain('70');
      expect(svg).to.not.contain('var(').and.not.contain('class=').and.not.contain('<!--');
      const line = [...parsed.querySelectorAll('path')].find((path) => path.getAttribute('stroke-width') === '1.8px');
      expect(line!.getAttribute('stroke')).to.match(/^(oklch|rgb|color)\(/);
    });

    it('nothing while there is nothing', async () => {
      const card = await fixture<KpiCard>(html`<kpi-card kpi="order-count"></kpi-card>`);
      expect([card.toCSV(), card.toSVG(), card.toText(), card.result]).to.deep.equal(['', '', '', undefined]);
    });
  });

  describe('speaks', () => {
    it('the language of its place, through shadow roots, and changes with it', async () => {
      const parent = await fixture<HTMLElement>(html`<section lang="da"></section>`);
      const shadow = parent.attachShadow({ mode: 'open' });
      const card = document.createElement('kpi-card');
      Object.assign(card, { kpi: 'order-count', data: shop });
      shadow.append(card);
      await until(card, 'ready');
      expect(said(card, 'heading')).to.equal('Antal ordrer');
      parent.lang = 'pl';
      await waitUntil(() => said(card, 'heading') === 'Liczba zamówień');
    });

    it('never English first', async () => {
      const words = new Set<string>();
      const card = document.createElement('kpi-card');
      Object.assign(card, { kpi: 'order-count', data: shop, lang: 'sv' });
      const watch = () => {
        words.add(said(card, 'heading'));
        if (card.isConnected) requestAnimationFrame(watch);
      };
      await fixture(wide(card));
      watch();
      await until(card, 'ready');
      words.delete('');
      expect([...words]).to.deep.equal([said(card, 'heading')]);
      expect([...words][0]).to.not.equal('Orders');
    });

    it('the words of the page', async () => {
      const messages = { kpis: { 'order-count': { name: 'Baskets' } } };
      const card = await ready(html`<kpi-card kpi="order-count" .data=${shop} .messages=${messages}></kpi-card>`);
      expect(said(card, 'heading')).to.equal('Baskets');
    });
  });
});
