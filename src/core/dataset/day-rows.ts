import type { Day } from '../time/day.js';
import type { CoveredDays } from '../time/window.js';
import type { CellRows } from './cell-rows.js';
import { rowsByCell } from './cell-rows.js';
import type { TimeColumn } from './column.js';

/** The first and the last day that a row stands on; undefined where no row has a time. */
export function spanOf({ days, instants }: TimeColumn): CoveredDays | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < days.length; row++) {
    if (Number.isNaN(instants[row])) continue;
    const day = days[row]!;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? undefined : { first: first as Day, last: last as Day };
}

/** Rows laid out by local day, so that a window is one stretch of them; those without a time are left out. */
export class DayRows {
  /** A cell for each day from the first one to the last. */
  readonly cells: CellRows;
  readonly #first: number;

  /** @param span the first and the last day; undefined where no row has a time */
  constructor({ days, instants }: TimeColumn, span: CoveredDays | undefined) {
    const { first, last } = span ?? { first: 0, last: -1 };
    this.#first = first;
    const cellOf = new Int32Array(days.length);
    for (let row = 0; row < days.length; row++) cellOf[row] = instants[row] === instants[row] ? days[row]! - first : -1;
    this.cells = rowsByCell(cellOf, last - first + 1);
  }

  /** Where the rows of a day begin, and those of the days before it end. */
  startOf(day: number): number {
    const { starts } = this.cells;
    return starts[Math.min(Math.max(day - this.#first, 0), starts.length - 1)]!;
  }

  /** The rows from one day to another, both included. */
  between(start: number, end: number): Int32Array {
    return this.cells.rows.subarray(this.startOf(start), this.startOf(end + 1));
  }

  /** The days with a row that is such, in order. */
  daysWhere(is: (row: number) => boolean): number[] {
    const { starts, rows } = this.cells;
    const found: number[] = [];
    for (let cell = 0; cell < starts.length - 1; cell++) {
      let i = starts[cell]!;
      while (i < starts[cell + 1]! && !is(rows[i]!)) i++;
      if (i < starts[cell + 1]!) found.push(this.#first + cell);
    }
    return found;
  }
}
