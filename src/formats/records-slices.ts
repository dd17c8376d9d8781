import type { Records } from '../core/dataset/records.js';

/** As many rows as are taken in one task. */
const rowsPerSlice = 8192;

/** Looks at records through windows of so many rows; at least one, so that fields without rows are seen. */
export function* slicesOf(records: Records): Generator<Records> {
  for (let start = 0; start === 0 || start < records.length; start += rowsPerSlice) {
    yield {
      length: Math.min(rowsPerSlice, records.length - start),
      fields: records.fields,
      cells: (field) => {
        const cell = records.cells(field);
        return cell && ((row) => cell(start + row));
      },
      problem: (row) => records.problem?.(start + row),
    };
  }
}
