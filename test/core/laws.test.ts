import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { datasetBuilder } from '../../src/core/dataset/builder.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { recordsOf } from '../../src/core/dataset/records.js';
import { readCube } from '../../src/core/dataset/read-cube.part.js';
import * as rowReader from '../../src/core/dataset/rows.part.js';
import type { TablesInput } from '../../src/core/dataset/input.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../src/core/evaluate/question.js';
import type { Grain } from '../../src/core/time/calendar.js';
import type { Figure, KpiResult } from '../../src/core/evaluate/result.js';
import { addDays } from '../../src/core/time/day.js';
import { zoneOf } from '../../src/core/time/zone.js';
import type { Shop } from './shop.js';
import { cubeOf, first, interval, last, shops, tablesOf, windows, zoneIds } from './shop.js';
import { day } from './time/written.js';

// Hundreds of shops each, on machines that do other things beside.
vi.setConfig({ testTimeout: 30_000 });

const zones = fc.constantFrom(...zoneIds);
const additive = ['net-sales', 'order-count', 'new-customers', 'website-traffic'] as const;
/** Counted anew for every window. */
const distinct = ['repeat-purchase-rate', 'returning-customer-rate'];
/** What the shops' data can answer. */
const kpis = fc.constantFrom(
  ...additive,
  ...distinct,
  ...['average-order-value', 'conversion-rate', 'revenue-per-visitor'],
);
// Figures of a day are the same wherever they come from; that rows do not reach far back is said of rows alone.
const settings = { activityWindowDays: 0 };
const datasetOf = (shop: Shop, timeZone: string): Dataset =>
  createDataset(tablesOf(shop), { timeZone, asOf: last, settings });
const cents = (value: number | undefined): number => Math.round((value ?? NaN) * 100);

/** What is figure in a result: everything but how many rows it came from, and what was set for reading them. */
const figures = ({ coverage: _, parameters: __, ...rest }: KpiResult): Omit<KpiResult, 'coverage' | 'parameters'> =>
  rest;

/** Questions that the shops' data can answer. */
const questions: fc.Arbitrary<KpiQuestion> = fc.record({
  kpi: kpis,
  period: windows.map(interval),
  compare: windows.map(interval),
  grain: fc.constantFrom('hour', 'day', 'week', 'month'),
  by: fc.constantFrom(undefined, 'channel'),
  where: fc.constantFrom(undefined, 'channel=email', 'channel!=email,direct'),
});

describe('how the rows come does not matter', () => {
  test('in which order', () => {
    const shuffled = shops.chain((shop) =>
      fc.record({
        shop: fc.constant(shop),
        orders: fc.shuffledSubarray([...shop.orders], { minLength: shop.orders.length }),
        refunds: fc.shuffledSubarray([...shop.refunds], { minLength: shop.refunds.length }),
        sessions: fc.shuffledSubarray([...shop.sessions], { minLength: shop.sessions.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, zones, questions, ({ shop, ...other }, zone, question) => {
        expect(evaluateKpi(datasetOf(other, zone), question)).toEqual(evaluateKpi(datasetOf(shop, zone), question));
      }),
    );
  });

  test('as rows or as columns', () => {
    const columnsOf = (rows: readonly object[]): Record<string, unknown[]> =>
      Object.fromEntries(Object.keys(rows[0]!).map((field) => [field, rows.map((row) => (row as never)[field])]));
    fc.assert(
      fc.property(shops, zones, questions, (shop, zone, question) => {
        const columns: TablesInput = {
          orders: columnsOf(shop.orders),
          refunds: columnsOf(shop.refunds),
          sessions: columnsOf(shop.sessions),
        };
        const dataset = createDataset(columns, { timeZone: zone, asOf: last, settings });
        expect(evaluateKpi(dataset, question)).toEqual(evaluateKpi(datasetOf(shop, zone), question));
      }),
    );
  });

  test('at once or in slices', () => {
    fc.assert(
      fc.property(shops, zones, questions, fc.nat({ max: 40 }), (shop, zone, question, cut) => {
        const builder = datasetBuilder({ timeZone: zone, asOf: last, settings });
        for (const [table, rows] of Object.entries(tablesOf(shop) as Record<string, Record<string, unknown>[]>)) {
          builder.append(table, recordsOf(rows.slice(0, cut)));
          builder.append(table, recordsOf(rows.slice(cut)));
        }
        expect(evaluateKpi(builder.finish(rowReader), question)).toEqual(evaluateKpi(datasetOf(shop, zone), question));
      }),
    );
  });
});

test('what a data set has been asked before does not matter', () => {
  const asked = fc.record({
    question: questions,
    more: fc.record({
      asOf: fc.constantFrom(undefined, 'latest', last, `${last}T15:30:00Z`),
      weekStart: fc.constantFrom(undefined, 'monday' as const, 'sunday' as const),
      period: fc.constantFrom('all', 'this-week', 'last-2-weeks', '2026-03-01/2026-03-14'),
      compare: fc.constantFrom(undefined, 'none', 'previous-year', ['previous-period', 'previous-year']),
    }),
  });
  fc.assert(
    fc.property(shops, zones, fc.array(asked, { minLength: 2, maxLength: 5 }), (shop, zone, several) => {
      const used = datasetOf(shop, zone);
      for (const { question, more } of several)
        for (const one of [question, { ...question, ...more }])
          expect(evaluateKpi(used, one)).toEqual(evaluateKpi(datasetOf(shop, zone), one));
    }),
  );
});

describe('what adds up, adds up', () => {
  test('over the points of a window, and over the two parts of it', () => {
    const grains = fc.constantFrom<Grain>('hour', 'day', 'week', 'month');
    fc.assert(
      fc.property(
        shops,
        zones,
        fc.constantFrom(...additive),
        windows,
        grains,
        fc.nat(),
        (shop, zone, kpi, window, grain, at) => {
          const dataset = datasetOf(shop, zone);
          const whole = evaluateKpi(dataset, { kpi, period: interval(window), grain });
          expect(whole.series.reduce((sum, { value }) => sum + cents(value), 0)).toBe(cents(whole.value));

          const [from, to] = window;
          const middle = addDays(from, at % (to - from + 1));
          const head = evaluateKpi(dataset, { kpi, period: interval([from, middle]) });
          const tail =
            middle === to ? undefined : evaluateKpi(dataset, { kpi, period: interval([addDays(middle, 1), to]) });
          expect(cents(head.value) + (tail ? cents(tail.value) : 0)).toBe(cents(whole.value));
        },
      ),
    );
  });

  test('over segments', () => {
    fc.assert(
      fc.property(shops, zones, fc.constantFrom(...additive), windows, (shop, zone, kpi, window) => {
        const { value, segments } = evaluateKpi(datasetOf(shop, zone), {
          kpi,
          period: interval(window),
          by: 'channel',
        });
        expect(segments.reduce((sum, segment) => sum + cents(segment.value), 0)).toBe(cents(value));
      }),
    );
  });

  test('customers are new or returning, as a whole and in every segment', () => {
    fc.assert(
      fc.property(shops, zones, windows, (shop, zone, window) => {
        const ask = (kpi: string) =>
          evaluateKpi(datasetOf(shop, zone), { kpi, period: interval(window), by: 'channel' });
        const fresh = ask('new-customers');
        const returning = ask('returning-customer-rate');
        const sum = ({ inputs }: Figure, added: number | undefined): number | undefined =>
          inputs['returningCustomers'] === undefined ? undefined : inputs['returningCustomers'] + (added ?? 0);
        expect(returning.inputs['activeCustomers']).toBe(sum(returning, fresh.value));
        for (const segment of returning.segments) {
          const added = fresh.segments.find(({ key }) => key === segment.key)?.value;
          expect(segment.inputs['activeCustomers']).toBe(sum(segment, added));
        }
      }),
    );
  });

  test('distinct customers do not: a whole holds at least its largest segment, and at most their sum', () => {
    fc.assert(
      fc.property(shops, zones, windows, (shop, zone, window) => {
        const result = evaluateKpi(datasetOf(shop, zone), {
          kpi: 'repeat-purchase-rate',
          period: interval(window),
          by: 'channel',
        });
        const whole = result.inputs['activeCustomers']!;
        const parts = result.segments.map(({ inputs }) => inputs['activeCustomers']!);
        expect(whole).toBeGreaterThanOrEqual(Math.max(0, ...parts));
        expect(whole).toBeLessThanOrEqual(parts.reduce((sum, part) => sum + part, 0));
      }),
    );
  });
});

describe('what changes with what', () => {
  test('ten times the money is ten times the money figures, and nothing else', () => {
    const tenfold = ({ orders, refunds, sessions }: Shop): Shop => ({
      orders: orders.map((row) => ({ ...row, grossSales: row.grossSales * 10, discounts: row.discounts * 10 })),
      refunds: refunds.map((row) => ({ ...row, amount: row.amount * 10 })),
      sessions,
    });
    fc.assert(
      fc.property(shops, zones, questions, (shop, zone, question) => {
        const before = evaluateKpi(datasetOf(shop, zone), question);
        const after = evaluateKpi(datasetOf(tenfold(shop), zone), question);
        if (before.unit !== 'currency') expect(after).toEqual(before);
        else if (before.value === undefined) expect(after.reason).toEqual(before.reason);
        else expect(after.value).toBeCloseTo(before.value * 10, 6);
      }),
    );
  });

  test('whole weeks later, where no clock changes, only the dates differ', () => {
    const dates = /\d{4}-\d\d-\d\d/g;
    const later = (text: string, weeks: number): string =>
      text.replace(dates, (iso) => new Date(Date.parse(iso) + weeks * 604_800_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(shops, questions, fc.integer({ min: -60, max: 60 }), (shop, asked, weeks) => {
        const question = { ...asked, grain: asked.grain === 'month' ? ('week' as const) : asked.grain };
        const options = { timeZone: 'Asia/Kathmandu', asOf: last };
        const result = evaluateKpi(createDataset(tablesOf(shop), options), question);
        const shifted = JSON.parse(later(JSON.stringify([tablesOf(shop), question, options]), weeks)) as [
          ...[TablesInput, KpiQuestion, typeof options],
        ];
        const moved = evaluateKpi(createDataset(shifted[0], shifted[2]), shifted[1]);
        expect(JSON.stringify(moved)).toBe(later(JSON.stringify(result), weeks));
      }),
    );
  });
});

describe('the same figures from rows, from daily numbers and from a cube answer', () => {
  const spans = fc.tuple(windows, windows);

  test('a cube answer gives everything, for the windows that it holds', () => {
    fc.assert(
      fc.property(shops, zones, kpis, spans, fc.boolean(), (shop, zone, kpi, [shown, compared], split) => {
        const builder = datasetBuilder({ timeZone: zone, asOf: last });
        const points = distinct.includes(kpi) ? daysOf(shown).concat(daysOf(compared)) : [];
        builder.appendCube(
          readCube(cubeOf(shop, zoneOf(zone), split ? ['channel'] : [], [shown, compared, ...points])),
        );
        const question: KpiQuestion = {
          kpi,
          ...{ period: interval(shown), compare: interval(compared), grain: 'day' },
          by: split ? 'channel' : undefined,
        };
        expect(figures(evaluateKpi(builder.finish(rowReader), question))).toEqual(
          figures(evaluateKpi(datasetOf(shop, zone), question)),
        );
      }),
    );
  });

  test('daily numbers give what adds up, and refuse to add distinct customers up', () => {
    fc.assert(
      fc.property(shops, zones, kpis, windows, fc.boolean(), (shop, zone, kpi, shown, split) => {
        const { buckets, windows: days = [] } = cubeOf(
          shop,
          zoneOf(zone),
          split ? ['channel'] : [],
          daysOf([day(first), day(last)]),
        );
        // A table cannot tell an empty segment from the day's total, so those rows are left out on both sides.
        const rows = buckets.map((row) => {
          const channel = row['channel'] ?? null;
          const customers = days.find((other) => other['start'] === row['start'] && other['channel'] === channel);
          return { ...row, date: row['start'], ...customers, channel };
        });
        const known = split ? rows.filter(({ channel }) => channel !== '') : rows;
        const daily = createDataset({ dailyMeasures: known }, { timeZone: zone, asOf: last });
        const where = split ? "channel!=''" : undefined;
        const question: KpiQuestion = { kpi, period: interval(shown), compare: 'none', grain: 'day', where };
        const fromRows = evaluateKpi(datasetOf(shop, zone), question);
        const fromDays = evaluateKpi(daily, {
          ...question,
          where: split ? 'channel=email,direct,paid-search' : undefined,
        });
        if (distinct.includes(kpi) && (shown[0] !== shown[1] || split)) {
          expect(fromDays.reason?.code).toBe('not-additive');
        } else {
          expect([fromDays.value, fromDays.status, fromDays.inputs]).toEqual([
            fromRows.value,
            fromRows.status,
            fromRows.inputs,
          ]);
          expect(fromDays.series).toEqual(fromRows.series);
        }
      }),
    );
  });

  function daysOf([from, to]: readonly [number, number]): [ReturnType<typeof day>, ReturnType<typeof day>][] {
    return Array.from({ length: to - from + 1 }, (_, index) => {
      const at = addDays(from as ReturnType<typeof day>, index);
      return [at, at];
    });
  }
});
