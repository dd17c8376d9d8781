import type { DailyChange } from './days.js';
import { dispersionOf } from './dispersion.js';
import { eventsError, poisson } from './poisson.js';
import type { Tested } from './tested.js';
import { shareError, twoProportion } from './two-proportion.js';
import { meanError, welch } from './welch.js';

/** What a window holds, by the names of `TestInputs`. */
export type Inputs = Readonly<Record<string, number>>;

/** A verdict on two samples. */
export interface SampleVerdict extends Tested {
  readonly dispersion: number;
  /** False where the samples are so small that nothing can be told from them. */
  readonly isEnough: boolean;
}

/** A test of a figure that is one sum over another. */
export interface SampleTest {
  /** The inputs that are divided. */
  readonly of: string;
  readonly per: string;
  /** Whether the days test stands in where this one cannot be run. */
  readonly orByDays: boolean;
  /**
   * @param daily the change by days, which tells how much more than independent units the samples vary
   * @returns undefined where the test cannot be run
   */
  run(current: Inputs, base: Inputs, daily: DailyChange | undefined): SampleVerdict | undefined;
}

interface Parts<Sample> extends Pick<SampleTest, 'of' | 'per' | 'orByDays'> {
  readonly read: (inputs: Inputs) => Sample;
  readonly canRun: (current: Sample, base: Sample) => boolean;
  readonly isEnough: (current: Sample, base: Sample) => boolean;
  readonly error: (current: Sample, base: Sample) => number;
  readonly test: (current: Sample, base: Sample, dispersion: number) => Tested;
}

const sampleTest = <Sample>({ read, canRun, isEnough, error, test, ...parts }: Parts<Sample>): SampleTest => ({
  ...parts,
  run(...[inputs, others, daily]) {
    const [current, base] = [read(inputs), read(others)];
    if (!canRun(current, base)) return undefined;
    const dispersion = dispersionOf(daily, error(current, base));
    return { ...test(current, base, dispersion), dispersion, isEnough: isEnough(current, base) };
  },
});

/** So many trials or units each window must have, and so many events both together. */
const leastUnits = 30;
const leastEvents = 10;

/** The tests that know how much a sample varies; catalogue, section 3.5. */
export const sampleTests = {
  'two-proportion': sampleTest({
    ...{ of: 'successes', per: 'trials', orByDays: true },
    read: ({ successes = NaN, trials = NaN }) => ({ successes, trials }),
    canRun: (...shares) => shares.every(({ successes, trials }) => successes >= 0 && successes <= trials && trials > 0),
    isEnough: (...shares) => shares.every(({ trials }) => trials >= leastUnits),
    error: shareError,
    test: twoProportion,
  }),
  welch: sampleTest({
    ...{ of: 'sum', per: 'n', orByDays: false },
    read: ({ n = NaN, sum = NaN, squares = NaN }) => ({ n, sum, squares }),
    canRun: (...samples) => samples.every(({ n }) => n >= 2),
    isEnough: (...samples) => samples.every(({ n }) => n >= leastUnits),
    error: meanError,
    test: welch,
  }),
  poisson: sampleTest({
    ...{ of: 'count', per: 'exposure', orByDays: false },
    read: ({ count = NaN, exposure = NaN }) => ({ count, exposure }),
    canRun: (...events) =>
      events.every(({ count, exposure }) => count >= 0 && exposure > 0) && events.some(({ count }) => count > 0),
    isEnough: (current, base) => current.count + base.count >= leastEvents,
    error: eventsError,
    test: poisson,
  }),
} as const;
