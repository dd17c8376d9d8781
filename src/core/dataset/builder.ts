import { entities, isFactTable } from '../catalog/entities.js';
import { unexpected } from '../error.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { dayFromIso } from '../time/day.js';
import { zoneOf } from '../time/zone.js';
import { convert } from './conversion.js';
import type { CubeAnswer, CubeRow } from './cube-answer.js';
import { Dataset } from './dataset.js';
import { declaredCoverage } from './declared-coverage.js';
import { deriveTables } from './derive.js';
import { ratesIn } from './exchange-rates.js';
import { givenMeasures } from './given-measures.js';
import type { DatasetOptions, TableReport } from './input.js';
import { readLines } from './order-lines.js';
import { parametersIn } from './parameters.js';
import type { Records } from './records.js';
import { recordsOf } from './records.js';
import { rowMeasures } from './row-measures.js';
import type { Table } from './table.js';
import type { TableBuilder } from './table-builder.js';
import { tableBuilder } from './table-builder.js';
import { settingTable, settingTables } from './setting-tables.js';
import { sessionsFrom } from './visits.js';

/** Collects records, slice by slice, into a data set. */
export interface DatasetBuilder {
  /** Adds rows to a table; may be called again with the next slice. @throws KpiError `unknown-table`, `missing-field` */
  append(table: string, records: Records): void;
  /** Adds the answer to a cube question; its measures are read like a table of daily numbers. */
  appendCube(answer: CubeAnswer): void;
  finish(): Dataset;
  /** The same in steps, so that a page can have its turn between them. */
  finishInSteps(): Generator<undefined, Dataset>;
}

/**
 * @param unnamed the currency of rows that name none; default the reporting currency
 * @throws KpiError `bad-time-zone`, `bad-option`
 */
export function datasetBuilder(options: DatasetOptions, unnamed = options.currency): DatasetBuilder {
  const { currency, asOf, settings = {} } = options;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    const problem = `currency: "${currency}" is not a currency`;
    throw unexpected('bad-option', problem, 'currency', currency, 'an ISO 4217 code such as DKK');
  }
  const parameters = parametersIn(settings);
  const zone = zoneOf(options.timeZone ?? options.assumedTimeZone ?? 'UTC');
  const builders = new Map<string, TableBuilder>();
  const windows: CubeRow[] = [];
  let hasCube = false;

  function append(table: string, records: Records): void {
    const entity = Object.hasOwn(entities, table) ? entities[table] : undefined;
    if (!entity) throw unexpected('unknown-table', `"${table}" is not a table`, 'table', table, Object.keys(entities));
    remember(builders, table, () => tableBuilder(entity, zone, hasCube)).append(records);
  }

  function appendCube(answer: CubeAnswer): void {
    hasCube = true;
    append('dailyMeasures', recordsOf(answer.buckets.map(({ start, ...measures }) => ({ date: start, ...measures }))));
    windows.push(...(answer.windows ?? []));
  }

  function* finishInSteps(): Generator<undefined, Dataset> {
    const reports: TableReport[] = [];
    const read = new Map<string, Table>();
    for (const [id, builder] of builders) {
      const { table, report } = builder.finish();
      read.set(id, table);
      reports.push(report);
      yield;
    }
    const [targets, coverage, rateTables, controlTotals] = settingTables.map((id) =>
      settingTable(id, read.get(id), settings, zone),
    );
    for (const id of settingTables) read.delete(id);
    const rates = ratesIn(rateTables!);
    const reporting = currency ?? rates?.quote;
    const inOneCurrency = (table: Table): Table =>
      rates && reporting !== undefined ? convert(table, unnamed, reporting, rates) : table;
    const tables = withSessions(withLines(read, inOneCurrency));
    yield;
    const rows = deriveTables(tables, parameters);
    rows.delete('dailyMeasures');
    for (const [id, table] of rows) rows.set(id, inOneCurrency(table));
    const given = read.get('dailyMeasures');
    const daily = given && inOneCurrency(given);
    const readFrom = new Map(
      [...tables.keys()].map((id) => [id, read.has(id) ? id : id === 'sessions' ? 'events' : 'orderLines']),
    );
    const declared = declaredCoverage(coverage!, readFrom);
    const newest = reports.flatMap(({ table, last }) =>
      last === undefined || !isFactTable(table) ? [] : dayFromIso(last)!,
    );
    return new Dataset({
      report: { tables: reports, currency: reporting ?? currencyIn(tables), timeZone: zone.id },
      zone,
      zoneIsAssumed: options.timeZone === undefined && ![...read.values()].every(({ time }) => time.wholeDays),
      asOf,
      newest: newest.length > 0 ? (Math.max(...newest) as Day) : undefined,
      settings,
      parameters,
      sources: [
        ...(rows.size > 0 ? [rowMeasures(rows, zone, parameters, declared)] : []),
        ...(daily ? [givenMeasures(daily, windows, declared, hasCube, parameters)] : []),
      ],
      readFrom,
      targets: targets!,
      controlTotals: controlTotals!,
    });
  }

  return {
    append,
    appendCube,
    finishInSteps,
    finish() {
      const steps = finishInSteps();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },
  };
}

function withLines(read: ReadonlyMap<string, Table>, inOneCurrency: (table: Table) => Table): Map<string, Table> {
  const tables = new Map(read);
  const lines = read.get('orderLines');
  tables.delete('orderLines');
  // A table without rows has no columns either, and nothing to miss.
  if (!lines || lines.length === 0) return tables;
  return new Map([...tables, ...readLines(lines, read.get('orders'), read.has('refunds'), inOneCurrency)]);
}

/** Where the data have no sessions but events, the sessions that they form. */
function withSessions(tables: Map<string, Table>): Map<string, Table> {
  const events = tables.get('events');
  tables.delete('events');
  if (events && events.length > 0 && !tables.has('sessions')) tables.set('sessions', sessionsFrom(events));
  return tables;
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
