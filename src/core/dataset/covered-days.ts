import type { EntityDefinition } from '../catalog/definition.js';
import type { Day } from '../time/day.js';
import type { AsOf, CoveredDays } from '../time/window.js';

type Gap = Pick<CoveredDays, 'first' | 'last'>;

/** A silence that is this long, and so many times the longest pause before it, is none of the shop's. */
const longSilence = 28;
const timesPause = 3;
/** On fewer days with rows nothing tells what pause is usual. */
const fewestDays = 10;
/** So many days without a row make a gap of those after the first few rows, whose year was mistyped perhaps. */
const longestPause = 366;

/**
 * From the first row's day to the current day: in between, no row means 0. A feed that has fallen silent ends with its
 * newest row, so that a broken feed or an old export is not read as zero; an experiment may be over. Where a table's
 * absence says so, the last row ends what is known, or some days after it. What lies between a few rows and all others,
 * more than a year later, is not known.
 * @param days those with rows, in order
 * @param staleDays how long the last snapshot holds
 */
export function coveredDays(
  { absence, ends }: Pick<EntityDefinition, 'absence' | 'ends'>,
  days: readonly number[],
  asOf: AsOf,
  staleDays: number,
): CoveredDays | undefined {
  const until = days.filter((day) => day <= asOf.day);
  const [first, newest] = [until[0], until.at(-1)];
  if (first === undefined || newest === undefined) return undefined;
  const lastComplete = asOf.instant === undefined ? asOf.day : asOf.day - 1;
  const carried = absence === 'carry' ? Math.min(newest + staleDays, asOf.day) : newest;
  const last = absence === 'zero' && (ends || !fellSilent(until, lastComplete)) ? asOf.day : carried;
  const gaps = absence === 'carry' ? [] : earlyGaps(until);
  return { first: first as Day, last: last as Day, ...(gaps.length > 0 && { gaps }) };
}

/** Whether rows came every day, or often enough, and come no more. */
function fellSilent(days: readonly number[], lastComplete: number): boolean {
  const newest = days.at(-1)!;
  const silence = lastComplete - newest;
  if (silence > 0 && days.at(-14) === newest - 13) return true;
  if (silence <= longSilence || days.length < fewestDays) return false;
  return days.every((day, at) => at === 0 || (day - days[at - 1]!) * timesPause < silence);
}

/** After the first day with rows, or one in a hundred of them. */
function earlyGaps(days: readonly number[]): Gap[] {
  const few = days.length < fewestDays ? 0 : Math.max(1, Math.floor(days.length / 100));
  return gapsBetween(days.slice(0, few + 1)).filter(({ first, last }) => last - first >= longestPause);
}

/** Days of which each is known by itself, and none of those between them. @param days in order */
export function daysAlone(days: readonly number[], asOf: AsOf): CoveredDays | undefined {
  const found = coveredDays({ absence: 'unknown' }, days, asOf, 0);
  return found && { ...found, gaps: gapsBetween(days).filter(({ first }) => first <= found.last) };
}

const gapsBetween = (days: readonly number[]): Gap[] =>
  days.slice(1).flatMap((day, at) => {
    const before = days[at]!;
    return day > before + 1 ? [{ first: (before + 1) as Day, last: (day - 1) as Day }] : [];
  });
