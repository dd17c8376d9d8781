import { entities } from '../core/catalog/entities.js';
import type { DatasetOptions } from '../core/dataset/input.js';
import { isColumn } from '../core/dataset/records.js';
import { check } from './check.js';

/** Options that may stand beside the tables. */
const options = ['currency', 'timeZone', 'asOf', 'settings'] as const;

export const isOption = (name: string): boolean => (options as readonly string[]).includes(name);

/** Tables by entity, and what the data say about themselves. */
export interface DatasetObject extends DatasetOptions {
  readonly [entity: string]: unknown;
}

/** Whether every member is a column of cells. Without a cell, the names tell: `orders` is a measure and a table. */
export function isColumns(value: object): value is Readonly<Record<string, readonly unknown[]>> {
  const members = Object.entries(value) as [string, unknown][];
  const isEntity = (name: string) => Object.hasOwn(entities, name);
  return (
    members.every(([, list]) => isColumn(list) && (typeof list[0] !== 'object' || list[0] === null)) &&
    members.some(([name, list]) => !isEntity(name) || (list as unknown[]).length > 0)
  );
}

/** Whether an object that is not columns names tables. */
export function isDatasetObject(value: object): value is DatasetObject {
  return Object.keys(value).some((key) => Object.hasOwn(entities, key));
}

/** Such as `"next": null` beside the tables of a last page. */
const saysNothing = (name: string, value: unknown): boolean =>
  (value === null || value === false) && !Object.hasOwn(entities, name);

/**
 * Takes a dataset object apart. Tables are handed on unread.
 *
 * @throws KpiError `malformed-data` naming the option that is not what it should be
 */
export async function readDatasetObject(
  value: DatasetObject,
): Promise<{ declared: DatasetOptions; tables: [string, unknown][] }> {
  const given = options.filter((option) => value[option] != null);
  const declared = Object.fromEntries(given.map((option) => [option, value[option]]));
  if (given.length > 0) await check('declared', declared);
  const tables = Object.entries(value).filter(([name, table]) => !isOption(name) && !saysNothing(name, table));
  return { declared, tables };
}
