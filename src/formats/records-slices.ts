import type { Records, Row } from '../core/dataset/records.js';
import { recordsOf, rowsOf } from '../core/dataset/records.js';
import { KpiError } from '../core/error.js';
import { excerptOf } from '../core/excerpt.js';

/** Rows as objects, or by column. */
export type Rows = readonly unknown[] | Records;

/** As many rows as are taken in one task. */
const rowsPerSlice = 8192;

/** Looks at records through windows of so many rows; at least one, so that fields without rows are seen. */
export function* slicesOf(records: Records): Generator<Records> {
  for (let start = 0; start === 0 || start < records.length; start += rowsPerSlice) {
    yield { ...rowsOf(records, start, Math.min(start + rowsPerSlice, records.length)), ofAll: records.length };
  }
}

/**
 * Lists of rows, one after the other.
 *
 * @param ofAll how many rows they have together, where that is known
 * @throws KpiError `malformed-data` for a row that is no object, counted from 1 over all lists
 */
export async function* rowsIn(lists: Iterable<Rows> | AsyncIterable<Rows>, ofAll?: number): AsyncGenerator<Records> {
  let before = 0;
  for await (const list of lists) {
    yield { ...('fields' in list ? list : recordsOf(objectsIn(list, before))), ofAll };
    before += list.length;
  }
}

function objectsIn(list: readonly unknown[], before: number): readonly Row[] {
  const stray = list.findIndex((row) => typeof row !== 'object' || row === null || Array.isArray(row));
  if (stray < 0) return list as readonly Row[];
  const [row, found] = [before + stray + 1, excerptOf(list[stray])];
  const message = `Expected a list of rows as objects, found ${found} as row ${row}.`;
  throw new KpiError('malformed-data', message, { row, found });
}

/** Rows as objects, whichever way they came. */
export function objectsOf(rows: Rows): readonly unknown[] {
  if (!('fields' in rows)) return rows;
  const columns = rows.fields.map((field) => [field, rows.cells(field)!] as const);
  return Array.from({ length: rows.length }, (_, row) =>
    Object.fromEntries(columns.map(([field, cells]) => [field, cells[row]])),
  );
}
