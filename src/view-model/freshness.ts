import type { Words } from './words.js';

/** A moment as the reader's own clock shows it. @param timeZone the reader's */
export const clockText = (
  at: Date,
  words: Words,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string => words.date({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

/** Says that figures are older than they should be. @param at when they came; @param timeZone the reader's */
export const staleText = (at: Date, words: Words, timeZone?: string): string =>
  words.say('stale', { time: clockText(at, words, timeZone) });
