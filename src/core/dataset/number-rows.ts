import type { Column } from './column.js';
import { cellsOf } from './column.js';

/** A number for each row, from 0 on in the order of their first rows. */
export interface RowNumbers {
  readonly of: Int32Array;
  readonly count: number;
}

/** Numbers rows by what stands in some columns: those that are alike in all of them have the same number. */
export function numberRows(columns: readonly Column[], length: number): RowNumbers {
  let numbers: RowNumbers = { of: new Int32Array(length), count: 1 };
  for (const column of columns) numbers = together(numbers, distinct(column));
  return numbers;
}

/** A column's cells as whole numbers from 0 on. */
function distinct(column: Column): RowNumbers {
  if (column.kind === 'text') return { of: column.codes.map((code) => code + 1), count: column.values.length + 1 };
  const cells = cellsOf(column);
  const of = new Int32Array(cells.length);
  const known = new Map<number, number>();
  for (let row = 0; row < of.length; row++) {
    let number = known.get(cells[row]!);
    if (number === undefined) known.set(cells[row]!, (number = known.size));
    of[row] = number;
  }
  return { of, count: known.size };
}

/** Pairs are looked up in a table, unless it were much longer than there are rows. */
function together(left: RowNumbers, right: RowNumbers): RowNumbers {
  const { length } = left.of;
  const of = new Int32Array(length);
  const pairs = left.count * right.count;
  const table = pairs <= 4 * length + 1024 ? new Int32Array(pairs).fill(-1) : undefined;
  const known = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < length; row++) {
    const pair = left.of[row]! * right.count + right.of[row]!;
    let number = table ? table[pair]! : (known.get(pair) ?? -1);
    if (number < 0) {
      number = count++;
      if (table) table[pair] = number;
      else known.set(pair, number);
    }
    of[row] = number;
  }
  return { of, count };
}
