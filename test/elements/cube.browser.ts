import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { KpiCard, KpiFunnel, KpiProvider, KpiScorecard, KpiTrend } from '../../src/index.js';
import { cubeServer } from './cube-server.js';
import { drawn, said, until } from './drawn.js';
import { withVisits } from './shop.js';

type Request = KpiCard['request'];
type Widget = KpiCard | KpiTrend | KpiScorecard | KpiFunnel;

const widgetsIn = (provider: Element): Widget[] => [...provider.querySelectorAll<Widget>('*')];

async function comesTrue(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 6000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It never happens: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** A card of the shop's orders in a week, asked of a cube. */
const cardOf = (
  request: Request,
  { kpi = 'order-count', period = 'last-7-days', src = '/cube', compare = 'auto' } = {},
) =>
  fixture<KpiCard>(
    html`<kpi-card
      kpi=${kpi}
      period=${period}
      compare=${compare}
      query="cube"
      src=${src}
      as-of="2025-11-20"
      time-zone="UTC"
      .request=${request}
    ></kpi-card>`,
  );

const json = (value: unknown, init?: ResponseInit) => () => Response.json(value, init);

describe('query="cube"', function () {
  this.timeout(20_000);

  // The first one to need them would wait for them.
  before(() =>
    Promise.all([
      ...[import('../../src/elements/engine.part.js'), import('../../src/elements/cube.part.js')],
      ...[import('../../src/elements/kpi-trend/trend.part.js'), import('../../src/elements/kpi-funnel/funnel.part.js')],
      import('../../src/elements/kpi-scorecard/scorecard.part.js'),
    ]),
  );

  it('asks for just what the figure needs, beside what the address says, and shows what rows would show', async () => {
    const { requests, request } = cubeServer();
    const card = await cardOf(request, { kpi: 'average-order-value', src: '/cube?shop=1&q=a+b%20c#top' });
    await until(card, 'ready');
    const fromRows = await fixture<KpiCard>(
      html`<kpi-card kpi="average-order-value" period="last-7-days" .data=${withVisits}></kpi-card>`,
    );
    await until(fromRows, 'ready');
    expect(card.toText()).to.equal(fromRows.toText());
    expect(card.toCSV()).to.equal(fromRows.toCSV());
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).search}`)).to.deep.equal([
      'GET ?shop=1&q=a+b%20c&measures=orderRevenue,orderRevenueSquares,orders' +
        '&windows=2025-11-07/2025-11-13,2025-11-14/2025-11-20&grain=day&timeZone=UTC&asOf=2025-11-20',
    ]);
  });

  it('sends a long question by POST', async () => {
    const { asked, requests, request } = cubeServer();
    const card = await cardOf(request, {
      kpi: 'repeat-purchase-rate',
      period: 'last-90-days',
      compare: 'previous-period previous-year',
    });
    await until(card, 'ready');
    const { method, url, headers } = requests[0]!;
    expect([method, new URL(url).search, headers.get('content-type')]).to.deep.equal(['POST', '', 'application/json']);
    // Three periods of 90 days each: their days, and as one.
    expect(asked[0]!.windows.length).to.equal(273);
  });

  it('asks once for widgets of a provider that are drawn together', async () => {
    const { asked, request } = cubeServer();
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider query="cube" src="/cube" as-of="2025-11-20" time-zone="UTC" .request=${request}>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="repeat-purchase-rate" period="last-7-days"></kpi-card>
        <kpi-card kpi="conversion-rate"></kpi-card>
      </kpi-provider>`,
    );
    await Promise.all(widgetsIn(provider).map((one) => until(one, 'ready')));
    expect(asked.map(({ measures }) => measures)).to.deep.equal([
      ['activeCustomers', 'orders', 'repeatCustomers', 'sessions', 'sessionsWithPurchase'],
    ]);
    // What has been answered is not asked again.
    const card = document.createElement('kpi-card');
    card.kpi = 'website-traffic';
    provider.append(card);
    await until(card, 'ready');
    expect(asked.length).to.equal(1);
  });

  it('serves every widget, with what stands in for what the shop does not have', async () => {
    const { asked, request } = cubeServer();
    const widgets = html`
      <kpi-card kpi="net-sales" target="20000"></kpi-card>
      <kpi-trend kpi="net-sales order-count" grain="week"></kpi-trend>
      <kpi-trend kpi="order-count" by="channel"></kpi-trend>
      <kpi-scorecard></kpi-scorecard>
      <kpi-scorecard kpi="repeat-purchase-rate" by="channel"></kpi-scorecard>
      <kpi-funnel mode="open"></kpi-funnel>
    `;
    const texts = async (provider: KpiProvider) => {
      await Promise.all(widgetsIn(provider).map((one) => until(one, 'ready')));
      // Each may have to ask for stand-ins.
      await comesTrue(() => widgetsIn(provider).every((one) => !one.matches(':state(refreshing)')), 'all is answered');
      return widgetsIn(provider).map((one) => one.toText());
    };
    const fromRows = await texts(
      await fixture<KpiProvider>(html`<kpi-provider .data=${withVisits}>${widgets}</kpi-provider>`),
    );
    const fromCube = await texts(
      await fixture<KpiProvider>(
        html`<kpi-provider query="cube" src="/cube" as-of="2025-11-20" time-zone="UTC" .request=${request}
          >${widgets}</kpi-provider
        >`,
      ),
    );
    // A cube has no visits to count, but figures.
    expect(fromCube).to.deep.equal(fromRows.map((text) => text.replace('280 sessions lost', '280 lost')));
    // By channel and as a whole; and for the whole once more, for all that may stand in for what there is not.
    expect(asked.map(({ by }) => by)).to.deep.equal([[], ['channel'], []]);
  });

  it('keeps the last figures while another period is asked for, and finds an answer again', async () => {
    const { asked, request } = cubeServer();
    let answer = () => {};
    const slow = async (one: globalThis.Request) => {
      const response = await request(one);
      if (asked.length === 2) await new Promise<void>((resolve) => (answer = resolve));
      return response;
    };
    const card = await cardOf(slow);
    await until(card, 'ready');
    const week = card.result;
    card.period = 'last-14-days';
    await comesTrue(() => asked.length === 2, 'another period is asked for');
    await drawn(card);
    expect([card.result === week, card.matches(':state(ready):state(refreshing)')]).to.deep.equal([true, true]);
    answer();
    await comesTrue(() => card.result !== week, 'it is answered');
    expect(card.matches(':state(refreshing)')).to.equal(false);
    expect(card.result!.window!.start).to.equal('2025-11-07');
    card.period = 'last-7-days';
    await comesTrue(() => card.result!.window!.start === '2025-11-14', 'the first answer is found');
    expect(asked.length).to.equal(2);
  });

  it('shows the newest answer, in whatever order they come', async () => {
    const { asked, request } = cubeServer();
    const answers: (() => void)[] = [];
    const slow = async (one: globalThis.Request) => {
      const response = await request(one);
      await new Promise<void>((resolve) => answers.push(resolve));
      return response;
    };
    const card = await cardOf(slow);
    await comesTrue(() => asked.length === 1, 'a week is asked for');
    card.period = 'last-14-days';
    await comesTrue(() => asked.length === 2, 'two weeks are asked for');
    answers[1]!();
    await until(card, 'ready');
    answers[0]!();
    await drawn(card);
    expect(card.result!.window!.start).to.equal('2025-11-07');
  });

  it('asks anew when it is told to, keeps stale figures where that fails, and is whole again', async () => {
    const { asked, requests, request } = cubeServer();
    const unwell = (one: globalThis.Request) =>
      asked.length === 1 && requests.push(one) < 4 ? new Response('', { status: 404 }) : request(one);
    const card = await cardOf(unwell);
    await until(card, 'ready');
    const text = card.toText();
    await card.refresh();
    expect(card.matches(':state(ready):state(stale)')).to.equal(true);
    expect(card.toText()).to.equal(text);
    requests.push(...requests);
    await card.refresh();
    expect(card.matches(':state(stale)')).to.equal(false);
    expect(asked.length).to.equal(2);
  });

  it("is refreshed with its provider's other widgets, in one request", async () => {
    const { requests, request } = cubeServer();
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider query="cube" src="/cube" as-of="2025-11-20" time-zone="UTC" .request=${request}>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="conversion-rate"></kpi-card>
      </kpi-provider>`,
    );
    await Promise.all(widgetsIn(provider).map((one) => until(one, 'ready')));
    const results = widgetsIn(provider).map(({ result }) => result);
    await provider.refresh();
    expect(requests.map(({ cache }) => cache)).to.deep.equal(['default', 'no-cache']);
    await Promise.all(widgetsIn(provider).map(drawn));
    widgetsIn(provider).forEach((one, nth) => expect(one.result).not.to.equal(results[nth]));
  });

  it('sends what a person selects as a filter, says so, and does not filter what has no such rows', async () => {
    const { asked, request } = cubeServer();
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider query="cube" src="/cube" as-of="2025-11-20" time-zone="UTC" cross-filter .request=${request}>
        <kpi-scorecard kpi="order-count" by="channel"></kpi-scorecard>
        <kpi-card kpi="order-count"></kpi-card>
        <kpi-card kpi="review-count"></kpi-card>
        <kpi-period></kpi-period>
      </kpi-provider>`,
    );
    const [scorecard, card, reviews] = widgetsIn(provider) as [KpiScorecard, KpiCard, KpiCard];
    await Promise.all([until(scorecard, 'ready'), until(card, 'ready'), until(reviews, 'ready')]);
    const whole = card.result!.value!;
    scorecard.shadowRoot!.querySelector<HTMLElement>('tbody button[aria-pressed]')!.click();
    await comesTrue(() => card.result!.value !== whole, 'the card is filtered');
    expect(asked.at(-1)).to.deep.include({ where: 'channel=organic-search', by: [], measures: ['orders'] });
    expect(said(card, 'filter')).to.include('Organic search');
    expect(card.result!.value).to.equal(scorecard.result!.entries[0]!.result.segments[0]!.value);
    expect(reviews.shadowRoot!.querySelector('.unfiltered')).not.to.equal(null);
  });

  it('lets a person choose among periods whose days are known before they are asked for', async () => {
    const { request } = cubeServer();
    const provider = await fixture<KpiProvider>(
      html`<kpi-provider query="cube" src="/cube" as-of="2025-11-20" time-zone="UTC" .request=${request}>
        <kpi-period></kpi-period>
        <kpi-card kpi="order-count"></kpi-card>
      </kpi-provider>`,
    );
    const picker = provider.querySelector('kpi-period')!;
    const button = picker.shadowRoot!.querySelector<HTMLElement>('#period-button')!;
    await comesTrue(() => button.textContent.includes('Oct 24'), 'the days are told');
    button.click();
    const options = () => [...picker.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];
    await comesTrue(() => options().length > 0, 'the list opens');
    expect(
      options()
        .map(({ textContent }) => textContent)
        .join(),
    )
      .to.include('Last 7 days')
      .and.not.include('All');
    options()
      .find(({ textContent }) => textContent.includes('Last 7 days'))!
      .click();
    const card = provider.querySelector('kpi-card')!;
    await comesTrue(() => card.result?.window?.start === '2025-11-14', 'the card follows');
  });

  it('tells on whose figures its filter is written where nothing fits', async () => {
    const { request } = cubeServer();
    const card = await cardOf(request);
    card.where = `channel=e-mail,'x & y',"it's"`;
    await comesTrue(() => card.result?.value === 0, 'nothing fits');
    expect(card.result!.warnings).to.deep.include({ code: 'no-match', condition: "channel=e-mail,x & y,it's" });
  });

  it('asks a running day for the days that are over, and as of the last of them', async () => {
    const { asked, request } = cubeServer();
    const card = await cardOf(request);
    card.asOf = '2025-11-20T09:30:00Z';
    card.period = 'this-month';
    await comesTrue(() => card.result?.window?.end === '2025-11-19', 'the day is left out');
    expect(asked.at(-1)).to.deep.include({
      asOf: '2025-11-19',
      windows: ['2025-10-01/2025-10-19', '2025-11-01/2025-11-19'],
    });
  });

  it('renews a token once after 401, and asks again after what passes', async () => {
    const { requests, request } = cubeServer();
    const tokens: (string | undefined)[] = [];
    const renewing = (one: globalThis.Request) => {
      tokens.push(one.method);
      return tokens.length === 1 ? new Response('', { status: 401 }) : request(one);
    };
    await until(
      await cardOf(renewing, {
        kpi: 'repeat-purchase-rate',
        period: 'last-90-days',
        compare: 'previous-period previous-year',
      }),
      'ready',
    );
    expect([tokens, requests.length]).to.deep.equal([['POST', 'POST'], 1]);
  });

  for (const [what, answer, words] of [
    ['rows', json([{ date: '2025-11-20', orders: 3 }]), 'kpi-cube'],
    [
      'a page',
      () => new Response('<!doctype html><p>Log in', { headers: { 'content-type': 'text/html' } }),
      'web page',
    ],
    ['CSV', () => new Response('date,orders\n2025-11-20,3'), 'not in the expected format'],
    ['an error', json({ errors: [{ message: 'No such measure' }] }), 'No such measure'],
    ['another zone', json({ kind: 'kpi-cube', version: 1, timeZone: 'Asia/Tokyo', buckets: [] }), 'Asia/Tokyo'],
    [
      'another filter',
      json({ kind: 'kpi-cube', version: 1, timeZone: 'UTC', where: 'device=mobile', buckets: [] }),
      'device=mobile',
    ],
    ['a cube of no zone', json({ kind: 'kpi-cube', version: 1, buckets: [] }), 'timeZone. Found: none. Expected: UTC'],
    ['no version', json({ kind: 'kpi-cube', timeZone: 'UTC', buckets: [] }), 'version'],
  ] as const) {
    it(`says in words that it was answered by ${what}`, async () => {
      const card = await cardOf(answer);
      await until(card, 'error');
      expect(said(card, 'message')).to.include(words);
    });
  }

  it('names what a server did not look at', async () => {
    const sold = [{ start: '2025-11-20', orders: 3 }];
    const request = json({ kind: 'kpi-cube', version: 1, timeZone: 'UTC', buckets: sold });
    const card = await cardOf(request);
    await until(card, 'ready');
    card.where = 'device=mobile';
    await until(card, 'error');
    expect(said(card, 'message')).to.include('where. Found: none. Expected: device=mobile');
    card.remove();
    const scorecard = await fixture<KpiScorecard>(
      html`<kpi-scorecard
        kpi="order-count"
        by="channel"
        query="cube"
        src="/cube"
        as-of="2025-11-20"
        time-zone="UTC"
        .request=${request}
      ></kpi-scorecard>`,
    );
    await until(scorecard, 'error');
    expect(said(scorecard, 'message')).to.include('by. Found: none. Expected: channel');
  });

  it('names a window that the answer leaves out', async () => {
    const window = { start: '2025-11-14', end: '2025-11-20', visitors: 5 };
    const card = await cardOf(json({ kind: 'kpi-cube', version: 1, timeZone: 'UTC', buckets: [], windows: [window] }), {
      kpi: 'unique-visitors',
    });
    await until(card, 'error');
    expect(said(card, 'message')).to.include('2025-11-07/2025-11-07');
  });

  it('takes an empty answer for days without a row, of the measures that it has', async () => {
    const empty = { kind: 'kpi-cube', version: 1, timeZone: 'Etc/UTC', buckets: [] };
    const card = await cardOf(json({ ...empty, measures: ['orders'] }));
    await until(card, 'ready');
    expect([card.result!.value, card.result!.status]).to.deep.equal([0, 'ok']);
    const other = await cardOf(json({ ...empty, measures: ['sessions'] }), { src: '/other' });
    const silent = await cardOf(json(empty), { src: '/silent' });
    for (const one of [other, silent]) {
      await comesTrue(() => one.result !== undefined, 'it is answered');
      expect([one.result!.value, one.result!.reason?.code]).to.deep.equal([undefined, 'no-data']);
    }
  });

  it('asks again for what one part of the rows did not tell of', async () => {
    const { asked, request } = cubeServer();
    const forgetful = async (one: globalThis.Request) => {
      const answer = (await (await request(one)).json()) as Record<string, unknown>;
      const isPart = asked.at(-1)!.where !== '';
      return Response.json(isPart ? { ...answer, measures: null, coverage: null, buckets: [] } : answer);
    };
    const card = await fixture<KpiCard>(
      html`<kpi-card
        kpi="order-count"
        query="cube"
        src="/cube"
        where="channel=fax"
        as-of="2025-11-20"
        time-zone="UTC"
        .request=${forgetful}
      ></kpi-card>`,
    );
    await comesTrue(() => card.result?.reason?.code === 'no-data', 'nothing is known of a part');
    card.where = undefined;
    await comesTrue(() => card.result?.value !== undefined, 'the whole is asked for');
  });

  it('refuses in words what no cube answers, and asks nothing', async () => {
    const { asked, request } = cubeServer();
    const card = await cardOf(request);
    await until(card, 'ready');
    card.where = 'medium=sms';
    await comesTrue(() => card.result!.reason?.code === 'not-segmentable', 'the filter is refused');
    card.where = undefined;
    for (const [name, value, words] of [
      ['period', 'all', 'all'],
      ['asOf', 'latest', 'as-of'],
      ['table', 'orders', 'table'],
      ['query', 'sql', 'rows, cube'],
    ] as const) {
      const before = card[name];
      card[name] = value;
      await until(card, 'error');
      expect(said(card, 'message')).to.include(words);
      card[name] = before;
      await until(card, 'ready');
    }
    expect(asked.filter(({ where }) => where !== '').length).to.equal(0);
    const { length } = asked;
    card.src = undefined;
    card.data = withVisits;
    await until(card, 'error');
    expect(said(card, 'message')).to.include('query');
    expect(asked.length).to.equal(length);
  });

  it('asks nothing while it is out of the page, and goes on when it is back', async () => {
    const { asked, request } = cubeServer();
    const card = await cardOf(request);
    const place = card.parentElement!;
    card.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    place.append(card);
    await until(card, 'ready');
    const { result } = card;
    card.remove();
    place.append(card);
    await drawn(card);
    expect(card.result).to.equal(result);
    expect(asked.length).to.be.at.most(2);
  });

  it('asks nothing by a word that it does not know', async () => {
    let times = 0;
    const request = () => {
      times += 1;
      return Response.json([]);
    };
    const card = await fixture<KpiCard>(
      html`<kpi-card kpi="order-count" query="cubes" src="/cube" .request=${request}></kpi-card>`,
    );
    await until(card, 'error');
    expect([times, said(card, 'message')]).to.deep.include(0);
    expect(said(card, 'message')).to.include('rows, cube');
  });

  it('can be pasted', async () => {
    const { request } = cubeServer();
    const { upgrade } = await import('../../src/embed/upgrade.js');
    const place = await fixture(
      html`<section>
        <div data-kpi-element="kpi-card" data-kpi="order-count" data-kpi-query="cube" data-kpi-src="/cube"></div>
      </section>`,
    );
    upgrade(place);
    const card = place.querySelector('kpi-card')!;
    card.request = request;
    expect(card.query).to.equal('cube');
  });
});
