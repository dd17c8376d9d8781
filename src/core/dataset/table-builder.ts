import type { EntityDefinition, FieldDefinition } from '../catalog/definition.js';
import { catalog as catalogue } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/catalog.js';
import { KpiError } from '../error.js';
import { excerptOf, namesOf } from '../excerpt.js';
import { minorUnits } from '../minor-units.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { Zone } from '../time/zone.js';
import type { Column } from './column.js';
import { knownIn, take } from './column.js';
import { farRows, rowsAhead } from './far-rows.js';
import type { ColumnBuilder, OnEmpty } from './column-builder.js';
import type { GroupedDigits } from './grouped-digits.js';
import { groupedDigits } from './grouped-digits.js';
import type { IssueCode, RowIssue, TableReport } from './input.js';
import { keptRows } from './kept-rows.js';
import { idNamed } from './named.js';
import { numberBuilder } from './number-builder.js';
import { rowsOf } from './records.js';
import type { Records } from './records.js';
import { Table } from './table.js';
import { currencyNamed, flagBuilder, listBuilder, nameBuilder, textBuilder } from './text-builder.js';
import { timeBuilder } from './time-builder.js';
import { isTotal, mayBeTotal } from './total-row.js';
import { unreadOf } from './unread.js';
import type { Unread } from './unread.js';

const reportedIssues = 100;
/** A look at so many takes a page's time. */
const manyRows = 100_000;

/** What an order may have or not: a table of them without rows says that there were none, and leaves nothing unknown. */
export const perOrder: ReadonlySet<string> = new Set(['refunds', 'shipments']);

/** Turns records, slice by slice, into one entity's table: keeps what measures need, refuses and counts bad rows. */
export interface TableBuilder {
  /** @throws KpiError `missing-field` */
  append(records: Records): void;
  /** Columns of the first rows that are no fields; undefined before there are rows. */
  readonly unread: Unread | undefined;
  /** In steps where there are many rows, so that a page can have its turn between them. */
  finishInSteps(): Generator<undefined, FinishedTable>;
}

/** A table as it was read. */
export interface FinishedTable {
  readonly table: Table;
  /** When the rows were that were refused, as far as they say; undefined where none was. */
  readonly refused: Table | undefined;
  readonly report: TableReport;
}

/** How a table is read. */
export interface TableContext {
  /** Whose measures daily numbers may be, and whose ids a field may name; default the catalogue as it is. */
  readonly catalog?: Catalog | undefined;
  /** Whether they are of a cube answer: an empty text is then a segment of its own. */
  readonly isCube?: boolean | undefined;
  /** Of rows that name none. */
  readonly currency?: string | undefined;
  /** By the clock; undefined where nobody tells. */
  readonly today?: Day | undefined;
}

export function tableBuilder(
  entity: EntityDefinition,
  zone: Zone,
  { catalog = catalogue, isCube = false, currency, today }: TableContext = {},
): TableBuilder {
  const { id, fields, dimensions, oneOf } = entity;
  const columns = new Map<string, ColumnBuilder>();
  const points = new Map<string, GroupedDigits>();
  const refused = new Set<number>();
  const issues: RowIssue[] = [];
  const causes = new Map<string, { rows: number; readonly first: RowIssue }>();
  let length = 0;
  /** The last row so far, where it may be the total of those above. */
  let held: Records | undefined;
  let unread: Unread | undefined;

  for (const [field, definition] of Object.entries(fields))
    if (definition.default !== undefined) columns.set(field, builderOf(field, definition));

  function builderOf(field: string, definition: FieldDefinition): ColumnBuilder {
    const { type, positive, untilNight, share, default: standard } = definition;
    const named = entity.names?.[field];
    if (named) return nameBuilder(idNamed(named, catalog));
    switch (type) {
      case 'money':
      case 'int':
        return numberBuilder(positive === true, isCube ? undefined : remember(points, field, groupedDigits));
      case 'decimal':
        return numberBuilder(positive === true, undefined, share);
      case 'bool':
        return flagBuilder(typeof standard === 'boolean' ? standard : undefined);
      case 'datetime':
      case 'date':
        return timeBuilder(zone, type === 'date', untilNight);
      case 'currency':
        return nameBuilder(currencyNamed);
      case 'string[]':
        return listBuilder();
      default:
        return textBuilder(isCube, typeof standard === 'string' ? standard : undefined);
    }
  }

  function definitionOf(field: string): FieldDefinition | undefined {
    if (Object.hasOwn(fields, field)) return fields[field];
    if (dimensions.includes(field)) return { type: 'string' };
    const unit = id === 'dailyMeasures' ? catalog.measures.get(field)?.unit : undefined;
    if (unit === 'percent') return { type: 'decimal', share: true };
    return unit && { type: unit === 'currency' ? 'money' : unit === 'count' ? 'int' : 'decimal' };
  }

  /** @param cell what stands there @param words what is wrong with it, in English */
  function refuse(row: number, field: string, code: IssueCode, words: string, cell?: unknown): void {
    refused.add(row);
    const known = causes.get(field + code);
    if (known) known.rows++;
    if (known && issues.length >= reportedIssues) return;
    const value = cell === undefined ? undefined : excerptOf(cell);
    const issue = { row: row + 1, field, code, value, reason: value === undefined ? words : `${value}: ${words}` };
    if (!known) causes.set(field + code, { rows: 1, first: issue });
    if (issues.length < reportedIssues) issues.push(issue);
  }

  /** Later slices may lack a field in all of their rows: those rows are refused one by one. */
  function checkFields({ fields: found }: Records): void {
    for (const [field, { required }] of Object.entries(fields))
      if (required && !found.includes(field)) throw missingField(id, field, found);
    if (oneOf && !oneOf.some((group) => group.every((field) => found.includes(field))))
      throw missingField(id, oneOf[0]![0]!, found, oneOf.slice(1));
  }

  function appendField(field: string, definition: FieldDefinition, records: Records): void {
    const builder = remember(columns, field, () => {
      const late = builderOf(field, definition);
      late.append([], length, () => undefined, records.ofAll);
      return late;
    });
    const cells = records.cells(field) ?? [];
    const onEmpty: OnEmpty = (row, problem) => {
      // A row that cannot be read at all has said so; its cells stand in the wrong places.
      if ((!problem && !definition.required) || records.problem?.(row)) return;
      if (problem)
        refuse(length + row, field, problem.code, problem.words, records.written?.(field, row) ?? cells[row]);
      else refuse(length + row, field, 'empty', 'empty: a value is required');
    };
    builder.append(cells, records.length, onEmpty, records.ofAll);
  }

  /** Refuses numbers that may be a thousand times as large. Three decimals are right where the money has them. */
  function refuseGrouped(table: Table): void {
    const currencies = [currency, ...(table.texts('currency')?.values ?? [])];
    if (currencies.some((code) => minorUnits(code) === 3)) return;
    for (const [field, { doubtful }] of points)
      for (const { row, text } of doubtful)
        refuse(
          row,
          field,
          'thousands-or-decimals',
          'thousands, or decimals? Expected a number such as 1234.50, without points between',
          text,
        );
  }

  /** Refuses rows that have none of the groups of fields of which one is needed. */
  function refuseIncomplete(table: Table): void {
    if (!oneOf) return;
    const groups = oneOf.map((group) =>
      group.map((field) => table.column(field)).map((column) => column && knownIn(column)),
    );
    const wanted = oneOf.map((group) => group.join(' and ')).join(', or ');
    for (let row = 0; row < table.length; row++) {
      if (refused.has(row) || groups.some((group) => group.every((isKnown) => isKnown?.(row)))) continue;
      refuse(row, oneOf[0]![0]!, 'empty', `empty: ${wanted} is required`);
    }
  }

  /** Refuses intervals that end before they begin. */
  function refuseReversed(table: Table): void {
    const ends = table.times(entity.until ?? '');
    if (!ends) return;
    const { days, instants } = table.time;
    for (let row = 0; row < table.length; row++) {
      const isReversed = ends.days[row]! < days[row]! && !Number.isNaN(instants[row]! + ends.instants[row]!);
      if (!isReversed) continue;
      const last = isoOf(ends.days[row] as Day);
      refuse(row, entity.until!, 'ends-early', `expected no day before ${isoOf(days[row] as Day)}, the first`, last);
    }
  }

  /** When the rows were that were refused, as far as they say. */
  function refusedRows(finished: ReadonlyMap<string, Column>): Table {
    const rows = Int32Array.from(refused);
    const times = [...finished].filter(([, { kind }]) => kind === 'time');
    return new Table(entity, rows.length, new Map(times.map(([field, column]) => [field, take(column, rows)])));
  }

  /** Refuses a row whose key a later one has that says otherwise in what all of them say. */
  const refuseOther = (row: number, later: number): void =>
    refuse(row, entity.once!, 'given-twice', `row ${later + 1} of the same ${entity.key.join(', ')} says otherwise`);

  function appendRows(records: Records): void {
    if (length === 0 && records.length > 0) {
      unread = unreadOf(id, records, (field) => definitionOf(field) !== undefined);
      checkFields(records);
    }
    for (let row = 0; records.problem && row < records.length; row++) {
      const problem = records.problem(row);
      if (problem) refuse(length + row, '', 'misfit', problem);
    }
    for (const field of new Set([...columns.keys(), ...records.fields])) {
      const definition = definitionOf(field);
      if (definition) appendField(field, definition, records);
    }
    length += records.length;
  }

  /** Where the total of all other rows stands, which is no row of its own; any other that was held is read. */
  function totalRow(): number | undefined {
    if (!held) return undefined;
    const sums = [...columns].flatMap(([field, { sum }]) => {
      const type = sum && definitionOf(field)?.type;
      return type === 'money' || type === 'int' ? [[field, sum!()] as const] : [];
    });
    if (isTotal(held, entity.time, new Map(sums))) return length + 1;
    appendRows(held);
    return undefined;
  }

  return {
    append(records) {
      if (records.length === 0) return appendRows(records);
      if (held) appendRows(held);
      const last = records.length - 1;
      const row = rowsOf(records, last, last + 1);
      const isHeld = length + last > 0 && fields[entity.time]?.required === true && mayBeTotal(row, entity.time);
      held = isHeld ? row : undefined;
      if (!isHeld) appendRows(records);
      else if (last > 0) appendRows(rowsOf(records, 0, last));
    },

    get unread() {
      return unread;
    },

    *finishInSteps() {
      const total = totalRow();
      if (length === 0 && perOrder.has(id))
        for (const [field, definition] of Object.entries(fields))
          remember(columns, field, () => builderOf(field, definition));
      const isLong = length > manyRows;
      const finished = new Map<string, Column>();
      for (const [field, builder] of columns) {
        finished.set(field, builder.finish());
        if (isLong) yield;
      }
      const all = new Table(entity, length, finished);
      refuseIncomplete(all);
      refuseGrouped(all);
      refuseReversed(all);
      const { kept, overruled } = keptRows(all, entity, refused, refuseOther);
      const left = refused.size > 0 ? refusedRows(finished) : undefined;
      for (const [field, column] of kept ? finished : []) {
        if (isLong) yield;
        finished.set(field, take(column, kept!));
      }
      if (isLong) yield;
      const table = kept ? new Table(entity, kept.length, finished) : all;
      const span = table.span();
      if (isLong) yield;
      // A cube answers for the days that it was asked for, however far apart.
      const isDated = entity.absence !== undefined && !isCube;
      const ahead = isDated && today !== undefined ? rowsAhead(table, today) : undefined;
      const far = isDated && !ahead ? farRows(table) : undefined;
      return {
        table,
        refused: left,
        report: {
          table: id,
          rows: table.length,
          refused: refused.size,
          replaced: length - refused.size - table.length,
          ...(overruled > 0 && { overruled }),
          issues,
          causes: [...causes.values()],
          first: span && isoOf(span.first),
          last: span && isoOf(span.last),
          ...(total !== undefined && { total }),
          ...(far && { far: { rows: far.rows, after: isoOf(far.after) } }),
          ...(ahead && { ahead: { rows: ahead.rows, after: isoOf(ahead.after) } }),
        },
      };
    },
  };
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
  const wanted = [[field], ...others].map((group) => group.map((name) => `"${name}"`).join(' and ')).join(' or ');
  return new KpiError('missing-field', `${table}: there is no field ${wanted}. Found: ${namesOf(fields) || 'none'}.`, {
    table,
    field,
    fields,
  });
}
