import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';

const ask = (tables: TablesInput, settings = {}) => {
  const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: 'latest', settings });
  const { value, status, warnings } = evaluateKpi(dataset, { kpi: 'order-count', period: 'all', compare: 'none' });
  return { value, status, warnings, replaced: dataset.report.tables[0]!.replaced };
};
const daily = (...rows: readonly object[]): TablesInput => ({ dailyMeasures: rows as never });

describe('a day in several rows', () => {
  const shops = ['2026-11-01', '2026-11-02'].flatMap((date) => [
    { date, shop: 'Aarhus', orders: 30 },
    { date, shop: 'Odense', orders: 10 },
  ]);

  test('is what the last of them says, and the figure says that others were replaced', () => {
    expect(ask(daily(...shops))).toEqual({
      ...{ value: 20, status: 'ok', replaced: 2 },
      warnings: [{ code: 'rows-replaced', count: 2 }],
    });
  });

  test('is all of them where a known column tells them apart', () => {
    const own = { dimensions: { shop: { entity: 'dailyMeasures', type: 'string' } } };
    const whole = { value: 80, status: 'ok', warnings: [], replaced: 0 };
    expect(ask(daily(...shops), own)).toEqual(whole);
    expect(ask(daily(...shops.map(({ shop, ...row }) => ({ ...row, channel: shop }))))).toEqual(whole);
  });

  test('that say the same is no matter', () => {
    const day = { date: '2026-11-01', orders: 30, sessions: '' };
    expect(ask(daily(day, day, day))).toEqual({ value: 30, status: 'ok', warnings: [], replaced: 2 });
  });

  test('of which one leaves out what another says has lost it', () => {
    const { warnings } = ask(daily({ date: '2026-11-01', sessions: 900 }, { date: '2026-11-01', orders: 30 }));
    expect(warnings).toEqual([{ code: 'rows-replaced', count: 1 }]);
  });

  test('counts each row that says otherwise than the last', () => {
    const orders = [30, 10, 30, 20, 30];
    const { value, warnings } = ask(daily(...orders.map((count) => ({ date: '2026-11-01', orders: count }))));
    expect([value, warnings]).toEqual([30, [{ code: 'rows-replaced', count: 2 }]]);
  });
});

test('an order that is sent again may have changed', () => {
  const order = { orderId: 'a', placedAt: '2026-11-01', grossSales: 10 };
  expect(ask({ orders: [order, { ...order, grossSales: 20 }] })).toEqual({
    ...{ value: 1, status: 'ok', warnings: [], replaced: 1 },
  });
});
