import type { Catalog } from '../catalog/catalog.js';
import { KpiError } from '../error.js';
import { excerptOf } from '../excerpt.js';
import type { CubeRow } from './cube-answer.js';

/**
 * The rows of a cube answer, one for each time and segment: a server that asks its tables one after another gives
 * several, each with measures of its own.
 *
 * @param member which of the answer's lists they are
 * @throws KpiError `malformed-data` where two of them give the same measure
 */
export function mergedRows(
  member: 'buckets' | 'windows',
  rows: readonly CubeRow[],
  { measures }: Catalog,
): readonly CubeRow[] {
  const merged = new Map<string, CubeRow>();
  for (const row of rows) {
    const members = Object.entries(row).filter(([, value]) => value != null);
    const place = members.filter(([name]) => !measures.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(place);
    const others = merged.get(key);
    const twice = others && members.find(([name]) => measures.has(name) && others[name] != null)?.[0];
    if (twice !== undefined) throw givenTwice(member, twice, row, others!);
    merged.set(key, others ? { ...row, ...others, ...Object.fromEntries(members) } : row);
  }
  return merged.size === rows.length ? rows : [...merged.values()];
}

function givenTwice(member: string, measure: string, row: CubeRow, other: CubeRow): KpiError {
  const found = `${excerptOf(other[measure])} and ${excerptOf(row[measure])}`;
  const message = `cube answer, ${member}: expected one row for ${excerptOf(row['start'])} and a segment, found two that give ${measure}: ${found}.`;
  return new KpiError('malformed-data', message, { field: member, measure, start: row['start'], found });
}
