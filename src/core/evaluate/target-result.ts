import type { Better } from '../catalog/definition.js';
import type { TargetResult } from './result.js';

/** How a value stands against its target; a ratio above 1 is better, whichever way is better. */
export function targetResult(target: number, value: number | undefined, better: Better, pace?: number): TargetResult {
  const isDown = better === 'down';
  const ratio = value === undefined ? NaN : isDown ? target / value : value / target;
  return {
    value: target,
    ratio: Number.isFinite(ratio) ? ratio : undefined,
    reached: value !== undefined && (isDown ? value <= target : value >= target),
    pace,
  };
}
