import { entities } from '../core/catalog/entities.js';
import { KpiError } from '../core/error.js';
import { excerptOf, namesOf } from '../core/excerpt.js';

/** Why a value is no data set: `unrecognised-data` with the `fields` found. */
export function unrecognisedValue(value: unknown): KpiError {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const found = fields.length > 0 ? `an object with ${namesOf(fields)}` : excerptOf(value);
  const tables = Object.keys(entities);
  return new KpiError(
    'unrecognised-data',
    `Expected rows, or an object with tables (${tables.join(', ')}); found ${found}.`,
    { fields, tables },
  );
}
