import { rangeText } from './dates.js';
import { dimensionText, segmentText } from './segment-text.js';
import type { Words } from './words.js';

/** What the person may have chosen in a widget. Dates are inclusive ISO dates. */
export interface Selected {
  readonly stage?: string | undefined;
  readonly by?: string | undefined;
  readonly segment?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** "Channel: email", "Sessions with a purchase", "3 – 9 Nov 2025", or several of them. */
export function selectionText({ stage, by, segment, start, end }: Selected, words: Words): string {
  const { measures } = words.messages;
  return [
    stage !== undefined && (measures[stage] ?? stage),
    segment !== undefined && named(by, segmentText(by, segment, words), words),
    start !== undefined && end !== undefined && rangeText({ start, end }, words),
  ]
    .filter((text) => text !== false)
    .join(' · ');
}

const named = (by: string | undefined, text: string, words: Words): string =>
  by === undefined ? text : words.labelled(dimensionText(by, words), text);
