import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { CubeQuestion } from '../../src/core/evaluate/cube-question.js';
import type { KpiCard } from '../../src/index.js';
import { misbehavingServer } from '../source/misbehaving.js';
import type { Misbehaving } from '../source/misbehaving.js';
import { said, until } from './drawn.js';

let server: Misbehaving;

/** A card whose question is long: its visitors of each day and of all, in two periods of 90 days. */
const cardOf = (address: string, request?: KpiCard['request']) =>
  fixture<KpiCard>(
    html`<kpi-card
      kpi="unique-visitors"
      period="last-90-days"
      compare="previous-period previous-year"
      query="cube"
      src=${address}
      as-of="2025-11-20"
      time-zone="UTC"
      .request=${request}
    ></kpi-card>`,
  );

const windowsIn = (body: string): number => (JSON.parse(body) as CubeQuestion).windows.length;

describe('a long cube question over a real network', function () {
  this.timeout(20_000);

  before(async () => {
    server = await misbehavingServer();
  });

  for (const steps of ['cube', '500,503,cube', '429:1,cube', 'cut,cube', 'cube:cut,cube', 'wait,cube']) {
    it(`is sent whole at each attempt: ${steps}`, async () => {
      const address = server.address(steps);
      const card = await cardOf(address);
      await until(card, 'ready');
      const attempts = steps.split(',').length;
      expect(card.result!.value).to.equal(attempts);
      const asked = await server.asked(address);
      expect(asked.map(({ method }) => method)).to.deep.equal(Array(attempts).fill('POST'));
      expect(new Set(asked.map(({ body }) => body)).size).to.equal(1);
      // Three periods of 90 days each: their days, and as one.
      expect(windowsIn(asked[0]!.body)).to.equal(273);
    });
  }

  it('is sent whole with another token after 401', async () => {
    const tokens = ['old', 'new'];
    const address = server.address('401,cube');
    const card = await cardOf(address, (request) => {
      const headers = new Headers(request.headers);
      headers.set('authorization', `Bearer ${tokens.shift() ?? 'none'}`);
      return new Request(request, { headers });
    });
    await until(card, 'ready');
    const asked = await server.asked(address);
    expect(asked.map(({ headers }) => headers['authorization'])).to.deep.equal(['Bearer old', 'Bearer new']);
    expect(asked.map(({ body }) => windowsIn(body))).to.deep.equal([273, 273]);
  });

  it('goes with a redirect that keeps it', async () => {
    const address = server.address('moved:cube');
    await until(await cardOf(address), 'ready');
    const [there] = await server.asked(`${address}-redirected`);
    expect([there!.method, windowsIn(there!.body)]).to.deep.equal(['POST', 273]);
  });

  for (const [what, steps, words] of [
    ['a redirect that drops it', 'redirect:cube', '400'],
    ['an answer that ends in the middle', 'cube:half', 'not in the expected format'],
    ['rows in its place', 'ok', 'kpi-cube'],
  ] as const) {
    it(`is not taken for answered by ${what}`, async () => {
      const address = server.address(steps);
      const card = await cardOf(address);
      await until(card, 'error');
      expect(said(card, 'message')).to.include(words);
      expect((await server.asked(address)).length).to.equal(1);
    });
  }
});
