import type { Day } from '../time/day.js';
import { addDays, weekdayOf } from '../time/day.js';
import { student95, studentTails } from './student.js';
import type { Tested } from './tested.js';
import { standardised } from './tested.js';

/** A window's values day by day from its first day on; NaN where a day has none, or is not complete. */
export interface DailyValues {
  readonly first: Day;
  readonly values: Float64Array;
}

/** The change a day from window to window, each weekday against the same weekday. */
export interface DailyChange {
  readonly change: number;
  readonly error: number;
  readonly freedom: number;
  /** The largest of the values, whichever their sign. */
  readonly size: number;
}

const leastDays = 7;

/** The values of one weekday in the current window and in the base. */
interface Weekday {
  readonly counts: [number, number];
  readonly sums: [number, number];
}

/**
 * Fits value ~ window + weekday by least squares, the error widened because a good day is often followed by a good one
 * (catalogue, section 3.5).
 * @returns undefined with fewer than 7 days with a value in a window, or where the two have no weekday in common
 */
export function dailyChange(current: DailyValues, base: DailyValues): DailyChange | undefined {
  const windows = [current, base] as const;
  const weekdays = Array.from({ length: 7 }, (): Weekday => ({ counts: [0, 0], sums: [0, 0] }));
  const lengths: [number, number] = [0, 0];
  let size = 0;
  for (const nth of [0, 1] as const) {
    const { first, values } = windows[nth];
    values.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      const { counts, sums } = weekdays[weekdayOf(addDays(first, index))]!;
      counts[nth]++;
      sums[nth] += value;
      lengths[nth]++;
      size = Math.max(size, Math.abs(value));
    });
  }
  const shortest = Math.min(...lengths);
  let weight = 0;
  let change = 0;
  for (const { counts, sums } of weekdays) {
    const [here, there] = counts;
    if (here * there === 0) continue;
    const shared = (here * there) / (here + there);
    weight += shared;
    change += shared * (sums[0] / here - sums[1] / there);
  }
  if (shortest < leastDays || weight === 0) return undefined;
  change /= weight;

  let squares = 0;
  let products = 0;
  for (const nth of [0, 1] as const) {
    const { first, values } = windows[nth];
    let before = NaN;
    values.forEach((value, index) => {
      const { counts, sums } = weekdays[weekdayOf(addDays(first, index))]!;
      const usual = (sums[0] + sums[1] - change * counts[0]) / (counts[0] + counts[1]);
      const residual = value - usual - (nth === 0 ? change : 0);
      squares += residual * residual || 0;
      products += before * residual || 0;
      before = residual;
    });
  }
  const known = weekdays.filter(({ counts }) => counts[0] + counts[1] > 0).length;
  const freedom = lengths[0] + lengths[1] - known - 1;
  const follows = Math.min(0.9, Math.max(0, (products / squares || 0) + 3 / shortest));
  const error = Math.sqrt((squares / freedom / weight) * ((1 + follows) / (1 - follows)));
  return { change, error, freedom, size };
}

/** The t test of a change by days. @param days by how many the change a day is multiplied: those of a sum's window */
export function daysTest({ change, error, freedom, size }: DailyChange, days = 1): Tested {
  const reach = error * student95(freedom);
  return {
    pValue: studentTails(standardised(change, error, size), freedom),
    low: (change - reach) * days,
    high: (change + reach) * days,
  };
}
