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

const cellOf = (row: Records, field: string): unknown => row.cells(field, 0, 1)?.[0];
const saysItself = (row: Records): boolean => row.fields.some((field) => saysTotal(cellOf(row, field)));

/** Whether a row has no date, or a word for it, where others have theirs. */
function lacksDate(row: Records, time: string): boolean {
  const cell = cellOf(row, time);
  return isEmpty(cell) || (typeof cell === 'string' && !/[\p{L}\p{N}]/u.test(cell)) || saysTotal(cell);
}

/** Whether the last row may be the total of those above. */
export const mayBeTotal = (row: Records, time: string): boolean =>
  row.fields.includes(time) && (lacksDate(row, time) || saysItself(row));

/**
 * Whether the last row is the total of those above: it says so, or it holds the sums of all columns of which it holds
 * anything; with a date it does both.
 *
 * @param sums of the rows above, by field
 */
export function isTotal(row: Records, time: string, sums: ReadonlyMap<string, number>): boolean {
  const figures = [...sums].filter(([field]) => !isEmpty(cellOf(row, field)));
  // A sum of nothing, or of floats that somebody else added up.
  const isSum = ([field, sum]: readonly [string, number]) =>
    Math.abs(Number(cellOf(row, field)) - sum) <= Math.abs(sum) * 1e-9;
  const holdsSums = figures.some(([, sum]) => sum !== 0) && figures.every(isSum);
  return lacksDate(row, time) ? holdsSums || saysItself(row) : holdsSums && saysItself(row);
}
