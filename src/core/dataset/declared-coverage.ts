import type { Day } from '../time/day.js';
import type { AsOf, CoveredDays } from '../time/window.js';
import { joined } from '../time/window.js';
import type { Table } from './table.js';

/** Between which days no row means 0, as a shop declares it: by entity or daily column, in order, apart. */
export type DeclaredCoverage = ReadonlyMap<string, readonly CoveredDays[]>;

/**
 * @param tables of the entity `coverage`
 * @param readFrom the table that an entity's rows were read from: what is declared of that one holds for both
 */
export function declaredCoverage(tables: readonly Table[], readFrom: ReadonlyMap<string, string>): DeclaredCoverage {
  const declared = new Map<string, CoveredDays[]>();
  for (const table of tables) {
    const ids = table.texts('entityId');
    const [from, to] = [table.times('from'), table.times('to')];
    for (let row = 0; row < table.length; row++) {
      const [first, last] = [from!.days[row] as Day, to!.days[row] as Day];
      const id = ids!.values[ids!.codes[row]!]!;
      declared.set(id, [...(declared.get(id) ?? []), { first, last }]);
    }
  }
  for (const [id, source] of readFrom) {
    const ofSource = declared.get(source);
    if (ofSource && !declared.has(id)) declared.set(id, ofSource);
  }
  return new Map([...declared].map(([id, intervals]) => [id, joined(intervals)]));
}

/** What is declared up to the current day; undefined where that is nothing. */
export function declaredDays(declared: readonly CoveredDays[], asOf: AsOf): CoveredDays | undefined {
  const known = declared.filter(({ first }) => first <= asOf.day);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return undefined;
  const gaps = known
    .slice(1)
    .map((next, index) => ({ first: (known[index]!.last + 1) as Day, last: (next.first - 1) as Day }));
  return { first: first.first, last: Math.min(last.last, asOf.day) as Day, ...(gaps.length > 0 && { gaps }) };
}
