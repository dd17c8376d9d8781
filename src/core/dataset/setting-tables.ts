import { atOnce } from '../at-once.js';
import { catalog as catalogue } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/catalog.js';
import { unexpected } from '../error.js';
import type { Zone } from '../time/zone.js';
import type { TableInput } from './input.js';
import { recordsOf } from './records.js';
import type { Table } from './table.js';
import { tableBuilder } from './table-builder.js';

/** Tables that hold no facts, but what a shop says of its data and wants of its figures; catalogue, sections 1 and 7. */
export const settingTables = ['targets', 'coverage', 'rates', 'controlTotals'] as const;

/**
 * The rows of such a table: those of the data, then those of the settings, which go before them.
 * @throws KpiError `bad-option`, `missing-field`: what a page sets is right as a whole, or it is not set
 */
export function settingTable(
  id: (typeof settingTables)[number],
  given: Table | undefined,
  settings: Readonly<Record<string, unknown>>,
  zone: Zone,
  catalog: Catalog = catalogue,
): readonly Table[] {
  const data = given ? [given] : [];
  const rows = settings[id];
  if (rows == null) return data;
  const option = `settings.${id}`;
  if (typeof rows !== 'object')
    throw unexpected('bad-option', `settings, ${id}: found ${JSON.stringify(rows)}`, option, rows, 'a list of rows');
  const builder = tableBuilder(catalog.entities[id]!, zone, { catalog });
  builder.append(recordsOf(rows as TableInput));
  const { table, report } = atOnce(builder.finishInSteps());
  const [issue] = report.issues;
  if (!issue) return [...data, table];
  const { row, field, reason } = issue;
  throw unexpected(
    'bad-option',
    `settings, ${id}, row ${row}, ${field}: ${reason}`,
    option,
    rows,
    'rows as in the catalogue',
  );
}
