import type { Day } from '../time/day.js';

/** A measure's figures per segment and day: `values[segment * days + day - first] / scale`; NaN where unknown. */
export interface MeasureCells {
  readonly values: Float64Array;
  readonly scale: number;
}

/** Measures that add up, per local day and segment of the dimensions asked. What every further question is answered from. */
export interface Cube {
  readonly dimensions: readonly string[];
  /** Each segment's values, one per dimension; empty where the row names none. */
  readonly segments: readonly (readonly string[])[];
  readonly first: Day;
  readonly days: number;
  /** Rolled up when first asked for, and remembered. */
  cells(measure: string): MeasureCells;
  /** A measure on the part of a day before an instant, per segment, in the scale of its cells. */
  partOfDay(measure: string, day: Day, cutoff: number): Float64Array;
}

/** Numbers the segments that occur, from the codes of each dimension. */
export function numberSegments(
  columns: readonly { readonly codes: Int32Array; readonly values: readonly string[] }[],
  length: number,
): { segmentOf: Int32Array; segments: string[][] } {
  const segmentOf = new Int32Array(length);
  if (columns.length === 0) return { segmentOf, segments: [[]] };
  const numbers = new Map<number, number>();
  const segments: string[][] = [];
  for (let row = 0; row < length; row++) {
    let combination = 0;
    for (const { codes, values } of columns) combination = combination * (values.length + 1) + codes[row]! + 1;
    let segment = numbers.get(combination);
    if (segment === undefined) {
      segment = segments.push(columns.map(({ codes, values }) => values[codes[row]!] ?? '')) - 1;
      numbers.set(combination, segment);
    }
    segmentOf[row] = segment;
  }
  return { segmentOf, segments };
}
