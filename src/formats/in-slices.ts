import { joined } from '../core/dataset/limits.js';
import { sliceLength } from './slice-length.js';

/** What a text begins with, and where that ends. */
export interface Taken<Value> {
  readonly value: Value;
  readonly end: number;
}

/**
 * Takes whole records off a text while it comes, a slice at a time; what is left in the end is returned.
 *
 * @param take reads the whole records that a text begins with; undefined where it holds none: one is longer than a slice
 * @param length of a slice in characters
 */
export async function* inSlices<Value>(
  chunks: AsyncIterable<string> | readonly string[],
  take: (text: string) => Taken<Value> | undefined,
  length = sliceLength,
): AsyncGenerator<Value, string> {
  let rest = '';
  let limit = length;
  for await (const chunk of chunks) {
    rest = joined(rest, chunk);
    while (rest.length >= limit) {
      const taken = take(rest.slice(0, limit));
      if (taken) {
        yield taken.value;
        rest = rest.slice(taken.end);
        limit = length;
      } else limit *= 2;
    }
  }
  return rest;
}
