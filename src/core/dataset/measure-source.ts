import type { AsOf, CoveredDays, Span } from '../time/window.js';
import type { Cube, Recipe } from './cube.js';
import type { CurrencyFound } from './currencies.js';
import type { Table } from './table.js';

/** Which rows a figure is computed over, and by which dimension it is split. */
export interface Selection {
  readonly by: string | undefined;
  readonly where: readonly Condition[];
}

/** Rows whose dimension has one of the values, or, with `not`, none of them. */
export interface Condition {
  readonly dimension: string;
  readonly values: ReadonlySet<string>;
  readonly not: boolean;
  /** Whether a person has selected it for the moment; otherwise the page has written it. */
  readonly selected?: boolean;
}

/** Bounds of a figure that the data do not give for a span. */
export interface Bounds {
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Whether the higher one may stand for the figure. */
  readonly isUpper?: true;
}

/** A figure of a span: a number, NaN where there are no values; its bounds; or why there is none. */
export type Given = number | Bounds | 'outside-coverage' | 'short-history' | 'privacy';

/** Figures of a measure that the days do not add up to, one per span. NaN where there are no values: the quantile of nothing. */
export interface WindowFigures {
  readonly byKey: ReadonlyMap<string, readonly Given[]>;
  /** What holds for a segment that is not among them: 0, NaN, or that nothing is known. */
  readonly blank: readonly Given[];
}

/** The cube that answers for a measure, and how. */
export interface CubeOf {
  readonly cube: Cube;
  readonly recipe: Recipe;
  /** Whether what no row is about is unknown, and not 0: an advertising channel that nobody has ever entered. */
  readonly unseenIsUnknown: boolean;
}

/** The rows behind a measure. */
export interface MeasureRows {
  readonly cube: Cube;
  /** Placed in time as the measure is. */
  readonly table: Table;
  /** 1 for the rows that count; undefined where all do. */
  readonly mask: Uint8Array | undefined;
}

/** Where measures come from: rows, daily numbers, or a cube answer. */
export interface MeasureSource {
  holds(measure: string): boolean;
  /** Whether the rows behind a measure are whole days. */
  wholeDays(measure: string): boolean;
  coverage(measure: string, asOf: AsOf): CoveredDays | undefined;
  /** The days of which a table or a column of daily numbers tells something; undefined where there are none. */
  coverageOf(table: string, asOf: AsOf): CoveredDays | undefined;
  /**
   * The cube that answers by these dimensions, and how; undefined where the measure does not add up, or cannot be split
   * so.
   */
  cube(measure: string, dimensions: readonly string[], asOf: AsOf): CubeOf | undefined;
  /**
   * A measure for exactly these spans, in order and without overlap: one that does not add up, or hours, of which the
   * days know nothing. Undefined where it cannot be split so.
   */
  windowed(measure: string, spans: readonly Span[], selection: Selection, asOf: AsOf): WindowFigures | undefined;
  /**
   * The conditions that are left to be met where the figures are of a part of the rows already; undefined where that is
   * not the part that is asked for. Left out by a source of the whole.
   */
  unmet?(where: readonly Condition[]): readonly Condition[] | undefined;
  /** Whether there is no row in that part, as far as the figures tell. */
  readonly isNone?: boolean;
  /** The rows behind a measure, by these dimensions; undefined where the data give figures only. */
  rows(measure: string, dimensions: readonly string[], asOf: AsOf): MeasureRows | undefined;
  /** Whether the given totals of a span's days are more than 0.5 % off the sum of their given parts. */
  totalsDiffer(measure: string, span: Span): boolean;
  /** Currencies of the rows in a span that a money measure is taken from; of converted ones, those without a rate. */
  currencies(measure: string, span: Span, selection: Selection, asOf: AsOf): readonly CurrencyFound[];
}

/** The dimensions that a cube must have to answer a selection, in one order whatever was asked first. */
export function dimensionsOf({ by, where }: Selection): string[] {
  return [...new Set([...(by === undefined ? [] : [by]), ...where.map(({ dimension }) => dimension)])].sort();
}

/** Sorts a cube's segments into the keys that a selection splits by; undefined for segments that it leaves out. */
export function keysOf(
  dimensions: readonly string[],
  segments: readonly (readonly string[])[],
  { by, where }: Selection,
): (string | undefined)[] {
  const byIndex = by === undefined ? -1 : dimensions.indexOf(by);
  return segments.map((segment) => {
    const kept = where.every(
      ({ dimension, values, not }) => values.has(segment[dimensions.indexOf(dimension)] ?? '') !== not,
    );
    return kept ? (segment[byIndex] ?? '') : undefined;
  });
}
