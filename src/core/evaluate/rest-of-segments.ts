import { measures } from '../catalog/measures.js';
import { addDecimals } from '../decimal.js';
import { namesIn, parseFormula } from '../formula.js';
import { changeOf } from './change.js';
import { figureOf, withoutValue } from './figure.js';
import type { Figure, KpiResult, Segment } from './result.js';
import type { RestOfSegments } from './scorecard-result.js';

type Fed = Pick<Figure, 'inputs'>;

/** The segments in the order in which they are shown; those without a value last. */
export function largestFirst({ segments }: KpiResult): readonly Segment[] {
  const size = ({ value }: Figure): number => value ?? -Infinity;
  return [...segments].sort((a, b) => size(b) - size(a));
}

/**
 * The segments but the `shown` largest as one figure: numerators and denominators are added, and divided once. Where the
 * parts of a measure do not add up to the whole (distinct customers, orders by product), there is no value.
 */
export function restOfSegments(result: KpiResult, shown: number): RestOfSegments | undefined {
  const rest = largestFirst(result).slice(shown);
  const leftOut = result.warnings.find(({ code }) => code === 'many-segments')?.count ?? 0;
  if (rest.length + leftOut === 0) return undefined;
  const figure = restOf(result, result, rest, (segment) => segment);
  return {
    ...figure,
    key: '',
    count: rest.length + leftOut,
    series: [],
    comparisons: result.comparisons.map((comparison, nth) => {
      const there = restOf(result, comparison, rest, (segment) => segment.comparisons[nth]);
      const change = changeOf(figure.value, comparison.change && there.value, result.better);
      return { ...comparison, ...there, ...change, evidence: 'untested', significance: undefined, series: [] };
    }),
  };
}

/** The rest in one window: that of the figure, or that of a comparison. */
function restOf(
  result: KpiResult,
  whole: Fed,
  rest: readonly Segment[],
  inWindow: (segment: Segment) => Fed | undefined,
): Figure {
  const formula = parseFormula(result.formula);
  const names = namesIn(formula);
  const all = result.segments.map(inWindow);
  const isCut = result.warnings.some(({ code }) => code === 'many-segments');
  const shown = result.segments.filter((segment) => !rest.includes(segment)).map(inWindow);
  const odd = names.find((name) => (isCut ? !addsUp(name) : !isSame(sumOf(all, name), whole.inputs[name])));
  if (odd !== undefined) return withoutValue({ code: 'not-additive', measure: odd });
  const inputs = names.map((name) => [name, addDecimals(whole.inputs[name] ?? 0, -sumOf(shown, name))] as const);
  return figureOf(formula, { inputs: Object.fromEntries(inputs), reason: undefined, missingDays: 0 }, []);
}

/** Whether the parts of a measure add up whatever it is split by. */
function addsUp(id: string): boolean {
  const measure = measures.get(id);
  const kinds = [measure?.aggregation, measure?.perLine?.aggregation ?? 'sum'];
  return kinds.every((kind) => kind === 'sum' || kind === 'count');
}

const sumOf = (parts: readonly (Fed | undefined)[], name: string): number =>
  parts.reduce((sum, part) => addDecimals(sum, part?.inputs[name] ?? 0), 0);

const isSame = (sum: number, whole: number | undefined): boolean =>
  whole !== undefined && Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
