import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { entities } from '../../src/core/catalog/entities.js';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { measures } from '../../src/core/catalog/measures.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import type { TablesInput } from '../../src/core/dataset/input.js';
import { courseOver } from '../../src/core/evaluate/course-over.js';
import { evaluateDefinition } from '../../src/core/evaluate/evaluate-kpi.js';
import { feed } from '../../src/core/evaluate/feed.js';
import { formulaInUse, resolveIn } from '../../src/core/evaluate/formula-in-use.js';
import type { KpiQuestion } from '../../src/core/evaluate/question.js';
import type { Grain } from '../../src/core/time/calendar.js';
import { bucketsOf, spansOf } from '../../src/core/time/buckets.js';
import { hoursOf } from '../../src/core/time/hours.js';
import { addDays } from '../../src/core/time/day.js';
import { lengthOf } from '../../src/core/time/window.js';
import { day } from './time/written.js';

vi.setConfig({ testTimeout: 30_000 });

const start = Date.parse('2026-03-16T12:00Z');
const moments = fc.integer({ min: 0, max: 49_000 }).map((minute) => new Date(start + minute * 60_000).toISOString());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: '' });
const dates = moments.map((moment) => moment.slice(0, 10));
const flags = fc.constantFrom(true, false, '');
const cents = fc.integer({ min: 0, max: 100_000 }).map((amount) => amount / 100);
const segment = {
  channel: fc.constantFrom('email', 'paid-search', 'organic-search', ''),
  device: fc.constantFrom('mobile', 'desktop'),
  country: fc.constantFrom('DK', 'PL', ''),
};
const listOf = (row: fc.Arbitrary<object>, id?: string): fc.Arbitrary<object[]> =>
  fc
    .array(row, { minLength: 1, maxLength: 20 })
    .map((rows) => rows.map((each, index) => (id ? { ...each, [id]: `${id}${index}` } : each)));

/** A shop's tables with cells of every kind, many of them empty. */
const shops = fc.record({
  orders: listOf(
    fc.record({
      ...{ placedAt: moments, grossSales: cents, discounts: maybe(cents), cogs: maybe(cents), ...segment },
      units: maybe(fc.integer({ min: 1, max: 5 })),
      customerId: fc.constantFrom('', 'ann', 'bob', 'cat'),
      isTest: flags,
    }),
    'orderId',
  ),
  refunds: listOf(
    fc.record({
      ...{ refundedAt: moments, amount: cents, restockedCost: maybe(cents) },
      units: maybe(fc.nat({ max: 3 })),
      orderId: fc.nat({ max: 30 }).map((index) => `orderId${index}`),
      kind: fc.constantFrom('', 'return', 'exchange', 'refund-only'),
    }),
    'refundId',
  ),
  sessions: listOf(
    fc.record({
      ...{ startedAt: moments, ...segment, pageviews: maybe(fc.integer({ min: 1, max: 3 })) },
      ...{ productViewed: flags, addedToCart: flags, checkoutStarted: flags, purchased: flags, engaged: flags },
      goals: fc.constantFrom('', ['newsletter'], []),
      visitorId: fc.constantFrom('', 'u', 'v', 'w'),
    }),
    'sessionId',
  ),
  carts: listOf(
    fc.record({
      ...{ createdAt: moments, lastActivityAt: maybe(moments), convertedAt: maybe(moments), ...segment },
      orderId: maybe(fc.nat({ max: 30 }).map((index) => `orderId${index}`)),
    }),
    'cartId',
  ),
  adSpend: listOf(
    fc.record({
      ...{ date: dates, cost: cents, attributedRevenue: maybe(cents), ...segment },
      ...{ impressions: maybe(fc.nat()), clicks: maybe(fc.nat()), attributedOrders: maybe(cents) },
      kind: fc.constantFrom('', 'media', 'other'),
    }),
  ),
  shipments: listOf(
    fc.record({
      orderId: fc.nat({ max: 10 }).map((index) => `orderId${index}`),
      ...{ shippedAt: maybe(moments), deliveredAt: maybe(moments), orderPlacedAt: maybe(moments), isFinal: flags },
      carrier: fc.constantFrom('post', 'ups'),
    }),
    'shipmentId',
  ),
  tickets: listOf(fc.record({ createdAt: moments, firstResponseAt: maybe(moments), ...segment }), 'ticketId'),
  surveys: listOf(
    fc.record({
      ...{ submittedAt: moments, country: segment.country },
      ...{ kind: fc.constantFrom('nps', 'csat'), score: fc.nat({ max: 10 }) },
    }),
    'responseId',
  ),
});
type Shop = typeof shops extends fc.Arbitrary<infer T> ? T : never;

const datasetOf = (shop: Shop): Dataset =>
  createDataset(shop as unknown as TablesInput, { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2026-04-20' });
const read = (dataset: Dataset, measure: string, question: Partial<KpiQuestion> = {}) =>
  evaluateDefinition(
    dataset,
    { ...kpiCatalog.get('website-traffic')!, formula: measure },
    { kpi: measure, period: '2026-03-01/2026-04-20', compare: 'none', ...question },
  );

/** Every measure of the catalogue that these tables hold. */
const held = [...measures.values()].filter(({ entity }) =>
  ['orders', 'refunds', 'sessions', 'carts', 'adSpend', 'shipments', 'tickets', 'surveys'].includes(entity),
);
const additive = held.filter(({ aggregation }) => aggregation === 'count' || aggregation === 'sum');

describe('every measure', () => {
  test('is the same in whatever order the rows come', () => {
    const shuffled = shops.chain((shop) =>
      fc.record({
        shop: fc.constant(shop),
        other: fc.record(
          Object.fromEntries(
            Object.entries(shop).map(([table, rows]) => [table, fc.shuffledSubarray(rows, { minLength: rows.length })]),
          ),
        ) as unknown as fc.Arbitrary<Shop>,
      }),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...held), ({ shop, other }, { id }) => {
        const { value, inputs, series } = read(datasetOf(shop), id);
        expect(read(datasetOf(other), id)).toMatchObject({ value, inputs, series });
      }),
    );
  });

  test('that adds up does so over segments, and over days', () => {
    const asked = fc
      .constantFrom(...additive)
      .chain((measure) =>
        fc.record({ measure: fc.constant(measure), by: fc.constantFrom(...entities[measure.entity]!.dimensions) }),
      );
    let split = 0;
    fc.assert(
      fc.property(shops, asked, (shop, { measure: { id, unit }, by }) => {
        // Squares go beyond what a float counts one by one.
        const same = (sum: number, value: number): void =>
          unit === 'square'
            ? expect(sum / (value || 1)).toBeCloseTo(value ? 1 : 0, 9)
            : expect(sum).toBeCloseTo(value, 6);
        const total = (parts: readonly { value: number | undefined }[]): number =>
          parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
        const { value = 0, segments, series, reason } = read(datasetOf(shop), id, { by, grain: 'day' });
        if (reason) {
          expect(['not-segmentable', 'no-data', 'outside-coverage']).toContain(reason.code);
          return;
        }
        split++;
        same(total(segments), value);
        same(total(series), value);
      }),
      { numRuns: 400 },
    );
    expect(split).toBeGreaterThan(100);
  });
});

test('a course as columns is, bit by bit, the figures of its buckets one by one', () => {
  const first = day('2026-03-10');
  const asked = fc.record({
    start: fc.nat({ max: 30 }).map((days) => addDays(first, days)),
    length: fc.integer({ min: 1, max: 40 }),
    cut: fc.boolean(),
    grain: fc.constantFrom<Grain>('hour', 'day', 'week', 'month'),
    by: fc.constantFrom(undefined, 'channel'),
  });
  const [any] = fc.sample(shops, 1);
  const answered = [...kpiCatalog.values()].filter((kpi) => !('missing' in resolveIn(datasetOf(any!), kpi)));
  const seen = { values: 0, reasons: new Set<string>() };
  fc.assert(
    fc.property(shops, fc.constantFrom(...answered), asked, (shop, kpi, { start, length, cut, grain, by }) => {
      const dataset = datasetOf(shop);
      const resolved = resolveIn(dataset, kpi);
      if ('missing' in resolved) return;
      const end = addDays(start, length - 1);
      const cutoff = cut ? dataset.zone.instantAt(end * 86_400_000 + 40_000_000) : undefined;
      const window = { start, end, cutoff, plannedEnd: end };
      const calendar = { weekStart: 1, fiscalMonth: 1, fiscalDate: 1 };
      const buckets = grain === 'hour' ? hoursOf(window, dataset.zone) : bucketsOf(window, grain, calendar);
      const use = formulaInUse(dataset, kpi, resolved);
      const asOf = { day: day('2026-04-20'), instant: undefined };
      const selection = { by, where: [] };
      const { byKey } = feed(dataset, { measures: use.measures, window, buckets, selection, asOf });
      for (const fed of byKey.values()) {
        const course = courseOver(buckets, fed, use);
        spansOf(buckets).forEach((span, index) => {
          const one = fed.at(index);
          const { value, reason } = use.figure(one);
          expect(course.values[index]).toBe(value ?? NaN);
          expect(course.at(index)).toMatchObject({ value, reason });
          expect(one.days + one.missingDays).toBe(lengthOf(span));
          expect(course.complete[index]).toBe(buckets.complete[index] === 1 && one.missingDays === 0 ? 1 : 0);
          if (reason) seen.reasons.add(reason.code);
          else seen.values++;
        });
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.values).toBeGreaterThan(200);
  expect([...seen.reasons]).toEqual(expect.arrayContaining(['outside-coverage', 'zero-denominator']));
});

test('a result whose series nobody has read is the same as one that was read', () => {
  fc.assert(
    fc.property(shops, fc.constantFrom('order-count', 'website-traffic', 'average-order-value'), (shop, kpi) => {
      const ask = () => evaluateDefinition(datasetOf(shop), kpiCatalog.get(kpi)!, { kpi, by: 'channel' });
      const [unread, read] = [ask(), ask()];
      expect(read.series).toBe(read.series);
      expect(Array.isArray(read.series)).toBe(true);
      expect(JSON.stringify(unread)).toBe(JSON.stringify({ ...read }));
      expect(structuredClone(ask())).toEqual({ ...read });
    }),
    { numRuns: 20 },
  );
});
