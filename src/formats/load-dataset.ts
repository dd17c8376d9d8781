import { refuseUnknown } from '../core/bad-option.js';
import type { Catalog } from '../core/catalog/catalog.js';
import { datasetBuilder } from '../core/dataset/builder.js';
import type { Dataset } from '../core/dataset/dataset.js';
import { datasetOptions } from '../core/dataset/input.js';
import type { DatasetOptions } from '../core/dataset/input.js';
import { limitsIn, meterOf } from '../core/dataset/limits.js';
import type { Meter } from '../core/dataset/limits.js';
import { KpiError, unexpected } from '../core/error.js';
import { check } from './check.js';
import { readContents } from './contents.js';
import type { DataInput, Table } from './contents.js';
import type { Mapping, Prepare } from './mapping.js';
import { analyst, cubeReader, expectPart, mappingHelp, readers, rowReader } from './readers.js';
import { tableOf } from './recognise.js';
import { unreadColumns } from './unread-columns.js';
import { yieldToPage } from './yield-to-page.js';

export type { DataInput, Mapping, Prepare };

export interface LoadOptions extends DatasetOptions {
  /**
   * `auto` (the default), `json`, `ndjson`, `csv`, `table`, or a platform's name such as `shopify`. Of CSV it may be named,
   * too, how it is written: `csv delimiter=semicolon decimal=comma charset=windows-1252` (delimiters `comma`, `semicolon`,
   * `tab`, `pipe`; decimals `comma`, `point`), of a table `table decimal=comma`.
   */
  readonly format?: string | undefined;
  /** Which entity bare rows are; else their fields tell. */
  readonly table?: string | undefined;
  /** Our fields in the data's own words, as an object or as JSON. */
  readonly map?: string | Mapping | undefined;
  /** Called for every row before the mapping. */
  readonly prepare?: Prepare | undefined;
  /** Called with an answer that may be no data yet, or not all of them; what it returns is read in its place. */
  readonly complete?: ((value: unknown, meter: Meter) => Promise<unknown>) | undefined;
  /** Called with whatever an answer of JSON holds; what it returns is read in its place. */
  readonly answered?: ((value: unknown, meter: Meter) => Promise<unknown>) | undefined;
  /** The texts of the pages after the first, of an answer of CSV or NDJSON whose `Link` header names the next one. */
  readonly further?: ((meter: Meter) => AsyncIterable<string>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** All of them, so that a misspelt one is refused. */
const loadOptions = [
  ...datasetOptions,
  ...Object.keys({
    ...{ format: 0, table: 0, map: 0, prepare: 0, complete: 0, answered: 0, further: 0, signal: 0 },
  } satisfies Record<Exclude<keyof LoadOptions, keyof DatasetOptions>, 0>),
];

/** Without rates a currency fills what the data leave open; it does not make kroner euros. @throws KpiError `bad-option` */
function agreed(asked: string | undefined, declared: string | undefined, hasRates: boolean): string | undefined {
  if (asked === undefined || declared === undefined || asked === declared || hasRates) return asked ?? declared;
  const problem = `currency: "${asked}" is not that of the data, and there are no rates`;
  throw unexpected('bad-option', problem, 'currency', asked, declared);
}

/**
 * Reads a data set. Long input is taken in slices of a few milliseconds, with the page's turn between them. What the
 * options say of zone, as-of day and settings comes before what the data say of themselves; currencies
 * must agree, unless there are rates.
 *
 * @throws KpiError `malformed-data`, `unrecognised-data`, `unknown-format`, `incomplete-data`, `too-large`, `unknown-table`,
 *   `missing-field`, `bad-option` or `bad-answer`; the signal's reason when aborted. A bad row does not throw: the data set's report counts it.
 */
export async function loadDataset(input: DataInput, options: LoadOptions = {}): Promise<Dataset> {
  refuseUnknown('options', options, loadOptions);
  const { signal } = options;
  signal?.throwIfAborted();
  const meter = meterOf(limitsIn(options.settings ?? {}));
  const { declared = {}, tables, cube, notes = [] } = await readContents(input, options, meter);
  // What is taken in is not for the data to say.
  const settings: DatasetOptions['settings'] & object = {
    ...declared.settings,
    limits: undefined,
    ...options.settings,
  };
  const hasRates = settings['rates'] != null || tables.some(({ name }) => name === 'rates');
  const currency = agreed(options.currency, declared.currency, hasRates);
  const catalog = await readDefinitions({ ...options, settings });
  const shape = await readShape(options, catalog);
  const builder = datasetBuilder(
    {
      currency,
      timeZone: options.timeZone ?? declared.timeZone,
      assumedTimeZone: options.assumedTimeZone,
      now: options.now,
      asOf: options.asOf ?? declared.asOf,
      settings,
    },
    { unnamed: declared.currency ?? currency, notes, catalog },
  );
  if (cube) builder.appendCube((await cubeReader()).readCube(cube, catalog));
  const shaped = tableToShape(tables, options);
  const unread = unreadColumns(builder, shape ?? unshaped, catalog);
  try {
    for (const table of tables) {
      const slices = table === shaped && shape ? shape.slicesOf(table) : table.slices;
      let name = table.name ?? options.table;
      for await (const records of slices) {
        signal?.throwIfAborted();
        if (name === undefined && records.fields.length === 0) continue;
        name ??= tableOf(records.fields);
        if (name === undefined) throw (await mappingHelp()).unrecognised(records, shape);
        builder.append(name, records);
        if (builder.hasRows) expectPart(rowReader);
        if (builder.hasAnalysis) expectPart(analyst);
        unread.look();
        await yieldToPage();
      }
    }
    notes.push(...(await unread.notes()));
    const steps = builder.finishInSteps(
      builder.hasRows ? await rowReader() : undefined,
      builder.hasAnalysis ? await analyst() : undefined,
    );
    for (;;) {
      signal?.throwIfAborted();
      const step = steps.next();
      if (step.done) return step.value;
      await yieldToPage();
    }
  } catch (error) {
    throw await unread.explained(error);
  }
}

/** The catalogue with what the shop defines itself; undefined where that is nothing, and nothing is fetched. */
async function readDefinitions(options: DatasetOptions): Promise<Catalog | undefined> {
  const { kpiDefinitions, settings = {} } = options;
  if (!kpiDefinitions && !ownSettings.some((name) => settings[name] != null)) return undefined;
  const { catalogWith, ownDefinitions } = await readers();
  const own = ownDefinitions(options)!;
  await check('definitions', own);
  return catalogWith(own);
}

const ownSettings = ['measures', 'dimensions', 'parameters'];

/** What `map` and `prepare` make of rows; fetched only where a page has one of them. */
async function readShape(
  { map, prepare, table: name }: LoadOptions,
  catalog: Catalog | undefined,
): Promise<Shape | undefined> {
  if (map === undefined && !prepare) return undefined;
  const { readMapping, shapeRecords, sourcesOf } = await readers();
  const mapping = map === undefined ? undefined : await readMapping(map);
  return {
    slicesOf: (table) => shapeRecords({ ...table, name: table.name ?? name }, { prepare, mapping, catalog }),
    sources: mapping ? sourcesOf(mapping) : [],
    mapping,
  };
}

/** What `map` and `prepare` make of a table. */
export interface Shape {
  slicesOf(table: Table): Table['slices'];
  /** The columns that the mapping reads. */
  readonly sources: readonly string[];
  readonly mapping?: Mapping | undefined;
}

const unshaped = { sources: [] };

/** Bare rows, the table that is named, or the only one: what `map` and `prepare` are about. */
function tableToShape(tables: readonly Table[], { map, prepare, table }: LoadOptions): Table | undefined {
  if (map === undefined && !prepare) return undefined;
  const [only, ...others] = table ? tables.filter(({ name }) => (name ?? table) === table) : tables;
  if (only && others.length === 0) return only;
  const names = tables.map(({ name }) => name);
  throw new KpiError(
    'bad-option',
    `map and prepare are about one table, which table names; the data hold ${names.join(', ') || 'none'}.`,
    { option: 'table', value: table, expected: names },
  );
}
