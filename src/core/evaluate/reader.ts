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
import { figureOf, withoutValue } from './figure.js';
import type { Grain } from './question.js';
import type { ResolvedFormula } from './resolve-formula.js';
import type { Bucket, Comparison, Figure, KpiResult, Reason, Segment, Warning } from './result.js';
import { largestSegments } from './segments.js';
import { comparisonWarnings, noMatch, standingWarnings, windowWarnings, withoutPartOfDay } from './standing.js';

interface Context {
  readonly dataset: Dataset;
  readonly kpi: KpiDefinition;
  readonly resolved: ResolvedFormula;
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
}

/** Reads one formula over a window and those that it is compared with, as a whole and by segment. */
export class Reader {
  readonly #context: Context;
  readonly #standing: readonly Warning[];

  constructor(context: Context) {
    this.#context = context;
    this.#standing = standingWarnings(context.dataset, context.resolved);
  }

  read(asked: Window, compared: readonly NamedWindow[]): ReadResult {
    const { dataset, kpi, selection, grain: askedGrain } = this.#context;
    const grain = askedGrain === 'auto' ? autoGrain(asked) : askedGrain;
    const window = this.#cuttable(asked);
    const others = compared.map(({ name, window: other }) => ({ name, window: this.#cuttable(other) }));
    const currencies = this.#currencies([window, ...others.map((other) => other.window)]);
    const common = {
      window: describeWindow(window, dataset.zone),
      grain,
      currency: kpi.unit === 'currency' ? currencies[0] : undefined,
    };
    const without = (reason: Reason, missingDays: number): ReadResult => {
      const nothing = { comparisons: [], series: [], segments: [], warnings: this.#warnings(window, missingDays) };
      return { parts: { ...common, ...withoutValue(reason), ...nothing }, missingDays, window };
    };
    if (window.end < window.start) return without({ code: 'day-grain' }, 0);
    if (currencies.length > 1) return without({ code: 'mixed-currencies', currencies }, 0);

    const readBy = (by: string | undefined): ReadWindows => {
      const read = (of: Window): ReadWindow => this.#readWindow(of, grain, { ...selection, by });
      return { shown: read(window), compared: others.map(({ name, window: other }) => ({ name, read: read(other) })) };
    };
    const whole = readBy(undefined);
    const split = selection.by === undefined ? undefined : readBy(selection.by);
    const missingDays = whole.shown.fed.byKey.get('')?.whole.missingDays ?? 0;
    if (split?.shown.fed.refusal) return without(split.shown.fed.refusal, missingDays);
    const { segments, warnings: leftOut } = split ? this.#segments(split) : { segments: [], warnings: [] };
    const parts = {
      ...common,
      ...this.#figure(whole.shown, ''),
      comparisons: this.#comparisons(whole, ''),
      series: this.#series(whole.shown, ''),
      segments,
      warnings: [
        ...this.#warnings(window, missingDays),
        ...(whole.shown.fed.matches ? [] : noMatch(selection)),
        ...leftOut,
      ],
    };
    return { parts, missingDays, window };
  }

  #cuttable(window: Window): Window {
    const { dataset, resolved } = this.#context;
    return withoutPartOfDay(dataset, resolved.measures, window);
  }

  /** The reporting currency first, then any other that the rows of the windows hold. */
  #currencies(windows: readonly Window[]): string[] {
    const { dataset, resolved } = this.#context;
    const money = resolved.measures.filter((measure) => measures.get(measure)?.unit === 'currency');
    const found = money.flatMap((measure) =>
      windows.flatMap((window) => sourceOf(dataset.sources, measure)!.currencies(measure, window)),
    );
    return [
      ...new Set([...(dataset.currency === undefined || money.length === 0 ? [] : [dataset.currency]), ...found]),
    ];
  }

  #readWindow(window: Window, grain: Grain, selection: Selection): ReadWindow {
    const { dataset, resolved, asOf, calendar } = this.#context;
    const buckets = bucketsOf(window, grain, calendar);
    return {
      window,
      points: buckets.map(({ start, end, complete }) => ({ start: isoOf(start), end: isoOf(end), complete })),
      fed: feed(dataset.sources, { measures: resolved.measures, window, buckets, selection, asOf }),
    };
  }

  #figure({ fed }: ReadWindow, key: string): Figure {
    const { resolved } = this.#context;
    const found = fed.byKey.get(key);
    return found
      ? figureOf(resolved.formula, found.whole, this.#standing)
      : withoutValue(fed.refusal ?? { code: 'outside-coverage' });
  }

  #series({ fed, points }: ReadWindow, key: string): Bucket[] {
    const found = fed.byKey.get(key);
    if (!found) return [];
    return points.map(({ start, end, complete }, index) => {
      const part = found.buckets[index]!;
      const { value, reason } = figureOf(this.#context.resolved.formula, part, []);
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
      const missing = read.fed.byKey.get(key)?.whole.missingDays ?? 0;
      return {
        ...figure,
        name,
        window: describeWindow(read.window, dataset.zone),
        // A sum over fewer days says nothing of one over more.
        ...changeOf(value, isSum && missing !== shownMissing ? undefined : figure.value, kpi.direction),
        evidence: 'untested',
        significance: undefined,
        series: this.#series(read, key),
        warnings: comparisonWarnings(read.window, shown.window, missing),
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

  #warnings(window: Window, missingDays: number): Warning[] {
    const { dataset, resolved } = this.#context;
    return [...this.#standing, ...windowWarnings(dataset, resolved.measures, window, missingDays)];
  }
}
