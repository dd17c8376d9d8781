import { KpiError } from '../core/error.js';
import type { Records } from '../core/dataset/records.js';
import { recordsOf } from '../core/dataset/records.js';
import { suggestField } from '../core/dataset/suggest.js';
import { check } from './check.js';
import { parseJson } from './json.js';

/** Where a field comes from: a path in the row (`customer.id`, `lines.0.price`), with arithmetic; or one value for all. */
export type FieldSource =
  | string
  | { readonly path: string; readonly scale?: number; readonly negate?: boolean }
  | { readonly constant: string | number | boolean };

/** The data's own words for our fields. A field that is not named is read under its own name. */
export type Mapping = Readonly<Record<string, FieldSource>>;

/** Called for every row before the mapping, with a copy that may be changed; undefined leaves the row out. */
export type Prepare = (row: Record<string, unknown>) => object | readonly object[] | undefined;

/**
 * Reads a mapping that may be JSON text, and checks it.
 *
 * @throws KpiError `bad-option`
 */
export async function readMapping(map: string | Mapping): Promise<Mapping> {
  const mapping = typeof map === 'string' ? parseMap(map) : map;
  await check('mapping', mapping);
  return mapping as Mapping;
}

function parseMap(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    const { message, details } = error as KpiError;
    throw new KpiError('bad-option', `map: ${message}`, { ...details, option: 'map', value: text });
  }
}

/** Prepares and maps a table, slice by slice. @throws KpiError `missing-field` for a misspelt path */
export async function* shapeRecords(
  slices: Iterable<Records> | AsyncIterable<Records>,
  prepare: Prepare | undefined,
  mapping: Mapping | undefined,
): AsyncGenerator<Records> {
  let isFirst = true;
  for await (const slice of slices) {
    const prepared = prepare ? prepareRecords(slice, prepare) : slice;
    if (mapping && isFirst && prepared.length > 0) {
      checkPaths(prepared, mapping);
      isFirst = false;
    }
    yield mapping ? mapRecords(prepared, mapping) : prepared;
  }
}

/** Sees records in our fields. A path that leads nowhere makes a field of empty cells. */
function mapRecords(records: Records, mapping: Mapping): Records {
  const mapped = new Map<string, (row: number) => unknown>();
  for (const [field, source] of Object.entries(mapping)) {
    const cell = readSource(records, source);
    if (cell) mapped.set(field, cell);
  }
  const own = records.fields.filter((field) => !Object.hasOwn(mapping, field));
  return {
    length: records.length,
    fields: [...mapped.keys(), ...own],
    cells: (field) => mapped.get(field) ?? (Object.hasOwn(mapping, field) ? undefined : records.cells(field)),
  };
}

/**
 * Finds misspelt paths. A field that no row has may simply be empty in these rows; one that has a near namesake is
 * taken for a slip.
 *
 * @throws KpiError `missing-field`
 */
function checkPaths({ fields }: Records, mapping: Mapping): void {
  for (const [field, source] of Object.entries(mapping)) {
    const path = typeof source === 'string' ? source : 'path' in source ? source.path : undefined;
    if (path === undefined || fields.includes(path) || fields.includes(headOf(path))) continue;
    const suggestion = suggestField(headOf(path), fields);
    if (suggestion === undefined) continue;
    throw new KpiError(
      'missing-field',
      `map: ${field} is read from "${path}", which no row has. Did you mean "${suggestion}"?`,
      { field, path, fields, suggestion },
    );
  }
}

/** Runs a host's own function over every row. Rows come and go; the input is not changed. */
function prepareRecords(records: Records, prepare: Prepare): Records {
  const columns = records.fields.map((field) => [field, records.cells(field)] as const);
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < records.length; row++) {
    const prepared = prepare(Object.fromEntries(columns.map(([field, cell]) => [field, cell?.(row)])));
    if (prepared) rows.push(...([prepared].flat() as Record<string, unknown>[]));
  }
  return recordsOf(rows);
}

function readSource(records: Records, source: FieldSource): ((row: number) => unknown) | undefined {
  if (typeof source === 'string') return readPath(records, source);
  if ('constant' in source) return () => source.constant;
  const { path, scale = 1, negate = false } = source;
  const cell = readPath(records, path);
  if (!cell) return undefined;
  // Cents are divided by 100: multiplied by 0.01, they would not come out as the nearest decimal.
  const divisor = Math.round(1 / scale);
  const isFraction = Math.abs(scale) < 1 && 1 / divisor === scale;
  const scaled = (value: number) => (negate ? -1 : 1) * (isFraction ? value / divisor : value * scale);
  return (row) => {
    const value = cell(row);
    const number = typeof value === 'string' && value.trim() ? Number(value) : value;
    // What is not a number is handed on as found: the core refuses it and says so.
    return typeof number === 'number' && !Number.isNaN(number) ? scaled(number) : value;
  };
}

function readPath(records: Records, path: string): ((row: number) => unknown) | undefined {
  const whole = records.cells(path);
  if (whole) return whole;
  const first = records.cells(headOf(path));
  const steps = path.split('.').slice(1);
  return first && ((row) => steps.reduce(step, first(row)));
}

function headOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
