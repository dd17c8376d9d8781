import { KpiError } from '../error.js';
import { DatasetBuilder } from './builder.js';
import type { Dataset } from './dataset.js';
import type { DatasetOptions, TablesInput } from './input.js';
import { recordsOf } from './records.js';

/**
 * Reads tables at hand.
 * @param tables rows or columns by entity id: `{ orders: [...], refunds: [...] }`
 * @throws KpiError `unknown-table`, `missing-field`, `bad-time-zone`. A bad row never throws: see `dataset.report`.
 */
export function createDataset(tables: TablesInput, options: DatasetOptions = {}): Dataset {
  const builder = new DatasetBuilder(options);
  const isTables = typeof tables === 'object' && tables !== null && !Array.isArray(tables);
  for (const [table, input] of isTables ? Object.entries(tables as Record<string, unknown>) : [['tables', tables]]) {
    if (isTables && typeof input === 'object' && input !== null) continue;
    const message = `${String(table)}: expected rows or columns, found ${JSON.stringify(input)}. Expected tables by name: { orders: [...] }.`;
    throw new KpiError('malformed-data', message, { table, found: input });
  }
  for (const [table, input] of Object.entries(tables)) builder.append(table, recordsOf(input));
  return builder.finish();
}
