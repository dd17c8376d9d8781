import { dailyShares } from '../evidence/daily-shares.js';
import type { DailyChange, DailyValues } from '../evidence/days.js';
import { dailyChange, daysTest } from '../evidence/days.js';
import { sampleTests } from '../evidence/sample-test.js';
import type { Span } from '../time/window.js';
import type { Finding } from './significance.js';
import { leastToWiden } from './significance.js';
import type { CountedStages, StageCounts } from './stage-counts.js';

/** One window of a funnel, for one group of units. */
export interface StageSide extends Pick<CountedStages, 'complete'> {
  readonly window: Span;
  readonly counts: StageCounts;
}

/**
 * Tests the share that a stage is of an earlier one: two proportions, by days where more reached the stage than that one.
 * @param of index of the earlier stage
 */
export function stageFinding(current: StageSide, base: StageSide, stage: number, of: number): Finding | undefined {
  const daily = shareByDays(current, base, stage, of);
  const isLong = [current, base].every(({ complete }) => complete.filter(Boolean).length >= leastToWiden);
  const step = ({ counts: { values } }: StageSide) => ({ successes: values[stage]!, trials: values[of]! });
  const verdict = sampleTests['two-proportion'].run(step(current), step(base), isLong ? daily : undefined);
  if (verdict) {
    const { isEnough, ...significance } = verdict;
    return { significance: { test: 'two-proportion', ...significance }, isEnough };
  }
  return daily && { significance: { test: 'days', ...daysTest(daily), dispersion: 1 }, isEnough: true };
}

function shareByDays(current: StageSide, base: StageSide, stage: number, of: number): DailyChange | undefined {
  const sharesIn = ({ window, counts: { byDay }, complete }: StageSide): DailyValues | undefined => {
    if (!byDay) return undefined;
    const known = (counts: Float64Array) => counts.map((count, day) => (complete[day] ? count : NaN));
    const inputs = { successes: known(byDay(stage)), trials: known(byDay(of)) };
    const values = dailyShares(inputs, ({ successes = new Float64Array(), trials = successes }) =>
      successes.map((count, day) => (trials[day]! > 0 ? count / trials[day]! : NaN)),
    );
    return { first: window.start, values };
  };
  const [here, there] = [sharesIn(current), sharesIn(base)];
  return here && there && dailyChange(here, there);
}
