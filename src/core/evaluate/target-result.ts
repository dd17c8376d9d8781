import type { Better } from '../catalog/definition.js';
import type { Pace } from './pace.js';
import type { TargetResult } from './result.js';

/**
 * How a value stands against its target; a ratio above 1 is better, whichever way is better.
 * @param value undefined where there is none, or one that is not to be held against the target
 * @param days how many days the target is for
 */
export function targetResult(
  target: number,
  value: number | undefined,
  better: Better,
  days?: number,
  pace?: Pace,
): TargetResult {
  const isDown = better === 'down';
  // Of a target that is 0 or negative no ratio says which of the two is better.
  const ratio = value === undefined || target <= 0 ? NaN : isDown ? target / value : value / target;
  return {
    value: target,
    ratio: Number.isFinite(ratio) ? ratio : undefined,
    reached: value === undefined ? undefined : isDown ? value <= target : value >= target,
    days,
    pace: pace?.value,
    paceRange: pace?.low === undefined || pace.high === undefined ? undefined : { low: pace.low, high: pace.high },
    paceBasis: pace?.basis,
  };
}
