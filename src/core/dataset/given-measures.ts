import type { Catalog } from '../catalog/catalog.js';
import { isSplitBy } from '../catalog/split-by.js';
import { remember } from '../remember.js';
import { writeWhere } from './where.js';
import type { Day } from '../time/day.js';
import { dayFromIso, isoOf } from '../time/day.js';
import type { AsOf, CoveredDays, Span } from '../time/window.js';
import { dayBefore, lengthOf } from '../time/window.js';
import { coveredDays, daysAlone } from './covered-days.js';
import type { CubeRow } from './cube-answer.js';
import { Cube } from './cube.js';
import { currenciesIn } from './currencies.js';
import { declaredDays } from './declared-coverage.js';
import type { Bounds, Condition, Given, MeasureSource, Selection } from './measure-source.js';
import { dimensionsOf, keysOf } from './measure-source.js';
import type { Parameters } from './parameters.js';
import type { ToldOfDays } from './refused-days.js';
import { withoutRefused } from './refused-days.js';
import type { Table } from './table.js';

/** A figure of one segment, whose values stand in the order of the dimensions asked. */
interface GivenFigure {
  readonly segment: readonly string[];
  readonly value: number;
}

/** What of a cube answer is no table of daily numbers. */
export interface GivenCube {
  /** Figures for exactly the windows asked, of measures that do not add up. */
  readonly windows: readonly CubeRow[];
  /** The conditions that all its rows meet, and need not name the dimensions of. */
  readonly met: readonly Condition[];
  /** Measures that are known where no row gives them. */
  readonly known: ReadonlySet<string>;
}

/**
 * Measures that the data give per day and segment: a table of daily numbers, or a cube answer.
 * @param rows a table of daily measures
 * @param cube what a cube answer holds beside them: it is whole, so that a day without a row between the first one and the
 * current day means 0
 * @param told between which days a column is known, and no row means 0; and when rows were that could not be read
 */
export function givenMeasures(
  rows: Table,
  cube: GivenCube | undefined,
  { declared, refusedOf }: ToldOfDays,
  { gapPolicy, minGroupSize }: Parameters,
  catalog: Catalog,
): MeasureSource {
  const { measures, entities } = catalog;
  const dailyOf = (measure: string): string | undefined => measures.get(measure)?.daily;
  const isQuantile = (measure: string): boolean => measures.get(measure)?.aggregation === 'quantile';
  /** Whether its days add up, and no row of them counts what another does. */
  const isAdded = (measure: string): boolean => dailyOf(measure) === 'sum' && !measures.get(measure)?.overlaps;
  /** The column that a measure is read from; none where no column can give it. */
  const columnOf = (measure: string): string =>
    dailyOf(measure) === 'no' ? '' : (measures.get(measure)?.opening ?? measure);
  const { windows, met, known } = cube ?? { windows: [], met: [], known: new Set<string>() };
  const isCube = cube !== undefined;
  const metTexts = met.map((condition) => writeWhere([condition]));
  const { days } = rows.time;
  const dimensionsGiven = rows.entity.dimensions.filter((dimension) => rows.has(dimension));
  const windowsBySpan = groupBy(windows, ({ start, end }) => `${start}/${end}`);
  /** Rows by which of their dimensions are filled: a row with none is the day's total. */
  const patterns = groupBy([...days.keys()], (row) =>
    dimensionsGiven.filter((dimension) => rows.texts(dimension)!.codes[row]! >= 0).join(' '),
  );
  const patternsGiven = new Map<string, readonly string[]>();
  const cubes = new Map<string, Cube | undefined>();
  const covered = new Map<string, CoveredDays | undefined>();
  let isEmpty: boolean | undefined;

  // What a cube knows of a table it knows of its measures.
  const declaredOf = (measure: string): readonly CoveredDays[] | undefined =>
    declared.get(measure) ??
    (isCube ? declared.get(measures.get(measure)?.entity ?? '') : undefined) ??
    declared.get('dailyMeasures');

  const absentIsZero = (measure: string): boolean =>
    isCube || gapPolicy === 'zero' || declaredOf(measure) !== undefined;

  /** The days on which a measure is given, in order; one that is given by windows alone reaches as far as the buckets. */
  function daysGiven(measure: string): number[] {
    const column = rows.numbers(measure);
    const given = rows.byDay().daysWhere((row) => !(column && Number.isNaN(column.values[row])));
    if (column || given.length > 0) return given;
    const edges = windows.flatMap(({ start, end }) => [start, end].flatMap((edge) => dayFromIso(String(edge)) ?? []));
    return [...new Set(edges)].sort((a, b) => a - b);
  }

  function coverageIn(measure: string, asOf: AsOf): CoveredDays | undefined {
    const given = daysGiven(measure);
    const intervals = declaredOf(measure);
    const found = intervals
      ? declaredDays(intervals, asOf)
      : coveredDays({ absence: gapPolicy === 'zero' ? 'zero' : 'unknown' }, given, asOf, 0);
    const covered = found && isCube && !intervals ? { first: found.first, last: asOf.day } : found;
    return withoutRefused(covered, refusedOf('dailyMeasures'), given);
  }

  /** The patterns of rows that give a measure: those of an experiment or of goals say nothing of visits. */
  const patternsOf = (measure: string): readonly string[] =>
    remember(patternsGiven, measure, () => {
      const values = rows.numbers(measure)?.values;
      return [...patterns].flatMap(([pattern, own]) =>
        own.some((row) => !Number.isNaN(values?.[row] ?? NaN)) ? pattern : [],
      );
    });

  /** Of each day the rows that are split by at least these dimensions, and by as few others as there are. */
  function rowsFor(given: readonly string[], dimensions: readonly string[]): readonly number[] | undefined {
    const fitting = given
      .map((pattern) => [pattern, patterns.get(pattern)!] as const)
      .map(([pattern, own]) => ({ own, split: pattern.split(' ').filter(Boolean) }))
      .filter(({ split }) => dimensions.every((dimension) => split.includes(dimension)))
      .sort((a, b) => a.split.length - b.split.length);
    if (fitting.length < 2) return fitting[0]?.own;
    const taken = new Set<number>();
    return fitting.flatMap(({ own }) => {
      const free = own.filter((row) => !taken.has(days[row]!));
      for (const row of free) taken.add(days[row]!);
      return free;
    });
  }

  function givenForWindow(measure: string, { start, end }: Span, dimensions: readonly string[]): GivenFigure[] {
    return (windowsBySpan.get(`${isoOf(start)}/${isoOf(end)}`) ?? []).flatMap((row) => {
      const value = row[measure] === null ? NaN : row[measure];
      if (typeof value !== 'number' || !isSplitSo(row, dimensions)) return [];
      return { segment: segmentOf(row, dimensions), value };
    });
  }

  function givenForDays(measure: string, { start, end }: Span, dimensions: readonly string[]): GivenFigure[] {
    const column = rows.numbers(measure);
    const texts = dimensions.map((dimension) => rows.texts(dimension));
    return (column ? (rowsFor(patternsOf(measure), dimensions) ?? []) : []).flatMap((row) => {
      const value = column!.values[row]! / column!.scale;
      if (days[row]! < start || days[row]! > end || Number.isNaN(value)) return [];
      return { segment: texts.map((text) => text?.values[text.codes[row]!] ?? ''), value };
    });
  }

  /** Whether a window is split by these dimensions and by no others. */
  const isSplitSo = (row: CubeRow, dimensions: readonly string[]): boolean =>
    rows.entity.dimensions.every((dimension) => dimensions.includes(dimension) === (row[dimension] != null));

  /** Whether figures of a measure are given by a dimension; where there are none, whether they could be. */
  function isGivenBy(measure: string, dimension: string): boolean {
    const definition = measures.get(measure);
    return (
      patternsOf(measure).some((pattern) => pattern.split(' ').includes(dimension)) ||
      windows.some((row) => row[measure] !== undefined && row[dimension] != null) ||
      (rows.has(dimension) && definition !== undefined && isSplitBy(catalog, definition, dimension))
    );
  }

  const isInWindows = (measure: string): boolean => windows.some((row) => row[measure] !== undefined);

  /** Whether a measure is known of windows without a row: there is nobody to count, and nothing to take a median of. */
  const isKnownNone = (measure: string): boolean =>
    known.has(measure) && (isQuantile(measure) || measures.get(measure)?.aggregation === 'countDistinct');

  /** Whether a measure is 0, or not known, wherever it is given. */
  const isZero = (measure: string): boolean =>
    !rows.numbers(measure)?.values.some(Boolean) && !windows.some((row) => row[measure]);

  /** A stock is what the last day of a span says. */
  function lastDayIn(measure: string, { start, end }: Span): Span {
    const column = rows.numbers(measure);
    let last = start;
    days.forEach((day, row) => {
      if (day > last && day <= end && !Number.isNaN(column?.values[row] ?? NaN)) last = day as Day;
    });
    return { start: last, end: last };
  }

  /** A figure given for exactly the span, or that of its only day; of several rows the bounds alone are known. */
  function figuresFor(
    measure: string,
    span: Span,
    dimensions: readonly string[],
    selection: Selection,
  ): Map<string, number | Bounds> {
    const inWindows = givenForWindow(measure, span, dimensions);
    const { opening, daily, overlaps } = measures.get(measure) ?? {};
    const isStock = daily === 'last' || daily === 'derived';
    const column = opening ?? measure;
    const own = opening ? dayBefore(span) : isStock ? lastDayIn(measure, span) : span;
    const given = inWindows.length > 0 ? inWindows : givenForDays(column, own, dimensions);
    const isWhole = inWindows.length > 0 || lengthOf(span) === 1;
    const counted = daysGiven(column).filter((day) => day >= span.start && day <= span.end).length;
    const segments = given.map(({ segment }) => segment);
    const keys = keysOf(dimensions, segments, selection);
    const byKey = groupBy([...keys.keys()], (index) => keys[index]);
    const figure = (values: readonly number[]): number | Bounds => {
      const sum = sumOf(values);
      if (isStock || (isWhole && values.length === 1)) return sum;
      if (daily === 'avg') return inWindows.length > 0 ? sum : sum / counted;
      const largest = Math.max(...values);
      return isQuantile(measure)
        ? { low: Math.min(...values), high: largest }
        : { low: largest, high: sum, ...(overlaps && { isUpper: true }) };
    };
    return new Map([...byKey].map(([key, indices]) => [key, figure(indices.map((index) => given[index]!.value))]));
  }

  return {
    holds: (measure) => rows.has(columnOf(measure)) || isInWindows(measure) || isKnownNone(measure),

    unmet(where) {
      const asked = where.map((condition) => writeWhere([condition]));
      return metTexts.every((text) => asked.includes(text))
        ? where.filter((_, index) => !metTexts.includes(asked[index]!))
        : undefined;
    },

    get isNone() {
      return met.length > 0 && (isEmpty ??= [...measures.keys()].every(isZero));
    },

    wholeDays: () => true,

    coverage(measure, asOf) {
      const id = `${measure} ${asOf.day}`;
      if (!covered.has(id)) covered.set(id, coverageIn(columnOf(measure), asOf));
      return covered.get(id);
    },

    // An empty cell tells nothing, where it does not mean 0.
    coverageOf: (column, asOf) =>
      absentIsZero(column) ? coverageIn(column, asOf) : daysAlone(daysGiven(column), asOf),

    cube(measure, dimensions) {
      if (!rows.has(measure) || !isAdded(measure)) return undefined;
      const given = patternsOf(measure);
      // What is booked nowhere may well have cost something: where nothing is given of a segment, it is unknown.
      const unseenIsUnknown = isCube && entities[measures.get(measure)!.entity]?.absence === 'inside';
      const id = [dimensions, ...given, unseenIsUnknown && measure].join('|');
      if (!cubes.has(id)) {
        const { values } = rows.numbers(measure)!;
        const fitting = rowsFor(given, dimensions)?.filter((row) => !unseenIsUnknown || !Number.isNaN(values[row]));
        const isAll = fitting?.length === rows.length;
        cubes.set(id, fitting && new Cube(isAll ? rows : rows.take(Int32Array.from(fitting)), dimensions));
      }
      const cube = cubes.get(id);
      const absent = absentIsZero(measure) ? 0 : NaN;
      const recipe = { measure, aggregation: 'sum', expression: measure, mask: undefined, absent } as const;
      return cube && { cube, recipe, unseenIsUnknown };
    },

    windowed(measure, spans, selection) {
      const dimensions = dimensionsOf(selection);
      if (isAdded(measure) || !dimensions.every((dimension) => isGivenBy(measure, dimension))) return undefined;
      const figures = spans.map((span) => figuresFor(measure, span, dimensions, selection));
      // A segment without a row has nobody in it where the data give the span, and is unknown where they do not.
      const none = isQuantile(measure) ? NaN : 0;
      const isNone = ({ start, end }: Span): boolean =>
        isKnownNone(measure) && (!isInWindows(measure) || windowsBySpan.has(`${isoOf(start)}/${isoOf(end)}`));
      const blank = figures.map(({ size }, index): number | Bounds =>
        absentIsZero(measure) && (size > 0 || isNone(spans[index]!)) ? none : { low: undefined, high: undefined },
      );
      // Segments of other windows too: one that is gone since, or was not there yet, is compared all the same.
      const anywhere = windows.filter((row) => isSplitSo(row, dimensions)).map((row) => segmentOf(row, dimensions));
      const keys = new Set([...keysOf(dimensions, anywhere, selection), ...figures.flatMap((of) => [...of.keys()])]);
      keys.delete(undefined);
      const isHidden = dimensions.length > 0 && measures.get(measure)?.isPrivate === true;
      const shown = (figure: number | Bounds): Given =>
        isHidden && typeof figure === 'number' && figure > 0 && figure < minGroupSize ? 'privacy' : figure;
      const byKey = new Map(
        [...keys].map((key) => [key!, figures.map((of, index) => shown(of.get(key!) ?? blank[index]!))]),
      );
      return { byKey, blank };
    },

    /** Figures without rows behind them. */
    rows: () => undefined,

    totalsDiffer(measure, { start, end }) {
      const column = rows.numbers(measure);
      const totals = patterns.get('');
      if (!column || !totals || patterns.size === 1 || dailyOf(measure) !== 'sum') return false;
      const within = (row: number): boolean =>
        days[row]! >= start && days[row]! <= end && !Number.isNaN(column.values[row]);
      const sum = (of: readonly number[]): number => sumOf(of.map((row) => column.values[row]!));
      const daysOf = (of: readonly number[]): Set<number> => new Set(of.map((row) => days[row]!));
      const ownTotals = totals.filter(within);
      const withTotal = daysOf(ownTotals);
      return dimensionsGiven.some((dimension) => {
        const parts = (patterns.get(dimension) ?? []).filter((row) => within(row) && withTotal.has(days[row]!));
        const split = daysOf(parts);
        const total = sum(ownTotals.filter((row) => split.has(days[row]!)));
        return Math.abs(sum(parts) - total) > Math.abs(total) * 0.005;
      });
    },

    currencies(measure, span) {
      const values = rows.numbers(measure)?.values;
      return currenciesIn(rows, span, () => (row) => !Number.isNaN(values?.[row]));
    },
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const segmentOf = (row: CubeRow, dimensions: readonly string[]): string[] =>
  dimensions.map((dimension) => String(row[dimension]));

/** Items by key, in order; those whose key is undefined are left out. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) remember(groups, key, (): T[] => []).push(item);
  }
  return groups;
}
