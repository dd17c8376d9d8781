import type { Day } from '../time/day.js';
import type { CoveredDays } from '../time/window.js';
import { joined } from '../time/window.js';
import type { DeclaredCoverage } from './declared-coverage.js';
import type { Table } from './table.js';

/** What a data set tells of its days beside its rows. */
export interface ToldOfDays {
  readonly declared: DeclaredCoverage;
  /** When the rows of an entity were that could not be read, as far as they say; undefined where there are none. */
  readonly refusedOf: (entity: string) => Table | undefined;
}

/**
 * What is known but for the days that have rows of which none could be read: what these come to is unknown, and not 0.
 * @param days those with rows that could be read
 */
export function withoutRefused(
  covered: CoveredDays | undefined,
  refused: Table | undefined,
  days: readonly number[],
): CoveredDays | undefined {
  if (!covered || !refused) return covered;
  const { first, last, gaps = [] } = covered;
  const read = new Set(days);
  const lost = refused
    .byDay()
    .daysWhere(() => true)
    .filter((day) => day >= first && day <= last && !read.has(day));
  if (lost.length === 0) return covered;
  const isLost = new Set(lost);
  let end: number = last;
  while (end >= first && isLost.has(end)) end--;
  if (end < first) return undefined;
  const within = lost.filter((day) => day < end).map((day) => ({ first: day as Day, last: day as Day }));
  return { first, last: end as Day, gaps: joined([...gaps, ...within]) };
}
