import { entity } from './declare-entity.js';
import type { EntityDefinition } from './definition.js';
import { companyTables } from './entities/company.js';
import { goodsTables } from './entities/goods.js';
import { marketingTables } from './entities/marketing.js';
import { orderTables } from './entities/orders.js';
import { serviceTables } from './entities/service.js';
import { settingTables } from './entities/settings.js';
import { visitTables } from './entities/visits.js';

const tables: readonly EntityDefinition[] = [
  ...orderTables,
  ...visitTables,
  ...goodsTables,
  ...marketingTables,
  ...serviceTables,
  ...companyTables,
  ...settingTables,
];

const dimensions = [
  // A goal is an item of a session's list, which stands in no field.
  ...new Set([...tables.flatMap((table) => [...table.dimensions, ...Object.values(table.own ?? {})]), 'goal']),
].join(' ');

/** Other names of a dimension. */
export const dimensionAliases: Readonly<Record<string, string>> = { product: 'sku' };

/** The fact tables by id; catalogue, section 1. */
export const entities: Readonly<Record<string, EntityDefinition>> = Object.fromEntries(
  [
    ...tables,
    // Beside these, a column for any measure and any dimension.
    entity(
      'dailyMeasures',
      `date currency ${dimensions}`,
      'date',
      dimensions,
      ['datetime date!', 'currency currency'],
      {
        absence: 'unknown',
      },
    ),
  ].map((table) => [table.id, table]),
);

/** Whether measures read a table: its rows say from when to when there are data. */
export const isFactTable = (id: string): boolean => entities[id]?.absence !== undefined;
