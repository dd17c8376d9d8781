import type { Catalog } from '../catalog/catalog.js';
import { readLines } from './order-lines.js';
import type { Table } from './table.js';
import { sessionsFrom } from './visits.js';

/**
 * The tables that were read, with those that only others tell of: orders and refunds out of lines, and sessions out of
 * events where the data have none.
 */
export function formedTables(
  read: ReadonlyMap<string, Table>,
  inOneCurrency: (table: Table) => Table,
  entities: Catalog['entities'],
): ReadonlyMap<string, Table> {
  const tables = new Map(read);
  const lines = read.get('orderLines');
  tables.delete('orderLines');
  // A table without rows has no columns either, and nothing to miss.
  if (lines && lines.length > 0)
    for (const [id, table] of readLines(lines, read.get('orders'), read.has('refunds'), inOneCurrency, entities))
      tables.set(id, table);
  const events = read.get('events');
  tables.delete('events');
  if (events && events.length > 0 && !tables.has('sessions')) tables.set('sessions', sessionsFrom(events));
  return tables;
}
