import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { ratesIn as ratesOf } from '../../../src/core/dataset/exchange-rates.js';
import { settingTable } from '../../../src/core/dataset/setting-tables.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day } from '../time/written.js';

const ratesIn = (rates: unknown) => ratesOf(settingTable('rates', undefined, { rates }, zoneOf('UTC')));

const euro = (date: string, quote: string, rate: number) => ({ date, base: 'EUR', quote, rate });
const rates = ratesIn([
  euro('2026-03-02', 'DKK', 7.46),
  euro('2026-03-04', 'DKK', 7.5),
  euro('2026-03-02', 'SEK', 11.19),
  { date: '2026-03-10', base: 'USD', quote: 'DKK', rate: 6.4 },
])!;
const worth = (from: string, to: string, date: string) => rates.worth(from, to, day(date));

describe('a rate', () => {
  test.each([
    ['2026-03-01', NaN],
    ['2026-03-02', 7.46],
    ['2026-03-03', 7.46],
    ['2026-03-04', 7.5],
    // Seven days old, and eight.
    ['2026-03-11', 7.5],
    ['2026-03-12', NaN],
  ])('on %s is the latest that is at most a week older: %d', (date, rate) => {
    expect(worth('EUR', 'DKK', date)).toBe(rate);
  });

  test('of a currency in itself is 1, whatever the table says', () => {
    expect(worth('CHF', 'CHF', '1999-01-01')).toBe(1);
  });

  test('holds the other way round', () => {
    expect(worth('DKK', 'EUR', '2026-03-03')).toBe(1 / 7.46);
  });

  test('of two currencies is told by a third that both are quoted against', () => {
    // 100 SEK are 100 ÷ 11.19 EUR, and so 66.666… DKK.
    expect(100 * worth('SEK', 'DKK', '2026-03-02')).toBeCloseTo((100 / 11.19) * 7.46, 10);
    expect(worth('SEK', 'NOK', '2026-03-02')).toBeNaN();
  });

  test('as it is quoted comes before its inverse', () => {
    const both = ratesIn([
      euro('2026-03-02', 'DKK', 7.46),
      { date: '2026-03-02', base: 'DKK', quote: 'EUR', rate: 0.133 },
    ])!;
    expect([both.worth('EUR', 'DKK', day('2026-03-02')), both.worth('DKK', 'EUR', day('2026-03-02'))]).toEqual([
      7.46, 0.133,
    ]);
  });
});

describe('a table of rates', () => {
  test('names the currency that it is into, where there is one', () => {
    expect(rates.quote).toBeUndefined();
    expect(ratesIn([euro('2026-03-02', 'DKK', 7.46)])?.quote).toBe('DKK');
    expect(ratesIn([])?.quote).toBeUndefined();
    expect(ratesIn(undefined)).toBeUndefined();
  });

  test('may come as columns', () => {
    const columns = ratesIn({ date: ['2026-03-02'], base: ['EUR'], quote: ['DKK'], rate: [7.46] });
    expect(columns?.worth('EUR', 'DKK', day('2026-03-02'))).toBe(7.46);
  });

  test.each([
    ['EUR', /^settings, rates: found "EUR"/],
    [[{ base: 'EUR', quote: 'DKK', rate: 7.46 }], /no field "date"/],
    [[euro('2026-03-02', 'DKK', 7.46), euro('2026-02-30', 'DKK', 7.46)], /^settings, rates, row 2, date: "2026-02-30"/],
    [[euro('2026-03-02', 'DKK', -1)], /rate: -1: expected a positive/],
    [[euro('2026-03-02', '', 7.46)], /quote: empty/],
  ])('%j is refused', (given, message) => {
    expect(() => ratesIn(given)).toThrow(message);
  });

  test('knows no rate of 0', () => {
    expect(ratesIn([euro('2026-03-02', 'DKK', 0)])).toBeUndefined();
  });

  test('may stand beside the data, where a bad row is refused and counted', () => {
    const orders = [{ orderId: '1', placedAt: '2026-03-02', grossSales: 10, currency: 'EUR' }];
    const { report } = createDataset({ orders, rates: [euro('2026-03-02', 'DKK', 7.46), euro('', 'DKK', 7.5)] });
    expect(report.currency).toBe('DKK');
    expect(report.tables[1]).toMatchObject({ table: 'rates', rows: 1, refused: 1 });
  });
});
