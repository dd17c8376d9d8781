import type { Formula, Operator } from '../formula.js';
import { fold, operations } from '../formula.js';

/**
 * What each day contributes to a figure over several days: of n days n·θ − (n − 1)·θ without the day, where θ is the
 * formula at the mean day. For a sum that is the day's own value; a day with few orders weighs little in a mean.
 * @param columns each measure day by day; NaN where a day does not count
 * @returns NaN for days that do not count, and for those on which there is nothing to divide by
 */
export function dailyShares(
  formula: Formula,
  columns: ReadonlyMap<string, ArrayLike<number>>,
  length: number,
): Float64Array {
  const at = (figure: (name: string) => number): number => fold(formula, (number) => number, figure, divided, 1);
  const shares = new Float64Array(length).map((_, day) => at((name) => columns.get(name)?.[day] ?? NaN));
  const days = [...shares.keys()].filter((day) => !Number.isNaN(shares[day]!));
  const n = days.length;
  const totals = new Map(
    [...columns].map(([name, column]) => [name, days.reduce((sum, day) => sum + column[day]!, 0)]),
  );
  const whole = at((name) => (totals.get(name) ?? NaN) / n);
  if (n > 1)
    for (const day of days) {
      const without = at((name) => ((totals.get(name) ?? NaN) - columns.get(name)![day]!) / (n - 1));
      shares[day] = n * whole - (n - 1) * without;
    }
  return shares;
}

/** Dividing by zero or by a negative number gives no value. */
const divided = (operator: Operator, left: number, right: number): number =>
  operator === '/' && !(right > 0) ? NaN : operations[operator](left, right);
