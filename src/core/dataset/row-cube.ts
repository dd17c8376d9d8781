import type { MeasureDefinition } from '../catalog/definition.js';
import type { Day } from '../time/day.js';
import type { Cube, MeasureCells } from './cube.js';
import { numberSegments } from './cube.js';
import { countByCell, sumByCell } from './sum.js';
import type { Table } from './table.js';

/** How a measure is taken from the rows of a table. */
export interface Recipe {
  readonly aggregation: MeasureDefinition['aggregation'];
  readonly expression: string | undefined;
  /** 1 for the rows that count; undefined where all do. */
  readonly mask: Uint8Array | undefined;
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
  readonly #recipes = new Map<string, Recipe>();
  readonly #cells = new Map<string, MeasureCells>();
  #cellOf: Int32Array | undefined;

  constructor(table: Table, dimensions: readonly string[]) {
    const columns = dimensions.map((dimension) => table.segments(dimension)!);
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

  /** Says how a measure is taken from the rows, before its cells are asked for. Other rows make other cells. */
  declare(measure: string, recipe: Recipe): void {
    if (this.#recipes.get(measure)?.mask !== recipe.mask) this.#cells.delete(measure);
    this.#recipes.set(measure, recipe);
  }

  cells(measure: string): MeasureCells {
    let cells = this.#cells.get(measure);
    if (!cells) {
      const { days, instants } = this.#table.time;
      this.#cellOf ??= this.segmentOf.map((segment, row) =>
        Number.isNaN(instants[row]) ? -1 : segment * this.days + days[row]! - this.first,
      );
      this.#cells.set(measure, (cells = this.#rollUp(measure, this.#cellOf, this.segments.length * this.days)));
    }
    return cells;
  }

  partOfDay(measure: string, day: Day, cutoff: number): Float64Array {
    const { days, instants } = this.#table.time;
    const cellOf = this.segmentOf.map((segment, row) => (days[row] === day && instants[row]! < cutoff ? segment : -1));
    return this.#rollUp(measure, cellOf, this.segments.length).values;
  }

  #rollUp(measure: string, cellOf: Int32Array, cells: number): MeasureCells {
    const { aggregation, expression, mask } = this.#recipes.get(measure)!;
    if (aggregation === 'count') return { values: countByCell(cellOf, cells, mask), scale: 1 };
    const column = this.#table.figures(expression!);
    return { values: sumByCell(column, cellOf, cells, mask), scale: column.scale };
  }
}
