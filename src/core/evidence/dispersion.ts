import type { DailyChange } from './days.js';

/**
 * How many times as much as independent units a figure varies from day to day: what one person, campaign or batch does
 * is not independent. At least 1.
 * @param daily the change by days; undefined where it is not known
 * @param error the standard error of the same change if all units are independent
 */
export const dispersionOf = (daily: DailyChange | undefined, error: number): number =>
  daily && error > 0 ? Math.max(1, (daily.error / error) ** 2) : 1;
