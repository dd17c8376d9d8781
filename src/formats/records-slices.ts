import type { Records, Row } from '../core/dataset/records.js';
import { recordsOf, rowsOf } from '../core/dataset/records.js';
import { KpiError } from '../core/error.js';
import { excerptOf } from '../core/excerpt.js';

/** As many rows as are taken in one task. */
const rowsPerSlice = 8192;

/** Looks at records through windows of so many rows; at least one, so that fields without rows are seen. */
export function* slicesOf(records: Records): Generator<Records> {
  for (let start = 0; start === 0 || start < records.length; start += rowsPerSlice) {
    yield { ...rowsOf(records, start, Math.min(start + rowsPerSlice, records.length)), ofAll: records.length };
  }
}

/**
 * Lists of rows as objects, one after the other.
 *
 * @param ofAll how many rows they have together, where that is known
 * @throws KpiError `malformed-data` for a row that is none, counted from 1 over all lists
 */
export async function* rowsIn(
  lists: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ofAll?: number,
): AsyncGenerator<Records> {
  let before = 0;
  for await (const list of lists) {
    const stray = list.findIndex((row) => typeof row !== 'object' || row === null || Array.isArray(row));
    if (stray >= 0) {
      const [row, found] = [before + stray + 1, excerptOf(list[stray])];
      const message = `Expected a list of rows as objects, found ${found} as row ${row}.`;
      throw new KpiError('malformed-data', message, { row, found });
    }
    yield { ...recordsOf(list as readonly Row[]), ofAll };
    before += list.length;
  }
}
