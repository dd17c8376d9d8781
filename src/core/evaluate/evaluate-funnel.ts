import type { Dataset } from '../dataset/dataset.js';
import { comparisonWindow } from '../time/comparison.js';
import { resolvePeriod } from '../time/period.js';
import { describeWindow } from '../time/window.js';
import { coverageOf } from './coverage.js';
import { evaluateKpi } from './evaluate-kpi.js';
import { commonCoverage } from './feed.js';
import { statusOf } from './figure.js';
import { funnelCounter } from './funnel-counter.js';
import type { FunnelFigures, FunnelMode, FunnelResult } from './funnel-result.js';
import { asOfOf, asOfText, calendarOf, checkFunnelQuestion, comparisonNames, grainOf, selectionOf } from './plan.js';
import type { FunnelQuestion } from './question.js';
import type { KpiResult, Reason, Warning } from './result.js';
import { largestSegments } from './segments.js';
import type { CountedStages } from './stage-counts.js';
import { isReason } from './stage-counts.js';
import { funnelFigures } from './stage-figures.js';
import { allowedTime, askedStages, stagesIn } from './stages.js';
import { comparisonWarnings, noMatch, standingWarnings, windowWarnings, withoutPartOfDay } from './standing.js';

/** Stages of which each unit is an order: what is lost before them has an order's value. */
const orderStages: ReadonlySet<string> = new Set([
  'orders',
  'sessionsWithPurchase',
  'sessionsCartAndPurchase',
  'sessionsCheckoutAndPurchase',
  'attributedOrders',
]);

/**
 * Answers one question about a funnel: how many units reached each stage, and where they were lost.
 * @throws KpiError `bad-option`, `bad-period`, `bad-date`, `as-of-required`: a question that cannot be asked. What the
 * data cannot answer is no error: the result has a `reason` and no stages.
 */
export function evaluateFunnel(dataset: Dataset, question: FunnelQuestion): FunnelResult {
  checkFunnelQuestion(dataset, question);
  const calendar = calendarOf(question);
  grainOf(question);
  const selection = selectionOf(question);
  const asked = askedStages(question);
  const allowed = allowedTime(question);
  const names = comparisonNames(question, 'previous-period');
  const asOf = asOfOf(question, dataset);
  const stages = stagesIn(dataset, asked);
  const measures = isReason(stages) ? [] : [...new Set(stages.resolved.flatMap((stage) => stage.measures))];
  const covered = asOf && commonCoverage(dataset.sources, measures, asOf);
  const empty = emptyResult(dataset, question, asked.mode, measures);
  if (!asOf) return empty;

  const period = resolvePeriod(question.period ?? 'last-28-days', asOf, calendar, covered?.first ?? asOf.day);
  const whole = withoutPartOfDay(dataset, measures, period.window);
  const compared = (period.comparable ? names : []).map((name) => ({
    name,
    window: withoutPartOfDay(dataset, measures, comparisonWindow(name, period, asOf, calendar, dataset.zone)),
  }));
  const framed = {
    ...empty,
    asOf: asOfText(asOf, question, dataset),
    window: describeWindow(whole, dataset.zone),
    coverage: coverageOf(dataset, measures, covered, 0),
  };
  const without = (reason: Reason, warnings: readonly Warning[] = []): FunnelResult => ({
    ...framed,
    status: statusOf(reason, []),
    reason,
    warnings,
  });
  if (isReason(stages)) return without(stages);
  if (whole.end < whole.start) return without({ code: 'day-grain' });
  const counter = funnelCounter({ dataset, stages, mode: asked.mode, allowed, selection, asOf, covered });
  if (isReason(counter)) return without(counter);

  const standing = standingWarnings(dataset, { measures, warnings: stages.warnings });
  const shown = counter.count(whole);
  const terms = [
    ...standing,
    ...windowWarnings(dataset, measures, whole, shown.missingDays, asOf),
    ...(shown.matches ? [] : noMatch(selection)),
  ];
  if (isReason(shown.whole)) return { ...without(shown.whole, terms), mode: counter.mode, unit: counter.unit };

  const others = compared.map(({ name, window }) => ({ name, window, counted: counter.count(window) }));
  const orderValues = orderStages.has(stages.measures.at(-1)!) ? ordersOf(dataset, question) : undefined;
  const figuresOf = (pick: (counted: CountedStages) => CountedStages['whole'] | undefined, orderValue?: number) =>
    funnelFigures(stages.measures, {
      shown: pick(shown),
      compared: others.map(({ name, counted }) => ({ name, counts: pick(counted) })),
      orderValue,
    });
  const segments = segmentsOf(shown, others);
  const figures = figuresOf((counted) => counted.whole, orderValues?.whole);
  const warnings = [...terms, ...largerStages(figures), ...segments.warnings];
  return {
    ...framed,
    ...figures,
    status: statusOf(undefined, warnings),
    reason: undefined,
    mode: counter.mode,
    unit: counter.unit,
    currency: orderValues?.currency,
    comparisons: others.map(({ name, window, counted }) => ({
      name,
      window: describeWindow(window, dataset.zone),
      warnings: comparisonWarnings(window, whole, counted.missingDays),
    })),
    segments: segments.keys.map((key) => ({
      key,
      ...figuresOf((counted) => counted.segments.get(key), orderValues?.bySegment.get(key)),
    })),
    coverage: coverageOf(dataset, measures, covered, shown.missingDays),
    warnings,
  };
}

/** The segments that have anybody in one of the windows, the largest first. */
function segmentsOf(
  shown: CountedStages,
  others: readonly { readonly counted: CountedStages }[],
): ReturnType<typeof largestSegments> {
  const sizeIn = ({ segments }: CountedStages, key: string): number => {
    const counts = segments.get(key);
    return counts && !isReason(counts) ? Math.max(...counts.values, ...counts.skipped, counts.pending ?? 0) : 0;
  };
  const all = [shown, ...others.map(({ counted }) => counted)];
  const keys = [...new Set(all.flatMap(({ segments }) => [...segments.keys()]))]
    .filter((key) => all.some((counted) => sizeIn(counted, key) > 0))
    .map((key) => ({ key, size: sizeIn(shown, key) }))
    .sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
  return largestSegments(
    keys.map(({ key }) => key),
    (key) => sizeIn(shown, key),
  );
}

/** In open mode more may reach a stage than the one before it. */
const largerStages = ({ stages }: FunnelFigures): Warning[] =>
  stages
    .filter(({ value }, stage) => stage > 0 && value !== undefined && value > (stages[stage - 1]!.value ?? Infinity))
    .map(({ measure }) => ({ code: 'stage-larger', measure }));

/** What an order brings, of all units and by segment; undefined values where that is unknown. */
function ordersOf(dataset: Dataset, question: FunnelQuestion): OrderValues {
  const { period, by, where, asOf, weekStart, fiscalYearStart } = question;
  const ask = (of: string | undefined): KpiResult =>
    evaluateKpi(dataset, {
      ...{ kpi: 'average-order-value', compare: 'none', grain: 'year' },
      ...{ period, where, asOf, weekStart, fiscalYearStart, by: of },
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

function emptyResult(
  dataset: Dataset,
  { by }: FunnelQuestion,
  mode: FunnelMode,
  measures: readonly string[],
): FunnelResult {
  const reason = { code: 'no-data' } as const;
  return {
    ...{ status: statusOf(reason, []), reason, mode, unit: undefined, currency: undefined, asOf: undefined, by },
    ...{ stages: [], pending: undefined, secondsToConvert: undefined, worst: undefined, window: undefined },
    ...{ comparisons: [], segments: [], warnings: [], coverage: coverageOf(dataset, measures, undefined, 0) },
  };
}
