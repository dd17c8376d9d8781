import type { Warning } from '../core/evaluate/result.js';
import type { Words } from './words.js';

/** The dimensions whose values the catalogue lists. */
const listed = new Set(['channel', 'customerType', 'device', 'platform', 'ticketChannel', 'visitorType']);

/** A dimension's name; one that the language does not know is called by its id. */
export const dimensionText = (by: string, words: Words): string => words.messages.dimensions[by] ?? by;

/** A segment's name: that of a value that everybody knows, a country's own, else the key as the data have it. */
export function segmentText(by: string | undefined, key: string, words: Words): string {
  if (key === '') return words.say('line.unnamed');
  if (by === 'country' && /^[A-Z]{2}$/.test(key)) return words.region(key);
  const { segments } = words.messages;
  return listed.has(by ?? '') && Object.hasOwn(segments, key) ? segments[key]! : key;
}

/** How many segments there are: a result of very many holds the largest alone. */
export const segmentCount = (result: {
  readonly segments: readonly unknown[];
  readonly warnings: readonly Warning[];
}): number => result.segments.length + (result.warnings.find(({ code }) => code === 'many-segments')?.count ?? 0);
