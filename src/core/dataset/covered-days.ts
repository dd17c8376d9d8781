import type { EntityDefinition } from '../catalog/definition.js';
import type { Day } from '../time/day.js';
import type { AsOf, CoveredDays } from '../time/window.js';

/**
 * From the first row's day to the current day: in between, no row means 0. A daily feed that has fallen silent ends
 * with its newest row, so that a broken feed is not read as zero; an experiment may be over. Where a table's absence says so, the last row ends
 * what is known, or some days after it.
 * @param days those with rows, in order
 * @param staleDays how long the last snapshot holds
 */
export function coveredDays(
  { absence, ends }: Pick<EntityDefinition, 'absence' | 'ends'>,
  days: readonly number[],
  asOf: AsOf,
  staleDays: number,
): CoveredDays | undefined {
  let count = days.length;
  while (count > 0 && days[count - 1]! > asOf.day) count--;
  const [first, newest] = count > 0 ? [days[0], days[count - 1]] : [];
  if (first === undefined || newest === undefined) return undefined;
  const lastComplete = asOf.instant === undefined ? asOf.day : asOf.day - 1;
  const fellSilent = !ends && newest < lastComplete && days[count - 14] === newest - 13;
  const carried = absence === 'carry' ? Math.min(newest + staleDays, asOf.day) : newest;
  const last = absence === 'zero' && !fellSilent ? asOf.day : carried;
  return { first: first as Day, last: last as Day };
}

/** Days of which each is known by itself, and none of those between them. @param days in order */
export function daysAlone(days: readonly number[], asOf: AsOf): CoveredDays | undefined {
  const found = coveredDays({ absence: 'unknown' }, days, asOf, 0);
  const gaps = days.flatMap((day, index) => {
    const next = days[index + 1] ?? day;
    return next > day + 1 ? [{ first: (day + 1) as Day, last: (next - 1) as Day }] : [];
  });
  return found && { ...found, gaps: gaps.filter(({ first }) => first <= found.last) };
}
