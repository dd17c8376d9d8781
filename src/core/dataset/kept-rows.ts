import type { EntityDefinition } from '../catalog/definition.js';
import { cellsOf, knownIn } from './column.js';
import { numberRows } from './number-rows.js';
import type { Table } from './table.js';

/** Which rows of a table count. */
export interface KeptRows {
  /** Undefined where all of them do. */
  readonly kept: Int32Array | undefined;
  /** Daily numbers: how many rows held other figures than the one that counts for their day. */
  readonly overruled: number;
}

/**
 * Rows that were not refused; of those with the same key the last one. A row without a key is its own.
 * @param refuseOther is told of a row, and of the later one of its key that says otherwise in the field `once`
 */
export function keptRows(
  table: Table,
  { id, key, once = '' }: EntityDefinition,
  refused: ReadonlySet<number>,
  refuseOther: (row: number, later: number) => void,
): KeptRows {
  const keys = key.flatMap((field) => table.column(field) ?? []);
  const [only] = keys;
  const isUnique =
    keys.length === 0 || (keys.length === 1 && only?.kind === 'text' && only.values.length === table.length);
  if (isUnique && refused.size === 0) return { kept: undefined, overruled: 0 };
  const hasKey = isUnique || !only ? undefined : knownIn(only);
  const numbers = numberRows(isUnique ? [] : keys, table.length);
  // From the last row on, so that the first one of a key is the one that counts.
  const takenBy = new Int32Array(numbers.count).fill(-1);
  const same = table.column(once);
  // An order that is sent again may have changed; two rows of figures for one day may be two parts of it.
  const figures = id === 'dailyMeasures' ? figuresIn(table) : [];
  const kept = new Int32Array(table.length);
  let [first, overruled] = [table.length, 0];
  for (let row = table.length - 1; row >= 0; row--) {
    if (refused.has(row)) continue;
    const number = numbers.of[row]!;
    if (hasKey?.(row)) {
      const later = takenBy[number]!;
      if (later >= 0) {
        if (same && cellsOf(same)[row] !== cellsOf(same)[later]) refuseOther(row, later);
        if (figures.some((cells) => !Object.is(cells[row], cells[later]))) overruled++;
        continue;
      }
      takenBy[number] = row;
    }
    kept[--first] = row;
  }
  return { kept: first > 0 ? kept.subarray(first) : undefined, overruled };
}

/** The cells of all columns of numbers. */
const figuresIn = (table: Table) =>
  table.fields
    .map((field) => table.column(field)!)
    .flatMap((column) => (column.kind === 'number' ? [column.values] : []));
