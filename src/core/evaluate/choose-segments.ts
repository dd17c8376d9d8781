import type { KpiResult } from './result.js';

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
