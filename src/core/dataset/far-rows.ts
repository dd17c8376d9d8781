import type { Day } from '../time/day.js';
import type { Table } from './table.js';

/** So many days without a row, and no more, may lie between two of them. */
const longestPause = 366;
/** Fewer rows do not tell what is usual. */
const fewest = 10;

/** The newest rows of a table, where they are dated as they hardly can be. */
export interface FarRows {
  readonly rows: number;
  /** The newest day of the others. */
  readonly after: Day;
}

/**
 * Rows that are dated more than a year after all others, where they are one, or one in a hundred: a year that was
 * mistyped (2062) is no newest day of the data. Nothing can tell such rows from right ones that are this far ahead.
 */
export function farRows(table: Table): FarRows | undefined {
  const span = table.span();
  if (!span || table.length <= fewest || span.last - span.first <= longestPause) return undefined;
  const { starts } = table.byDay().cells;
  const most = Math.max(1, table.length / 100);
  let rows = 0;
  for (let at = starts.length - 2, newest = at; at >= 0; at--) {
    const ofDay = starts[at + 1]! - starts[at]!;
    if (ofDay === 0) continue;
    if (newest - at > longestPause) return { rows, after: (span.first + at) as Day };
    rows += ofDay;
    if (rows > most) return undefined;
    newest = at;
  }
  return undefined;
}

/**
 * Rows that are dated later than tomorrow: what has not happened yet makes no newest day of the data. Where most rows are
 * such, it is the clock that is not trusted.
 */
export function rowsAhead(table: Table, today: Day): FarRows | undefined {
  const { last } = table.span() ?? {};
  if (last === undefined || last <= today + 1) return undefined;
  const byDay = table.byDay();
  const { rows } = byDay.cells;
  const others = byDay.startOf(today + 2);
  const ahead = rows.length - others;
  if (ahead > others) return undefined;
  return { rows: ahead, after: table.time.days[rows[others - 1]!] as Day };
}
