import type { Catalog } from '../catalog/catalog.js';
import { dimensionsIn } from '../catalog/dimensions-in.js';
import { KpiError } from '../error.js';
import { excerptOf } from '../excerpt.js';
import type { CubeRow } from './cube-answer.js';

/** By so much parts may be more than their whole: some servers estimate counts, and amounts are rounded. */
const tolerance = 0.05;

/**
 * Refuses rows of what adds up that are less than their parts: a database writes null for what names no value of a
 * dimension, where a cube answer means all of its values together.
 *
 * @throws KpiError `malformed-data` naming the day, the measure and the dimension
 */
export function refuseShortWholes(buckets: readonly CubeRow[], catalog: Catalog): void {
  const known = dimensionsIn(catalog);
  const namedIn = (row: CubeRow): string[] => Object.keys(row).filter((name) => known.has(name) && row[name] != null);
  const named = new Map(buckets.map((row) => [row, namedIn(row).sort()]));
  // Rows that all name as many have no whole among them.
  if (new Set([...named.values()].map(({ length }) => length)).size < 2) return;
  const placeOf = (row: CubeRow, names: readonly string[]): string =>
    JSON.stringify([row['start'], row['currency'], names.map((name) => [name, row[name]])]);
  const wholes = new Map(
    [...named].map(([row, names]) => [placeOf(row, names), { row, parts: new Map<string, CubeRow[]>() }]),
  );
  for (const [part, names] of named)
    for (const dimension of names) {
      const rest = names.filter((name) => name !== dimension);
      const parts = wholes.get(placeOf(part, rest))?.parts;
      parts?.set(dimension, [...(parts.get(dimension) ?? []), part]);
    }
  for (const { row, parts } of wholes.values())
    for (const [dimension, own] of parts) refuseShort(row, dimension, own, catalog);
}

function refuseShort(whole: CubeRow, dimension: string, parts: readonly CubeRow[], catalog: Catalog): void {
  for (const id in whole) {
    const measure = catalog.measures.get(id);
    // Each row that it counts is in one part: its table has the dimension, and none of its rows count together.
    const isSplit = measure && catalog.entities[measure.entity]?.dimensions.includes(dimension);
    if (!isSplit || measure.daily !== 'sum' || measure.per || measure.overlaps || whole[id] == null) continue;
    const values = parts.map((part) => Number(part[id] ?? 0));
    const [found, sum] = [Number(whole[id]), values.reduce((total, value) => total + value, 0)];
    if (found < 0 || values.some((value) => value < 0) || !(sum > found * (1 + tolerance))) continue;
    const message =
      `cube answer, buckets of ${excerptOf(whole['start'])}, ${id}: expected at least ${sum}, the sum of the rows that ` +
      `name a ${dimension}, found ${found} where ${dimension} is null. Null is all of its values together: give '' ` +
      `(an empty text) for what names no ${dimension}, and no row for the whole.`;
    throw new KpiError('malformed-data', message, {
      field: dimension,
      found: `{ start: ${JSON.stringify(whole['start'])}, ${dimension}: null, ${id}: ${found} } < ${sum}`,
      expected: `${dimension}: ''`,
      measure: id,
    });
  }
}
