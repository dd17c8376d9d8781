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
