import type { EntityDefinition } from '../catalog/definition.js';
import { parseFormula } from '../formula.js';
import { computeColumn } from './arithmetic.js';
import type { Column, FlagColumn, NumberColumn, TextColumn, TimeColumn } from './column.js';
import { take } from './column.js';

/** One entity's rows as typed columns. */
export class Table {
  readonly entity: EntityDefinition;
  readonly length: number;
  readonly time: TimeColumn;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #figures = new Map<string, NumberColumn>();
  readonly #flagTexts = new Map<FlagColumn, TextColumn>();

  constructor(entity: EntityDefinition, length: number, columns: ReadonlyMap<string, Column>) {
    this.entity = entity;
    this.length = length;
    this.#columns = columns;
    const time = columns.get(entity.time);
    this.time =
      time?.kind === 'time'
        ? time
        : {
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
    return this.#columns.get(field);
  }

  numbers(field: string): NumberColumn | undefined {
    const column = this.#columns.get(field);
    return column?.kind === 'number' ? column : undefined;
  }

  texts(field: string): TextColumn | undefined {
    const column = this.#columns.get(field);
    return column?.kind === 'text' ? column : undefined;
  }

  /** What rows are split by: texts, or a true/false field as `true` and `false`. */
  segments(field: string): TextColumn | undefined {
    const flags = this.flags(field);
    if (!flags) return this.texts(field);
    let texts = this.#flagTexts.get(flags);
    if (!texts) {
      const codes = Int32Array.from(flags.values, (flag) => (flag === 2 ? -1 : flag));
      this.#flagTexts.set(flags, (texts = { kind: 'text', codes, values: ['false', 'true'] }));
    }
    return texts;
  }

  flags(field: string): FlagColumn | undefined {
    const column = this.#columns.get(field);
    return column?.kind === 'flag' ? column : undefined;
  }

  times(field: string): TimeColumn | undefined {
    const column = this.#columns.get(field);
    return column?.kind === 'time' ? column : undefined;
  }

  /** An expression over number fields and instants, in seconds, worked out once. The table has all its fields. */
  figures(expression: string): NumberColumn {
    let figures = this.#figures.get(expression);
    if (!figures) {
      figures = computeColumn(parseFormula(expression), this.length, (field) => {
        const times = this.times(field);
        return times ? { kind: 'number', values: times.instants, scale: 1000, exact: true } : this.numbers(field)!;
      });
      this.#figures.set(expression, figures);
    }
    return figures;
  }

  /** The same table with columns added or replaced. */
  with(columns: Readonly<Record<string, Column | undefined>>): Table {
    const all = new Map(this.#columns);
    for (const [field, column] of Object.entries(columns)) if (column) all.set(field, column);
    return new Table(this.entity, this.length, all);
  }

  /** Only these rows, in this order. */
  take(rows: Int32Array): Table {
    const columns = new Map([...this.#columns].map(([field, column]) => [field, take(column, rows)]));
    return new Table(this.entity, rows.length, columns);
  }
}
