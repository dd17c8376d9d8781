import { dayText, wall } from './dates.js';
import type { Words } from './words.js';

/** An ISO date, or an instant as it is in a zone: "20 Nov 2025", "20 Nov 2025, 11:05". */
export function momentText(iso: string, timeZone: string | undefined, words: Words): string {
  if (!iso.includes('T')) return dayText(iso, words);
  // Without an offset it is the zone's own time already.
  if (!/(Z|[+-]\d\d(:?\d\d)?)$/i.test(iso.slice(11)))
    return words.date({ dateStyle: 'medium', timeStyle: 'short' }).format(wall(iso));
  return words.date({ dateStyle: 'medium', timeStyle: 'short', ...(timeZone && { timeZone }) }).format(new Date(iso));
}
