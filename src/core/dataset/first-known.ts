import type { Column } from './column.js';
import { knownIn } from './column.js';

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
