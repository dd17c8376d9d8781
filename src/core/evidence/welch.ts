import { student95, studentTails } from './student.js';
import type { Tested } from './tested.js';
import { standardised } from './tested.js';

/** Units with their sum and the sum of their squares. */
export interface Sample {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * Welch's test of the change of a mean. Both samples must have at least two units.
 * @param dispersion how many times as much as independent units the means vary
 */
export function welch(current: Sample, base: Sample, dispersion = 1): Tested {
  const [here, there] = [meanVariance(current), meanVariance(base)];
  const variance = here + there;
  const freedom = variance > 0 ? variance ** 2 / (here ** 2 / (current.n - 1) + there ** 2 / (base.n - 1)) : 1;
  const [mean, before] = [current.sum / current.n, base.sum / base.n];
  const change = mean - before;
  const error = Math.sqrt(variance * dispersion);
  const size = Math.max(Math.abs(mean), Math.abs(before));
  const reach = error * student95(freedom);
  return {
    pValue: studentTails(standardised(change, error, size), freedom),
    low: change - reach,
    high: change + reach,
  };
}

/** The standard error of the change if all units are independent. */
export const meanError = (current: Sample, base: Sample): number =>
  Math.sqrt(meanVariance(current) + meanVariance(base));

/** The variance of the mean; 0 where the units differ by no more than the squares' rounding. */
function meanVariance({ n, sum, squares }: Sample): number {
  const about = squares - (sum * sum) / n;
  return about > 1e-12 * squares ? about / (n - 1) / n : 0;
}
