import { expect, test } from 'vitest';
import { tableRecords } from '../../src/formats/html-table.js';

test('a plain table: blanks do not count, nor headers without or with the same text; rows may be short', () => {
  const records = tableRecords({
    headers: [' date ', '', 'orders', 'date'],
    rows: [[' 2026-11-01', 'x', '41\n', '1999-01-01'], [], [' ', ''], ['2026-11-02']],
  });
  expect(records.fields).toEqual(['date', 'orders']);
  expect(records.length).toBe(2);
  expect([...(records.cells('date') as unknown[])]).toEqual(['2026-11-01', '2026-11-02']);
  expect([...(records.cells('orders') as unknown[])]).toEqual(['41', undefined]);
  expect(records.cells('')).toBeUndefined();
  expect(records.cells('sessions')).toBeUndefined();
});

test('a row with a cell too many is refused: whose the others are is open', () => {
  const records = tableRecords({
    headers: ['date', 'netSales', 'orders'],
    rows: [['2026-11-01', '10', '12', '5'], ['2026-11-02', '10', '5', ' '], ['2026-11-03']],
  });
  expect([0, 1, 2].map((row) => records.problem?.(row))).toEqual([
    '4 cells where the header has 3',
    undefined,
    undefined,
  ]);
});
