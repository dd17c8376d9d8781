import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entities } from '../../../src/core/catalog/entities.js';
import type { Column } from '../../../src/core/dataset/column.js';
import { numberColumn } from '../../../src/core/dataset/column.js';
import { rowsBySpan } from '../../../src/core/dataset/rows-by-span.js';
import { Table } from '../../../src/core/dataset/table.js';
import { MS_PER_DAY } from '../../../src/core/time/day.js';
import type { Day } from '../../../src/core/time/day.js';

/** Orders on such days; undefined for one without a time. */
function orders(days: readonly (number | undefined)[]): Table {
  const time: Column = {
    kind: 'time',
    instants: Float64Array.from(days, (day) => (day ?? NaN) * MS_PER_DAY),
    days: Int32Array.from(days, (day) => day ?? 0),
    wholeDays: false,
  };
  return new Table(entities['orders']!, days.length, new Map([['placedAt', time]]));
}

const span = (start: number, end: number) => ({ start: start as Day, end: end as Day });

test('a window is the rows of its days, whatever order they come in', () => {
  expect(orders([12, 10, undefined, 12, 11]).byDay().cells).toEqual({
    starts: Int32Array.of(0, 1, 2, 4),
    rows: Int32Array.of(1, 4, 0, 3),
  });
  const rows = orders([12, 10, undefined, 12, 14]).byDay();
  expect([...rows.between(11, 12)]).toEqual([0, 3]);
  expect([...rows.between(1, 10)]).toEqual([1]);
  expect([...rows.between(15, 99)]).toEqual([]);
  expect(rows.daysWhere(() => true)).toEqual([10, 12, 14]);
  expect(rows.daysWhere((row) => row === 3)).toEqual([12]);
});

test('without a row that has a time there are no days', () => {
  const rows = orders([undefined]).byDay();
  expect([...rows.between(-5, 5)]).toEqual([]);
  expect(rows.daysWhere(() => true)).toEqual([]);
});

test('the rows of spans are those that a look at each row finds', () => {
  const day = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
  const ends = fc.uniqueArray(fc.integer({ min: -2, max: 12 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(day), ends, fc.boolean(), fc.boolean(), (days, borders, isMasked, isGrouped) => {
      const sorted = borders.sort((a, b) => a - b);
      const spans = sorted.slice(1).map((end, index) => span(sorted[index]! + 1, end));
      const mask = isMasked ? Uint8Array.from(days, (_, row) => Number(row % 3 > 0)) : undefined;
      const groupOf = isGrouped ? (row: number) => (row % 4) - 2 : undefined;
      const groups = isGrouped ? 2 : 1;
      const { starts, rows } = rowsBySpan(orders(days), { mask, groups, groupOf }, spans);
      const found = [...starts]
        .slice(1)
        .map((end, cell) => [...rows.subarray(starts[cell], end)].sort((a, b) => a - b));
      const expected = Array.from({ length: groups }, (_, group) =>
        spans.map(({ start, end }) =>
          days.flatMap((on, row) => {
            const isIn = on !== undefined && on >= start && on <= end;
            return isIn && mask?.[row] !== 0 && (groupOf?.(row) ?? 0) === group ? [row] : [];
          }),
        ),
      );
      expect(found).toEqual(expected.flat());
    }),
  );
});

test('a column may be worked out when it is first asked for, and only then', () => {
  let asked = 0;
  const table = orders([1, 2]).with({
    discounts: () => {
      asked++;
      return numberColumn(Float64Array.of(5, 6));
    },
  });
  const renamed = table.renamed({ discounts: 'cogs' });
  expect([table.has('discounts'), renamed.fields, asked]).toEqual([true, ['placedAt', 'cogs'], 0]);
  expect(table.numbers('discounts')).toBe(renamed.numbers('cogs'));
  expect([...table.take(Int32Array.of(1)).numbers('discounts')!.values]).toEqual([6]);
  expect(asked).toBe(1);
});
