import type { ScorecardRow } from './scorecard-row.js';
import type { ScorecardGroup } from './scorecard-view.js';

/** By which column, and which way. */
export interface ScorecardSort {
  /** Id of the column. */
  readonly column: string;
  readonly descending: boolean;
}

/** The rows in order, without their groups; rows without a value in the column stand last, whichever way. */
export function sorted(
  groups: readonly ScorecardGroup[],
  { column, descending }: ScorecardSort,
  lang: string,
): readonly ScorecardGroup[] {
  const names = new Intl.Collator(lang);
  const way = descending ? -1 : 1;
  const compare = (a: ScorecardRow, b: ScorecardRow): number => {
    if (column === 'name') return way * names.compare(a.heading, b.heading);
    const [one, other] = [a.order[column], b.order[column]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return way * (one - other);
  };
  return [{ label: undefined, rows: groups.flatMap(({ rows }) => rows).sort(compare) }];
}
