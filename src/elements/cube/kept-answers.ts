import type { Dataset } from '../../core/dataset/dataset.js';
import type { Source } from '../../source/request-cache.js';

/** Answers that nobody shows any more, the newest last: a person who goes back finds them. */
const kept = new Map<Promise<Dataset>, { readonly source: Source; readonly at: number }>();
const mostKept = 4;
/** So long the day goes on without them, ms. */
const longestKept = 5 * 60_000;

/** Lets go of an answer, but not at once. */
export function keep(source: Source): void {
  const { dataset } = source;
  kept.get(dataset)?.source.release();
  kept.delete(dataset);
  kept.set(dataset, { source, at: Date.now() });
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) drop(oldest);
}

/** Lets go of those that may be outdated. */
export function dropOld(): void {
  for (const [dataset, { at }] of kept) if (at < Date.now() - longestKept) drop(dataset);
}

/** Lets go of all: newer ones are asked for. */
export function dropAll(): void {
  for (const dataset of kept.keys()) drop(dataset);
}

function drop(dataset: Promise<Dataset>): void {
  kept.get(dataset)?.source.release();
  kept.delete(dataset);
}
