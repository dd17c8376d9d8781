import type { Dataset } from '../dataset/dataset.js';
import type { Window } from '../time/window.js';
import { describeWindow } from '../time/window.js';
import { coverageOf, unlessBare } from './coverage.js';
import { evaluateKpi } from './evaluate-kpi.js';
import { commonCoverage } from './feed.js';
import { statusOf } from './figure.js';
import { funnelCounter } from './funnel-counter.js';
import type { FunnelFigures, FunnelResult } from './funnel-result.js';
import { checkFunnelQuestion, grainOf, selectionOf, timeOf } from './plan.js';
import type { FunnelQuestion } from './question.js';
import type { KpiResult, Reason, Warning } from './result.js';
import { largestFirst, largestSegments } from './segments.js';
import type { CountedStages } from './stage-counts.js';
import { isReason } from './stage-counts.js';
import { funnelFigures } from './stage-figures.js';
import { allowedTime, askedStages, stagesIn } from './stages.js';
import { setParameters } from './set-parameters.js';
import { comparisonWarnings, noMatch, standingWarnings, windowWarnings, withoutPartOfDay } from './standing.js';

/** Stages of which each unit is an order: what is lost before them has an order's value. */
const orderStages: ReadonlySet<string> = new Set([
  'orders',
  'sessionsWithPurchase',
  'sessionsCartAndPurchase',
  'sessionsCheckoutAndPurchase',
  'attributedOrders',
  'convertedCarts',
]);

/**
 * Answers one question about a funnel: how many units reached each stage, and where they were lost.
 * @throws KpiError `bad-option`, `bad-period`, `bad-date`, `as-of-required`: a question that cannot be asked. What the
 * data cannot answer is no error: the result has a `reason` and no stages.
 */
export function evaluateFunnel(dataset: Dataset, question: FunnelQuestion): FunnelResult {
  checkFunnelQuestion(dataset, question);
  const time = timeOf(dataset, question, 'previous-period');
  grainOf(question);
  const selection = selectionOf(dataset, question);
  const asked = askedStages(dataset, question);
  const allowed = allowedTime(question);
  const stages = stagesIn(dataset, asked);
  const measures = isReason(stages) ? [] : [...new Set(stages.resolved.flatMap((stage) => stage.measures))];
  const noData = unlessBare(dataset, measures, { code: 'no-data' });
  const empty: FunnelResult = {
    ...{ status: statusOf(noData, []), reason: noData, mode: asked.mode, unit: undefined, currency: undefined },
    ...{
      asOf: undefined,
      window: undefined,
      by: selection.by,
      stages: [],
      segments: [],
      comparisons: [],
      warnings: [],
    },
    ...{ pending: undefined, secondsToConvert: undefined, worst: undefined, coverage: coverageOf(dataset, measures) },
    parameters: {},
  };
  if (!time) return empty;

  const { asOf } = time;
  const covered = commonCoverage(dataset.sources, measures, asOf);
  const wholeDays = (window: Window): Window => withoutPartOfDay(dataset, measures, window);
  const windows = time.windowsFrom(covered?.first);
  const window = wholeDays(windows.window);
  const framed = {
    ...empty,
    asOf: time.asOfText,
    window: describeWindow(window, dataset.zone),
    coverage: coverageOf(dataset, measures, covered),
    parameters: setParameters(dataset, measures, '', asOf),
  };
  const without = (reason: Reason, warnings: readonly Warning[] = []): FunnelResult => ({
    ...framed,
    status: statusOf(reason, []),
    reason: unlessBare(dataset, measures, reason),
    warnings,
  });
  if (isReason(stages)) return without(stages);
  if (window.end < window.start) return without({ code: 'day-grain' });
  const counter = funnelCounter({ dataset, stages, mode: asked.mode, allowed, selection, asOf, covered });
  if (isReason(counter)) return without(counter);

  const { mode, unit } = counter;
  const shown = counter.count(window);
  const { missingDays } = shown;
  const terms = [
    ...standingWarnings(dataset, { measures, warnings: stages.warnings }),
    ...windowWarnings(dataset, measures, window, missingDays, asOf),
    ...(shown.matches ? [] : noMatch(selection)),
  ];
  if (isReason(shown.whole)) return { ...without(shown.whole, terms), mode, unit };

  const others = windows.compared.map((one) => {
    const cut = wholeDays(one.window);
    return { name: one.name, window: cut, counted: counter.count(cut) };
  });
  const orderValues = orderStages.has(stages.measures.at(-1)!) ? ordersOf(dataset, question) : undefined;
  const figuresOf = (pick: (counted: CountedStages) => CountedStages['whole'] | undefined, orderValue?: number) =>
    funnelFigures(
      stages.measures,
      { window, counted: shown, counts: pick(shown) },
      others.map((other) => ({ ...other, counts: pick(other.counted) })),
      orderValue,
    );
  const segments = segmentsOf([shown, ...others.map(({ counted }) => counted)]);
  const figures = figuresOf((counted) => counted.whole, orderValues?.whole);
  const warnings = [...terms, ...largerStages(figures), ...segments.warnings];
  return {
    ...framed,
    ...figures,
    status: statusOf(undefined, warnings),
    reason: undefined,
    mode,
    unit,
    currency: orderValues?.currency,
    comparisons: others.map((other) => ({
      name: other.name,
      window: describeWindow(other.window, dataset.zone),
      warnings: comparisonWarnings(other.window, window, other.counted.missingDays),
    })),
    segments: segments.keys.map((key) =>
      // The same object, whose worst leak is found when it is read.
      Object.assign(
        figuresOf((counted) => counted.segments.get(key), orderValues?.bySegment.get(key)),
        { key },
      ),
    ),
    coverage: coverageOf(dataset, measures, covered, missingDays),
    warnings,
  };
}

/** The segments that have anybody in one of the windows, of which the first is shown; the largest first. */
function segmentsOf(windows: readonly CountedStages[]): ReturnType<typeof largestSegments> {
  const sizeIn = ({ segments }: CountedStages, key: string): number => {
    const counts = segments.get(key);
    return counts && !isReason(counts) ? Math.max(...counts.values, ...counts.skipped, counts.pending?.[0] ?? 0) : 0;
  };
  const all = new Set(windows.flatMap(({ segments }) => [...segments.keys()]));
  const found = [...all].filter((key) => windows.some((counted) => sizeIn(counted, key) > 0));
  const size = (key: string): number => sizeIn(windows[0]!, key);
  return largestSegments(largestFirst(found, size), size);
}

/** In open mode more may reach a stage than the one before it. */
const largerStages = ({ stages }: FunnelFigures): Warning[] =>
  stages
    .filter(({ value }, stage) => stage > 0 && value !== undefined && value > (stages[stage - 1]!.value ?? Infinity))
    .map(({ measure }) => ({ code: 'stage-larger', measure }));

/** What an order brings, of all units and by segment; undefined values where that is unknown. */
function ordersOf(dataset: Dataset, question: FunnelQuestion): OrderValues {
  const { period, by, where, selectedWhere, asOf, weekStart, fiscalYearStart } = question;
  const ask = (of: string | undefined): KpiResult =>
    evaluateKpi(dataset, {
      ...{ kpi: 'average-order-value', compare: 'none', grain: 'year' },
      ...{ period, where, selectedWhere, asOf, weekStart, fiscalYearStart, by: of },
    });
  const { value, currency } = ask(undefined);
  const segments = by === undefined ? [] : ask(by).segments;
  return { whole: value, currency, bySegment: new Map(segments.map((segment) => [segment.key, segment.value])) };
}

interface OrderValues {
  readonly whole: number | undefined;
  readonly currency: string | undefined;
  readonly bySegment: ReadonlyMap<string, number | undefined>;
}
