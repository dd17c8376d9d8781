import type { Bucket, Comparison, KpiResult } from '../../src/core/evaluate/result.js';
import type { ResultWindow } from '../../src/core/time/window.js';

const day = (iso: string, offset: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

const daily = (start: string, values: readonly (number | undefined)[]): readonly Bucket[] =>
  values.map((value, index) => ({
    start: day(start, index),
    end: day(start, index),
    value,
    reason: value === undefined ? { code: 'outside-coverage', first: '2025-01-01', last: '2025-11-20' } : undefined,
    complete: true,
  }));

export const windowOf = (start: string, end: string, rest: Partial<ResultWindow> = {}): ResultWindow => ({
  start,
  end,
  timeZone: 'Europe/Copenhagen',
  complete: true,
  until: undefined,
  ...rest,
});

export const comparison: Comparison = {
  name: 'previous-period',
  window: windowOf('2025-09-26', '2025-10-23'),
  status: 'ok',
  value: 1_184_825.5,
  reason: undefined,
  inputs: { orderRevenue: 1_200_000, refundedAmount: 15_174.5 },
  change: { absolute: 99_524.75, relative: 0.084 },
  direction: 'good',
  evidence: 'significant',
  significance: { test: 'days', pValue: 0.004, low: 40_000.4, high: 159_000.2, dispersion: 2 },
  series: daily('2025-09-26', [40_000, 42_000.5, 41_000]),
  warnings: [],
};

/** Net sales of 28 days in Danish kroner, against the 28 days before; 8.4 % more, significant. */
export const netSales: KpiResult = {
  kpi: 'net-sales',
  unit: 'currency',
  better: 'up',
  flow: true,
  currency: 'DKK',
  asOf: '2025-11-20',
  grain: 'day',
  window: windowOf('2025-10-24', '2025-11-20'),
  status: 'ok',
  value: 1_284_350.25,
  reason: undefined,
  inputs: { orderRevenue: 1_300_000, refundedAmount: 15_649.75 },
  formula: 'orderRevenue - refundedAmount',
  parameters: {},
  inputUnits: { orderRevenue: 'currency', refundedAmount: 'currency' },
  comparisons: [comparison],
  target: { value: 1_528_980, ratio: 0.84, reached: false, pace: undefined },
  series: daily('2025-10-24', [43_000, undefined, 45_500.5]),
  by: undefined,
  segments: [],
  coverage: { rows: 9994, refused: 3, first: '2025-01-01', last: '2025-11-20', missingDays: 0 },
  reconciliation: [],
  warnings: [{ code: 'refunds-unknown' }],
};

/** The share of sessions with an order: 3.44 % after 3.23 %, within the noise. */
export const conversion: KpiResult = {
  ...netSales,
  kpi: 'conversion-rate',
  flow: false,
  unit: 'percent',
  currency: undefined,
  value: 0.0344,
  inputs: { sessionsWithPurchase: 344, sessions: 10_000 },
  formula: 'sessionsWithPurchase / sessions',
  parameters: {},
  inputUnits: { sessionsWithPurchase: 'count', sessions: 'count' },
  comparisons: [
    {
      ...comparison,
      value: 0.0323,
      change: { absolute: 0.0021, relative: 0.065 },
      evidence: 'noise',
      significance: { test: 'two-proportion', pValue: 0.4, low: -0.0012, high: 0.0054, dispersion: 1 },
      series: [],
    },
  ],
  target: undefined,
  series: [],
  warnings: [],
};

/** A card with given figures: no dates, no source. */
export const given: KpiResult = {
  ...netSales,
  kpi: '',
  currency: 'EUR',
  asOf: undefined,
  window: undefined,
  value: 1240.5,
  inputs: {},
  formula: '',
  comparisons: [
    {
      ...comparison,
      window: undefined,
      value: 1100,
      inputs: {},
      change: { absolute: 140.5, relative: 0.1277 },
      evidence: 'untested',
      significance: undefined,
      series: [],
    },
  ],
  target: { value: 1500, ratio: 0.827, reached: false, pace: undefined },
  series: [],
  coverage: { rows: 0, refused: 0, first: undefined, last: undefined, missingDays: 0 },
  warnings: [],
};

/** The same figure without a value. */
export const without = (result: KpiResult, status: KpiResult['status'], reason: KpiResult['reason']): KpiResult => ({
  ...result,
  status,
  value: undefined,
  reason,
  comparisons: result.comparisons.map((other) => ({ ...other, change: undefined, evidence: 'untested' })),
  target: undefined,
});
