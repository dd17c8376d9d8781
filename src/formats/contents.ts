import { entities } from '../core/catalog/entities.js';
import type { CubeAnswer } from '../core/dataset/cube-answer.js';
import type { DatasetOptions, TableInput } from '../core/dataset/input.js';
import { recordsOf } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { KpiError } from '../core/error.js';
import { cubeAnswer, isCubeAnswer } from './cube.js';
import { isColumns, isDatasetObject, readDatasetObject } from './dataset-object.js';
import type { DatasetObject } from './dataset-object.js';
import { isHtmlTable, tableRecords } from './html-table.js';
import type { HtmlTable } from './html-table.js';
import { readers } from './readers.js';
import { slicesOf } from './records-slices.js';
import { chunksOf, isText, lookAhead } from './text.js';
import type { TextInput } from './text.js';

const formats = ['auto', 'json', 'ndjson', 'csv', 'table'] as const;

/** What a data set is read from: tables by name, bare rows or columns, a cube answer, or any of them as text. */
export type DataInput = TextInput | TableInput | DatasetObject | CubeAnswer | HtmlTable;

/** A table, a slice of rows at a time; where it has no name, its fields tell what it is. */
export interface Table {
  readonly name: string | undefined;
  readonly slices: Iterable<Records> | AsyncIterable<Records>;
  /** Whether a header or columns tell all fields; rows as objects may leave out what they do not have. */
  readonly hasHeader: boolean;
}

/** What a format makes of its input. */
export interface Contents {
  /** What the data say about themselves. */
  readonly declared?: DatasetOptions;
  readonly tables: readonly Table[];
  readonly cube?: CubeAnswer;
}

/**
 * Tells what the input is, and opens it.
 *
 * @throws KpiError `unknown-format`, `malformed-data`, `unrecognised-data` or `bad-answer`
 */
export async function readContents(input: DataInput, formatName: string): Promise<Contents> {
  const format = checkFormat(formatName);
  if (!isText(input)) return readValue(input);
  const { format: found, chunks } = await lookAhead(chunksOf(input));
  switch (format === 'auto' || format === 'table' ? found : format) {
    case 'csv': {
      const { readCsv } = await readers();
      return bare(readCsv(chunks), true);
    }
    case 'ndjson': {
      const { readNdjson } = await readers();
      return bare(readNdjson(chunks), false);
    }
    case 'json':
      return readValue(await parse(await join(chunks)));
  }
}

function bare(slices: Table['slices'], hasHeader: boolean): Contents {
  return { tables: [{ name: undefined, slices, hasHeader }] };
}

function checkFormat(name: string): (typeof formats)[number] {
  const format = formats.find((each) => each === name);
  if (format) return format;
  const details = { option: 'format', value: name, expected: formats };
  throw new KpiError('unknown-format', `Unknown format "${name}". There is ${formats.join(', ')}.`, details);
}

async function join(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** One task whatever the length, about 10 ms a megabyte: CSV and NDJSON are for what is longer. */
async function parse(text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    // Says what is wrong with it.
    return (await readers()).parseJson(text);
  }
}

async function readValue(value: unknown): Promise<Contents> {
  if (typeof value !== 'object' || value === null) throw unrecognised(value);
  if (Array.isArray(value)) return bare(slicesOf(recordsOf(rowsOf(value))), false);
  if (isCubeAnswer(value)) return readCube(value);
  if (isHtmlTable(value)) return bare(slicesOf(tableRecords(value)), true);
  if (isColumns(value)) return bare(slicesOf(recordsOf(value)), true);
  if (!isDatasetObject(value)) throw unrecognised(value);
  const { declared, tables } = await readDatasetObject(value);
  return {
    declared,
    tables: tables.map(([name, table]) => ({
      name,
      slices: slicesOf(recordsIn(name, table)),
      hasHeader: !Array.isArray(table),
    })),
  };
}

async function readCube(value: object): Promise<Contents> {
  const cube = await cubeAnswer(value);
  return { declared: { currency: cube.currency, timeZone: cube.timeZone, asOf: cube.asOf }, tables: [], cube };
}

function recordsIn(name: string, table: unknown): Records {
  if (Array.isArray(table)) return recordsOf(rowsOf(table));
  const isTable = typeof table === 'object' && table !== null && Object.values(table).every(Array.isArray);
  if (isTable) return recordsOf(table as TableInput);
  const found = excerptOf(table);
  const message = `Expected ${name} to hold rows or columns, found ${found}.`;
  throw new KpiError('malformed-data', message, { table: name, found });
}

function rowsOf(values: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const stray = values.findIndex((value) => typeof value !== 'object' || value === null || Array.isArray(value));
  if (stray < 0) return values as readonly Readonly<Record<string, unknown>>[];
  const found = excerptOf(values[stray]);
  const message = `Expected a list of rows as objects, found ${found} as row ${stray + 1}.`;
  throw new KpiError('malformed-data', message, { row: stray + 1, found });
}

function unrecognised(value: unknown): KpiError {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const found = fields.length > 0 ? `an object with ${fields.join(', ')}` : excerptOf(value);
  const tables = Object.keys(entities);
  return new KpiError(
    'unrecognised-data',
    `Expected rows, or an object with tables (${tables.join(', ')}); found ${found}.`,
    { fields, tables },
  );
}

function excerptOf(value: unknown): string {
  return (JSON.stringify(value) ?? typeof value).slice(0, 40);
}
