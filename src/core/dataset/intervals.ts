import { MS_PER_DAY } from '../time/day.js';
import type { Column, NumberColumn } from './column.js';
import { take } from './column.js';
import type { Table } from './table.js';

/**
 * Records of intervals, from `periodStart` to `periodEnd`, as one row for each of their days, among which the field's
 * figure is shared out evenly. `begins` and `ends` keep the first and the last day.
 */
export function spreadOverDays(table: Table, field: string): Table {
  const from = table.times('periodStart');
  const to = table.times('periodEnd');
  const figures = table.numbers(field);
  if (!from || !to || !figures) return table;
  const lengths = from.days.map((first, row) => to.days[row]! - first + 1);
  const rows = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  const nth = new Int32Array(rows.length);
  let at = 0;
  lengths.forEach((length, row) => {
    for (let day = 0; day < length; day++) [rows[at], nth[at++]] = [row, day];
  });
  const columns = new Map<string, Column>(table.fields.map((name) => [name, take(table.column(name)!, rows)]));
  columns.set('begins', take(from, rows)).set('ends', take(to, rows));
  columns.set('periodStart', {
    ...from,
    instants: Float64Array.from(rows, (row, index) => from.instants[row]! + nth[index]! * MS_PER_DAY),
    days: rows.map((row, index) => from.days[row]! + nth[index]!),
  });
  columns.set(field, shares(figures, rows, nth, lengths));
  return table.rows(rows.length, columns);
}

/** A hundred-thousandth of the smallest unit is as far as it is divided: the days of an interval come to its figure exactly. */
const parts = 100_000;

function shares(
  { values, scale, exact }: NumberColumn,
  rows: Int32Array,
  nth: Int32Array,
  lengths: Int32Array,
): NumberColumn {
  const upTo = (row: number, days: number): number => {
    const share = (values[row]! * parts * days) / lengths[row]!;
    return exact ? Math.round(share) : share;
  };
  const days = Float64Array.from(rows, (row, index) => upTo(row, nth[index]! + 1) - upTo(row, nth[index]!));
  return { kind: 'number', values: days, scale: scale * parts, exact };
}
