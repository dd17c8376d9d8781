import { exactTails } from './exact-tails.js';
import { normalTails, z95 } from './normal.js';
import type { Estimate, Tested } from './tested.js';
import { joined, standardised } from './tested.js';

/** So many events in so many days, or among so many orders. */
export interface Events {
  readonly count: number;
  readonly exposure: number;
}

/** Up to so many events together the test is exact. */
const mostExact = 1000;

/**
 * Tests the change of a number of events per exposure: given how many there are together, how many of them fall into
 * the current window. There must be an event.
 * @param dispersion how many times as much as independent events their number varies; above 1 no test is exact
 */
export function poisson(current: Events, base: Events, dispersion = 1): Tested {
  const interval = joined(limits(current, dispersion), limits(base, dispersion));
  const events = current.count + base.count;
  const odds = current.exposure / base.exposure;
  const isWhole = Number.isInteger(current.count) && Number.isInteger(base.count);
  if (events <= mostExact && dispersion === 1 && isWhole)
    return {
      pValue: exactTails(current.count, 0, events, (count) => ((events - count) / (count + 1)) * odds),
      ...interval,
    };
  const share = current.exposure / (current.exposure + base.exposure);
  const error = Math.sqrt(events * share * (1 - share) * dispersion);
  return { pValue: normalTails(standardised(current.count - events * share, error, events)), ...interval };
}

/** The standard error of the change per exposure if all events are independent. */
export function eventsError(current: Events, base: Events): number {
  const variance = ({ count, exposure }: Events) => count / exposure ** 2;
  return Math.sqrt(variance(current) + variance(base));
}

/** The score interval of a number of events, per exposure. */
function limits({ count, exposure }: Events, dispersion: number): Estimate {
  const known = count / dispersion;
  const square = z95 * z95;
  const reach = z95 * Math.sqrt(known + square / 4);
  const per = exposure / dispersion;
  return { rate: known / per, low: (known + square / 2 - reach) / per, high: (known + square / 2 + reach) / per };
}
