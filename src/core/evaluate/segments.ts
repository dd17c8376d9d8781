import type { Warning } from './result.js';

/** So many segments a result carries at most: nobody reads more, and a page would choke on them. */
const mostSegments = 500;

/** The largest of the segments that have anything, and a warning of how many are left out. */
export function largestSegments(
  keys: readonly string[],
  sizeOf: (key: string) => number,
): { readonly keys: readonly string[]; readonly warnings: readonly Warning[] } {
  const count = keys.length - mostSegments;
  if (count <= 0) return { keys, warnings: [] };
  const sizes = new Map(keys.map((key) => [key, sizeOf(key)]));
  const sorted = [...keys].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  return { keys: sorted.slice(0, mostSegments), warnings: [{ code: 'many-segments', count }] };
}
