import type { Aggregation } from '../catalog/definition.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import type { Condition, Selection } from './measure-source.js';
import { keysOf } from './measure-source.js';
import { numberRows } from './number-rows.js';
import type { CellRows } from './cell-rows.js';
import { rowsByCell } from './cell-rows.js';
import { countByCell, sumByCell } from './sum.js';
import type { Table } from './table.js';

/** A measure's figures per segment and day: `values[segment * days + day - first] / scale`. */
export interface MeasureCells {
  readonly values: Float64Array;
  readonly scale: number;
}

/** How a measure that adds up is taken from the rows of a table. */
export interface Recipe {
  readonly measure: string;
  readonly aggregation: Aggregation;
  readonly expression: string | undefined;
  /** 1 for the rows that count; undefined where all do. */
  readonly mask: Uint8Array | undefined;
  /** What a day without rows comes to: 0, or NaN where that is unknown. */
  readonly absent: number;
}

/** A table's rows by local day and segment of the dimensions asked. What every further question is answered from. */
export class Cube {
  readonly dimensions: readonly string[];
  /** Each segment's values, one per dimension; empty where the row names none. */
  readonly segments: readonly (readonly string[])[];
  readonly first: Day;
  readonly days: number;
  /** The segment of each row. */
  readonly segmentOf: Int32Array;
  readonly #table: Table;
  readonly #cells = new Map<string, MeasureCells & Pick<Recipe, 'mask'>>();
  readonly #byValue = new Map<string, Map<string, number[]>>();
  #rows: CellRows | undefined;

  constructor(table: Table, dimensions: readonly string[]) {
    const span = table.span();
    this.#table = table;
    this.dimensions = dimensions;
    this.first = span?.first ?? (0 as Day);
    this.days = span ? span.last - span.first + 1 : 0;
    [this.segmentOf, this.segments] = numberSegments(table, dimensions);
  }

  /** Rolled up when first asked for, and remembered. Other rows make other cells. */
  cells(recipe: Recipe): MeasureCells {
    let cells = this.#cells.get(recipe.measure);
    if (!cells || cells.mask !== recipe.mask) {
      cells = { ...this.#rollUp(recipe, (this.#rows ??= this.#layOut())), mask: recipe.mask };
      this.#cells.set(recipe.measure, cells);
    }
    return cells;
  }

  /** A measure on the part of a day before an instant, per segment, in the scale of its cells. */
  partOfDay(recipe: Recipe, day: Day, cutoff: number): Float64Array {
    const { instants } = this.#table.time;
    const rows = this.#table.byDay().between(day, day);
    const segmentOf = rows.map((row) => (instants[row]! < cutoff ? this.segmentOf[row]! : -1));
    return this.#rollUp(recipe, rowsByCell(segmentOf, this.segments.length, rows)).values;
  }

  /** The rows by segment and day. */
  #layOut(): CellRows {
    const { cells } = this.#table.byDay();
    if (this.dimensions.length === 0) return cells;
    const { days } = this.#table.time;
    const cellOf = cells.rows.map((row) => this.segmentOf[row]! * this.days + days[row]! - this.first);
    return rowsByCell(cellOf, this.segments.length * this.days, cells.rows);
  }

  /** The segments that a selection keeps, by the key that it splits by. */
  segmentsByKey(selection: Selection): ReadonlyMap<string, readonly number[]> {
    const candidates = this.#meeting(selection.where.find(({ not }) => !not));
    const keys = keysOf(
      this.dimensions,
      candidates.map((segment) => this.segments[segment]!),
      selection,
    );
    const found = new Map<string, number[]>();
    candidates.forEach((segment, nth) => {
      const key = keys[nth];
      if (key !== undefined) remember(found, key, (): number[] => []).push(segment);
    });
    return found;
  }

  /** The segments that meet a condition, without a look at the others; all of them where there is none. */
  #meeting(condition: Condition | undefined): readonly number[] {
    if (!condition) return [...this.segments.keys()];
    const nth = this.dimensions.indexOf(condition.dimension);
    const byValue = remember(this.#byValue, condition.dimension, () => {
      const index = new Map<string, number[]>();
      this.segments.forEach((values, segment) => remember(index, values[nth]!, (): number[] => []).push(segment));
      return index;
    });
    return [...condition.values].flatMap((value) => byValue.get(value) ?? []);
  }

  /** The keys that a selection splits by, and the number of each segment's key; -1 for segments that it leaves out. */
  groups(selection: Selection): { readonly keys: readonly string[]; readonly ofSegment: readonly number[] } {
    const numbers = new Map<string, number>();
    const ofSegment = keysOf(this.dimensions, this.segments, selection).map((key) => {
      return key === undefined ? -1 : remember(numbers, key, () => numbers.size);
    });
    return { keys: [...numbers.keys()], ofSegment };
  }

  #rollUp({ aggregation, expression, mask, absent }: Recipe, rows: CellRows): MeasureCells {
    if (aggregation === 'count') return { values: countByCell(rows, mask), scale: 1 };
    const column = this.#table.figures(expression!);
    return { values: sumByCell(column, rows, mask, absent), scale: column.scale };
  }
}

/** Numbers the segments that occur. */
function numberSegments(table: Table, dimensions: readonly string[]): [Int32Array, string[][]] {
  const columns = dimensions.map((dimension) => table.segments(dimension)!);
  const { of } = numberRows(columns, table.length);
  const segments: string[][] = dimensions.length === 0 ? [[]] : [];
  if (columns.length > 0)
    for (let row = 0; row < of.length; row++)
      if (of[row] === segments.length) segments.push(columns.map(({ codes, values }) => values[codes[row]!] ?? ''));
  return [of, segments];
}
