import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import type { FunnelQuestion } from '../../../src/core/evaluate/question.js';

const options = { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2026-03-31' };
const stages = 'sessions sessionsWithAddToCart sessionsWithPurchase';

/** Visits as `visitor, time, steps, device`; c(art), b(ought). */
const visits = [
  // Comes back within the week and buys: 3 days after the first visit.
  ['ann', '03-02T10:00', '', 'mobile'],
  ['ann', '03-05T09:00', 'cb', 'desktop'],
  // Buys after 7 days to the minute: too late.
  ['bob', '03-02T10:00', 'c', 'desktop'],
  ['bob', '03-09T10:00', 'b', 'desktop'],
  // Buys without a cart.
  ['cat', '03-03T10:00', 'b', 'mobile'],
  // Came first in February, and in March with a cart; buys in April, after the current day.
  ['dan', '02-27T10:00', 'b', 'mobile'],
  ['dan', '03-30T10:00', 'c', 'mobile'],
  ['dan', '04-02T10:00', 'b', 'mobile'],
  // Time is left, but bought already.
  ['eve', '03-30T10:00', 'cb', 'desktop'],
  // Nobody knows who this is.
  ['', '03-10T10:00', 'cb', 'desktop'],
].map(([visitorId = '', at = '', steps = '', device = ''], index) => ({
  ...{ sessionId: `s${index}`, visitorId, startedAt: `2026-${at}`, device },
  ...{ addedToCart: steps.includes('c'), purchased: steps.includes('b') },
}));
const dataset = createDataset({ sessions: visits }, options);
const ask = (question: FunnelQuestion = {}, of = dataset) =>
  evaluateFunnel(of, { period: '2026-03-01/2026-03-31', stages, window: '7d', compare: 'none', ...question });
const counts = ({ stages: list }: Pick<ReturnType<typeof ask>, 'stages'>) =>
  list.map(({ value, skipped }) => [value, skipped]);

describe('a funnel with a conversion window', () => {
  test('follows visitors from their first session of the period on', () => {
    const result = ask();
    expect(result).toMatchObject({ unit: 'visitor', mode: 'closed', pending: 1, secondsToConvert: undefined });
    // Ann, Bob, Cat and Eve; Dan's time is not over.
    expect(counts(result)).toEqual([
      [4, 0],
      [3, 0],
      [2, 1],
    ]);
    expect(result.stages.map(({ ofFirst }) => ofFirst)).toEqual([1, 0.75, 0.5]);
  });

  test('tells how far those have come whose time is not over', () => {
    // Dan has filled a cart.
    expect(ask().stages.map(({ pending }) => pending)).toEqual([1, 1, 0]);
    // Ann and Bob on 3 March: both came, Bob has his cart.
    const early = { asOf: '2026-03-03T08:00Z', period: 'this-month' };
    expect(ask(early).stages.map(({ pending }) => pending)).toEqual([2, 1, 0]);
    // Sessions have no time left to wait for.
    expect(ask({ window: undefined }).stages.map(({ pending }) => pending)).toEqual([undefined, undefined, undefined]);
    // Dan has a cart without a look at a product: closed, he has come no further than the first stage.
    const viewed = createDataset({ sessions: visits.map((visit) => ({ ...visit, productViewed: false })) }, options);
    const steps = { stages: 'sessions sessionsWithProductView sessionsWithAddToCart sessionsWithPurchase' };
    expect(ask(steps, viewed).stages.map(({ pending }) => pending)).toEqual([1, 0, 0, 0]);
    expect(ask({ ...steps, mode: 'open' }, viewed).stages.map(({ pending }) => pending)).toEqual([1, 0, 1, 0]);
  });

  test('open: whoever bought, bought', () => {
    const result = ask({ mode: 'open' });
    expect(counts(result)).toEqual([
      [4, 0],
      [3, 0],
      [3, 0],
    ]);
    expect(result.mode).toBe('open');
  });

  test('longer and shorter windows', () => {
    // Of a day Ann is late too, and Dan has until 31 March 10:00, which is over.
    expect(ask({ window: '1d' })).toMatchObject({ pending: 0 });
    expect(counts(ask({ window: '1d' }))).toEqual([
      [5, 0],
      [3, 0],
      [1, 1],
    ]);
    // Of eight days Bob is in time, and has his cart from before.
    expect(counts(ask({ window: '8d' }))[2]).toEqual([3, 1]);
  });

  test('counts on the day of the first stage: a purchase may come after the period', () => {
    const second = ask({ period: '2026-03-02/2026-03-02' });
    expect(counts(second)).toEqual([
      [2, 0],
      [2, 0],
      [1, 0],
    ]);
    // Dan entered in February, and bought at once; what he did a month later is another entry.
    expect(counts(ask({ period: '2026-02-01/2026-02-28' }))).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  test('what comes after the current moment is not known yet', () => {
    const then = ask({ asOf: '2026-03-05T07:59Z', period: 'this-month' });
    // Ann is about to come back at 09:00; Bob has until the 9th.
    expect(then.pending).toBe(2);
    expect(counts(then)).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(ask({ asOf: '2026-03-05T08:01Z', period: 'this-month' }).pending).toBe(1);
  });

  test('a visitor belongs to the segment of the session that began it, under a split as under a filter', () => {
    const { segments } = ask({ by: 'device' });
    expect(segments.map((segment) => [segment.key, segment.pending, ...counts(segment)])).toEqual([
      // Ann bought on her desktop, and is of the mobile visitors.
      ['desktop', 0, [2, 0], [2, 0], [1, 0]],
      ['mobile', 1, [2, 0], [1, 0], [1, 1]],
    ]);
    for (const { key, stages: list, pending } of segments) {
      expect(ask({ where: `device=${key}` })).toMatchObject({
        stages: list.map(({ value, skipped }) => ({ value, skipped })),
        pending,
      });
    }
  });

  test('is compared with the window before, whose time is over', () => {
    const { stages: list } = ask({ compare: '2026-02-01/2026-02-28' });
    expect(list.map(({ comparisons: [february] }) => february!.value)).toEqual([1, 0, 0]);
  });

  test('needs visitors', () => {
    const nobody = createDataset({ sessions: visits.map(({ visitorId: _, ...rest }) => rest) }, options);
    expect(ask({}, nobody)).toMatchObject({
      status: 'missing',
      reason: { code: 'no-data', measure: 'visitors' },
      stages: [],
    });
  });

  test('rows may come in any order', () => {
    expect(ask({ by: 'device' }, createDataset({ sessions: [...visits].reverse() }, options))).toEqual(
      ask({ by: 'device' }),
    );
  });
});

describe('events', () => {
  /** `visitor, session, time, event` */
  const events = [
    ['ann', 'a1', '03-02T10:00:00', 'page_view'],
    ['ann', 'a1', '03-02T10:00:30', 'view_item'],
    ['ann', 'a1', '03-02T10:02:00', 'add_to_cart'],
    ['ann', 'a1', '03-02T10:10:00', 'purchase'],
    ['ann', 'a1', '03-02T10:20:00', 'purchase'],
    ['bob', 'b1', '03-03T10:00:00', 'view_item'],
    ['bob', 'b1', '03-03T10:01:00', 'add_to_cart'],
    ['bob', 'b2', '03-04T11:00:00', 'page_view'],
    ['bob', 'b2', '03-04T11:30:00', 'purchase'],
    ['cat', 'c1', '03-05T10:00:00', 'view_item'],
    ['cat', 'c1', '03-05T10:01:00', 'add_to_cart'],
    ['cat', 'c1', '03-05T10:01:40', 'purchase'],
  ].map(([visitorId, sessionId, at, name]) => ({ visitorId, sessionId, at: `2026-${at}`, name, device: 'mobile' }));
  const logged = createDataset({ events }, options);

  test('give the sessions their stages, and the time from the first to the last', () => {
    const result = ask({ window: undefined }, logged);
    expect(result.unit).toBe('session');
    // Bob's second session bought without a cart.
    expect(counts(result)).toEqual([
      [4, 0],
      [3, 0],
      [2, 1],
    ]);
    // 600 seconds and 100.
    expect(result.secondsToConvert).toBe(350);
    // Open, Bob's purchase counts: 1800 seconds after his session began.
    expect(ask({ window: undefined, mode: 'open' }, logged).secondsToConvert).toBe(600);
    expect(
      ask({ window: undefined, stages: 'sessionsWithAddToCart sessionsWithPurchase' }, logged).secondsToConvert,
    ).toBe((480 + 40) / 2);
    expect(ask({ window: undefined, by: 'device' }, logged).segments[0]!.secondsToConvert).toBe(350);
  });

  test('give visitors theirs', () => {
    const result = ask({}, logged);
    expect(counts(result)).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ]);
    // 600 seconds, a day and an hour and a half, and 100.
    expect(result.secondsToConvert).toBe(600);
    expect(ask({ where: 'device=mobile', period: '2026-03-03/2026-03-03' }, logged).secondsToConvert).toBe(25.5 * 3600);
  });

  test('without a purchase there is no time to tell', () => {
    const unsold = createDataset({ events: events.filter(({ name }) => name !== 'purchase') }, options);
    const result = ask({ window: undefined, stages: 'sessions sessionsWithAddToCart' }, unsold);
    // 120 seconds, 60 and 60.
    expect(result.secondsToConvert).toBe(60);
    expect(ask({ window: undefined }, unsold).warnings).toContainEqual({
      code: 'stage-absent',
      measure: 'sessionsWithPurchase',
    });
  });
});

describe('carts', () => {
  const carts = [
    ['k1', '03-02T10:00', '03-02T10:30'],
    ['k2', '03-03T10:00', ''],
    ['k3', '03-04T10:00', '03-06T10:00'],
  ].map(([cartId, at, converted]) => ({
    cartId,
    createdAt: `2026-${at}`,
    convertedAt: converted && `2026-${converted}`,
  }));

  test('are units of their own', () => {
    const result = ask({ window: undefined, stages: 'maturedCarts abandonedCarts' }, createDataset({ carts }, options));
    expect(result).toMatchObject({ unit: 'cart', mode: 'closed' });
    expect(counts(result)).toEqual([
      [3, 0],
      [2, 0],
    ]);
  });

  test('became an order in time, or did not', () => {
    // Of three the first after half an hour, the last after two days: too late for the rate.
    const of = createDataset({ carts }, options);
    const result = evaluateFunnel(of, { period: '2026-03-01/2026-03-31', funnel: 'cart', compare: 'none' });
    expect(result).toMatchObject({ unit: 'cart', mode: 'closed', secondsToConvert: 1800 });
    expect(counts(result)).toEqual([
      [3, 0],
      [1, 0],
    ]);
  });

  test('became an order when the order that they name was placed', () => {
    const named = carts.map(({ cartId, createdAt }, nth) => ({ cartId, createdAt, orderId: ['o1', '', 'o3'][nth] }));
    const orders = [
      { orderId: 'o1', placedAt: '2026-03-02T10:10', grossSales: 100 },
      { orderId: 'o3', placedAt: '2026-03-06T10:00', grossSales: 100 },
    ];
    const of = createDataset({ carts: named, orders }, options);
    const result = evaluateFunnel(of, { period: '2026-03-01/2026-03-31', funnel: 'cart', compare: 'none' });
    expect(counts(result)).toEqual([
      [3, 0],
      [1, 0],
    ]);
    expect(result.secondsToConvert).toBe(600);
    // An order that is not in the data came at some time.
    const alone = createDataset({ carts: named }, options);
    expect(counts(evaluateFunnel(alone, { period: '2026-03-01/2026-03-31', funnel: 'cart' }))[1]).toEqual([2, 0]);
  });

  test('without a word on orders stand for sessions that filled one', () => {
    const sessions = visits.map((visit) => ({ ...visit, visitorId: '' }));
    const of = createDataset({ sessions }, options);
    const result = evaluateFunnel(of, { period: '2026-03-01/2026-03-31', funnel: 'cart', compare: 'none' });
    expect(result.warnings.map(({ code }) => code)).toContain('session-basis');
    // Ann, Bob, Dan, Eve and nobody filled one; Ann, Eve and nobody bought in the same visit.
    expect(result.stages.map(({ value }) => value)).toEqual([5, 3]);
  });
});
