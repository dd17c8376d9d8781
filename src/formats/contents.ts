import { entities } from '../core/catalog/entities.js';
import type { CubeAnswer } from '../core/dataset/cube-answer.js';
import type { DataNote, DatasetOptions, TableInput } from '../core/dataset/input.js';
import type { Meter } from '../core/dataset/limits.js';
import { isColumn, recordsOf, sliced } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { KpiError } from '../core/error.js';
import { excerptOf } from '../core/excerpt.js';
import { cubeAnswer, isCubeAnswer } from './cube.js';
import { isColumns, isDatasetObject, isOption, readDatasetObject } from './dataset-object.js';
import type { DatasetObject } from './dataset-object.js';
import { isFormat, wordsOf } from './format-names.js';
import { isHtmlTable, tableRecords } from './html-table.js';
import type { HtmlTable } from './html-table.js';
import { join, readJson } from './json-text.js';
import type { SaidOfNumbers } from './localised.js';
import type { LoadOptions } from './load-dataset.js';
import { lookAhead } from './look-ahead.js';
import { platformReader } from './platform-reader.js';
import { readers } from './readers.js';
import { tableOf } from './recognise.js';
import { objectsOf, rowsIn, slicesOf } from './records-slices.js';
import type { Rows } from './records-slices.js';
import { chunksOf, hasNextPage, isBytes, isRange, isText, totalOf } from './text.js';
import type { Bytes, TextInput } from './text.js';

/** What a data set is read from: tables by name, bare rows or columns, a cube answer, or any of them as text. */
export type DataInput = TextInput | Bytes | TableInput | DatasetObject | CubeAnswer | HtmlTable;

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
  /** On which terms the data stand. */
  readonly notes?: DataNote[];
}

/**
 * Tells what the input is, and opens it. Where `format` is `auto`, and neither `table`, `map` nor `prepare` says what
 * its rows are, it may be a platform's answer.
 *
 * @param meter counts the bytes of text, those of further pages too
 * @throws KpiError `unknown-format`, `malformed-data`, `unrecognised-data`, `incomplete-data`, `too-large` or `bad-answer`
 */
export async function readContents(given: DataInput, options: LoadOptions, meter: Meter): Promise<Contents> {
  const input = isBytes(given) ? new Response(given) : given;
  const { table, map, prepare } = options;
  const [format, ...named] = wordsOf(options.format);
  const isOwn = isFormat(format);
  if (!isOwn) (await platformReader()).platformNamed(format);
  const isPlain = isOwn && (format !== 'auto' || table !== undefined || map !== undefined || prepare);
  const platform = isPlain ? undefined : format;
  const reading = named.length > 0 ? (await readers()).namedReading(format, named) : {};
  const said = { decimal: reading.decimal, currency: options.currency };
  if (!isText(input)) return readValue(input, platform, said);
  // Those of the text are heard while it is read.
  const notes: DataNote[] = [];
  const tell = (note: DataNote) => void notes.push(note);
  const {
    format: found,
    isLongList,
    chunks,
  } = await lookAhead(chunksOf(input, { tell, charset: reading.charset, meter }));
  const kind = !isOwn || format === 'auto' || format === 'table' ? found : format;
  const isPage = hasNextPage(input);
  const complete = kind === 'json' ? options.complete : undefined;
  const further = isPage && (kind === 'csv' || kind === 'ndjson') ? options.further : undefined;
  // What names its next page is read to the last one.
  const isLeft = isPage ? !complete && !further : isRange(input);
  if (isLeft) {
    await chunks.return(undefined);
    throw (await readers()).partialResponse(input as Response, isPage);
  }
  // The links of pages are followed to the last one, whatever their number was.
  const total = isPage ? 0 : (totalOf(input) ?? 0);
  switch (kind) {
    case 'csv': {
      const { countedTo, exportRows, localised, readCsv, readCsvPages } = await readers();
      const { delimiter } = reading;
      const rows = further ? readCsvPages(chunks, further(meter), delimiter, tell) : readCsv(chunks, delimiter, tell);
      return bare(localised(exportRows(countedTo(total, rows), platform, tell), tell, said), true, notes);
    }
    case 'ndjson': {
      const { countedTo, linesOfPages, readNdjson } = await readers();
      const lines = further ? linesOfPages(chunks, further(meter)) : chunks;
      return bare(countedTo(total, readNdjson(lines)), false, notes);
    }
    case 'xml': {
      const { readXml } = await platformReader();
      return noted(await readValue(readXml(await join(chunks)), platform), notes);
    }
    case 'json': {
      if (isLongList && !isPage && !options.answered) {
        const { countedTo, readJsonList } = await readers();
        return noted(await readLists(countedTo(total, readJsonList(chunks)), platform), notes);
      }
      const value = await readJson(chunks);
      if (options.answered) return readValue(await options.answered(value, meter), undefined);
      const isWhole = !complete || (!isPage && (Array.isArray(value) || isOurs(value)));
      const all = isWhole ? value : await complete(value, meter);
      if (total > 0) {
        const { lengthIn, refuseFewer } = await readers();
        refuseFewer(total, lengthIn(all));
      }
      return noted(await readValue(all, platform), notes);
    }
  }
}

function bare(slices: Table['slices'], hasHeader: boolean, notes: DataNote[] = []): Contents {
  return { tables: [{ name: undefined, slices, hasHeader }], notes };
}

const noted = (contents: Contents, notes: readonly DataNote[]): Contents => ({
  ...contents,
  notes: [...notes, ...(contents.notes ?? [])],
});

/** Rows of ours are taken a list at a time, those of a platform all at once. @param platform as below */
async function readLists(lists: AsyncGenerator<Rows>, platform: string | undefined): Promise<Contents> {
  const { value: first } = (await lists.next()) as { value: Rows };
  const again = async function* () {
    yield first;
    yield* lists;
  };
  if (platform === undefined || (platform === 'auto' && isOurs(first))) return bare(rowsIn(again()), false);
  const all: (readonly unknown[])[] = [];
  for await (const list of again()) all.push(objectsOf(list));
  return readValue(all.flat(), platform);
}

/**
 * @param platform whose answer it is; `auto` where it may be any platform's, undefined where it is none's
 * @param said of the numbers in a table's cells
 */
async function readValue(value: unknown, platform: string | undefined, said?: SaidOfNumbers): Promise<Contents> {
  if (platform !== undefined && !(platform === 'auto' && isOurs(value))) {
    const contents = await (await platformReader()).readPlatform(value, platform);
    if (contents) return contents;
  }
  if (typeof value !== 'object' || value === null) throw (await readers()).unrecognisedValue(value);
  if (Array.isArray(value)) return bare(rowsIn(sliced(value), value.length), false);
  if (isCubeAnswer(value)) return readCube(value);
  if (isHtmlTable(value)) {
    const notes: DataNote[] = [];
    const { localised } = await readers();
    return bare(
      localised(slicesOf(tableRecords(value)), (note) => notes.push(note), said),
      true,
      notes,
    );
  }
  if (isColumns(value)) return bare(slicesOf(recordsOf(value)), true);
  if (!isDatasetObject(value)) throw (await readers()).unrecognisedValue(value);
  const { declared, tables } = await readDatasetObject(value);
  return {
    declared,
    tables: tables.map(([name, table]) => ({
      name,
      slices: slicesIn(name, table),
      hasHeader: !Array.isArray(table),
    })),
  };
}

/** Whether a value is none of a platform's, as far as its first rows tell: they have what rows of ours need. */
function isOurs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.length === 0 || tableOf(Object.keys(Object(value[0]) as object)) !== undefined;
  if (isCubeAnswer(value) || isHtmlTable(value) || isColumns(value)) return true;
  return Object.entries(value).every(([name, table]) => isOption(name) || isOurTable(name, table));
}

function isOurTable(name: string, table: unknown): boolean {
  const fields = Object.hasOwn(entities, name) ? Object.entries(entities[name]!.fields) : [];
  const needed = fields.find(([, { required }]) => required)?.[0];
  if (needed === undefined || typeof table !== 'object' || table === null) return false;
  if (!Array.isArray(table)) return isTable(table);
  const row: unknown = table[0];
  return typeof row !== 'object' || row === null || needed in row;
}

async function readCube(value: object): Promise<Contents> {
  const cube = await cubeAnswer(value);
  return { declared: { currency: cube.currency, timeZone: cube.timeZone, asOf: cube.asOf }, tables: [], cube };
}

const isTable = (columns: object): boolean => Object.values(columns).every(isColumn);

function slicesIn(name: string, table: unknown): Table['slices'] {
  if (Array.isArray(table)) return rowsIn(sliced(table as readonly unknown[]), table.length);
  if (typeof table === 'object' && table !== null && isTable(table)) return slicesOf(recordsOf(table as TableInput));
  const found = excerptOf(table);
  const message = `Expected ${name} to hold rows or columns, found ${found}.`;
  throw new KpiError('malformed-data', message, { table: name, found });
}
