import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const row = (kpiId: string, periodStart: string, periodEnd: string, value: number, more: object = {}) => ({
  ...{ kpiId, periodStart, periodEnd, value },
  ...more,
});
const sales = (month: string, last: number, value: number) =>
  row('net-sales', `${month}-01`, `${month}-${last}`, value);
const months = [sales('2026-02', 28, 28_000), sales('2026-03', 31, 62_000), sales('2026-04', 30, 30_000)];
const facts = {
  orders: [{ orderId: '1', placedAt: '2026-01-02T12:00', grossSales: 100, channel: 'email' }],
  sessions: [{ sessionId: '1', startedAt: '2026-01-02T12:00', channel: 'email', purchased: true }],
  inventorySnapshots: [{ date: '2026-03-31', sku: 'a', onHandUnits: 4 }],
};

function ask(targets: readonly object[], question: Partial<KpiQuestion>, options: Partial<DatasetOptions> = {}) {
  const tables = { ...facts, ...(targets.length > 0 && { targets }) } as unknown as TablesInput;
  const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: '2026-05-31', ...options });
  return evaluateKpi(dataset, { kpi: 'net-sales', compare: 'none', ...question });
}
const valueOf = (targets: readonly object[], period: string, question: Partial<KpiQuestion> = {}) =>
  ask(targets, { period, ...question }).target?.value;

describe('the target of a flow is shared out by days', () => {
  test.each([
    ['2026-03-01/2026-03-31', 62_000, 'a month'],
    ['2026-03-02/2026-03-08', 14_000, 'a week of it: 7 × 62,000 ÷ 31'],
    ['2026-02-27/2026-03-03', 8000, 'over its edge: 2 × 1,000 + 3 × 2,000'],
    ['2026-02-01/2026-04-30', 120_000, 'three months'],
    ['2026-02-28/2026-02-28', 1000, 'a day'],
  ])('%s is %d: %s', (period, value) => {
    expect(valueOf(months, period)).toBeCloseTo(value, 9);
  });

  test('a period with a day that no row tells of has none', () => {
    expect(valueOf(months, '2026-04-15/2026-05-01')).toBeUndefined();
    expect(valueOf([months[0]!, months[2]!], '2026-02-01/2026-04-30')).toBeUndefined();
  });

  test('and says of how many days that is, unless no day has one', () => {
    // April has a target, May has none.
    const warnings = (period: string, question: Partial<KpiQuestion> = {}) =>
      ask(months, { period, ...question }).warnings.filter(({ code }) => code === 'target-part');
    expect(warnings('2026-04-15/2026-05-10')).toEqual([{ code: 'target-part', count: 10 }]);
    expect(warnings('2026-05-01/2026-05-31')).toEqual([]);
    expect(warnings('2026-04-01/2026-04-30')).toEqual([]);
    expect(warnings('2026-04-15/2026-05-10', { target: 5 })).toEqual([]);
    expect(warnings('2026-04-15/2026-05-10', { where: 'channel=email' })).toEqual([]);
  });

  test('a running period has that of all its days', () => {
    expect(ask(months, { period: 'this-month' }, { asOf: '2026-03-10' }).target).toMatchObject({
      ...{ value: 62_000, days: 31, pace: 0, paceBasis: 'elapsed' },
    });
  });

  test('where rows overlap, a day has that of the shortest; of rows alike the last one counts', () => {
    // 365 days at 10, of which those of March have 2,000 each.
    const year = row('net-sales', '2026-01-01', '2026-12-31', 3650);
    expect(valueOf([year, ...months.slice(1, 2)], '2026-03-31/2026-04-01')).toBeCloseTo(2010, 9);
    const settings = { targets: [sales('2026-03', 31, 31_000)] };
    expect(ask(months, { period: '2026-03-31/2026-03-31' }, { settings }).target?.value).toBeCloseTo(1000, 9);
  });
});

describe('the target of a rate', () => {
  const quarter = row('conversion-rate', '2026-01-01', '2026-03-31', 0.03);
  const march = row('conversion-rate', '2026-03-01', '2026-03-31', 0.035);
  const kpi = 'conversion-rate';

  test('holds for periods inside its own; of several that of the shortest', () => {
    expect(valueOf([quarter, march], '2026-03-02/2026-03-08', { kpi })).toBe(0.035);
    expect(valueOf([quarter, march], '2026-02-23/2026-03-08', { kpi })).toBe(0.03);
    expect(valueOf([quarter, march], '2026-03-23/2026-04-05', { kpi })).toBeUndefined();
  });
});

describe('whose it is', () => {
  test('the one that is asked for goes before it', () => {
    expect(valueOf(months, '2026-03-01/2026-03-31', { target: '100/day' })).toBeCloseTo(3100, 9);
  });

  test('the whole shop’s: what adds up has none for a part, a rate has', () => {
    const rate = row('conversion-rate', '2026-01-01', '2026-12-31', 0.03);
    const selected = ask(months, { period: '2026-03-01/2026-03-31', selectedWhere: [{ channel: 'email' }] });
    expect(selected.target).toBeUndefined();
    expect(selected.warnings).toContainEqual({ code: 'target-of-whole' });
    // Days that were selected carry their share of it.
    expect(valueOf(months, '2026-03-01/2026-03-02', { selectedDays: true })).toBeCloseTo(4000, 9);
    const period = '2026-03-01/2026-03-31';
    expect(valueOf(months, period, { where: 'channel=email' })).toBeUndefined();
    expect(valueOf([rate], period, { where: 'channel=email', kpi: 'conversion-rate' })).toBe(0.03);
  });

  test('a KPI that is neither better high nor low takes none', () => {
    const stock = row('inventory-level', '2026-01-01', '2026-12-31', 5);
    expect(valueOf([stock], '2026-03-01/2026-03-31', { kpi: 'inventory-level' })).toBeUndefined();
  });

  test('another KPI’s is none', () => {
    expect(valueOf(months, '2026-03-01/2026-03-31', { kpi: 'order-count' })).toBeUndefined();
  });
});

describe('a benchmark', () => {
  const of = (more: object) => [row('conversion-rate', '2026-01-01', '2026-12-31', 0.03, more)];
  const benchmark = (more: object) =>
    ask(of(more), { kpi: 'conversion-rate', period: '2026-03-01/2026-03-31' }).benchmark;

  test('stands beside the target, with its source', () => {
    expect(benchmark({ benchmark: 0.021, benchmarkSource: 'Trade association, 2025' })).toEqual({
      ...{ value: 0.021, source: 'Trade association, 2025' },
    });
  });

  test('without its source there is none', () => {
    expect(benchmark({ benchmark: 0.021 })).toBeUndefined();
    expect(benchmark({})).toBeUndefined();
  });
});

test.each([
  [{ targets: [{ kpiId: 'net-sales', periodStart: '2026-03-01', periodEnd: '2026-03-31', value: 'many' }] }],
  [{ targets: 40_000 }],
])('settings %j are refused', (settings) => {
  expect(() => ask([], {}, { settings })).toThrow(
    expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ option: 'settings.targets' }) }),
  );
});

test('a row of the data that cannot be read is refused and counted', () => {
  const tables = { ...facts, targets: [...months, { ...months[0], value: 'many' }] } as unknown as TablesInput;
  const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: '2026-05-31' });
  expect(dataset.report.tables.find(({ table }) => table === 'targets')).toMatchObject({ rows: 3, refused: 1 });
});

describe('a row that sets nothing is refused, and says why', () => {
  const [february, march] = months;
  const refused = (...targets: readonly object[]) =>
    createDataset({ targets } as unknown as TablesInput, {}).report.tables[0];

  test('one that ends before it begins', () => {
    expect(refused(february!, row('net-sales', '2026-03-31', '2026-03-01', 62_000))).toMatchObject({
      ...{ rows: 1, refused: 1 },
      issues: [
        {
          ...{ row: 2, field: 'periodEnd', code: 'ends-early', value: '"2026-03-01"' },
          reason: '"2026-03-01": expected no day before 2026-03-31, the first',
        },
      ],
    });
  });

  test('what a later row for the same KPI and days contradicts; a year’s days and its first month’s are not the same', () => {
    const year = row('net-sales', '2026-02-01', '2027-01-31', 3650);
    const last = { ...february!, value: 56_000 };
    const twice = [february!, { ...february!, value: 1 }, year, march!, last, last];
    expect(refused(...twice)).toMatchObject({
      ...{ rows: 3, refused: 2, replaced: 1 },
      causes: [{ rows: 2, first: { row: 2, field: 'value', code: 'given-twice' } }],
    });
    // The last one counts, in the month; the year holds for what no shorter one tells of: 10 a day.
    expect(valueOf(twice, '2026-02-01/2026-02-28')).toBeCloseTo(56_000, 9);
    expect(valueOf(twice, '2026-04-01/2026-04-10')).toBeCloseTo(100, 9);
  });

  test('in the settings, the whole of them is', () => {
    const set =
      (...targets: readonly object[]) =>
      () =>
        ask([], {}, { settings: { targets } });
    expect(set(february!, february!)).not.toThrow();
    expect(set({ ...february!, value: 1 }, february!)).toThrow(
      'settings, targets, row 1, value: row 2 of the same kpiId, periodStart, periodEnd says otherwise',
    );
    expect(set(row('net-sales', '2026-03-31', '2026-03-01', 1))).toThrow('settings, targets, row 1, periodEnd');
    const coverage = [{ entityId: 'orders', from: '2026-03-02', to: '2026-03-01' }];
    expect(() => ask([], {}, { settings: { coverage } })).toThrow('settings, coverage, row 1, to: "2026-03-01"');
  });
});
