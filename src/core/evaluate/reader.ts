import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { bucketsOf, grainFor } from '../time/buckets.js';
import type { Calendar } from '../time/calendar.js';
import { termOf } from '../term.js';
import { hoursOf } from '../time/hours.js';
import type { AsOf, NamedWindow, Window } from '../time/window.js';
import { describeWindow } from '../time/window.js';
import type { Buckets } from '../time/buckets.js';
import { changeOf } from './change.js';
import { segmentToChoose } from './choose-segment.js';
import type { DailyFeed } from './daily-feed.js';
import { dailyFeed } from './daily-feed.js';
import type { Course } from './course.js';
import { courseOver } from './course-over.js';
import { courseThrough, withCourse } from './course.js';
import { moneyIn } from './currencies.js';
import type { Experiment } from './experiment.js';
import type { Fed } from './fed.js';
import type { FedSegments } from './feed.js';
import { feed } from './feed.js';
import { statusOf, withoutValue } from './figure.js';
import type { FormulaInUse } from './formula-in-use.js';
import { formulaFor } from './formula-in-use.js';
import type { KpiInUse } from './kpi-in-use.js';
import type { Grain } from '../time/calendar.js';
import type { ResolvedFormula } from './resolve-formula.js';
import type { Comparison, Figure, KpiResult, Reason, Segment, Warning } from './result.js';
import { narrowed } from './scoped.js';
import { largestSegments, largestValueFirst } from './segments.js';
import type { Side } from './significance.js';
import {
  comparisonWarnings,
  definitionsDiffer,
  hasWholeDays,
  isMisspelt,
  noMatch,
  windowWarnings,
  withoutPartOfDay,
} from './standing.js';
import type { Level, Verdict } from './verdict.js';
import { hasShortHistory } from './unknowns.js';
import { untested, verdictOf, withVerdict } from './verdict.js';

/** What is asked of a KPI, whatever the window. */
export interface Context extends KpiInUse {
  readonly dataset: Dataset;
  readonly kpi: KpiDefinition;
  readonly asOf: AsOf;
  readonly calendar: Calendar;
  readonly selection: Selection;
  readonly grain: Grain | 'auto';
  readonly level: Level;
}

/** A window, and the formula that answers in it. */
interface InUse extends NamedWindow {
  readonly use: FormulaInUse;
  /** Why its amounts are no figure. */
  readonly refusal: Reason | undefined;
}

/** The same read by segment: figures and series, or why there are none at all. */
interface Read extends InUse {
  readonly buckets: Buckets;
  readonly fed: FedSegments;
  /** What a test reads, day by day: read when it is first asked for. */
  readonly byDay: DailyFeed;
}

/** The part of a result that is read from the data. */
export interface ReadResult {
  readonly parts: Figure & Pick<KpiResult, 'comparisons' | 'segments' | 'warnings' | 'grain' | 'currency' | 'window'>;
  readonly course: Course;
  readonly missingDays: number;
  /** The window as it was read: rows of whole days leave the running day out. */
  readonly window: Window;
  /** The formula that the window was read by. */
  readonly formula: ResolvedFormula;
}

/** Reads one KPI over a window and those that it is compared with, as a whole and by segment. */
export function readKpi(context: Context, asked: Window, compared: readonly NamedWindow[]): ReadResult {
  const { dataset, kpi, main, asOf, calendar, selection } = context;
  const inUse = ({ name, window: whole }: NamedWindow, expected?: string): InUse & { currency: string | undefined } => {
    const use = formulaFor(dataset, kpi, main, asOf, whole);
    const window = withoutPartOfDay(dataset, use.measures, whole);
    return { name, use, window, ...moneyIn(dataset, use.measures, window, selection, asOf, expected) };
  };
  const shown = inUse({ name: '', window: asked });
  const { use, window, currency } = shown;
  const windows = [shown, ...compared.map((one) => inUse(one, currency))];
  const hasHours = windows.every((one) => !hasWholeDays(dataset, one.use.measures));
  const grain = grainFor(context.grain, asked, hasHours);
  const common = {
    window: describeWindow(window, dataset.zone),
    grain,
    currency,
  };
  const result = (
    missingDays: number,
    figure: Figure,
    terms: readonly Warning[] = [],
    parts: Pick<KpiResult, 'comparisons' | 'segments'> = { comparisons: [], segments: [] },
    course = courseThrough([]),
  ): ReadResult => {
    const warnings = [...use.standing, ...windowWarnings(dataset, use.measures, window, missingDays, asOf), ...terms];
    const status = statusOf(figure.reason, warnings);
    return {
      parts: { ...common, ...figure, ...parts, status, warnings },
      course,
      missingDays,
      window,
      formula: use.resolved,
    };
  };
  const without = (reason: Reason, missingDays = 0): ReadResult => result(missingDays, withoutValue(reason));
  if (window.end < window.start) return without({ code: 'day-grain' });
  if (shown.refusal) return without(shown.refusal);
  const { breakdown } = kpi;
  const dimension = segmentToChoose(dataset, kpi, { measures: use.measures, window, selection, breakdown, asOf });
  if (dimension !== undefined) {
    const reason = { code: 'choose-segment', dimension } as const;
    if (dimension !== selection.by) return without(reason);
    const segments = eachOnItsOwn(context, dimension, use.measures, asked, compared);
    return result(0, withoutValue(reason), [], { comparisons: [], segments });
  }
  const experiment = dataset.analyst?.experimentIn(dataset, kpi, {
    measures: use.measures,
    window,
    selection,
    breakdown,
    asOf,
  });

  const readBy = (by: string | undefined): Read[] =>
    windows.map((one) => {
      const { window: span, use: of, refusal } = one;
      const buckets = grain === 'hour' ? hoursOf(span, dataset.zone) : bucketsOf(span, grain, calendar);
      const request = {
        measures: of.measures,
        window: span,
        buckets,
        selection: { ...selection, by },
        breakdown,
        asOf,
      };
      const read = refusal ? { byKey: new Map(), refusal, matches: true } : feed(dataset, request);
      return { ...one, buckets, fed: read, byDay: dailyFeed(dataset, request, grain, read) };
    });
  const whole = readBy(undefined);
  const split = selection.by === undefined ? [] : readBy(selection.by);
  const { fed } = whole[0]!;
  const all = wholeOf(whole[0]!, '');
  const missingDays = all?.missingDays ?? 0;
  const refusal = split[0]?.fed.refusal;
  if (refusal) return without(refusal, missingDays);
  const assumed = experiment?.warnings ?? [];
  if (experiment?.refusal) return result(missingDays, withoutValue(experiment.refusal, all?.inputs), assumed);
  const { segments, warnings } = segmentsIn(context, split, experiment);
  const unmatched = fed.matches ? [] : noMatch(selection);
  // Of a filter that is likely misspelt nothing is compared.
  const { figure, comparisons, course } = answerFor(
    context,
    isMisspelt(unmatched) ? [whole[0]!] : whole,
    '',
    experiment,
  );
  const terms = [...use.partial(all), ...unmatched, ...assumed, ...warnings];
  return result(missingDays, figure, terms, { comparisons, segments }, course);
}

/** Segments that have nothing in common: each is read as if it had been asked for alone. */
function eachOnItsOwn(
  context: Context,
  dimension: string,
  measures: readonly string[],
  asked: Window,
  compared: readonly NamedWindow[],
): Segment[] {
  const { dataset, selection, asOf, kpi } = context;
  const { byKey } = feed(dataset, { measures, window: asked, selection, breakdown: kpi.breakdown, asOf });
  return [...byKey.keys()]
    .map((key): Segment => {
      const where = [...selection.where, { dimension, values: new Set([key]), not: false }];
      const { parts, course } = readKpi({ ...context, selection: { by: undefined, where } }, asked, compared);
      const { status, value, reason, inputs, comparisons } = parts;
      return withCourse({ key, status, value, reason, inputs, comparisons }, course);
    })
    .filter(({ inputs }) => Object.values(inputs).some((input) => input !== 0))
    .sort(largestValueFirst);
}

const wholeOf = ({ fed }: Read, key: string): Fed | undefined => fed.byKey.get(key)?.whole;

function figureIn(read: Read, key: string): Figure {
  const fed = wholeOf(read, key);
  return fed ? read.use.figure(fed) : withoutValue(read.fed.refusal ?? { code: 'outside-coverage' });
}

/** What a test reads of a window; undefined where there is no value. */
function sideOf({ window, use, byDay }: Read, { value }: Figure, key: string): Side | undefined {
  if (value === undefined) return undefined;
  const fed = (measures: readonly string[]) => byDay.feed(measures).byKey.get(key);
  const { measures, values, adds } = use;
  return { first: window.start, value, measures, values, adds, fed, complete: byDay.complete };
}

const courseIn = ({ fed, buckets, use }: Read, key: string): Course => courseOver(buckets, fed.byKey.get(key), use);

/** The figure of a segment, its line, and both in the windows that it is compared with. */
function answerFor(
  { kpi, dataset, level, tester, asOf }: Context,
  [shown, ...compared]: readonly Read[],
  key: string,
  experiment: Experiment | undefined,
): { readonly figure: Figure; readonly comparisons: readonly Comparison[]; readonly course: Course } {
  const figure = figureIn(shown!, key);
  const fedHere = wholeOf(shown!, key);
  const course = courseIn(shown!, key);
  if (experiment) {
    const isKnown = fedHere && figure.value !== undefined;
    return { figure, comparisons: isKnown ? [experiment.comparison(figure, fedHere, key)] : [], course };
  }
  const here = sideOf(shown!, figure, key);
  const shownMissing = fedHere?.missingDays ?? 0;
  const comparisons = compared.map((read): Comparison => {
    const { name, use, window } = read;
    const other = figureIn(read, key);
    const fed = wholeOf(read, key);
    const missing = fed?.missingDays ?? 0;
    const terms = use.resolved.warnings;
    const differ = definitionsDiffer(shown!.use.resolved.warnings, terms);
    // A sum over fewer days says nothing of one over more.
    const isOdd = differ || (kpi.acrossPeriods === 'SUM' && missing !== shownMissing);
    const { change, direction } = changeOf(figure.value, isOdd ? undefined : other.value, kpi);
    const own = { change, value: other.value };
    const judge = (): Verdict => {
      const there = change && sideOf(read, other, key);
      const found = here && there && tester(here, there);
      const isShort = [shown!, read].some((one) => hasShortHistory(dataset, one.use.measures, one.window, asOf));
      const verdict =
        change && isShort
          ? untested(found, 'short-history')
          : verdictOf(kpi, own, found, [shown!.window, window], missing, level);
      const standing = [
        ...comparisonWarnings(window, shown!.window, missing),
        ...use.partial(fed),
        ...(differ ? [...terms, { code: 'definitions-differ' } as const] : []),
      ];
      return { ...verdict, warnings: [...standing, ...verdict.warnings] };
    };
    const comparison = withVerdict(
      { ...other, name, window: describeWindow(window, dataset.zone), change, direction },
      judge,
    );
    return withCourse(comparison, courseIn(read, key));
  });
  return { figure, comparisons, course };
}

/** The segments that have anything in one of the windows, the largest first; of very many those that weigh most. */
function segmentsIn(
  context: Context,
  reads: readonly Read[],
  experiment: Experiment | undefined,
): { segments: Segment[]; warnings: readonly Warning[] } {
  const { selection, kpi } = context;
  const isOwn = (name: string): boolean => !narrowed(termOf(name), selection, kpi.breakdown).isUndivided;
  const hasAny = (key: string): boolean =>
    reads.some((read) => {
      const { inputs = {}, reason } = wholeOf(read, key) ?? {};
      return reason?.code === 'privacy' || Object.keys(inputs).some((name) => inputs[name] !== 0 && isOwn(name));
    });
  const found = new Set(reads.flatMap(({ fed }) => [...fed.byKey.keys()]));
  // The largest shares are those of segments with next to nothing in them.
  const weigh = (key: string): number => {
    const { value, inputs } = figureIn(reads[0]!, key);
    return kpi.acrossPeriods === 'SUM' ? (value ?? 0) : Math.max(0, ...Object.values(inputs));
  };
  const { keys, warnings } = largestSegments([...found].filter(hasAny), weigh);
  const segments = keys
    .map((key): Segment => {
      const { figure, comparisons, course } = answerFor(context, reads, key, experiment);
      return withCourse({ key, ...figure, comparisons }, course);
    })
    .sort(largestValueFirst);
  return { segments, warnings };
}
