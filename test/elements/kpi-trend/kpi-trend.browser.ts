import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { KpiTrend } from '../../../src/index.js';
import { drawn, said, until } from '../drawn.js';
import { shop } from '../shop.js';

async function ready(template: unknown, width = 640): Promise<KpiTrend> {
  const parent = await fixture<HTMLElement>(html`<div>${template}</div>`);
  parent.style.width = `${width}px`;
  const trend = parent.querySelector('kpi-trend')!;
  await until(trend, 'ready');
  return trend;
}

const all = (trend: KpiTrend, selector: string) => [...trend.shadowRoot!.querySelectorAll(selector)];
const texts = (trend: KpiTrend, selector: string) => all(trend, selector).map((each) => each.textContent.trim());

describe('<kpi-trend>', () => {
  it('draws the period and what it is compared with, each named at its end', async () => {
    const trend = await ready(html`<kpi-trend kpi="net-sales" .data=${shop}></kpi-trend>`);
    expect(all(trend, '.series > path.line')).to.have.lengthOf(1);
    expect(all(trend, '.series > path.comparison')).to.have.lengthOf(1);
    expect(texts(trend, 'svg text').slice(-2)).to.deep.equal(['This period', 'Previous period']);
    expect(all(trend, '.legend')).to.have.lengthOf(0);
  });

  it('shows the others where one of several is misspelt, and says why it is not', async () => {
    const kpi = [
      { kpi: 'net-sale', heading: 'Turnover' },
      { kpi: 'order-count', heading: 'Purchases' },
    ];
    const trend = await ready(html`<kpi-trend .kpi=${kpi} .data=${shop} target="90"></kpi-trend>`);
    expect(texts(trend, '.summary .name')).to.deep.equal(['Purchases', 'Turnover']);
    expect(said(trend, 'message')).to.match(/^There is no such figure\. .*“net-sales”\?$/);
    expect(trend.result!.failed.map(({ kpi: id, error }) => [id, error.code])).to.deep.equal([
      ['net-sale', 'unknown-kpi'],
    ]);
    // The target is that of the first, which is not shown.
    expect([trend.result!.kpi, trend.result!.target]).to.deep.equal(['order-count', undefined]);
    expect(trend.toText()).to.contain('Turnover: There is no such figure.');
    await expect(trend).to.be.accessible();
  });

  it('names its lines in a legend where the room is short', async () => {
    const trend = await ready(html`<kpi-trend kpi="net-sales" .data=${shop}></kpi-trend>`, 320);
    expect(texts(trend, '.legend span')).to.deep.equal(['This period', 'Previous period']);
  });

  it('names no comparison that lies before the data, in a legend as at its end', async () => {
    const compare = '2020-01-01/2020-01-28 previous-period 2021-01-01/2021-01-28';
    for (const width of [320, 640]) {
      const trend = await ready(html`<kpi-trend kpi="net-sales" compare=${compare} .data=${shop}></kpi-trend>`, width);
      expect(trend.result!.comparisons).to.have.lengthOf(3);
      expect(all(trend, '.swatch, g[transform]')).to.have.lengthOf(2);
    }
    const alone = html`<kpi-trend kpi="net-sales" compare="2020-01-01/2020-01-28" .data=${shop}></kpi-trend>`;
    expect(all(await ready(alone, 320), '.legend')).to.have.lengthOf(0);
  });

  it('draws the hours of a count with whole numbers on its axis', async () => {
    const day = '2025-11-20/2025-11-20';
    const trend = await ready(
      html`<kpi-trend kpi="order-count" period=${day} compare="none" .data=${shop}></kpi-trend>`,
    );
    const figures = texts(trend, 'svg text.axis').filter((text) => /^[\d.,]+$/.test(text));
    expect(figures.slice(0, 2)).to.deep.equal(['0', '1']);
    expect(figures.filter((text) => text.includes('.'))).to.deep.equal([]);
  });

  it('draws few amounts as bars', async () => {
    const trend = await ready(html`<kpi-trend kpi="net-sales" grain="week" compare="none" .data=${shop}></kpi-trend>`);
    // 24 October 2025 is a Friday: parts of five weeks, of which the first is cut and the last, up to Thursday, too.
    expect(all(trend, 'rect.bar')).to.have.lengthOf(5);
    expect(all(trend, 'rect.bar.hollow')).to.have.lengthOf(2);
  });

  it('draws a month of the comparison that the data hold in part as such', async () => {
    const trend = await ready(
      html`<kpi-trend
        kpi="net-sales"
        grain="month"
        period="2025-10-01/2025-10-31"
        mark="bar"
        .data=${shop}
      ></kpi-trend>`,
    );
    // The rows begin on 26 September.
    expect(all(trend, 'line.before.running')).to.have.lengthOf(1);
    expect(all(trend, 'rect.bar.hollow')).to.have.lengthOf(0);
    trend.mark = 'line';
    await drawn(trend);
    expect(all(trend, 'circle.end.hollow')).to.have.lengthOf(1);
  });

  it('draws what is asked for', async () => {
    const trend = await ready(html`<kpi-trend kpi="net-sales" mark="bar" compare="none" .data=${shop}></kpi-trend>`);
    expect(all(trend, 'rect.bar')).to.have.lengthOf(28);
    trend.mark = 'line';
    await drawn(trend);
    expect(all(trend, 'rect.bar')).to.have.lengthOf(0);
    expect(all(trend, '.ground')).to.have.lengthOf(0);
    trend.mark = 'area';
    await drawn(trend);
    expect(all(trend, '.ground')).to.have.lengthOf(1);
  });

  it('splits by a dimension, each segment with a shade and a dash of its own', async () => {
    const trend = await ready(html`<kpi-trend kpi="order-count" by="channel" .data=${shop}></kpi-trend>`);
    const lines = all(trend, '.series > path.line');
    expect(texts(trend, 'svg text').slice(-2)).to.have.members(['Email', 'Organic search']);
    const looks = lines.map((line) => getComputedStyle(line)).map((style) => style.stroke + style.strokeDasharray);
    expect(new Set(looks).size).to.equal(2);
  });

  it('stacks segments on request', async () => {
    const trend = await ready(
      html`<kpi-trend kpi="order-count" by="channel" stack grain="week" compare="none" .data=${shop}></kpi-trend>`,
    );
    const bars = all(trend, 'rect.bar').map((bar) => bar.getBoundingClientRect());
    const columns = new Set(bars.map(({ left }) => Math.round(left)));
    // Two segments in five weeks, and a sample of each beside them.
    expect(bars).to.have.lengthOf(12);
    expect(columns.size).to.equal(6);
  });

  it('shows its target at the height of a point', async () => {
    const trend = await ready(html`<kpi-trend kpi="order-count" target="112" .data=${shop}></kpi-trend>`);
    // 70 in 28 days.
    // 112 in 28 days, of which 70 have come.
    expect(texts(trend, 'svg text')).to.include('Target 4');
    expect(said(trend, 'status')).to.equal('63% of target');
  });

  it('draws a day by its hours', async () => {
    const trend = await ready(
      html`<kpi-trend
        kpi="order-count"
        period="2025-11-20/2025-11-20"
        mark="bar"
        compare="none"
        .data=${shop}
      ></kpi-trend>`,
    );
    expect(trend.result!.grain).to.equal('hour');
    expect(all(trend, 'svg text').map(({ textContent }) => textContent)).to.include('Nov 20');
    trend.mark = 'line';
    await drawn(trend);
    trend.shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
    await sendKeys({ press: 'End' });
    await drawn(trend);
    expect(trend.shadowRoot!.textContent).to.match(/November 20, 2025.{1,4}11:00/);
  });

  it('draws days where one of its KPIs has no hours', async () => {
    const adSpend = [{ date: '2025-11-20', cost: 50 }];
    const trend = await ready(
      html`<kpi-trend
        kpi="order-count customer-acquisition-cost"
        period="2025-11-19/2025-11-20"
        .data=${{ ...shop, adSpend }}
      ></kpi-trend>`,
    );
    const [first, second] = [trend.result!, ...(trend.result as unknown as { others: { grain: string }[] }).others];
    expect([first.grain, second!.grain]).to.deep.equal(['day', 'day']);
  });

  it('explains the point under the pointer, beside it', async () => {
    const trend = await ready(html`<kpi-trend kpi="order-count" .data=${shop}></kpi-trend>`);
    const chart = trend.shadowRoot!.querySelector('.chart')!;
    const { left, top, width } = chart.getBoundingClientRect();
    chart.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + 40 }));
    await drawn(trend);
    const tooltip = trend.shadowRoot!.querySelector('.tooltip')!;
    expect(tooltip.querySelectorAll('.row')).to.have.lengthOf(2);
    const crosshair = trend.shadowRoot!.querySelector('.crosshair')!.getBoundingClientRect();
    const box = tooltip.getBoundingClientRect();
    expect(box.right <= crosshair.left || box.left >= crosshair.right).to.equal(true);
    // Wider than was reckoned, it grows away from the line.
    for (const row of tooltip.querySelectorAll('b')) row.append(' and so much more');
    const wide = tooltip.getBoundingClientRect();
    expect(wide.width).to.be.greaterThan(box.width);
    expect(wide.right <= crosshair.left || wide.left >= crosshair.right).to.equal(true);
    chart.dispatchEvent(new PointerEvent('pointerleave'));
    await drawn(trend);
    expect(trend.shadowRoot!.querySelector('.tooltip')).to.equal(null);
  });

  it('is read with the keys, every line of a point at once', async () => {
    const trend = await ready(html`<kpi-trend kpi="order-count" .data=${shop}></kpi-trend>`);
    trend.shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
    await sendKeys({ press: 'End' });
    await drawn(trend);
    const spoken = trend.shadowRoot!.querySelector('[aria-live]')!.textContent;
    expect(spoken).to.contain('November 20, 2025').and.to.contain('October 23, 2025');
    expect(trend.shadowRoot!.activeElement?.className).to.equal('chart');
  });

  for (const [state, width, period, status] of [
    ['ready', 640, 'last-28-days', 200],
    ['ready', 300, 'last-28-days', 200],
    ['empty', 640, '2020-01-01/2020-01-31', 200],
    ['error', 640, 'last-28-days', 404],
  ] as const) {
    it(`keeps its height from loading to ${state} at ${width} px`, async () => {
      let answer: ((response: Response) => void) | undefined;
      const request = () => new Promise<Response>((resolve) => (answer = resolve));
      const trend = document.createElement('kpi-trend');
      Object.assign(trend, { kpi: 'order-count', src: `/orders.json?${state}${width}`, period, request });
      const parent = await fixture<HTMLElement>(html`<div>${trend}</div>`);
      parent.style.width = `${width}px`;
      await until(trend, 'loading');
      await waitUntil(() => answer !== undefined);
      const loading = trend.getBoundingClientRect().height;
      answer?.(new Response(JSON.stringify(shop), { status }));
      await until(trend, state);
      expect(trend.getBoundingClientRect().height).to.be.closeTo(loading, 1);
    });
  }

  it('never clips a label', async () => {
    for (const width of [240, 320, 480, 640, 1000]) {
      const trend = await ready(
        html`<kpi-trend kpi="net-sales" target="20000" lang="pl" .data=${shop}></kpi-trend>`,
        width,
      );
      const frame = trend.shadowRoot!.querySelector('.base')!.getBoundingClientRect();
      for (const label of all(trend, 'svg text')) {
        const { left, right } = label.getBoundingClientRect();
        expect(left, `${label.textContent} at ${width} px`).to.be.at.least(frame.left);
        expect(right, `${label.textContent} at ${width} px`).to.be.at.most(frame.right);
      }
    }
  });

  it('has room for long names in fonts that run wide', async () => {
    const kpi = 'average-order-value net-sales';
    for (const font of ['inherit', 'DejaVu Sans, Verdana', 'DejaVu Serif, Georgia']) {
      const trend = await ready(
        html`<kpi-trend kpi=${kpi} style="--kpi-font: ${font}" .data=${shop}></kpi-trend>`,
        900,
      );
      const { right } = trend.shadowRoot!.querySelector('.base')!.getBoundingClientRect();
      const label = all(trend, 'svg text.name').find(({ textContent }) => textContent === 'Average order value (AOV)')!;
      expect(label.getBoundingClientRect().right, font).to.be.at.most(right - 4);
    }
  });

  it('says that the attribute is missing, where it names no KPI', async () => {
    const trend = await fixture<KpiTrend>(html`<kpi-trend .data=${shop}></kpi-trend>`);
    await until(trend, 'error');
    expect(said(trend, 'message')).to.contain('Found: kpi').and.to.contain('net-sales');
    expect(said(trend, 'message')).not.to.contain('no such figure');
  });

  it('has its names and values on the right where it is read from there, and time from left to right', async () => {
    for (const width of [640, 320]) {
      const kpi = 'order-count average-order-value';
      const trend = await ready(html`<kpi-trend kpi=${kpi} dir="rtl" .data=${shop}></kpi-trend>`, width);
      const box = all(trend, '.chart')[0]!.getBoundingClientRect();
      const drawing = () => all(trend, '.chart > svg')[0] as SVGSVGElement;
      // A legend takes its room from the chart, which is laid out anew.
      await waitUntil(() => {
        const { width, height } = drawing().viewBox.baseVal;
        const size = drawing().getBoundingClientRect();
        return Math.abs(width - size.width) < 1 && Math.abs(height - size.height) < 1;
      });
      const labels = all(trend, '.chart text').map((label) => {
        const { left, right } = label.getBoundingClientRect();
        return { text: label.textContent.trim(), left, right };
      });
      const edges = labels.filter(({ text }) => /^(\d+|Orders|Average.*)$/.test(text));
      expect(edges.length).to.be.greaterThan(5);
      for (const { text, right } of edges) expect(right, text).to.be.closeTo(box.right, 1.5);
      const days = labels.filter(({ text }) => /^(Oct|Nov) /.test(text)).map(({ left }) => left);
      expect(days.length).to.be.greaterThan(1);
      expect(days).to.deep.equal([...days].sort((a, b) => a - b));
      const names = labels.filter(({ text }) => text === 'Previous period');
      const line = all(trend, '.series')[0]!.getBoundingClientRect();
      for (const { left, right } of names) {
        expect(left).to.be.within(line.right, line.right + 40);
        expect(right).to.be.lessThan(Math.min(...edges.filter(({ text }) => /^\d/.test(text)).map((one) => one.left)));
      }
    }
  });

  it('gives the shown series as CSV with its segments', async () => {
    const trend = await ready(
      html`<kpi-trend kpi="order-count" by="channel" compare="none" .data=${shop}></kpi-trend>`,
    );
    expect(trend.toCSV().split('\r\n')[0])
      .to.match(/^start,end,complete,order-count,/)
      .and.to.contain('email');
  });

  describe('of several KPIs', () => {
    it('names each figure, and draws one panel for each unit over one axis of time', async () => {
      const trend = await ready(html`<kpi-trend kpi="net-sales order-count total-sales" .data=${shop}></kpi-trend>`);
      expect(texts(trend, '.summary .name')).to.deep.equal(['Net sales', 'Orders', 'Total sales']);
      expect(texts(trend, '[part="figure"]')[1]).to.equal('70');
      const named = texts(trend, 'svg text').filter((text) => !/\d/.test(text));
      expect(named).to.deep.equal(['Net sales', 'Total sales', 'Orders', 'Previous period']);
      expect(all(trend, '.series > path.line')).to.have.lengthOf(3);
      expect(trend.result?.others.map(({ kpi }) => kpi)).to.deep.equal(['order-count', 'total-sales']);
      expect(trend.toCSV().split('\r\n')[0]).to.match(/^start,end,complete,net-sales,.*order-count,.*total-sales/);
    });

    it('names in the legend only what has no name above its panel, and the comparison once', async () => {
      const kpi = 'order-count average-order-value';
      const trend = await ready(html`<kpi-trend kpi=${kpi} .data=${shop}></kpi-trend>`, 320);
      expect(texts(trend, '.legend span')).to.deep.equal(['Previous period']);
      const named = texts(trend, '.chart text').filter((text) => !/\d/.test(text));
      expect(named).to.deep.equal(['Orders', 'Average order value (AOV)']);
    });

    it('is headed by their names above their figures, unless the page gives it a heading', async () => {
      const heading = (trend: KpiTrend) => trend.shadowRoot!.querySelector<HTMLElement>('.heading')!;
      const kpi = 'net-sales order-count';
      const several = await ready(html`<kpi-trend kpi=${kpi} .data=${shop}></kpi-trend>`);
      expect(heading(several).offsetHeight).to.equal(0);
      expect(heading(several).textContent).to.contain('Net sales and Orders');
      const named = await ready(html`<kpi-trend kpi=${kpi} heading="Shop" .data=${shop}></kpi-trend>`);
      const slotted = await ready(html`<kpi-trend kpi=${kpi} .data=${shop}><b slot="heading">Shop</b></kpi-trend>`);
      const one = await ready(html`<kpi-trend kpi="net-sales" .data=${shop}></kpi-trend>`);
      for (const trend of [named, slotted, one]) expect(heading(trend).offsetHeight).to.be.greaterThan(0);
    });

    it('shrinks in a low box before anything is cut', async () => {
      const trend = await ready(
        html`<kpi-trend kpi="net-sales order-count" .data=${shop} style="block-size: 280px"></kpi-trend>`,
      );
      const chart = trend.shadowRoot!.querySelector('.chart')!.getBoundingClientRect();
      expect(chart.height).to.be.greaterThan(120);
      expect(chart.bottom).to.be.lessThan(trend.getBoundingClientRect().bottom);
    });

    it('takes a target and a heading for each', async () => {
      const kpi = [{ kpi: 'net-sales' }, { kpi: 'order-count', target: 112, heading: 'Parcels' }];
      const trend = await ready(html`<kpi-trend .kpi=${kpi} .data=${shop}></kpi-trend>`);
      expect(texts(trend, '.summary .name')).to.deep.equal(['Net sales', 'Parcels']);
      expect(trend.result?.others[0]?.target?.value).to.equal(112);
    });

    it('reads every KPI at each point', async () => {
      const trend = await ready(html`<kpi-trend kpi="net-sales order-count" .data=${shop}></kpi-trend>`);
      trend.shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
      await sendKeys({ press: 'End' });
      await drawn(trend);
      expect(texts(trend, '[aria-live]')[0]).to.match(/November 20, 2025\. Net sales: .+ Orders: \d/);
    });
  });

  it('marks what happened with a dot where its words have no room; the point under it says them', async () => {
    const annotations = [
      { start: '2025-11-10', label: 'A campaign with a long name' },
      { start: '2025-11-11', label: 'Price change' },
    ];
    const trend = await ready(html`<kpi-trend kpi="net-sales" .annotations=${annotations} .data=${shop}></kpi-trend>`);
    expect(texts(trend, 'svg text')).to.include('A campaign with a long name').and.not.to.include('Price change');
    expect(all(trend, 'circle.event')).to.have.lengthOf(1);
    expect(trend.shadowRoot!.querySelectorAll('line.event')).to.have.lengthOf(2);
  });

  it('marks what happened, and reads it with the point', async () => {
    const annotations = [{ start: '2025-11-20', label: 'Price change' }];
    const trend = await ready(html`<kpi-trend kpi="net-sales" .annotations=${annotations} .data=${shop}></kpi-trend>`);
    expect(texts(trend, 'svg text')).to.include('Price change');
    trend.shadowRoot!.querySelector<HTMLElement>('.chart')!.focus();
    await sendKeys({ press: 'End' });
    await drawn(trend);
    expect(texts(trend, '[aria-live]')[0]).to.contain('Price change');
    Object.assign(trend, { annotations: [{ start: 'yesterday', label: 'x' }] });
    await drawn(trend);
    expect(trend.matches(':state(ready)')).to.equal(true);
    expect(all(trend, 'line.event')).to.have.lengthOf(0);
  });

  describe('split by a dimension', () => {
    const chartOf = (trend: KpiTrend) => trend.shadowRoot!.querySelector<HTMLElement>('.chart')!;
    const chosen = (trend: KpiTrend) => texts(trend, '.row.chosen span');
    // On 19 November 2 orders came by organic search, 1 by email.
    const day = { start: '2025-11-19', end: '2025-11-19' };
    const organic = { kpi: 'order-count', ...day, by: 'channel', segment: 'organic-search', value: 2 };
    const email = { kpi: 'order-count', ...day, by: 'channel', segment: 'email', value: 1 };

    async function atTheDay(template = html`<kpi-trend kpi="order-count" by="channel" .data=${shop}></kpi-trend>`) {
      const trend = await ready(template);
      chartOf(trend).focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'ArrowLeft' });
      await drawn(trend);
      const details: object[] = [];
      trend.addEventListener('kpi-select', ({ detail }: CustomEventInit<object>) => details.push(detail!));
      return { trend, details };
    }

    it('chooses the line that is nearest to the pointer', async () => {
      const { trend, details } = await atTheDay();
      expect(chosen(trend)).to.deep.equal([]);
      const names = texts(trend, '.row span');
      const marks = all(trend, 'circle.end').map((mark) => mark.getBoundingClientRect());
      expect(marks).to.have.lengthOf(2);
      for (const [nth, { x, y, width }] of marks.entries()) {
        const at = { clientX: x + width / 2, clientY: y + width / 2 + 3 };
        chartOf(trend).dispatchEvent(new PointerEvent('pointermove', at));
        await drawn(trend);
        expect(chosen(trend)).to.deep.equal([names[nth]]);
        expect(all(trend, '.series.chosen')).to.have.lengthOf(1);
        expect(all(trend, '.series.faded')).to.have.lengthOf(1);
        chartOf(trend).click();
      }
      expect(details).to.have.deep.members([organic, email]);
    });

    it('chooses the band under the pointer in a stack', async () => {
      const { trend, details } = await atTheDay(
        html`<kpi-trend kpi="order-count" by="channel" stack mark="area" .data=${shop}></kpi-trend>`,
      );
      const [low, high] = all(trend, 'circle.end')
        .map((mark) => mark.getBoundingClientRect())
        .sort((a, b) => b.top - a.top);
      // Just under the upper edge of the lower band, which the upper one begins at.
      const at = { clientX: low!.x + low!.width / 2, clientY: low!.y + low!.height / 2 + 3 };
      chartOf(trend).dispatchEvent(new PointerEvent('pointermove', at));
      chartOf(trend).click();
      chartOf(trend).dispatchEvent(new PointerEvent('pointermove', { ...at, clientY: at.clientY - 6 }));
      chartOf(trend).click();
      expect(high!.top).to.be.lessThan(low!.top - 6);
      const [first, second] = texts(trend, '.row span');
      expect([first, second]).to.have.members(['Email', 'Organic search']);
      expect(details).to.deep.equal(first === 'Email' ? [email, organic] : [organic, email]);
    });

    it('chooses a line with the keys up and down, reads it alone, and takes it back with Escape', async () => {
      const { trend, details } = await atTheDay();
      const spoken = () => texts(trend, '[aria-live]')[0];
      expect(spoken())
        .to.match(/Email: 1\D/)
        .and.to.match(/Organic search: 2\D/);
      await sendKeys({ press: 'ArrowDown' });
      await drawn(trend);
      expect(chosen(trend)).to.deep.equal(['Organic search']);
      await sendKeys({ press: 'ArrowDown' });
      await drawn(trend);
      expect(chosen(trend)).to.deep.equal(['Email']);
      expect(spoken())
        .to.match(/November 19, 2025\. Email: 1\D/)
        .and.not.to.contain('Organic');
      // There is none below it.
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await drawn(trend);
      expect(details).to.deep.equal([email]);
      expect(all(trend, 'rect.selected')).to.have.lengthOf(1);
      await sendKeys({ press: 'Escape' });
      await drawn(trend);
      expect(all(trend, 'rect.selected')).to.have.lengthOf(0);
      expect(all(trend, '.series.chosen')).to.have.lengthOf(0);
    });

    it('shows the line that was chosen once the pointer is gone', async () => {
      const { trend } = await atTheDay();
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ press: 'Enter' });
      chartOf(trend).blur();
      await drawn(trend);
      expect(all(trend, '.tooltip')).to.have.lengthOf(0);
      expect(all(trend, '.series.chosen')).to.have.lengthOf(1);
    });
  });

  describe('a stretch of time', () => {
    const chartOf = (trend: KpiTrend) => trend.shadowRoot!.querySelector<HTMLElement>('.chart')!;

    function drag(trend: KpiTrend, from: number, to: number): void {
      const { left, top, width } = chartOf(trend).getBoundingClientRect();
      const at = (type: string, share: number, buttons: number) =>
        chartOf(trend).dispatchEvent(
          new PointerEvent(type, { clientX: left + width * share, clientY: top + 40, buttons, pointerType: 'mouse' }),
        );
      at('pointerdown', from, 1);
      at('pointermove', to, 1);
      at('pointerup', to, 0);
      chartOf(trend).click();
    }

    it('is chosen by dragging, and the figures are those of it', async () => {
      const trend = await ready(html`<kpi-trend kpi="order-count" .data=${shop}></kpi-trend>`);
      const chosen: CustomEvent<{ start: string; end: string }>[] = [];
      trend.addEventListener('kpi-select', (event) => chosen.push(event as (typeof chosen)[number]));
      drag(trend, 0.2, 0.5);
      await drawn(trend);
      expect(chosen).to.have.lengthOf(1);
      const { start, end } = chosen[0]!.detail;
      const days = trend.result!.series.filter((bucket) => bucket.start >= start && bucket.end <= end);
      const sum = days.reduce((total, { value = 0 }) => total + value, 0);
      expect(days.length).to.be.greaterThan(3);
      expect(said(trend, 'figure')).to.equal(String(sum));
      expect(all(trend, 'rect.selected')).to.have.lengthOf(1);
      drag(trend, 0.2, 0.5);
      await drawn(trend);
      expect(said(trend, 'figure')).to.equal('70');
    });

    it('is told by the text as by the figure', async () => {
      const trend = await ready(html`<kpi-trend kpi="order-count net-sales" .data=${shop}></kpi-trend>`);
      const whole = trend.toText();
      expect(whole).to.contain('Orders: 70');
      drag(trend, 0.2, 0.5);
      await drawn(trend);
      const [orders] = texts(trend, '[part="figure"]');
      expect(orders).not.to.equal('70');
      expect(trend.toText()).to.contain(`Orders: ${orders}`);
      drag(trend, 0.2, 0.5);
      await drawn(trend);
      expect(trend.toText()).to.equal(whole);
    });

    it('is dragged without selecting the words of the chart, and dragged again over itself', async () => {
      const trend = await ready(html`<kpi-trend kpi="order-count" .data=${shop}></kpi-trend>`);
      const { left, top, width, bottom } = chartOf(trend).getBoundingClientRect();
      const at = (share: number, y: number): { type: 'move'; position: [number, number] } => ({
        type: 'move',
        position: [Math.round(left + width * share), Math.round(y)],
      });
      for (const [from, to] of [
        [0.2, 0.5],
        [0.3, 0.9],
      ] as const) {
        // From among the days of the axis to above the chart.
        await sendMouse(at(from, bottom - 8));
        await sendMouse({ type: 'down' });
        await sendMouse(at(to, top + 30));
        await sendMouse({ type: 'up' });
        await drawn(trend);
        expect(all(trend, 'rect.selected')).to.have.lengthOf(1);
        expect(getSelection()?.type).not.to.equal('Range');
      }
      await resetMouse();
    });

    it('is chosen with the keys, and taken back with Escape', async () => {
      const trend = await ready(html`<kpi-trend kpi="order-count" .data=${shop}></kpi-trend>`);
      chartOf(trend).focus();
      await sendKeys({ press: 'End' });
      // Not every driver of a browser can hold a key down.
      const back = () => new KeyboardEvent('keydown', { key: 'ArrowLeft', shiftKey: true, bubbles: true });
      chartOf(trend).dispatchEvent(back());
      chartOf(trend).dispatchEvent(back());
      await sendKeys({ press: 'Enter' });
      await drawn(trend);
      const last = trend.result!.series.slice(-3).reduce((total, { value = 0 }) => total + value, 0);
      expect(said(trend, 'figure')).to.equal(String(last));
      await sendKeys({ press: 'Escape' });
      await drawn(trend);
      expect(said(trend, 'figure')).to.equal('70');
    });
  });
});
