import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const march = '2026-03-01/2026-03-31';
const ask = (tables: TablesInput, kpi: string, question: Partial<KpiQuestion> = {}, options: DatasetOptions = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31', ...options }), {
    ...{ kpi, period: march, compare: 'none', ...question },
  });
const order = (orderId: string, date: string, rest: object = {}) => ({
  ...{ orderId, placedAt: `2026-${date}`, grossSales: 100, ...rest },
});

describe('empty cells of a field in use', () => {
  const sessions = (empty: number, count = 100) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ sessionId: String(index), startedAt: '2026-03-01', purchased: index < empty ? undefined : index % 2 === 0 },
    }));

  test('are said where they are more than one in twenty', () => {
    expect(ask({ sessions: sessions(5) }, 'conversion-rate')).toMatchObject({ status: 'ok', warnings: [] });
    expect(ask({ sessions: sessions(6) }, 'conversion-rate')).toMatchObject({
      status: 'partial',
      value: 0.47,
      warnings: [{ code: 'unknown-values', field: 'purchased', share: 0.06 }],
    });
  });

  test('of the period alone, and only where the figure reads the field', () => {
    const all = [...sessions(6), { sessionId: 'x', startedAt: '2026-02-02', purchased: true }];
    expect(ask({ sessions: all }, 'conversion-rate', { period: '2026-02-01/2026-02-28' }).warnings).toEqual([
      { code: 'missing-days', count: 1 },
    ]);
    expect(ask({ sessions: all }, 'website-traffic').warnings).toEqual([]);
  });

  test('a number need be known of the rows that count', () => {
    const orders = [order('1', '03-01', { units: 3 }), order('2', '03-02', { isTest: true })];
    expect(ask({ orders }, 'units-per-order')).toMatchObject({ value: 3, status: 'ok', warnings: [] });
    const counted = orders.map((each) => ({ ...each, isTest: false }));
    expect(ask({ orders: counted }, 'units-per-order').warnings).toEqual([
      { code: 'unknown-values', field: 'units', share: 0.5 },
    ]);
  });

  test('an empty amount is none, and a measure that asks for known values knows what it leaves out', () => {
    const orders = [order('1', '03-01', { shippingCharged: 5, taxes: 1 }), order('2', '03-02')];
    expect(ask({ orders }, 'total-sales').warnings.map(({ code }) => code)).toEqual(['refunds-unknown']);
  });
});

test('a table that is given and empty says that there was nothing: a shop without refunds knows its net sales', () => {
  const orders = [order('1', '03-01')];
  expect(ask({ orders }, 'net-sales')).toMatchObject({ status: 'partial', warnings: [{ code: 'refunds-unknown' }] });
  expect(ask({ orders, refunds: [] }, 'net-sales')).toMatchObject({ status: 'ok', warnings: [] });
  // Whatever a refund could have told, such as its units.
  const sold = orders.map((order) => ({ ...order, units: 2 }));
  expect(ask({ orders: sold, refunds: [] }, 'return-rate')).toMatchObject({ value: 0, status: 'ok', warnings: [] });
  expect(ask({ orders: sold }, 'return-rate').reason).toEqual({ code: 'no-data', measure: 'unitsReturned' });
  expect(ask({ orders, shipments: [] }, 'order-cycle-time').reason?.code).toBe('zero-denominator');
  // One whose rows are all refused says so.
  const refused = ask(
    { orders, refunds: [{ refundId: 'a', orderId: '1', refundedAt: 'soon', amount: 5 }] },
    'net-sales',
  );
  expect(refused.warnings).toEqual([{ code: 'rows-refused', count: 1 }]);
});

describe('customers from before the data', () => {
  const customerId = 'ann';
  const late = order('2', '03-02', { customerId });

  test('may look new in its first half year', () => {
    const orders = [order('0', '01-01', { customerId: 'bob' }), late];
    expect(ask({ orders }, 'new-customers')).toMatchObject({
      value: 1,
      status: 'partial',
      warnings: [{ code: 'short-history' }],
    });
    expect(ask({ orders }, 'returning-customer-rate').warnings).toEqual([{ code: 'short-history' }]);
    expect(ask({ orders }, 'order-count').warnings).toEqual([]);
  });

  test('leave a change unjudged, on whichever side they may be', () => {
    // Of 40 orders a month February has 10 by returning customers, March 30: far more than chance.
    const month = (of: string, returning: number) =>
      Array.from({ length: 40 }, (_, nth) =>
        order(`${of}-${nth}`, `${of}-${String(1 + (nth % 28)).padStart(2, '0')}`, {
          customerId: nth < returning ? `old${nth}` : `${of}-new${nth}`,
        }),
      );
    const known = Array.from({ length: 30 }, (_, nth) => ({
      ...order(`k${nth}`, '', { customerId: `old${nth}` }),
      placedAt: '2026-01-05',
    }));
    const orders = [...known, ...month('02', 10), ...month('03', 30)];
    const changeIn = (settings: DatasetOptions['settings']) =>
      ask({ orders }, 'returning-customer-rate', { compare: '2026-02-01/2026-02-28' }, { settings }).comparisons[0]!;
    // 1 February is 27 days after the first order, 1 March 55 days.
    expect(changeIn({ activityWindowDays: 27 })).toMatchObject({
      change: { absolute: 0.5 },
      evidence: 'significant',
    });
    // Of 28 days February alone has too short a history, of 60 March has too.
    for (const activityWindowDays of [28, 60]) {
      const { evidence, warnings } = changeIn({ activityWindowDays });
      expect(evidence).toBe('untested');
      expect(warnings).toContainEqual({ code: 'short-history' });
    }
  });

  test('are told apart by a long history, or by what the data say of them', () => {
    const old = { ...order('0', '01-01', { customerId: 'bob' }), placedAt: '2025-09-02' };
    expect(ask({ orders: [old, late] }, 'new-customers')).toMatchObject({ status: 'ok', warnings: [] });
    const young = { ...old, placedAt: '2025-09-03' };
    expect(ask({ orders: [young, late] }, 'new-customers').warnings).toEqual([{ code: 'short-history' }]);
    expect(
      ask({ orders: [young, late] }, 'new-customers', {}, { settings: { activityWindowDays: 179 } }).warnings,
    ).toEqual([]);
    const told = [order('0', '01-01'), { ...late, isFirstOrder: true }];
    expect(ask({ orders: told }, 'new-customers').warnings).toEqual([]);
    const customers = [{ customerId, firstOrderAt: '2024-05-01' }];
    expect(ask({ orders: [young, late], customers }, 'new-customers')).toMatchObject({ value: 0, warnings: [] });
  });
});

describe('a figure over several tables reaches as far as all of them', () => {
  const customers = { settings: { activityWindowDays: 0 } };
  const orders = [
    order('1', '03-01', { customerId: 'ann' }),
    order('2', '03-10', { customerId: 'bob' }),
    order('3', '03-20', { customerId: 'cat' }),
  ];
  // No row between two means nothing was spent; before the first and after the last nobody knows.
  const adSpend = [
    { date: '2026-03-05', cost: 30 },
    { date: '2026-03-14', cost: 50 },
  ];

  test('advertising is known between its first and its last row', () => {
    const result = ask({ orders, adSpend }, 'customer-acquisition-cost', {}, customers);
    expect(result).toMatchObject({
      value: 80,
      inputs: { marketingCost: 80, newCustomers: 1 },
      coverage: { first: '2026-03-05', last: '2026-03-14', missingDays: 21 },
    });
    const between = ask(
      { orders, adSpend },
      'customer-acquisition-cost',
      { period: '2026-03-10/2026-03-11' },
      customers,
    );
    expect(between).toMatchObject({ value: 0, status: 'ok', inputs: { marketingCost: 0, newCustomers: 1 } });
    expect(ask({ orders, adSpend }, 'customer-acquisition-cost', { period: '2026-03-20/2026-03-20' }).reason).toEqual({
      code: 'outside-coverage',
      first: '2026-03-05',
      last: '2026-03-14',
    });
  });

  test('stock is carried on for a week', () => {
    const inventorySnapshots = [{ date: '2026-03-05', sku: 'a', onHandUnits: 7 }];
    const on = (period: string) => ask({ inventorySnapshots }, 'inventory-level', { period: `${period}/${period}` });
    expect([
      on('2026-03-04').value,
      on('2026-03-05').value,
      on('2026-03-12').value,
      on('2026-03-13').reason?.code,
    ]).toEqual([undefined, 7, 7, 'outside-coverage']);
  });
});
