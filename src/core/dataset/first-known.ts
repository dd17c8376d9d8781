import type { Column, NumberColumn, TimeColumn } from './column.js';
import { knownIn, numberColumn } from './column.js';

/** The first row of each group whose cell is filled; -1 where none is. Rows of group -1 are left out. */
export function firstKnown(column: Column, groupOf: Int32Array, count: number): Int32Array {
  const isKnown = knownIn(column);
  const first = new Int32Array(count).fill(-1);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row]!;
    if (group >= 0 && first[group]! < 0 && isKnown(row)) first[group] = row;
  }
  return first;
}

/** The first column's times, and the second's where its cells are empty; a column that is absent gives way. */
export function firstKnownTimes(first: TimeColumn | undefined, second: TimeColumn | undefined): TimeColumn | undefined {
  if (!first || !second) return first ?? second;
  const pick = <T>(from: T, other: T, row: number): T => (Number.isNaN(first.instants[row]) ? other : from);
  return {
    kind: 'time',
    instants: first.instants.map((instant, row) => pick(instant, second.instants[row]!, row)),
    days: first.days.map((day, row) => pick(day, second.days[row]!, row)),
    wholeDays: first.wholeDays || second.wholeDays,
  };
}

/** The first column's value in each row, and the second's where it is empty. */
export function firstKnownNumbers(first: NumberColumn, second: NumberColumn): NumberColumn {
  const scale = Math.max(first.scale, second.scale);
  const values = first.values.map((value, row) =>
    Number.isNaN(value) ? second.values[row]! * (scale / second.scale) : value * (scale / first.scale),
  );
  return numberColumn(values, scale, first.exact && second.exact);
}

/** The column with 0 in its empty cells; zeros where there is none. */
export function withZeros(column: NumberColumn | undefined, length: number): NumberColumn {
  if (!column) return numberColumn(new Float64Array(length));
  const { values } = column;
  return values.includes(NaN) ? { ...column, values: values.map((value) => value || 0) } : column;
}
