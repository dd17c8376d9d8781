import type { EntityDefinition } from '../catalog/definition.js';
import type { Day } from '../time/day.js';
import type { AsOf, CoveredDays } from '../time/window.js';
import type { Table } from './table.js';

/** The days that have rows, in order. */
export function daysWithRows({ time, length }: Table): number[] {
  const days = new Set<number>();
  for (let row = 0; row < length; row++) if (!Number.isNaN(time.instants[row])) days.add(time.days[row]!);
  return [...days].sort((a, b) => a - b);
}

/**
 * From the first row's day to the current day: in between, no row means 0. A daily feed that has fallen silent ends
 * with its newest row, so that a broken feed is not read as zero. Where a table's absence says so, the last row ends
 * what is known, or some days after it.
 * @param days those with rows, in order
 * @param staleDays how long the last snapshot holds
 */
export function coveredDays(
  absence: EntityDefinition['absence'],
  days: readonly number[],
  asOf: AsOf,
  staleDays: number,
): CoveredDays | undefined {
  const known = days.filter((day) => day <= asOf.day);
  const first = known[0];
  const newest = known.at(-1);
  if (first === undefined || newest === undefined) return undefined;
  const lastComplete = asOf.instant === undefined ? asOf.day : asOf.day - 1;
  const fellSilent = newest < lastComplete && known.at(-14) === newest - 13;
  const carried = absence === 'carry' ? Math.min(newest + staleDays, asOf.day) : newest;
  const last = absence === 'zero' && !fellSilent ? asOf.day : carried;
  return { first: first as Day, last: last as Day };
}
