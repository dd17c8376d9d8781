import { isEmpty } from './column-builder.js';
import type { Records } from './records.js';

const words = new Set(
  'total|totals|grand total|totalt|total i alt|i alt|ialt|sum|summa|summe|gesamt|suma|razem|ogółem|łącznie|合計|總計|總和|总计|合计'.split(
    '|',
  ),
);

/** Whether a cell says that its row is the total of others. */
const saysTotal = (cell: unknown): boolean =>
  typeof cell === 'string' && words.has(cell.trim().toLowerCase().replace(/\s*:$/, ''));

/** Whether the last row may be the total of those above: where others have their date it has none, or a word for it. */
export function mayEndInTotal(records: Records, time: string): boolean {
  const cells = records.cells(time, records.length - 1, records.length);
  if (!cells) return false;
  const [cell] = Array.from(cells);
  return isEmpty(cell) || (typeof cell === 'string' && !/[\p{L}\p{N}]/u.test(cell)) || saysTotal(cell);
}

/**
 * Whether a row without a date is the total of those above: it says so, or it holds the sums of all columns of which it
 * holds anything.
 *
 * @param sums of the rows above, by field
 */
export function isTotal(row: Records, sums: ReadonlyMap<string, number>): boolean {
  const cellOf = (field: string): unknown => row.cells(field, 0, 1)?.[0];
  if (row.fields.some((field) => saysTotal(cellOf(field)))) return true;
  const figures = [...sums].filter(([field]) => !isEmpty(cellOf(field)));
  // A sum of nothing, or of floats that somebody else added up.
  const isSum = ([field, sum]: readonly [string, number]) =>
    Math.abs(Number(cellOf(field)) - sum) <= Math.abs(sum) * 1e-9;
  return figures.some(([, sum]) => sum !== 0) && figures.every(isSum);
}
