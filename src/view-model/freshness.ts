import type { Words } from './words.js';

/** Says that figures are older than they should be. @param at when they came; @param timeZone the reader's own */
export function staleText(at: Date, words: Words, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const time = words.date({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
  return words.say('stale', { time });
}
