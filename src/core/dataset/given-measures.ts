import { measures } from '../catalog/measures.js';
import type { Day } from '../time/day.js';
import { dayFromIso, isoOf } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { CubeRow } from './cube-answer.js';
import { GivenCube } from './given-cube.js';
import type { Bounds, CoveredDays, MeasureSource, Selection, WindowFigures } from './measure-source.js';
import { dimensionsOf, keysOf } from './measure-source.js';
import type { Table } from './table.js';

/** A figure of one segment, whose values stand in the order of the dimensions asked. */
interface GivenFigure {
  readonly segment: readonly string[];
  readonly value: number;
}

/** Measures that the data give per day and segment: a table of daily numbers, or a cube answer. */
export class GivenMeasures implements MeasureSource {
  readonly absentIsZero: boolean;
  readonly #rows: Table;
  readonly #windows: readonly CubeRow[];
  /** The same by `start/end`. */
  readonly #windowsBySpan: ReadonlyMap<string, readonly CubeRow[]>;
  readonly #by: readonly string[];
  /** Rows by which of their dimensions are filled: a row with none is the day's total. */
  readonly #patterns: ReadonlyMap<string, readonly number[]>;
  readonly #cubes = new Map<string, GivenCube | undefined>();
  readonly #covered = new Map<string, CoveredDays | undefined>();

  /**
   * @param rows a table of daily measures
   * @param windows figures for exactly the windows asked, of measures that do not add up
   * @param absentIsZero whether a day without a row between the first one and the current day means 0
   */
  constructor(rows: Table, windows: readonly CubeRow[], absentIsZero: boolean) {
    this.#rows = rows;
    this.#windows = windows;
    this.#windowsBySpan = bySpan(windows);
    this.absentIsZero = absentIsZero;
    this.#by = rows.entity.dimensions.filter((dimension) => rows.has(dimension));
    this.#patterns = patternsOf(rows, this.#by);
  }

  holds(measure: string): boolean {
    return this.#rows.has(measure) || this.#windows.some((row) => typeof row[measure] === 'number');
  }

  wholeDays(): boolean {
    return true;
  }

  coverage(measure: string, asOf: AsOf): CoveredDays | undefined {
    const id = `${measure} ${asOf.day}`;
    if (!this.#covered.has(id)) this.#covered.set(id, this.#coveredDays(measure, asOf));
    return this.#covered.get(id);
  }

  #coveredDays(measure: string, asOf: AsOf): CoveredDays | undefined {
    const column = this.#rows.numbers(measure);
    const { days } = this.#rows.time;
    let first = Infinity;
    let last = -Infinity;
    for (let row = 0; row < this.#rows.length; row++) {
      if ((column && Number.isNaN(column.values[row])) || days[row]! > asOf.day) continue;
      first = Math.min(first, days[row]!);
      last = Math.max(last, days[row]!);
    }
    // A measure that is given by windows alone reaches as far as the buckets beside it.
    if (!column && first > last) {
      for (const { start, end } of this.#windows) {
        first = Math.min(first, dayFromIso(String(start)) ?? Infinity);
        last = Math.max(last, dayFromIso(String(end)) ?? -Infinity);
      }
    }
    if (first > last) return undefined;
    return { first: first as Day, last: this.absentIsZero ? asOf.day : (last as Day) };
  }

  cube(measure: string, dimensions: readonly string[]): GivenCube | undefined {
    if (!this.#rows.has(measure) || measures.get(measure)?.daily !== 'sum') return undefined;
    const id = dimensions.join();
    if (!this.#cubes.has(id)) {
      const rows = this.#rowsFor(dimensions);
      this.#cubes.set(id, rows && new GivenCube(this.#rows.take(Int32Array.from(rows)), dimensions));
    }
    return this.#cubes.get(id);
  }

  windowed(measure: string, spans: readonly Span[], selection: Selection): WindowFigures | undefined {
    const dimensions = dimensionsOf(selection);
    if (measures.get(measure)?.daily === 'sum' || !dimensions.every((dimension) => this.#isSplitBy(dimension)))
      return undefined;
    const figures = spans.map((span) => this.#figuresFor(measure, span, dimensions, selection));
    // A segment without a row has nobody in it where the data give the span, and is unknown where they do not.
    const none = isQuantile(measure) ? NaN : 0;
    const blank = figures.map(({ size }): number | Bounds =>
      this.absentIsZero && size > 0 ? none : { low: undefined, high: undefined },
    );
    // Segments of other windows too: one that is gone since, or was not there yet, is compared all the same.
    const anywhere = this.#windows
      .filter((row) => this.#isSplitSo(row, dimensions))
      .map((row) => segmentOf(row, dimensions));
    const keys = new Set([...keysOf(dimensions, anywhere, selection), ...figures.flatMap((of) => [...of.keys()])]);
    const byKey = new Map(
      [...keys]
        .filter((key) => key !== undefined)
        .map((key) => [key, figures.map((of, index) => of.get(key) ?? blank[index]!)]),
    );
    return { byKey, blank };
  }

  /** Figures without rows behind them. */
  rows(): undefined {
    return undefined;
  }

  totalsDiffer(measure: string, { start, end }: Span): boolean {
    const column = this.#rows.numbers(measure);
    const totals = this.#patterns.get('');
    if (!column || !totals || measures.get(measure)?.daily !== 'sum') return false;
    const { days } = this.#rows.time;
    const within = (row: number): boolean =>
      days[row]! >= start && days[row]! <= end && !Number.isNaN(column.values[row]);
    const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + column.values[row]!, 0);
    const withTotal = new Set(totals.filter(within).map((row) => days[row]));
    return this.#by.some((dimension) => {
      const parts = (this.#patterns.get(dimension) ?? []).filter((row) => within(row) && withTotal.has(days[row]));
      const split = new Set(parts.map((row) => days[row]));
      const total = sum(totals.filter((row) => within(row) && split.has(days[row])));
      return Math.abs(sum(parts) - total) > Math.abs(total) * 0.005;
    });
  }

  currencies(): readonly string[] {
    return this.#rows.texts('currency')?.values ?? [];
  }

  /** A figure given for exactly the span, or that of its only day; of several rows the bounds alone are known. */
  #figuresFor(
    measure: string,
    span: Span,
    dimensions: readonly string[],
    selection: Selection,
  ): Map<string, number | Bounds> {
    const inWindows = this.#givenForWindow(measure, span, dimensions);
    const isStock = measures.get(measure)?.daily === 'last';
    const days = isStock ? this.#lastDayIn(measure, span) : span;
    const given = inWindows.length > 0 ? inWindows : this.#givenForDays(measure, days, dimensions);
    const isWhole = inWindows.length > 0 || lengthOf(span) === 1;
    const byKey = new Map<string, number[]>();
    const keys = keysOf(
      dimensions,
      given.map(({ segment }) => segment),
      selection,
    );
    keys.forEach((key, index) => {
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), given[index]!.value]);
    });
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const figure = (values: readonly number[]): number | Bounds =>
      isStock || (isWhole && values.length === 1)
        ? sum(values)
        : isQuantile(measure)
          ? { low: Math.min(...values), high: Math.max(...values) }
          : { low: Math.max(...values), high: sum(values) };
    return new Map([...byKey].map(([key, values]) => [key, figure(values)]));
  }

  /** A stock is what the last day of a span says. */
  #lastDayIn(measure: string, { start, end }: Span): Span {
    const column = this.#rows.numbers(measure);
    let last = start;
    this.#rows.time.days.forEach((day, row) => {
      if (day > last && day <= end && !Number.isNaN(column?.values[row] ?? NaN)) last = day as Day;
    });
    return { start: last, end: last };
  }

  /** Of several rows for the same segment the last one counts. */
  #givenForWindow(measure: string, { start, end }: Span, dimensions: readonly string[]): GivenFigure[] {
    const given = new Map<string, GivenFigure>();
    for (const row of this.#windowsBySpan.get(`${isoOf(start)}/${isoOf(end)}`) ?? []) {
      const value = row[measure];
      if (typeof value !== 'number' || !this.#isSplitSo(row, dimensions)) continue;
      const segment = segmentOf(row, dimensions);
      given.set(JSON.stringify(segment), { segment, value });
    }
    return [...given.values()];
  }

  #givenForDays(measure: string, span: Span, dimensions: readonly string[]): GivenFigure[] {
    const column = this.#rows.numbers(measure);
    const rows = column ? (this.#rowsFor(dimensions) ?? []) : [];
    return rows.flatMap((row) => {
      const day = this.#rows.time.days[row]!;
      const value = column!.values[row]! / column!.scale;
      if (day < span.start || day > span.end || Number.isNaN(value)) return [];
      return { segment: dimensions.map((dimension) => this.#text(dimension, row)), value };
    });
  }

  #isSplitBy(dimension: string): boolean {
    return this.#rows.has(dimension) || this.#windows.some((row) => row[dimension] != null);
  }

  /** Whether a window is split by these dimensions and by no others. */
  #isSplitSo(row: CubeRow, dimensions: readonly string[]): boolean {
    return this.#rows.entity.dimensions.every(
      (dimension) => dimensions.includes(dimension) === (row[dimension] != null),
    );
  }

  #text(dimension: string, row: number): string {
    const column = this.#rows.texts(dimension);
    return column?.values[column.codes[row]!] ?? '';
  }

  /** Of each day the rows that are split by at least these dimensions, and by as few others as there are. */
  #rowsFor(dimensions: readonly string[]): readonly number[] | undefined {
    const fitting = [...this.#patterns]
      .filter(([pattern]) => dimensions.every((dimension) => pattern.split(' ').includes(dimension)))
      .sort(([a], [b]) => a.split(' ').filter(Boolean).length - b.split(' ').filter(Boolean).length);
    const [best, ...others] = fitting.map(([, rows]) => rows);
    if (!best || others.length === 0) return best;
    const { days } = this.#rows.time;
    const taken = new Set<number>();
    return [best, ...others].flatMap((rows) => {
      const free = rows.filter((row) => !taken.has(days[row]!));
      for (const row of free) taken.add(days[row]!);
      return free;
    });
  }
}

const isQuantile = (measure: string): boolean => measures.get(measure)?.aggregation === 'quantile';

const segmentOf = (row: CubeRow, dimensions: readonly string[]): string[] =>
  dimensions.map((dimension) => String(row[dimension]));

function bySpan(windows: readonly CubeRow[]): Map<string, CubeRow[]> {
  const rows = new Map<string, CubeRow[]>();
  for (const row of windows) {
    const span = `${row['start']}/${row['end']}`;
    const same = rows.get(span);
    if (same) same.push(row);
    else rows.set(span, [row]);
  }
  return rows;
}

function patternsOf(rows: Table, dimensions: readonly string[]): Map<string, number[]> {
  const patterns = new Map<string, number[]>();
  const columns = dimensions.map((dimension) => rows.texts(dimension)!);
  for (let row = 0; row < rows.length; row++) {
    const pattern = dimensions.filter((_, index) => columns[index]!.codes[row]! >= 0).join(' ');
    const found = patterns.get(pattern);
    if (found) found.push(row);
    else patterns.set(pattern, [row]);
  }
  return patterns;
}
