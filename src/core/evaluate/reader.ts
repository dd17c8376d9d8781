import type { KpiDefinition } from '../catalog/definition.js';
import { measures } from '../catalog/measures.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { autoGrain, bucketsOf } from '../time/buckets.js';
import type { Calendar } from '../time/calendar.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Window } from '../time/window.js';
import { describeWindow } from '../time/window.js';
import { changeOf } from './change.js';
import type { FedSegments } from './feed.js';
import { feed, sourceOf } from './feed.js';
import { statusOf, withoutValue } from './figure.js';
import type { FormulaInUse } from './formula-in-use.js';
import { formulaFor } from './formula-in-use.js';
import type { Grain } from './question.js';
import type { ResolvedFormula } from './resolve-formula.js';
import type { Bucket, Comparison, Figure, KpiResult, Reason, Segment, Warning } from './result.js';
import { largestSegments } from './segments.js';
import { comparisonWarnings, definitionsDiffer, noMatch, windowWarnings, withoutPartOfDay } from './standing.js';

interface Context {
  readonly dataset: Dataset;
  readonly kpi: KpiDefinition;
  /** The formula that the data as a whole can answer. */
  readonly main: FormulaInUse;
  readonly asOf: AsOf;
  readonly calendar: Calendar;
  readonly selection: Selection;
  readonly grain: Grain | 'auto';
}

interface NamedWindow {
  readonly name: string;
  readonly window: Window;
}

/** A window read by segment: figures and series, or why there are none at all. */
interface ReadWindow {
  readonly window: Window;
  readonly use: FormulaInUse;
  /** The points of its line, dated once for all segments. */
  readonly points: readonly Pick<Bucket, 'start' | 'end' | 'complete'>[];
  readonly fed: FedSegments;
}

/** A window and those that it is compared with. */
interface ReadWindows {
  readonly shown: ReadWindow;
  readonly compared: readonly { readonly name: string; readonly read: ReadWindow }[];
}

/** The part of a result that is read from the data. */
export interface ReadResult {
  readonly parts: Figure &
    Pick<KpiResult, 'comparisons' | 'series' | 'segments' | 'warnings' | 'grain' | 'currency' | 'window'>;
  readonly missingDays: number;
  /** The window as it was read: rows of whole days leave the running day out. */
  readonly window: Window;
  /** The formula that the window was read by. */
  readonly formula: ResolvedFormula;
}

/** Reads one KPI over a window and those that it is compared with, as a whole and by segment. */
export class Reader {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  read(asked: Window, compared: readonly NamedWindow[]): ReadResult {
    const { dataset, kpi, selection, grain: askedGrain } = this.#context;
    const grain = askedGrain === 'auto' ? autoGrain(asked) : askedGrain;
    const use = this.#formulaFor(asked);
    const window = this.#cuttable(asked, use);
    const others = compared.map(({ name, window: other }) => {
      const otherUse = this.#formulaFor(other);
      return { name, use: otherUse, window: this.#cuttable(other, otherUse) };
    });
    const currencies = this.#currencies([{ use, window }, ...others]);
    const common = {
      window: describeWindow(window, dataset.zone),
      grain,
      currency: kpi.unit === 'currency' ? currencies[0] : undefined,
    };
    const formula = use.resolved;
    const without = (reason: Reason, missingDays: number): ReadResult => {
      const warnings = this.#warnings(use, window, missingDays);
      const nothing = { comparisons: [], series: [], segments: [], warnings };
      return { parts: { ...common, ...withoutValue(reason), ...nothing }, missingDays, window, formula };
    };
    if (window.end < window.start) return without({ code: 'day-grain' }, 0);
    if (currencies.length > 1) return without({ code: 'mixed-currencies', currencies }, 0);

    const readBy = (by: string | undefined): ReadWindows => {
      const read = (formula: FormulaInUse, of: Window): ReadWindow =>
        this.#readWindow(formula, of, grain, { ...selection, by });
      return {
        shown: read(use, window),
        compared: others.map((other) => ({ name: other.name, read: read(other.use, other.window) })),
      };
    };
    const whole = readBy(undefined);
    const split = selection.by === undefined ? undefined : readBy(selection.by);
    const missingDays = whole.shown.fed.byKey.get('')?.whole.missingDays ?? 0;
    if (split?.shown.fed.refusal) return without(split.shown.fed.refusal, missingDays);
    const { segments, warnings: leftOut } = split ? this.#segments(split) : { segments: [], warnings: [] };
    const figure = this.#figure(whole.shown, '');
    const warnings = [
      ...this.#warnings(use, window, missingDays),
      ...use.partial(whole.shown.fed.byKey.get('')?.whole),
      ...(whole.shown.fed.matches ? [] : noMatch(selection)),
      ...leftOut,
    ];
    const parts = {
      ...common,
      ...figure,
      status: statusOf(figure.reason, warnings),
      comparisons: this.#comparisons(whole, ''),
      series: this.#series(whole.shown, ''),
      segments,
      warnings,
    };
    return { parts, missingDays, window, formula };
  }

  #formulaFor(window: Window): FormulaInUse {
    const { dataset, kpi, main, asOf } = this.#context;
    return formulaFor(dataset, kpi, main, asOf, window);
  }

  #cuttable(window: Window, { measures: read }: FormulaInUse): Window {
    return withoutPartOfDay(this.#context.dataset, read, window);
  }

  /** The reporting currency first, then any other that the rows of the windows hold. */
  #currencies(reads: readonly { readonly use: FormulaInUse; readonly window: Window }[]): string[] {
    const { sources, currency } = this.#context.dataset;
    const isMoney = (measure: string): boolean => measures.get(measure)?.unit === 'currency';
    const found = reads.flatMap(({ use, window }) =>
      use.measures.filter(isMoney).flatMap((measure) => sourceOf(sources, measure)!.currencies(measure, window)),
    );
    const hasMoney = reads.some(({ use }) => use.measures.some(isMoney));
    return [...new Set([...(currency === undefined || !hasMoney ? [] : [currency]), ...found])];
  }

  #readWindow(use: FormulaInUse, window: Window, grain: Grain, selection: Selection): ReadWindow {
    const { dataset, asOf, calendar } = this.#context;
    const buckets = bucketsOf(window, grain, calendar);
    return {
      window,
      use,
      points: buckets.map(({ start, end, complete }) => ({ start: isoOf(start), end: isoOf(end), complete })),
      fed: feed(dataset.sources, { measures: use.measures, window, buckets, selection, asOf }),
    };
  }

  #figure({ fed, use }: ReadWindow, key: string): Figure {
    const found = fed.byKey.get(key);
    return found ? use.figure(found.whole) : withoutValue(fed.refusal ?? { code: 'outside-coverage' });
  }

  #series({ fed, points, use }: ReadWindow, key: string): Bucket[] {
    const found = fed.byKey.get(key);
    if (!found) return [];
    return points.map(({ start, end, complete }, index) => {
      const part = found.buckets[index]!;
      const { value, reason } = use.figure(part);
      return { start, end, value, reason, complete: complete && part.missingDays === 0 };
    });
  }

  #comparisons({ shown, compared }: ReadWindows, key: string): Comparison[] {
    const { kpi, dataset } = this.#context;
    const { value } = this.#figure(shown, key);
    const isSum = kpi.acrossPeriods === 'SUM';
    const shownMissing = shown.fed.byKey.get(key)?.whole.missingDays ?? 0;
    return compared.map(({ name, read }) => {
      const figure = this.#figure(read, key);
      const fed = read.fed.byKey.get(key)?.whole;
      const missing = fed?.missingDays ?? 0;
      const terms = read.use.resolved.warnings;
      const differ = definitionsDiffer(shown.use.resolved.warnings, terms);
      return {
        ...figure,
        name,
        window: describeWindow(read.window, dataset.zone),
        // A sum over fewer days says nothing of one over more.
        ...changeOf(value, differ || (isSum && missing !== shownMissing) ? undefined : figure.value, kpi.direction),
        evidence: 'untested',
        significance: undefined,
        series: this.#series(read, key),
        warnings: [
          ...comparisonWarnings(read.window, shown.window, missing),
          ...read.use.partial(fed),
          ...(differ ? [...terms, { code: 'definitions-differ' } as const] : []),
        ],
      };
    });
  }

  /** The segments that have anything in one of the windows, the largest first; of very many those that weigh most. */
  #segments(all: ReadWindows): { segments: Segment[]; warnings: readonly Warning[] } {
    const reads = [all.shown, ...all.compared.map(({ read }) => read)].map(({ fed }) => fed.byKey);
    const hasAny = (key: string): boolean =>
      reads.some((fed) => Object.values(fed.get(key)?.whole.inputs ?? {}).some((input) => input !== 0));
    const found = [...new Set(reads.flatMap((fed) => [...fed.keys()]))].filter(hasAny);
    // The largest shares are those of segments with next to nothing in them.
    const weigh = (key: string): number => {
      const { value, inputs } = this.#figure(all.shown, key);
      return this.#context.kpi.acrossPeriods === 'SUM' ? (value ?? 0) : Math.max(0, ...Object.values(inputs));
    };
    const { keys, warnings } = largestSegments(found, weigh);
    const segments = keys
      .map((key) => ({
        key,
        ...this.#figure(all.shown, key),
        comparisons: this.#comparisons(all, key),
        series: this.#series(all.shown, key),
      }))
      .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.key < b.key ? -1 : 1));
    return { segments, warnings };
  }

  #warnings(use: FormulaInUse, window: Window, missingDays: number): Warning[] {
    const { dataset, asOf } = this.#context;
    return [...use.standing, ...windowWarnings(dataset, use.measures, window, missingDays, asOf)];
  }
}
