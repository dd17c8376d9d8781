import type { Segment, Warning } from './result.js';

/** So many segments a result carries at most: nobody reads more, and a page would choke on them. */
export const mostSegments = 500;

/** The order of segments in a result; those without a value come last. */
export const largestValueFirst = (a: Pick<Segment, 'key' | 'value'>, b: Pick<Segment, 'key' | 'value'>): number =>
  (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.key < b.key ? -1 : 1);

export function largestFirst(keys: readonly string[], sizeOf: (key: string) => number): string[] {
  const sizes = new Map(keys.map((key) => [key, sizeOf(key)]));
  return keys.toSorted((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
}

/** The segments; of very many the largest alone, with a warning of how many are left out. */
export function largestSegments(
  keys: readonly string[],
  sizeOf: (key: string) => number,
): { readonly keys: readonly string[]; readonly warnings: readonly Warning[] } {
  const count = keys.length - mostSegments;
  return count > 0
    ? { keys: largestFirst(keys, sizeOf).slice(0, mostSegments), warnings: [{ code: 'many-segments', count }] }
    : { keys, warnings: [] };
}
