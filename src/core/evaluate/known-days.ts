import type { CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';

/** The days of a window on which every measure that adds up is known. */
export class KnownDays {
  readonly #first: number;
  /** 1 for each of them, from the window's first day on; undefined where all days are. */
  readonly #marks: Uint8Array | undefined;

  /** @param figures measures by day, from the window's first day on; NaN on a day that is not known */
  constructor(window: Span, { first, last, gaps = [] }: CoveredDays, figures: readonly Float64Array[]) {
    const { start, end } = window;
    this.#first = start;
    const holed = figures.filter((each) => each.includes(NaN));
    if (first <= start && last >= end && gaps.length === 0 && holed.length === 0) return;
    const marks = new Uint8Array(lengthOf(window));
    const mark = (from: number, to: number, as: 0 | 1): unknown =>
      marks.fill(as, Math.max(0, from - start), Math.max(0, to - start + 1));
    mark(first, last, 1);
    for (const gap of gaps) mark(gap.first, gap.last, 0);
    for (const each of holed) each.forEach((figure, index) => Number.isNaN(figure) && (marks[index] = 0));
    this.#marks = marks;
  }

  /** Whether they are all days of the window. */
  get all(): boolean {
    return this.#marks === undefined;
  }

  /** How many there are from one day to another. */
  count(from: number, to: number): number {
    if (!this.#marks) return to - from + 1;
    let count = 0;
    for (let index = from - this.#first; index <= to - this.#first; index++) count += this.#marks[index]!;
    return count;
  }

  /** What a measure comes to on those of them from one day to another. */
  sum(figures: Float64Array, from: number, to: number): number {
    let sum = 0;
    for (let index = from - this.#first; index <= to - this.#first; index++)
      if (!this.#marks || this.#marks[index] === 1) sum += figures[index]!;
    return sum;
  }
}
