import { catalog as catalogue } from '../core/catalog/catalog.js';
import type { Catalog } from '../core/catalog/catalog.js';
import { KpiError } from '../core/error.js';
import type { Records } from '../core/dataset/records.js';
import { recordsOf } from '../core/dataset/records.js';
import { nearest } from '../core/nearest.js';
import { check } from './check.js';
import type { Table } from './contents.js';
import { parseJson } from './json.js';
import { tableOf } from './recognise.js';

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

/** What becomes of a table's rows before they are read. */
export interface Shaping {
  readonly prepare: Prepare | undefined;
  readonly mapping: Mapping | undefined;
  /** Whose fields the mapping names; default the catalogue as it is. */
  readonly catalog?: Catalog | undefined;
}

/**
 * Prepares and maps a table, slice by slice.
 *
 * @throws KpiError `missing-field` for a misspelt path; `bad-option` for a misspelt field, or where `prepare` throws
 */
export async function* shapeRecords(
  { name, slices, hasHeader }: Table,
  { prepare, mapping, catalog = catalogue }: Shaping,
): AsyncGenerator<Records> {
  if (mapping) checkFields(mapping, name, catalog);
  let rowsBefore = 0;
  let isChecked = false;
  for await (const slice of slices) {
    const prepared = prepare ? prepareRecords(slice, prepare, rowsBefore) : slice;
    const shaped = mapping ? mapRecords(prepared, mapping) : prepared;
    if (mapping && !isChecked && prepared.length > 0) {
      const isNeeded = hasHeader && !prepare ? () => true : neededIn(name ?? tableOf(shaped.fields), catalog);
      checkPaths(prepared, mapping, isNeeded);
      isChecked = true;
    }
    rowsBefore += slice.length;
    yield shaped;
  }
}

/** Sees records in our fields. A path that leads nowhere makes a field of empty cells. */
function mapRecords(records: Records, mapping: Mapping): Records {
  const mapped = new Map<string, Cells>();
  for (const [field, source] of Object.entries(mapping)) {
    const cells = readSource(records, source);
    if (cells) mapped.set(field, cells);
  }
  const own = records.fields.filter((field) => !Object.hasOwn(mapping, field));
  return {
    length: records.length,
    fields: [...mapped.keys(), ...own],
    cells: (field, start = 0, end = records.length) =>
      Object.hasOwn(mapping, field) ? mapped.get(field)?.(start, end) : records.cells(field, start, end),
    written(field, row) {
      const path = Object.hasOwn(mapping, field) ? pathOf(mapping[field]!) : field;
      return path === undefined ? undefined : records.written?.(path, row);
    },
    problem: (row) => records.problem?.(row),
  };
}

const pathOf = (source: FieldSource): string | undefined =>
  typeof source === 'string' ? source : 'path' in source ? source.path : undefined;

/** The columns that a mapping reads. */
export const sourcesOf = (mapping: Mapping): readonly string[] =>
  Object.values(mapping).flatMap((source) => {
    const path = pathOf(source);
    return path === undefined ? [] : [path, headOf(path)];
  });

/** Finds misspelt fields of ours: nothing would read them. @throws KpiError `bad-option` */
function checkFields(mapping: Mapping, table: string | undefined, { entities, measures }: Catalog): void {
  const tables = table === undefined ? Object.keys(entities) : Object.hasOwn(entities, table) ? [table] : [];
  const fieldsOf = (id: string): string[] => {
    const { fields, dimensions } = entities[id]!;
    return [...Object.keys(fields), ...dimensions, ...(id === 'dailyMeasures' ? measures.keys() : [])];
  };
  const expected = [...new Set(tables.flatMap(fieldsOf))];
  const value = Object.keys(mapping).find((field) => !expected.includes(field));
  if (value === undefined || tables.length === 0) return;
  const suggestion = nearest(value, expected);
  // What comes near nothing is told once the table is known.
  if (table === undefined && suggestion === undefined) return;
  const hint = suggestion ? `Did you mean "${suggestion}"?` : `There is ${expected.join(', ')}.`;
  const message = `map: ${table === undefined ? 'no table has a' : `${table} has no`} field "${value}". ${hint}`;
  throw new KpiError('bad-option', message, { option: 'map', value, expected, suggestion });
}

/** Whether rows as objects must have a field. Others may simply be empty in all of them. */
function neededIn(table: string | undefined, { entities }: Catalog): (field: string) => boolean {
  // Where nothing tells the table, a misspelt path is the likely cause.
  if (table === undefined) return () => true;
  const fields = Object.hasOwn(entities, table) ? entities[table]?.fields : undefined;
  return (field) => fields?.[field]?.required ?? false;
}

/** Finds misspelt paths. @throws KpiError `missing-field` */
function checkPaths({ fields }: Records, mapping: Mapping, isNeeded: (field: string) => boolean): void {
  for (const [field, source] of Object.entries(mapping)) {
    const value = pathOf(source);
    if (value === undefined || fields.includes(value) || fields.includes(headOf(value)) || !isNeeded(field)) continue;
    const suggestion = nearest(headOf(value), fields) ?? nearest(field, fields);
    throw new KpiError(
      'missing-field',
      `map: ${field} names "${value}", which is not in the data; found: ${fields.join(', ') || 'none'}.` +
        (suggestion ? ` Did you mean "${suggestion}"?` : ''),
      { option: 'map', field, value, fields, suggestion },
    );
  }
}

/** Runs a host's own function over every row that can be read. Rows come and go; the input is not changed. */
function prepareRecords(records: Records, prepare: Prepare, rowsBefore: number): Records {
  const columns = records.fields.map((field) => [field, records.cells(field)] as const);
  const rows: Record<string, unknown>[] = [];
  const problems = new Map<number, string>();
  for (let row = 0; row < records.length; row++) {
    const given = Object.fromEntries(columns.map(([field, cells]) => [field, cells?.[row]]));
    const problem = records.problem?.(row);
    if (problem) problems.set(rows.length, problem);
    const prepared = problem ? given : prepareRow(given, prepare, rowsBefore + row + 1);
    if (prepared) rows.push(...([prepared].flat() as Record<string, unknown>[]));
  }
  return { ...recordsOf(rows), problem: (row) => problems.get(row) };
}

function prepareRow(given: Record<string, unknown>, prepare: Prepare, row: number): ReturnType<Prepare> {
  try {
    return prepare(given);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KpiError('bad-option', `prepare failed on row ${row}: ${reason}`, {
      ...{ option: 'prepare', value: reason, row, cause },
    });
  }
}

/** One field's cells from one row to before another. */
type Cells = (start: number, end: number) => ArrayLike<unknown>;

function readSource(records: Records, source: FieldSource): Cells | undefined {
  if (typeof source === 'string') return readPath(records, source);
  if ('constant' in source) return (start, end) => new Array<unknown>(end - start).fill(source.constant);
  const { path, scale = 1, negate = false } = source;
  const cells = readPath(records, path);
  if (!cells) return undefined;
  // Cents are divided by 100: multiplied by 0.01, they would not come out as the nearest decimal.
  const divisor = Math.round(1 / scale);
  const isFraction = Math.abs(scale) < 1 && 1 / divisor === scale;
  const scaled = (value: number) => (negate ? -1 : 1) * (isFraction ? value / divisor : value * scale);
  const read = (value: unknown): unknown => {
    const number = typeof value === 'string' && value.trim() ? Number(value) : value;
    // What is not a number is handed on as found: the core refuses it and says so.
    return typeof number === 'number' && !Number.isNaN(number) ? scaled(number) : value;
  };
  return (start, end) => Array.from(cells(start, end), read);
}

function readPath(records: Records, path: string): Cells | undefined {
  const { fields } = records;
  const whole: Cells = (start, end) => records.cells(fields.includes(path) ? path : headOf(path), start, end) ?? [];
  if (fields.includes(path)) return whole;
  const steps = path.split('.').slice(1);
  return fields.includes(headOf(path))
    ? (start, end) => Array.from(whole(start, end), (cell) => steps.reduce(step, cell))
    : undefined;
}

function headOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
