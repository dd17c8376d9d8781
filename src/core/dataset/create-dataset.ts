import { refuseUnknown } from '../bad-option.js';
import { catalogWith, ownDefinitions } from '../catalog/own-definitions.js';
import { KpiError } from '../error.js';
import * as analyst from '../evaluate/analysis.part.js';
import { datasetBuilder } from './builder.js';
import type { Dataset } from './dataset.js';
import { datasetOptions } from './input.js';
import type { DataNote, DatasetOptions, TablesInput } from './input.js';
import { likelyNotes, withLikelyMap } from './mapping-help.js';
import type { Row } from './records.js';
import { recordsOf, sliced } from './records.js';
import * as rowReader from './rows.part.js';

/**
 * Reads tables at hand.
 * @param tables rows or columns by entity id: `{ orders: [...], refunds: [...] }`
 * @throws KpiError `malformed-data`, `unknown-table`, `missing-field`, `bad-time-zone`, `bad-option`. A bad row never
 *   throws: see `dataset.report`.
 */
export function createDataset(tables: TablesInput, options: DatasetOptions = {}): Dataset {
  refuseUnknown('options', options, datasetOptions);
  const own = ownDefinitions(options);
  const catalog = own && catalogWith(own);
  const notes: DataNote[] = [];
  const builder = datasetBuilder(options, { catalog, notes });
  if (!isObject(tables) || Array.isArray(tables)) throw notTables('tables', tables);
  try {
    for (const [table, input] of Object.entries(tables)) {
      if (!isObject(input)) throw notTables(table, input);
      const ofAll = Array.isArray(input) ? input.length : undefined;
      const slices = Array.isArray(input) ? sliced(input as readonly Row[]) : [input];
      for (const slice of slices) builder.append(table, { ...recordsOf(slice), ofAll });
    }
    notes.push(...likelyNotes(builder.unread, catalog));
    return builder.finish(rowReader, analyst);
  } catch (error) {
    throw withLikelyMap(error, builder.unread, catalog);
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function notTables(name: string, found: unknown): KpiError {
  const expected = 'tables by name, each as rows or columns: { orders: [...] }; loadDataset reads anything else';
  return new KpiError('malformed-data', `${name}: found ${JSON.stringify(found)}. Expected ${expected}.`, {
    table: name,
    found,
    expected,
  });
}
