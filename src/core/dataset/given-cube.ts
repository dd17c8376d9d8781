import type { Day } from '../time/day.js';
import type { Cube, MeasureCells } from './cube.js';
import { numberSegments } from './cube.js';
import type { Table } from './table.js';

/** Given daily numbers laid out by day and segment: unknown where no row gives them. */
export class GivenCube implements Cube {
  readonly dimensions: readonly string[];
  readonly segments: readonly (readonly string[])[];
  readonly first: Day;
  readonly days: number;
  readonly #rows: Table;
  readonly #segmentOf: Int32Array;
  readonly #cells = new Map<string, MeasureCells>();

  constructor(rows: Table, dimensions: readonly string[]) {
    const { segmentOf, segments } = numberSegments(
      dimensions.map((dimension) => rows.texts(dimension)!),
      rows.length,
    );
    let first = Infinity;
    let last = -Infinity;
    for (const day of rows.time.days) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.#rows = rows;
    this.#segmentOf = segmentOf;
    this.dimensions = dimensions;
    this.segments = segments;
    this.first = (first <= last ? first : 0) as Day;
    this.days = first <= last ? last - first + 1 : 0;
  }

  cells(measure: string): MeasureCells {
    let cells = this.#cells.get(measure);
    if (!cells) {
      const { values: given, scale } = this.#rows.numbers(measure)!;
      const values = new Float64Array(this.segments.length * this.days).fill(NaN);
      for (let row = 0; row < given.length; row++) {
        if (Number.isNaN(given[row])) continue;
        const cell = this.#segmentOf[row]! * this.days + this.#rows.time.days[row]! - this.first;
        values[cell] = (Number.isNaN(values[cell]) ? 0 : values[cell]!) + given[row]!;
      }
      this.#cells.set(measure, (cells = { values, scale }));
    }
    return cells;
  }

  /** Whole days cannot be cut: the part is unknown. */
  partOfDay(): Float64Array {
    return new Float64Array(this.segments.length).fill(NaN);
  }
}
