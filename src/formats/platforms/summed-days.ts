import { measures } from '../../core/catalog/measures.js';
import { addDecimals } from '../../core/decimal.js';
import type { Row } from './answer.js';

/**
 * Daily numbers of the same day and segment as one row: a platform may split them by more than we know, hours or cities.
 * What does not add up, such as visitors, is left empty in it.
 */
export function summedDays(rows: readonly Row[]): readonly Row[] {
  const days = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(Object.entries(row).filter(([field]) => !measures.has(field)));
    const known = days.get(key);
    days.set(key, known ? sumOf(known, row) : row);
  }
  return [...days.values()];
}

function sumOf(left: Row, right: Row): Row {
  const fields = Object.keys({ ...left, ...right }).map((field) => {
    const measure = measures.get(field);
    if (!measure) return [field, left[field]];
    const [a, b] = [left[field], right[field]];
    const isSum = measure.daily === 'sum' && typeof a === 'number' && typeof b === 'number';
    return [field, isSum ? addDecimals(a, b) : undefined];
  });
  return Object.fromEntries(fields) as Row;
}
