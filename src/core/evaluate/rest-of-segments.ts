import { entities } from '../catalog/entities.js';
import { measures } from '../catalog/measures.js';
import { addDecimals } from '../decimal.js';
import { namesIn, parseFormula } from '../formula.js';
import { MS_PER_DAY } from '../time/day.js';
import { changeOf } from './change.js';
import { figureOf, withoutValue } from './figure.js';
import type { Figure, KpiResult, Segment } from './result.js';

type Fed = Pick<Figure, 'inputs'>;

/**
 * The segments that stand on their own: those that weigh most in the first KPI that is split, the largest first. They
 * are the same for all KPIs of a scorecard.
 */
export function chooseSegments(
  results: readonly KpiResult[],
  limit: number,
): { readonly shown: readonly string[]; readonly others: number } {
  const main = results.find(({ segments }) => segments.length > 0);
  const first = new Map(main?.segments.map((segment) => [segment.key, segment]));
  const all = [...new Set(results.flatMap(({ segments }) => segments.map(({ key }) => key)))];
  // The largest rates are those of segments with next to nothing in them: they weigh what they are a rate of.
  const weight = (key: string): number => {
    const { value = 0, inputs = {} } = first.get(key) ?? {};
    return main?.flow ? value : Math.max(0, ...Object.values(inputs));
  };
  const size = (key: string): number => first.get(key)?.value ?? -Infinity;
  const shown = all.length <= limit + 1 ? all : all.toSorted((a, b) => weight(b) - weight(a)).slice(0, limit);
  const leftOut = Math.max(0, ...results.map(cutOff));
  return { shown: shown.toSorted((a, b) => size(b) - size(a) || 0), others: all.length - shown.length + leftOut };
}

/** How many segments the result itself leaves out. */
const cutOff = ({ warnings }: KpiResult): number => warnings.find(({ code }) => code === 'many-segments')?.count ?? 0;

/**
 * All segments but those shown as one figure: numerators and denominators are what is left of the whole, and divided
 * once. Where the parts of a measure do not add up to the whole (distinct customers, orders by product), there is no
 * value.
 */
export function restOfSegments(result: KpiResult, shown: readonly string[]): Segment {
  const figure = restOf(result, result, shown, (segment) => segment);
  return {
    ...figure,
    key: '',
    series: [],
    comparisons: result.comparisons.map((comparison, nth) => {
      const there = restOf(result, comparison, shown, (segment) => segment.comparisons[nth]);
      const change = changeOf(figure.value, comparison.change && there.value, result.better);
      // Nobody tests what is left over.
      const warnings = comparison.warnings.filter(({ code }) => code !== 'too-few-data' && code !== 'weekday-mismatch');
      return { ...comparison, ...there, ...change, warnings, series: [] };
    }),
  };
}

/** The rest in one window: that of the figure, or that of a comparison. */
function restOf(
  result: KpiResult,
  whole: Fed & Pick<KpiResult, 'window' | 'warnings'>,
  shown: readonly string[],
  inWindow: (segment: Segment) => Fed | undefined,
): Figure {
  const formula = parseFormula(result.formula);
  const names = namesIn(formula);
  const isCut = cutOff(result) > 0;
  const all = result.segments.map(inWindow);
  const own = result.segments.filter(({ key }) => shown.includes(key));
  // A segment that is shown for another KPI's sake may be among those that were left out here.
  const isUnknown = isCut && own.length < shown.length;
  const addsUpHere = (name: string): boolean =>
    isCut ? !isUnknown && addsUp(name, result.by) : isSame(sumOf(all, name), whole.inputs[name]);
  const odd = names.find((name) => !addsUpHere(name));
  if (odd !== undefined) return withoutValue({ code: 'not-additive', measure: odd });
  const kept = own.map(inWindow);
  const inputs = names.map((name) => [name, addDecimals(whole.inputs[name] ?? 0, -sumOf(kept, name))] as const);
  const fed = { inputs: Object.fromEntries(inputs), reason: undefined, days: daysIn(whole), missingDays: 0 };
  return figureOf(formula, fed, []);
}

/** Whether the parts of a measure add up by this dimension: one that only a line has may split what is counted. */
function addsUp(id: string, by = ''): boolean {
  const measure = measures.get(id);
  const isOwn = entities[measure?.entity ?? '']?.dimensions.includes(by);
  const kind = isOwn ? measure?.aggregation : (measure?.perLine ?? measure)?.aggregation;
  return kind === 'sum' || kind === 'count';
}

/** How many days of a window are in the data. */
function daysIn({ window, warnings }: Pick<KpiResult, 'window' | 'warnings'>): number {
  const missing = warnings.find(({ code }) => code === 'missing-days')?.count ?? 0;
  return window ? (Date.parse(window.end) - Date.parse(window.start)) / MS_PER_DAY + 1 - missing : NaN;
}

const sumOf = (parts: readonly (Fed | undefined)[], name: string): number =>
  parts.reduce((sum, part) => addDecimals(sum, part?.inputs[name] ?? 0), 0);

const isSame = (sum: number, whole: number | undefined): boolean =>
  whole !== undefined && Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
