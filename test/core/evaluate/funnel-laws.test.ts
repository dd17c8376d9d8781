import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { FunnelFigures, FunnelResult } from '../../../src/core/evaluate/funnel-result.js';
import type { FunnelQuestion } from '../../../src/core/evaluate/question.js';

// Hundreds of shops each, on machines that do other things beside.
vi.setConfig({ testTimeout: 30_000 });

const flags = ['productViewed', 'addedToCart', 'checkoutStarted', 'purchased'] as const;
const measures = ['ProductView', 'AddToCart', 'Checkout', 'Purchase'].map((step) => `sessionsWith${step}`);

const sessions = fc
  .array(
    fc.record({
      hour: fc.nat({ max: 30 * 24 - 1 }),
      visitorId: fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve', 'fay'),
      channel: fc.constantFrom('email', 'direct', 'display', ''),
      ...Object.fromEntries(flags.map((flag) => [flag, fc.boolean()])),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ hour, ...row }, index) => ({
      ...row,
      sessionId: String(index),
      startedAt: new Date(Date.UTC(2026, 3, 1) + hour * 3_600_000).toISOString(),
    })),
  );
type Rows = typeof sessions extends fc.Arbitrary<infer T> ? T : never;

const known = [{ entityId: 'sessions', from: '2026-04-01', to: '2026-06-30' }];
const datasetOf = (sessions: Rows): Dataset =>
  createDataset({ sessions, coverage: known }, { timeZone: 'UTC', asOf: '2026-06-30' });
const april = '2026-04-01/2026-04-30';
const questions: fc.Arbitrary<FunnelQuestion> = fc.record({
  period: fc.constantFrom(april, '2026-04-03/2026-04-20', '2026-04-11/2026-04-11'),
  mode: fc.constantFrom('closed', 'open'),
  stages: fc
    .tuple(fc.constantFrom('sessions', measures[0]!), fc.shuffledSubarray(measures.slice(1), { minLength: 1 }))
    .map(([first, rest]) => [first, ...rest]),
  window: fc.constantFrom(undefined, '1d', '7d'),
  compare: fc.constantFrom('none', '2026-04-02/2026-04-10'),
});
const ask = (rows: Rows, question: FunnelQuestion): FunnelResult => evaluateFunnel(datasetOf(rows), question);
const figures = ({ coverage: _, ...rest }: FunnelResult): object => rest;
const values = ({ stages }: FunnelFigures): number[] => stages.map(({ value }) => value!);
const skips = ({ stages }: FunnelFigures): number[] => stages.map(({ skipped }) => skipped);

describe('of any sessions', () => {
  test('the closed stages with those who skipped are the open ones, and never grow', () => {
    fc.assert(
      fc.property(sessions, questions, (rows, question) => {
        const closed = ask(rows, { ...question, mode: 'closed' });
        const open = ask(rows, { ...question, mode: 'open' });
        expect(values(closed).map((value, stage) => value + skips(closed)[stage]!)).toEqual(values(open));
        expect([...values(closed)].sort((a, b) => b - a)).toEqual(values(closed));
        expect(closed.pending).toBe(open.pending);
      }),
    );
  });

  test('segments add up to the whole, stage by stage', () => {
    fc.assert(
      fc.property(sessions, questions, (rows, question) => {
        const { segments, ...whole } = ask(rows, { ...question, by: 'channel' });
        const sum = (pick: (of: FunnelFigures) => number[]): number[] =>
          whole.stages.map((_, stage) => segments.reduce((total, segment) => total + pick(segment)[stage]!, 0));
        expect(sum(values)).toEqual(values(whole));
        expect(sum(skips)).toEqual(skips(whole));
        expect(figures(ask(rows, question))).toEqual({ ...figures({ ...whole, segments: [] }), by: undefined });
      }),
    );
  });

  test('a segment is what its filter gives', () => {
    fc.assert(
      fc.property(sessions, questions, (rows, question) => {
        for (const { key, ...segment } of ask(rows, { ...question, by: 'channel' }).segments) {
          if (key === '') continue;
          const { stages, pending, worst } = ask(rows, { ...question, where: { channel: key } });
          expect({ stages, pending, worst }).toEqual({
            stages: segment.stages,
            pending: segment.pending,
            worst: segment.worst,
          });
        }
      }),
    );
  });

  test('the order of the rows does not matter', () => {
    const shuffled = sessions.chain((rows) =>
      fc.record({ rows: fc.constant(rows), other: fc.shuffledSubarray(rows, { minLength: rows.length }) }),
    );
    fc.assert(
      fc.property(shuffled, questions, ({ rows, other }, question) => {
        const of = (all: Rows): Dataset => createDataset({ sessions: all }, { timeZone: 'UTC', asOf: '2026-06-30' });
        // Visitors who begin two sessions in the same instant began with the one that stands first.
        fc.pre(question.window === undefined || new Set(rows.map(({ startedAt }) => startedAt)).size === rows.length);
        expect(evaluateFunnel(of(other), question)).toEqual(evaluateFunnel(of(rows), question));
      }),
    );
  });

  test('the last stage with those who skipped is the conversion rate, and each open stage its measure', () => {
    fc.assert(
      fc.property(sessions, (rows) => {
        const dataset = datasetOf(rows);
        const { stages } = evaluateFunnel(dataset, { period: april });
        const last = stages.at(-1)!;
        const rate = evaluateKpi(dataset, { kpi: 'conversion-rate', period: april });
        expect((last.value! + last.skipped) / stages[0]!.value!).toBe(rate.value);
        const open = evaluateFunnel(dataset, { period: april, mode: 'open' }).stages;
        const checkout = evaluateKpi(dataset, { kpi: 'checkout-completion-rate', period: april });
        expect(open[3]!.value).toBe(checkout.inputs['sessionsWithCheckout'] ?? 0);
      }),
    );
  });

  test('the days of a period add up', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: 1, max: 29 }), (rows, cut) => {
        const dataset = datasetOf(rows);
        const part = (from: number, to: number): number[] => {
          const written = (date: number): string => `2026-04-${String(date).padStart(2, '0')}`;
          return values(evaluateFunnel(dataset, { period: `${written(from)}/${written(to)}` }));
        };
        const [head, tail] = [part(1, cut), part(cut + 1, 30)];
        expect(head.map((value, stage) => value + tail[stage]!)).toEqual(part(1, 30));
      }),
    );
  });

  test('visitors: each is in the first stage or pending, and longer windows lose nobody', () => {
    fc.assert(
      fc.property(sessions, (rows) => {
        const of = (window: string): number[] => values(ask(rows, { period: april, window, mode: 'open' }));
        expect(of('1d')[0]).toBe(new Set(rows.map(({ visitorId }) => visitorId)).size);
        const [day, week, month] = [of('1d'), of('7d'), of('31d')] as [number[], number[], number[]];
        day.forEach((value, stage) => expect(value).toBeLessThanOrEqual(week[stage]!));
        week.forEach((value, stage) => expect(value).toBeLessThanOrEqual(month[stage]!));
      }),
    );
  });
});
