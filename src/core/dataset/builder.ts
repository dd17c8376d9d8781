import { entities } from '../catalog/entities.js';
import { KpiError } from '../error.js';
import { dayFromIso } from '../time/day.js';
import type { Zone } from '../time/zone.js';
import { zoneOf } from '../time/zone.js';
import type { CubeAnswer, CubeRow } from './cube-answer.js';
import { Dataset } from './dataset.js';
import { deriveTables } from './derive.js';
import { GivenMeasures } from './given-measures.js';
import type { DatasetOptions, TableReport } from './input.js';
import type { MeasureSource } from './measure-source.js';
import { readLines } from './order-lines.js';
import type { Records } from './records.js';
import { recordsOf } from './records.js';
import type { Parameters } from './parameters.js';
import { parametersIn } from './parameters.js';
import { RowMeasures } from './row-measures.js';
import type { Table } from './table.js';
import { TableBuilder } from './table-builder.js';
import { sessionsFrom } from './visits.js';

/** Collects records, slice by slice, into a data set. */
export class DatasetBuilder {
  readonly #options: DatasetOptions;
  readonly #zone: Zone;
  readonly #parameters: Parameters;
  readonly #tables = new Map<string, TableBuilder>();
  readonly #windows: CubeRow[] = [];
  #hasCube = false;

  /** @throws KpiError `bad-time-zone`, `bad-option` */
  constructor(options: DatasetOptions) {
    const { currency } = options;
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
      const expected = 'an ISO 4217 code such as DKK';
      throw new KpiError('bad-option', `currency: "${currency}" is not a currency. Expected ${expected}.`, {
        option: 'currency',
        value: currency,
        expected,
      });
    }
    this.#options = options;
    this.#parameters = parametersIn(options.settings ?? {});
    this.#zone = zoneOf(options.timeZone ?? options.assumedTimeZone ?? 'UTC');
  }

  /** Adds rows to a table; may be called again with the next slice. @throws KpiError `unknown-table`, `missing-field` */
  append(table: string, records: Records): void {
    const entity = Object.hasOwn(entities, table) ? entities[table] : undefined;
    if (!entity) {
      const expected = Object.keys(entities);
      throw new KpiError('unknown-table', `"${table}" is not a table. Expected ${expected.join(', ')}.`, {
        value: table,
        expected,
      });
    }
    let builder = this.#tables.get(table);
    if (!builder) this.#tables.set(table, (builder = new TableBuilder(entity, this.#zone, this.#hasCube)));
    builder.append(records);
  }

  /** Adds the answer to a cube question; its measures are read like a table of daily numbers. */
  appendCube(answer: CubeAnswer): void {
    this.#hasCube = true;
    this.append(
      'dailyMeasures',
      recordsOf(answer.buckets.map(({ start, ...measures }) => ({ date: start, ...measures }))),
    );
    this.#windows.push(...(answer.windows ?? []));
  }

  finish(): Dataset {
    const steps = this.finishInSteps();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same in steps, so that a page can have its turn between them. */
  *finishInSteps(): Generator<undefined, Dataset> {
    const reports: TableReport[] = [];
    const read = new Map<string, Table>();
    for (const [id, builder] of this.#tables) {
      const { table, report } = builder.finish();
      read.set(id, table);
      reports.push(report);
      yield;
    }
    const tables = withSessions(this.#withLines(read));
    yield;
    const rows = deriveTables(tables, this.#parameters);
    rows.delete('dailyMeasures');
    const sources: MeasureSource[] = rows.size > 0 ? [new RowMeasures(rows, this.#zone, this.#parameters)] : [];
    const daily = read.get('dailyMeasures');
    if (daily) sources.push(new GivenMeasures(daily, this.#windows, this.#hasCube));

    const newest = reports.flatMap(({ last }) => (last === undefined ? [] : (dayFromIso(last) ?? [])));
    const allWholeDays = [...read.values()].every(({ time }) => time.wholeDays);
    return new Dataset({
      report: { tables: reports, currency: this.#currency(tables), timeZone: this.#zone.id },
      zone: this.#zone,
      zoneIsAssumed: this.#options.timeZone === undefined && !allWholeDays,
      asOf: this.#options.asOf,
      newest: newest.length > 0 ? (Math.max(...newest) as (typeof newest)[number]) : undefined,
      settings: this.#options.settings ?? {},
      parameters: this.#parameters,
      sources,
      readFrom: new Map(
        [...tables.keys()].map((id) => [id, read.has(id) ? id : id === 'sessions' ? 'events' : 'orderLines']),
      ),
    });
  }

  #withLines(read: ReadonlyMap<string, Table>): Map<string, Table> {
    const lines = read.get('orderLines');
    // A table without rows has no columns either, and nothing to miss.
    if (!lines || lines.length === 0) return new Map([...read].filter(([id]) => id !== 'orderLines'));
    return new Map([...read, ...readLines(lines, read.get('orders'), read.has('refunds'))]);
  }

  /** The currency asked for, else the only one that the rows name. */
  #currency(tables: ReadonlyMap<string, Table>): string | undefined {
    if (this.#options.currency !== undefined) return this.#options.currency;
    const found = new Set<string>();
    // By the rows that are left: a refused row may have named anything.
    for (const table of tables.values()) {
      const column = table.texts('currency');
      for (const code of new Set(column?.codes)) if (code >= 0) found.add(column!.values[code]!);
    }
    return found.size === 1 ? [...found][0] : undefined;
  }
}

/** Where the data have no sessions but events, the sessions that they form. */
function withSessions(tables: Map<string, Table>): Map<string, Table> {
  const events = tables.get('events');
  tables.delete('events');
  if (events && events.length > 0 && !tables.has('sessions')) tables.set('sessions', sessionsFrom(events));
  return tables;
}
