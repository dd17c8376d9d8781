import { exactTails } from './exact-tails.js';
import { normalTails, z95 } from './normal.js';
import type { Estimate, Tested } from './tested.js';
import { joined, standardised } from './tested.js';

/** So many of the trials were successes. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Tests the change of a share: pooled z without continuity correction, or Fisher's exact test where an expected count is
 * below 5; Newcombe's interval.
 * @param dispersion how many times as much as independent trials the successes vary; above 1 no test is exact
 */
export function twoProportion(current: Share, base: Share, dispersion = 1): Tested {
  const interval = joined(wilson(current, dispersion), wilson(base, dispersion));
  const trials = current.trials + base.trials;
  const successes = current.successes + base.successes;
  const leastExpected = (Math.min(current.trials, base.trials) * Math.min(successes, trials - successes)) / trials;
  const isWhole = [current, base].every((share) => Number.isInteger(share.successes) && Number.isInteger(share.trials));
  if (leastExpected < 5 && dispersion === 1 && isWhole) return { pValue: fisher(current, base), ...interval };
  const rate = successes / trials;
  const error = Math.sqrt(dispersion * rate * (1 - rate) * (1 / current.trials + 1 / base.trials));
  const change = current.successes / current.trials - base.successes / base.trials;
  return { pValue: normalTails(standardised(change, error, rate)), ...interval };
}

/** The standard error of the change if all trials are independent, each window with its own rate. */
export function shareError(current: Share, base: Share): number {
  const variance = ({ successes, trials }: Share) => (successes * (trials - successes)) / trials ** 3;
  return Math.sqrt(variance(current) + variance(base));
}

/** Wilson's interval. */
function wilson(share: Share, dispersion: number): Estimate {
  const trials = share.trials / dispersion;
  const rate = share.successes / share.trials;
  const square = z95 * z95;
  const centre = (rate + square / (2 * trials)) / (1 + square / trials);
  const reach =
    (z95 * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials * trials))) / (1 + square / trials);
  return { rate, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

function fisher(current: Share, base: Share): number {
  const successes = current.successes + base.successes;
  const least = Math.max(0, successes - base.trials);
  const most = Math.min(successes, current.trials);
  return exactTails(
    current.successes,
    least,
    most,
    (count) => ((successes - count) / (count + 1)) * ((current.trials - count) / (base.trials - successes + count + 1)),
  );
}
