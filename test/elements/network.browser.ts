import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/kpi-card/kpi-card.define.js';
import '../../src/elements/kpi-provider/kpi-provider.define.js';
import type { KpiCard } from '../../src/elements/kpi-card/kpi-card.js';
import { misbehavingServer } from '../source/misbehaving.js';
import type { Misbehaving } from '../source/misbehaving.js';
import { said, until } from './drawn.js';

let server: Misbehaving;

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function comesTrue(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 12_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It never happens: ${what}`);
    await later(20);
  }
}

/** A card of the server's orders, whose number is that of its last request. */
const cardOf = (src: string, refreshEvery = ''): Promise<KpiCard> =>
  fixture<KpiCard>(
    html`<kpi-card kpi="order-count" as-of="latest" src=${src} refresh-every=${refreshEvery || undefined}></kpi-card>`,
  );
const requests = async (src: string): Promise<number> => (await server.asked(src)).length;

describe('a widget whose network misbehaves', function () {
  this.timeout(30_000);

  before(async () => {
    server = await misbehavingServer();
  });

  it('keeps the last good figures, says how old they are, and is whole again after the next refresh', async () => {
    const card = await cardOf(server.address('ok,404,ok'));
    await until(card, 'ready');
    expect(said(card, 'figure')).to.equal('1');
    await card.refresh();
    expect(card.matches(':state(ready):state(stale)')).to.equal(true);
    expect(said(card, 'figure')).to.equal('1');
    const year = String(new Date().getFullYear());
    expect(card.shadowRoot!.querySelector('[role="status"].notes')!.textContent).to.include(year);
    await card.refresh();
    expect(card.matches(':state(stale)')).to.equal(false);
    expect(said(card, 'figure')).to.equal('3');
  });

  for (const [steps, words] of [
    ['401', 'Access to the data was refused'],
    ['429:600', 'too busy. Status: 429. Try again from'],
    ['404', 'There is nothing at http'],
    ['410', '(410)'],
    ['400', 'did not answer as expected. Status: 400'],
    ['503:600', 'has a fault. Status: 503. Try again from'],
    [
      'html',
      'This is a web page, not data. Perhaps a login has expired, or the address is wrong. It is titled “Log in”.',
    ],
    ['204', 'There is nothing in the data.'],
    ['loop', 'only a part of the data'],
    ['errors', 'answered with an error. It says: Throttled.'],
    ['markup', 'It says: <b>No such <i>shop</i></b>.'],
  ] as const) {
    it(`${steps}: says in words why there is nothing`, async () => {
      const card = await cardOf(server.address(steps));
      await until(card, 'error');
      expect(said(card, 'message')).to.include(words);
    });
  }

  for (const [what, request, words] of [
    ['throws', () => Promise.reject(new Error('no session')), 'It says: no session.'],
    ['returns nothing', () => undefined as never, 'It says: it returned neither a Request nor a Response.'],
  ] as const) {
    it(`a hook that ${what} is told from the server`, async () => {
      const card = await fixture<KpiCard>(html`<kpi-card kpi="order-count"></kpi-card>`);
      Object.assign(card, { request, src: server.address('ok') });
      await comesTrue(() => card.matches(':state(error)'), 'the error');
      expect(said(card, 'message')).to.include(`The page itself could not ask for the data`).and.to.include(words);
    });
  }

  it('after an error keeps saying so until a refresh has brought figures', async () => {
    const card = await cardOf(server.address('404,slow:300'));
    await until(card, 'error');
    const refreshed = card.refresh();
    await later(100);
    expect(card.matches(':state(error):state(refreshing)')).to.equal(true);
    await refreshed;
    expect(card.matches(':state(ready)')).to.equal(true);
    expect(card.matches(':state(refreshing)')).to.equal(false);
  });

  it('leaves a server alone for as long as it asks for, unless a person asks', async () => {
    const src = server.address('429:600,503:600,ok');
    const card = await cardOf(src);
    const again = () => card.shadowRoot!.querySelector<HTMLElement>('[part="retry"]')!;
    await until(card, 'error');
    await card.refresh();
    expect(await requests(src)).to.equal(1);
    again().click();
    await comesTrue(() => said(card, 'message').includes('503'), 'the second answer');
    await card.refresh();
    expect(await requests(src)).to.equal(2);
    again().click();
    await until(card, 'ready');
    expect(said(card, 'figure')).to.equal('3');
  });

  it('asks once for all widgets of a page', async () => {
    const src = server.address('slow:100');
    const cards = await Promise.all([cardOf(src), cardOf(src), cardOf(src)]);
    for (const card of cards) await until(card, 'ready');
    await Promise.all(cards.map((card) => card.refresh()));
    expect(cards.map((card) => said(card, 'figure'))).to.deep.equal(['2', '2', '2']);
    expect(await requests(src)).to.equal(2);
  });

  it('shows that it is waited for once that takes half a second, until the figures are there', async () => {
    const card = await cardOf(server.address('slow:700'));
    const line = () => {
      const { content, animationDelay } = getComputedStyle(card.shadowRoot!.querySelector('.base')!, '::before');
      return content === 'none' ? undefined : animationDelay;
    };
    await until(card, 'loading');
    expect(line()).to.equal('0.5s');
    await until(card, 'ready');
    expect(line()).to.equal(undefined);
    void card.refresh();
    await until(card, 'ready');
    expect(card.matches(':state(refreshing)')).to.equal(true);
    expect(line()).to.equal('0.5s');
    await comesTrue(() => line() === undefined, 'the end of the line');
  });

  it('lets go of its request when it leaves the page', async () => {
    const src = server.address('hang');
    const card = await cardOf(src);
    await comesTrue(async () => (await requests(src)) === 1, 'the request');
    card.remove();
    await comesTrue(async () => (await server.asked(src))[0]!.aborted, 'the abort');
  });

  describe('with refresh-every', () => {
    it('a slow answer is waited for, not overtaken', async () => {
      const src = server.address('slow:1700');
      const card = await cardOf(src, '1s');
      await until(card, 'ready');
      await comesTrue(() => said(card, 'figure') === '2', 'the second answer');
      card.remove();
      expect((await server.asked(src)).slice(0, 2).some(({ aborted }) => aborted)).to.equal(false);
    });

    it('rests while the widget is off the screen, and makes up for it once it is back', async () => {
      const src = server.address('ok');
      const card = await cardOf(src, '1s');
      await until(card, 'ready');
      await comesTrue(async () => (await requests(src)) >= 2, 'a refresh');
      card.style.display = 'none';
      await later(300);
      const asked = await requests(src);
      await later(2500);
      expect(await requests(src)).to.equal(asked);
      card.style.display = '';
      await comesTrue(async () => (await requests(src)) > asked, 'the refresh that was missed');
      card.remove();
    });

    it('a provider, which has no box, asks for all that it gives to', async () => {
      const src = server.address('ok');
      const provider = await fixture(
        html`<kpi-provider as-of="latest" src=${src} refresh-every="1s"
          ><kpi-card kpi="order-count"></kpi-card
        ></kpi-provider>`,
      );
      const card = provider.querySelector('kpi-card')!;
      await comesTrue(() => said(card, 'figure') === '2', 'a refresh');
      provider.remove();
    });
  });

  describe('offline', () => {
    const setOnline = (isOnline: boolean) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
      window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
    };
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'onLine');
    });

    it('what cannot be reached is not asked again and again, but as soon as the network is back', async () => {
      // A refusal that no browser tries to mend by itself.
      const src = server.address('no-cors,ok');
      setOnline(false);
      const card = await cardOf(src);
      await until(card, 'error');
      await later(1500);
      expect(await requests(src)).to.equal(1);
      setOnline(true);
      await until(card, 'ready');
    });

    it('older figures are stale until then', async () => {
      const card = await cardOf(server.address('ok,404,ok'));
      await until(card, 'ready');
      await card.refresh();
      expect(card.matches(':state(stale)')).to.equal(true);
      setOnline(true);
      await comesTrue(() => !card.matches(':state(stale)'), 'newer figures');
      expect(said(card, 'figure')).to.equal('3');
    });

    it('good figures are not asked for anew', async () => {
      const src = server.address('ok');
      const card = await cardOf(src);
      await until(card, 'ready');
      setOnline(true);
      await later(300);
      expect(await requests(src)).to.equal(1);
    });
  });
});
