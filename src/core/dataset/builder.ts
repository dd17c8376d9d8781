import { atOnce } from '../at-once.js';
import { badOption } from '../bad-option.js';
import { catalog as catalogue } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/catalog.js';
import { isFactTable } from '../catalog/entities.js';
import { unexpected } from '../error.js';
import type * as analyst from '../evaluate/analysis.part.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { dayFromIso } from '../time/day.js';
import { zoneOf } from '../time/zone.js';
import { coverageMeasures } from './coverage-measures.js';
import { Dataset } from './dataset.js';
import { declaredCoverage } from './declared-coverage.js';
import { givenMeasures } from './given-measures.js';
import type { DataNote, DatasetOptions, TableReport } from './input.js';
import type { MeasureSource } from './measure-source.js';
import { limitsIn, tooLarge } from './limits.js';
import { parametersIn } from './parameters.js';
import type { Records } from './records.js';
import type { CubeContents } from './read-cube.part.js';
import type * as rowReader from './rows.part.js';
import type { Table } from './table.js';
import type { Unread } from './unread.js';
import type { TableBuilder } from './table-builder.js';
import { tableBuilder } from './table-builder.js';
import { settingTable, settingTables } from './setting-tables.js';

/** Makes measures of single records, in the reporting currency; daily numbers in one currency need none of it. */
export type RowReader = typeof rowReader;

/** Reads what few data hold: experiments, and how many targets are met. */
export type Analyst = typeof analyst;

/** Tables that are read without it. */
const plainTables: ReadonlySet<string> = new Set(['dailyMeasures', 'targets', 'coverage', 'controlTotals']);

/** Collects records, slice by slice, into a data set. */
export interface DatasetBuilder {
  /** Adds rows to a table; may be called again with the next slice. @throws KpiError `unknown-table`, `missing-field` */
  append(table: string, records: Records): void;
  /** Adds the answer to a cube question; what of it adds up is read like a table of daily numbers. */
  appendCube(contents: CubeContents): void;
  /** What of the tables is read by nothing. */
  readonly unread: readonly Unread[];
  /** Whether what has been added, or the settings, take a row reader. */
  readonly hasRows: boolean;
  /** Whether they take an analyst. */
  readonly hasAnalysis: boolean;
  finish(rowReader: RowReader, analyst?: Analyst): Dataset;
  /**
   * The same in steps, so that a page can have its turn between them.
   * @param rowReader undefined only where `hasRows` is false
   * @param analyst undefined only where `hasAnalysis` is false
   */
  finishInSteps(rowReader: RowReader | undefined, analyst: Analyst | undefined): Generator<undefined, Dataset>;
}

/** What comes from beside a data set's options. */
export interface BuilderContext {
  /** The currency of rows that name none; default the reporting currency. */
  readonly unnamed?: string | undefined;
  /** On which terms the data stand. Those that are heard while rows are read are added meanwhile. */
  readonly notes?: readonly DataNote[] | undefined;
  /** With the shop's own definitions. */
  readonly catalog?: Catalog | undefined;
}

/** @throws KpiError `bad-time-zone`, `bad-option`; while rows are added, `too-large` */
export function datasetBuilder(
  options: DatasetOptions,
  { unnamed = options.currency, notes = [], catalog = catalogue }: BuilderContext = {},
): DatasetBuilder {
  const { currency, now, asOf, settings = {} } = options;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    const problem = `currency: "${currency}" is not a currency`;
    throw unexpected('bad-option', problem, 'currency', currency, 'an ISO 4217 code such as DKK', 'DKK, EUR, …');
  }
  const parameters = parametersIn(settings);
  const { rows: mostRows } = limitsIn(settings);
  const { entities } = catalog;
  const zone = zoneOf(options.timeZone ?? options.assumedTimeZone ?? 'UTC');
  const today = now === undefined ? undefined : zone.dayAt(Date.parse(now));
  if (Number.isNaN(today)) throw badOption('now', now, 'an instant such as 2026-01-31T14:05:00Z');
  const builders = new Map<string, TableBuilder>();
  let cube: CubeContents | undefined;
  let hasExperiments = false;
  let rows = 0;

  function append(table: string, records: Records): void {
    const entity = Object.hasOwn(entities, table) ? entities[table] : undefined;
    if (!entity) throw unexpected('unknown-table', `"${table}" is not a table`, 'table', table, Object.keys(entities));
    rows += records.length;
    if (rows > mostRows) throw tooLarge('rows', rows, mostRows);
    hasExperiments ||= table === 'experimentUnits' || records.fields.includes('controlUnits');
    remember(builders, table, () =>
      tableBuilder(entity, zone, { catalog, isCube: cube !== undefined, currency: unnamed, today }),
    ).append(records);
  }

  function appendCube(contents: CubeContents): void {
    cube = contents;
    for (const [table, records] of contents.tables) append(table, records);
  }

  function* finishInSteps(
    rowReader: RowReader | undefined,
    analyst: Analyst | undefined,
  ): Generator<undefined, Dataset> {
    const reports: TableReport[] = [];
    const read = new Map<string, Table>();
    const refused = new Map<string, Table>();
    for (const [id, builder] of builders) {
      const finished = yield* builder.finishInSteps();
      const { table, report } = finished;
      cube?.check(report);
      read.set(id, table);
      if (finished.refused) refused.set(id, finished.refused);
      reports.push(report);
      yield;
    }
    const [targets, coverage, rateTables, controlTotals] = settingTables.map((id) =>
      settingTable(id, read.get(id), settings, zone, catalog),
    );
    for (const id of settingTables) read.delete(id);
    const rates = rowReader?.ratesIn(rateTables!);
    const reporting = currency ?? rates?.quote;
    const inOneCurrency = (table: Table): Table =>
      rowReader && rates && reporting !== undefined
        ? rowReader.convert(table, unnamed, reporting, rates, catalog)
        : table;
    const tables = rowReader?.formedTables(read, inOneCurrency, entities) ?? read;
    yield;
    const rows = rowReader?.deriveTables(tables, parameters) ?? new Map<string, Table>();
    rows.delete('dailyMeasures');
    for (const [id, table] of rows) {
      yield;
      rows.set(id, inOneCurrency(table));
      // The first answer is then no long task.
      table.byDay();
    }
    const given = read.get('dailyMeasures');
    const daily = given && inOneCurrency(given);
    const readFrom = new Map(
      [...tables.keys()].map((id) => [id, read.has(id) ? id : id === 'sessions' ? 'events' : 'orderLines']),
    );
    const declared = declaredCoverage(coverage!, readFrom);
    const refusedOf = (id: string): Table | undefined => refused.get(readFrom.get(id) ?? id);
    const newest = reports.flatMap(({ table, last, far, ahead = far }) =>
      last === undefined || !isFactTable(table) ? [] : dayFromIso(ahead?.after ?? last)!,
    );
    const fromRows =
      rowReader && rows.size > 0
        ? rowReader.rowMeasures(rows, zone, parameters, { declared, refusedOf }, catalog)
        : undefined;
    const fromDays = daily && givenMeasures(daily, cube?.cube, { declared, refusedOf }, parameters, catalog);
    const sources: MeasureSource[] = [fromRows ?? [], fromDays ?? []].flat();
    const splits = analyst?.plannedSplits(settings) ?? new Map();
    const strayPlans = analyst?.strayPlans(splits, read.values()) ?? [];
    const dataset = new Dataset({
      report: {
        ...{ tables: reports, currency: reporting ?? currencyIn(tables), timeZone: zone.id },
        notes: [...notes, ...strayPlans],
      },
      zone,
      zoneIsAssumed: options.timeZone === undefined && ![...read.values()].every(({ time }) => time.wholeDays),
      asOf,
      newest: newest.length > 0 ? (Math.max(...newest) as Day) : undefined,
      settings,
      parameters,
      catalog,
      sources,
      readFrom: new Map([...readFrom, ...settingTables.map((id) => [id, id] as const)]),
      targets: targets!,
      splits,
      analyst,
      controlTotals: controlTotals!,
    });
    // Tables that are formed of one are no more than it.
    const tablesRead = new Map([...rows].flatMap(([id, { length }]) => (length > 0 ? [[readFrom.get(id), id]] : [])));
    const inUse = [
      ...[...tablesRead.values()].filter(isFactTable).map((id) => ({ source: fromRows!, id })),
      ...[...catalog.measures.keys()].filter((id) => daily?.has(id)).map((id) => ({ source: fromDays!, id })),
    ];
    if (inUse.length > 0) sources.push(coverageMeasures(inUse));
    if (analyst && targets!.some(({ length }) => length > 0)) sources.push(analyst.targetMeasures(dataset));
    return dataset;
  }

  return {
    append,
    appendCube,
    get unread() {
      return [...builders.values()].flatMap((builder) => builder.unread ?? []);
    },
    get hasRows() {
      return settings['rates'] != null || [...builders.keys()].some((table) => !plainTables.has(table));
    },
    get hasAnalysis() {
      const isAsked = settings['targets'] != null || settings['experimentSplits'] != null;
      return isAsked || hasExperiments || builders.has('targets');
    },
    finishInSteps,
    finish: (rowReader, analyst) => atOnce(finishInSteps(rowReader, analyst)),
  };
}

/** The only currency that the rows name. By the rows that are left: a refused row may have named anything. */
function currencyIn(tables: ReadonlyMap<string, Table>): string | undefined {
  const found = new Set<string>();
  for (const table of tables.values()) {
    const column = table.texts('currency');
    for (const code of new Set(column?.codes)) if (code >= 0) found.add(column!.values[code]!);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
