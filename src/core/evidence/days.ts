import type { Day } from '../time/day.js';
import { weekdayOf } from '../time/day.js';
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

/** A window's values added up by weekday, counted from Sunday. */
interface Tally {
  readonly counts: readonly number[];
  readonly sums: readonly number[];
  /** How many values there are. */
  readonly length: number;
}

/**
 * Fits value ~ window + weekday by least squares, the error widened because a good day is often followed by a good one
 * (catalogue, section 3.5).
 * @returns undefined with fewer than 7 days with a value in a window, or where the two have no weekday in common
 */
export function dailyChange(current: DailyValues, base: DailyValues): DailyChange | undefined {
  const [here, there] = [tallyOf(current), tallyOf(base)];
  const shortest = Math.min(here.length, there.length);
  if (shortest < leastDays) return undefined;
  let weight = 0;
  let change = 0;
  let known = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    const [ours, theirs] = [here.counts[weekday]!, there.counts[weekday]!];
    if (ours + theirs > 0) known++;
    if (ours * theirs === 0) continue;
    const shared = (ours * theirs) / (ours + theirs);
    weight += shared;
    change += shared * (here.sums[weekday]! / ours - there.sums[weekday]! / theirs);
  }
  if (weight === 0) return undefined;
  change /= weight;
  /** What each weekday brings in the base. */
  const usual = here.sums.map((sum, weekday) => {
    const [ours, theirs] = [here.counts[weekday]!, there.counts[weekday]!];
    return (sum + there.sums[weekday]! - change * ours) / (ours + theirs);
  });

  const ofHere = residuals(current, usual, change);
  const ofThere = residuals(base, usual, 0);
  const squares = ofHere.squares + ofThere.squares;
  const products = ofHere.products + ofThere.products;
  const freedom = here.length + there.length - known - 1;
  const follows = Math.min(0.9, Math.max(0, (products / squares || 0) + 3 / shortest));
  const error = Math.sqrt((squares / freedom / weight) * ((1 + follows) / (1 - follows)));
  return { change, error, freedom, size: Math.max(ofHere.size, ofThere.size) };
}

function tallyOf({ first, values }: DailyValues): Tally {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const sums = [0, 0, 0, 0, 0, 0, 0];
  let length = 0;
  for (let day = 0, weekday = weekdayOf(first); day < values.length; day++, weekday = (weekday + 1) % 7) {
    const value = values[day]!;
    if (Number.isNaN(value)) continue;
    counts[weekday]!++;
    sums[weekday]! += value;
    length++;
  }
  return { counts, sums, length };
}

/** How far the days of a window lie from what is usual: in squares, and each times the day before. */
function residuals(
  { first, values }: DailyValues,
  usual: readonly number[],
  change: number,
): { readonly squares: number; readonly products: number; readonly size: number } {
  let squares = 0;
  let products = 0;
  let size = 0;
  let before = NaN;
  for (let day = 0, weekday = weekdayOf(first); day < values.length; day++, weekday = (weekday + 1) % 7) {
    const value = values[day]!;
    const residual = value - usual[weekday]! - change;
    squares += residual * residual || 0;
    products += before * residual || 0;
    size = Math.max(size, Math.abs(value) || 0);
    before = residual;
  }
  return { squares, products, size };
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
