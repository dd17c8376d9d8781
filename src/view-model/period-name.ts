import { periodEnglish } from '../locale/en/period.js';
import type { PeriodKey } from '../locale/messages.js';
import type { DateRange } from './dates.js';
import { rangeText } from './dates.js';
import type { Words } from './words.js';

const counted = /^last-(\d+)-(days|weeks|months)$/;

/** "Last 28 days", "This month", or an ISO interval as dates; another text as it is. */
export function periodName(period: string, words: Words<PeriodKey>): string {
  const count = counted.exec(period);
  if (count) return words.say(`preset.last-${count[2] as 'days' | 'weeks' | 'months'}`, { count: Number(count[1]) });
  return intervalText(period, words) ?? known(`preset.${period}`, words) ?? period;
}

/** The dates of a period, where its name does not say them. */
export const datesOf = (period: string, window: DateRange | undefined, words: Words<PeriodKey>): string | undefined =>
  window && !period.includes('/') ? rangeText(window, words) : undefined;

/** "Previous period", "Previous year and 1 – 31 May 2025", in the order asked. */
export function comparisonName(compare: string, words: Words<PeriodKey>): string {
  const names = compare.split(/\s+/).filter(Boolean);
  return words.list(names.map((name) => intervalText(name, words) ?? known(`compare.${name}`, words) ?? name));
}

function intervalText(text: string, words: Words<PeriodKey>): string | undefined {
  const [, start, end] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  const areDates = [start, end].every((day) => day !== undefined && !Number.isNaN(Date.parse(day)));
  return start !== undefined && end !== undefined && areDates ? rangeText({ start, end }, words) : undefined;
}

const known = (key: string, words: Words<PeriodKey>): string | undefined =>
  Object.hasOwn(periodEnglish, key) ? words.say(key as PeriodKey) : undefined;
