import type { EntityDefinition } from '../catalog/definition.js';
import { parseFormula } from '../formula.js';
import { remember } from '../remember.js';
import type { CoveredDays } from '../time/window.js';
import { computeColumn } from './arithmetic.js';
import type { Column, FlagColumn, NumberColumn, TextColumn, TimeColumn } from './column.js';
import { numberColumn, take } from './column.js';
import { DayRows, spanOf } from './day-rows.js';

/** A column, or what works it out: that is done once, when it is first asked for. */
export type ColumnSource = Column | (() => Column);

// A table with more columns, or with other names for them, has its rows at the same times.
const spans = new WeakMap<TimeColumn, { readonly days: CoveredDays | undefined }>();
const laidOut = new WeakMap<TimeColumn, DayRows>();

/** One entity's rows as typed columns. */
export class Table {
  readonly entity: EntityDefinition;
  readonly length: number;
  readonly time: TimeColumn;
  readonly #columns: ReadonlyMap<string, ColumnSource>;
  readonly #figures = new Map<string, NumberColumn>();
  readonly #flagTexts = new Map<FlagColumn, TextColumn>();

  constructor(entity: EntityDefinition, length: number, columns: ReadonlyMap<string, ColumnSource>) {
    this.entity = entity;
    this.length = length;
    this.#columns = columns;
    this.time = this.times(entity.time) ?? {
      kind: 'time',
      instants: new Float64Array(length).fill(NaN),
      days: new Int32Array(length),
      wholeDays: false,
    };
  }

  get fields(): string[] {
    return [...this.#columns.keys()];
  }

  has(field: string): boolean {
    return this.#columns.has(field);
  }

  column(field: string): Column | undefined {
    const source = this.#columns.get(field);
    return typeof source === 'function' ? source() : source;
  }

  numbers(field: string): NumberColumn | undefined {
    return this.#columnOf('number', field);
  }

  texts(field: string): TextColumn | undefined {
    return this.#columnOf('text', field);
  }

  flags(field: string): FlagColumn | undefined {
    return this.#columnOf('flag', field);
  }

  times(field: string): TimeColumn | undefined {
    return this.#columnOf('time', field);
  }

  #columnOf<K extends Column['kind']>(kind: K, field: string): Extract<Column, { kind: K }> | undefined {
    const column = this.column(field);
    return column?.kind === kind ? (column as Extract<Column, { kind: K }>) : undefined;
  }

  /** What rows are split by: texts, or a true/false field as `true` and `false`. */
  segments(field: string): TextColumn | undefined {
    const flags = this.flags(field);
    if (!flags) return this.texts(field);
    return remember(this.#flagTexts, flags, () => {
      const codes = Int32Array.from(flags.values, (flag) => (flag === 2 ? -1 : flag));
      return { kind: 'text', codes, values: ['false', 'true'] };
    });
  }

  /** An expression over number fields and instants, in seconds, worked out once. The table has all its fields. */
  figures(expression: string): NumberColumn {
    return remember(this.#figures, expression, () =>
      computeColumn(parseFormula(expression), this.length, (field) => {
        const times = this.times(field);
        return times ? numberColumn(times.instants, 1000) : this.numbers(field)!;
      }),
    );
  }

  /** The first and the last day; undefined where no row has a time. */
  span(): CoveredDays | undefined {
    return remember(spans, this.time, () => ({ days: spanOf(this.time) })).days;
  }

  /** The rows by local day; laid out once. */
  byDay(): DayRows {
    return remember(laidOut, this.time, () => new DayRows(this.time, this.span()));
  }

  /** The same table with columns added or replaced. */
  with(columns: Readonly<Record<string, ColumnSource | undefined>>): Table {
    const all = new Map(this.#columns);
    for (const [field, source] of Object.entries(columns))
      if (source) all.set(field, typeof source === 'function' ? once(source) : source);
    return new Table(this.entity, this.length, all);
  }

  /** The same table with its rows placed in time by another field. */
  on(field: string): Table {
    return new Table({ ...this.entity, time: field }, this.length, this.#columns);
  }

  /** The same table with columns that are called otherwise. */
  renamed(names: Readonly<Record<string, string>>): Table {
    return new Table(
      this.entity,
      this.length,
      new Map([...this.#columns].map(([field, source]) => [names[field] ?? field, source])),
    );
  }

  /** Other rows of the same entity. */
  rows(length: number, columns: ReadonlyMap<string, Column>): Table {
    return new Table(this.entity, length, columns);
  }

  /** Only these rows, in this order. */
  take(rows: Int32Array): Table {
    const columns = new Map(this.fields.map((field) => [field, take(this.column(field)!, rows)]));
    return new Table(this.entity, rows.length, columns);
  }
}

/** The same work, done when its result is first asked for. */
export function once<T>(work: () => T): () => T {
  let result: T | undefined;
  return () => (result ??= work());
}
