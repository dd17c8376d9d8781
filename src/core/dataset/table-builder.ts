import type { EntityDefinition, FieldDefinition } from '../catalog/definition.js';
import { measures } from '../catalog/measures.js';
import { KpiError } from '../error.js';
import { isoOf } from '../time/day.js';
import type { Day } from '../time/day.js';
import type { Zone } from '../time/zone.js';
import type { Column, TimeColumn } from './column.js';
import { isKnown } from './column.js';
import type { RowIssue, TableReport } from './input.js';
import { NumberBuilder } from './number-builder.js';
import type { Records } from './records.js';
import { suggestField } from './suggest.js';
import { Table } from './table.js';
import { FlagBuilder, ListBuilder, TextBuilder } from './text-builder.js';
import { TimeBuilder } from './time-builder.js';

type ColumnBuilder = NumberBuilder | TextBuilder | ListBuilder | FlagBuilder | TimeBuilder;

const reportedIssues = 100;

/** Turns records, slice by slice, into one entity's table: keeps what measures need, refuses and counts bad rows. */
export class TableBuilder {
  readonly #entity: EntityDefinition;
  readonly #zone: Zone;
  readonly #keepsEmptyText: boolean;
  readonly #columns = new Map<string, ColumnBuilder>();
  readonly #refused = new Set<number>();
  readonly #issues: RowIssue[] = [];
  #length = 0;

  /** @param keepsEmptyText whether an empty text is a segment of its own, as in a cube answer */
  constructor(entity: EntityDefinition, zone: Zone, keepsEmptyText = false) {
    this.#entity = entity;
    this.#zone = zone;
    this.#keepsEmptyText = keepsEmptyText;
    for (const [field, definition] of Object.entries(entity.fields))
      if (definition.default !== undefined) this.#columns.set(field, this.#createBuilder(definition));
  }

  /** @throws KpiError `missing-field` */
  append(records: Records): void {
    for (const [field, definition] of Object.entries(this.#entity.fields)) {
      // Later slices may lack a field in all of their rows: those rows are refused one by one.
      if (definition.required && this.#length === 0 && records.length > 0 && !records.fields.includes(field)) {
        throw missingField(this.#entity.id, field, records.fields);
      }
    }
    const { oneOf } = this.#entity;
    const isComplete = !oneOf || oneOf.some((group) => group.every((field) => records.fields.includes(field)));
    if (!isComplete && this.#length === 0 && records.length > 0) {
      throw missingField(this.#entity.id, oneOf[0]![0]!, records.fields, oneOf.slice(1));
    }
    for (let row = 0; records.problem && row < records.length; row++) {
      const problem = records.problem(row);
      if (problem) this.#refuse(row, '', problem);
    }
    for (const field of new Set([...this.#columns.keys(), ...records.fields])) {
      const definition = this.#definitionOf(field);
      if (definition) this.#appendField(field, definition, records);
    }
    this.#length += records.length;
  }

  finish(): { table: Table; report: TableReport } {
    const columns = new Map<string, Column>([...this.#columns].map(([field, builder]) => [field, builder.finish()]));
    const all = new Table(this.#entity, this.#length, columns);
    this.#refuseIncomplete(all);
    const kept = this.#keptRows(all);
    const table = kept.length === this.#length ? all : all.take(kept);
    const [first, last] = extent(table.time);
    return {
      table,
      report: {
        table: this.#entity.id,
        rows: table.length,
        refused: this.#refused.size,
        replaced: this.#length - this.#refused.size - table.length,
        issues: this.#issues,
        first: first === undefined ? undefined : isoOf(first),
        last: last === undefined ? undefined : isoOf(last),
      },
    };
  }

  #definitionOf(field: string): FieldDefinition | undefined {
    const { fields, dimensions, id } = this.#entity;
    if (Object.hasOwn(fields, field)) return fields[field];
    if (dimensions.includes(field)) return { type: 'string' };
    return id === 'dailyMeasures' && measures.has(field) ? { type: 'decimal' } : undefined;
  }

  #appendField(field: string, definition: FieldDefinition, records: Records): void {
    let builder = this.#columns.get(field);
    if (!builder) {
      this.#columns.set(field, (builder = this.#createBuilder(definition)));
      for (let row = 0; row < this.#length; row++) builder.append(undefined);
    }
    const cells = records.cells(field);
    for (let row = 0; row < records.length; row++) {
      const cell = cells?.(row);
      const problem = builder.append(cell);
      const isMissing = definition.required && (cell == null || cell === '');
      // A row that cannot be read at all has said so; its cells stand in the wrong places.
      if ((!problem && !isMissing) || records.problem?.(row)) continue;
      this.#refuse(row, field, problem ? `${shown(cell)}: ${problem}` : 'empty: a value is required');
    }
  }

  #createBuilder({ type, positive, default: standard }: FieldDefinition): ColumnBuilder {
    switch (type) {
      case 'money':
      case 'int':
      case 'decimal':
        return new NumberBuilder(positive ?? false);
      case 'bool':
        return new FlagBuilder(standard === true);
      case 'datetime':
      case 'date':
        return new TimeBuilder(this.#zone, type === 'date');
      case 'string[]':
        return new ListBuilder();
      default:
        return new TextBuilder(this.#keepsEmptyText, typeof standard === 'string' ? standard : undefined);
    }
  }

  /** Refuses rows that have none of the groups of fields of which one is needed. */
  #refuseIncomplete(table: Table): void {
    const { oneOf } = this.#entity;
    if (!oneOf) return;
    const groups = oneOf.map((fields) => fields.map((field) => table.column(field)));
    for (let row = 0; row < table.length; row++) {
      if (groups.some((columns) => columns.every((column) => column && isKnown(column, row)))) continue;
      const wanted = oneOf.map((fields) => fields.join(' and ')).join(', or ');
      if (!this.#refused.has(row)) this.#refuse(row - this.#length, oneOf[0]![0]!, `empty: ${wanted} is required`);
    }
  }

  #refuse(rowOfSlice: number, field: string, reason: string): void {
    const row = this.#length + rowOfSlice;
    this.#refused.add(row);
    if (this.#issues.length < reportedIssues) this.#issues.push({ row: row + 1, field, reason });
  }

  /** Rows that were not refused; of those with the same key the last one. A row without a key is its own. */
  #keptRows(table: Table): Int32Array {
    const keys = this.#entity.key.flatMap((field) => table.column(field) ?? []);
    const [only] = keys;
    const isUnique =
      keys.length === 0 || (keys.length === 1 && only?.kind === 'text' && only.values.length === table.length);
    const keyOf = (row: number): string | undefined => {
      const parts = isUnique
        ? []
        : keys.map((key) => (key.kind === 'text' ? key.codes[row]! : key.kind === 'time' ? key.instants[row]! : NaN));
      return isUnique || parts[0] === -1 ? undefined : parts.join();
    };
    // From the last row on, so that each key is formed once.
    const seen = new Set<string>();
    const kept = new Int32Array(table.length);
    let first = table.length;
    for (let row = table.length - 1; row >= 0; row--) {
      if (this.#refused.has(row)) continue;
      const key = keyOf(row);
      if (key !== undefined && seen.has(key)) continue;
      if (key !== undefined) seen.add(key);
      kept[--first] = row;
    }
    return kept.subarray(first);
  }
}

/** A cell as a developer wrote it: JSON knows no NaN, no BigInt and no invalid Date. */
function shown(cell: unknown): string {
  if (typeof cell === 'number' || typeof cell === 'bigint' || cell instanceof Date) return String(cell);
  return JSON.stringify(cell) ?? typeof cell;
}

/**
 * The error for a column that a table cannot do without.
 * @param others groups of fields that would do as well
 */
export function missingField(
  table: string,
  field: string,
  fields: readonly string[],
  others: readonly (readonly string[])[] = [],
): KpiError {
  const suggestion = suggestField(field, fields);
  const hint = suggestion ? ` "${suggestion}" looks like it: map='{"${field}": "${suggestion}"}'.` : '';
  const wanted = [`"${field}"`, ...others.map((group) => group.map((name) => `"${name}"`).join(' and '))].join(' or ');
  return new KpiError(
    'missing-field',
    `${table}: there is no field ${wanted}. Found: ${fields.join(', ') || 'none'}.${hint}`,
    { table, field, fields, suggestion },
  );
}

/** The first and the last day; undefined where no row has a time. */
function extent({ days, instants }: TimeColumn): [Day | undefined, Day | undefined] {
  let first: number | undefined;
  let last: number | undefined;
  for (let row = 0; row < days.length; row++) {
    if (Number.isNaN(instants[row])) continue;
    const day = days[row]!;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return [first as Day | undefined, last as Day | undefined];
}
