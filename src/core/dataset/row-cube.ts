import type { MeasureDefinition } from '../catalog/definition.js';
import { parseFormula } from '../formula.js';
import type { Day } from '../time/day.js';
import { computeColumn } from './arithmetic.js';
import type { NumberColumn } from './column.js';
import type { Cube, MeasureCells } from './cube.js';
import { numberSegments } from './cube.js';
import { countByCell, sumByCell } from './sum.js';
import type { Table } from './table.js';

/** A measure with the table that it is taken from, and how. */
export interface TakenFrom {
  readonly table: Table;
  readonly aggregation: MeasureDefinition['aggregation'];
  readonly expression: string | undefined;
  readonly filter: string | undefined;
}

/** A table's rows rolled up by day and segment. */
export class RowCube implements Cube {
  readonly dimensions: readonly string[];
  readonly segments: readonly (readonly string[])[];
  readonly first: Day;
  readonly days: number;
  /** The segment of each row. */
  readonly segmentOf: Int32Array;
  readonly #table: Table;
  readonly #declared = new Map<string, TakenFrom>();
  readonly #cells = new Map<string, MeasureCells>();

  constructor(table: Table, dimensions: readonly string[]) {
    const columns = dimensions.map((dimension) => table.texts(dimension)!);
    const { segmentOf, segments } = numberSegments(columns, table.length);
    let first = Infinity;
    let last = -Infinity;
    for (let row = 0; row < table.length; row++) {
      if (Number.isNaN(table.time.instants[row])) continue;
      const day = table.time.days[row]!;
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.#table = table;
    this.dimensions = dimensions;
    this.segments = segments;
    this.segmentOf = segmentOf;
    this.first = (first <= last ? first : 0) as Day;
    this.days = first <= last ? last - first + 1 : 0;
  }

  /** Says how a measure is taken from the rows, before its cells are asked for. */
  declare(measure: string, taken: TakenFrom): void {
    if (!this.#declared.has(measure)) this.#declared.set(measure, taken);
  }

  cells(measure: string): MeasureCells {
    let cells = this.#cells.get(measure);
    if (!cells) {
      const { days, instants } = this.#table.time;
      const cellOf = this.#cellOf(measure, (row) =>
        Number.isNaN(instants[row]) ? -1 : this.segmentOf[row]! * this.days + days[row]! - this.first,
      );
      this.#cells.set(measure, (cells = this.#rollUp(measure, cellOf, this.segments.length * this.days)));
    }
    return cells;
  }

  partOfDay(measure: string, day: Day, cutoff: number): Float64Array {
    const { days, instants } = this.#table.time;
    const cellOf = this.#cellOf(measure, (row) =>
      days[row] === day && instants[row]! < cutoff ? this.segmentOf[row]! : -1,
    );
    return this.#rollUp(measure, cellOf, this.segments.length).values;
  }

  #rollUp(measure: string, cellOf: Int32Array, cells: number): MeasureCells {
    const { aggregation, expression } = this.#declared.get(measure)!;
    if (aggregation === 'count') return { values: countByCell(cellOf, cells), scale: 1 };
    const column = this.#column(expression!);
    return { values: sumByCell(column, cellOf, cells), scale: column.scale };
  }

  #column(expression: string): NumberColumn {
    return computeColumn(parseFormula(expression), this.#table.length, (field) => this.#table.numbers(field)!);
  }

  #cellOf(measure: string, cell: (row: number) => number): Int32Array {
    const { filter } = this.#declared.get(measure)!;
    const counted = filter === undefined ? undefined : this.#table.flags(filter)!.values;
    const cellOf = new Int32Array(this.#table.length);
    for (let row = 0; row < cellOf.length; row++) cellOf[row] = counted && counted[row] !== 1 ? -1 : cell(row);
    return cellOf;
  }
}
