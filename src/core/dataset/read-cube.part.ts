import type { Catalog } from '../catalog/catalog.js';
import { catalog as catalogue } from '../catalog/catalog.js';
import { KpiError } from '../error.js';
import { nearest } from '../nearest.js';
import { parseWhere } from './where.js';
import { excerptOf } from '../excerpt.js';
import type { CubeAnswer, CubeRow } from './cube-answer.js';
import type { GivenCube } from './given-measures.js';
import { givenWindows } from './given-windows.js';
import type { TableReport } from './input.js';
import { mergedRows } from './merged-rows.js';
import type { Records } from './records.js';
import { recordsOf } from './records.js';
import { refuseShortWholes } from './whole-and-parts.js';

/** A cube answer as a data set takes it in. */
export interface CubeContents {
  readonly cube: GivenCube;
  /** Rows by table: what adds up as daily numbers, and which days are known. */
  readonly tables: readonly (readonly [table: string, records: Records])[];
  /** @throws KpiError `malformed-data` where a row of them could not be read: without it another day would be 0 */
  check(report: TableReport): void;
}

/**
 * Reads the answer to a cube question, whose envelope has been checked.
 *
 * @throws KpiError `malformed-data` naming what in its rows cannot be; `bad-option` where its `where` cannot be read
 */
export function readCube(answer: CubeAnswer, catalog: Catalog = catalogue): CubeContents {
  const known = new Set(answer.measures ?? coveredIn(answer, catalog));
  const windows = mergedRows('windows', givenWindows(answer.windows ?? [], catalog), catalog);
  refuseUntold(answer, catalog);
  const buckets = bucketsOf(answer, known, catalog);
  const coverage = answer.coverage ?? [];
  const daily = recordsOf(buckets.map(({ start, ...measures }) => ({ ...measures, date: start })));
  return {
    cube: { windows, met: parseWhere(answer.where ?? undefined), known },
    tables: [['dailyMeasures', daily], ...(coverage.length > 0 ? [['coverage', recordsOf(coverage)] as const] : [])],
    check({ table, issues: [issue] }) {
      if (!issue) return;
      const isDaily = table === 'dailyMeasures';
      const of = isDaily ? buckets[issue.row - 1]?.['start'] : coverage[issue.row - 1]?.['entityId'];
      const field = isDaily && issue.field === 'date' ? 'start' : issue.field;
      const member = isDaily ? 'buckets' : 'coverage';
      const { value: found = 'none', reason } = issue;
      const expected = found === 'none' ? 'a value' : reason.slice(found.length + 2).replace('expected ', '');
      const message = `cube answer, ${member} of ${excerptOf(of)}, ${field}: expected ${expected}, found ${found}.`;
      throw new KpiError('malformed-data', message, { field, found, expected, of });
    },
  };
}

/**
 * Refuses an answer with rows of which none has a column for a measure that adds up and that the answer lists: where
 * there was none of it, null or 0 would stand there, and a column of another name would be passed over.
 *
 * @throws KpiError `malformed-data` naming the measures, and the columns that there are
 */
function refuseUntold({ measures: listed, buckets }: CubeAnswer, { measures }: Catalog): void {
  const columns = [...new Set(buckets.flatMap((row) => Object.keys(row)))];
  const untold = (listed ?? []).filter((id) => measures.get(id)?.daily === 'sum' && !columns.includes(id));
  if (columns.length === 0 || untold.length === 0) return;
  const strays = columns.filter((column) => !measures.has(column));
  const meant = untold.flatMap((id) => {
    const column = nearest(id, strays);
    return column === undefined ? [] : [`Is ${excerptOf(column)} meant to be ${id}? `];
  });
  const message =
    `cube answer, buckets: expected columns for all measures that it lists, found none for ${untold.join(', ')}, but ` +
    `${columns.join(', ')}. ${meant.join('')}Give null or 0 where there was none of a measure, and list none that the ` +
    `server does not have.`;
  throw new KpiError('malformed-data', message, { field: 'buckets', found: columns.join(', '), expected: untold });
}

/** What coverage names as a measure: some ids are tables too, of which rows give other measures alone. */
function coveredIn({ coverage, buckets, windows }: CubeAnswer, { measures }: Catalog): string[] {
  const tables = new Set<string | undefined>();
  for (const row of [...buckets, ...(windows ?? [])]) for (const id in row) tables.add(measures.get(id)?.entity);
  return (coverage ?? []).map(({ entityId }) => String(entityId)).filter((id) => !tables.has(id));
}

/**
 * The rows of what adds up, with 0 for what the answer tells that it knows, and of which there was nothing: of a part of
 * the rows none may have been booked, though.
 */
function bucketsOf(
  { buckets: rows, coverage, by, where }: CubeAnswer,
  known: ReadonlySet<string>,
  catalog: Catalog,
): readonly CubeRow[] {
  const buckets = mergedRows('buckets', rows, catalog);
  refuseShortWholes(buckets, catalog);
  const told = new Set(known);
  for (const row of buckets) for (const id in row) told.add(id);
  const isNone = (id: string): boolean =>
    catalog.measures.get(id)?.daily === 'sum' && buckets.every((row) => row[id] == null);
  const none = [...told].filter(isNone).map((id) => {
    const isUnbooked = where && catalog.entities[catalog.measures.get(id)!.entity]?.absence === 'inside';
    return [id, isUnbooked ? null : 0] as const;
  });
  // Where there is no row at all, one of the first day that is known tells what was none, and what it is split by.
  const bare = (coverage ?? []).slice(0, known.size > 0 ? 1 : 0).map(({ from }) => ({
    ...{ start: from, ...Object.fromEntries((by ?? []).map((name) => [name, ''])) },
  }));
  if (buckets.length > 0 && none.length === 0) return buckets;
  return (buckets.length > 0 ? buckets : bare).map((row) => ({ ...row, ...Object.fromEntries(none) }));
}
