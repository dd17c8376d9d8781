import type { Buckets } from '../time/buckets.js';
import { MS_PER_DAY } from '../time/day.js';

/**
 * How much of their days' figures some days had brought by a time of day: the running hour in proportion.
 * @param values of each of the hours; NaN where it is not known
 * @param time of the wall's clock, in milliseconds since midnight
 * @returns undefined where they brought nothing, or fell by then or after it
 */
export function dayShare(values: Float64Array, { starts, hours }: Buckets, time: number): number | undefined {
  const { from, zone } = hours!;
  let [before, whole] = [0, 0];
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    const begin = zone.localAt(from[index]!) - starts[index]! * MS_PER_DAY;
    const passed = (time - begin) / (from[index + 1]! - from[index]!);
    before += value * Math.min(1, Math.max(0, passed));
    whole += value;
  });
  return whole > 0 && before >= 0 && before <= whole ? before / whole : undefined;
}
