import type { Warning } from './result.js';

/** So many segments a result carries at most: nobody reads more, and a page would choke on them. */
const mostSegments = 500;

/** The segments, the largest first; of very many the largest alone, with a warning of how many are left out. */
export function largestSegments(
  keys: readonly string[],
  sizeOf: (key: string) => number,
): { readonly keys: readonly string[]; readonly warnings: readonly Warning[] } {
  const sizes = new Map(keys.map((key) => [key, sizeOf(key)]));
  const sorted = keys.toSorted((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  const count = keys.length - mostSegments;
  return { keys: sorted.slice(0, mostSegments), warnings: count > 0 ? [{ code: 'many-segments', count }] : [] };
}
