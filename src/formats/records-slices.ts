import type { Records } from '../core/dataset/records.js';

/** As many rows as are taken in one task. */
const rowsPerSlice = 8192;

/** Looks at records through windows of so many rows; at least one, so that fields without rows are seen. */
export function* slicesOf(records: Records): Generator<Records> {
  for (let start = 0; start === 0 || start < records.length; start += rowsPerSlice) {
    const length = Math.min(rowsPerSlice, records.length - start);
    yield {
      length,
      fields: records.fields,
      cells: (field, from = 0, to = length) => records.cells(field, start + from, start + to),
      problem: (row) => records.problem?.(start + row),
    };
  }
}
