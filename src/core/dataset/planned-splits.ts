import { unexpected } from '../error.js';
import { namesOf } from '../excerpt.js';
import { nearest } from '../nearest.js';
import type { DataNote } from './input.js';
import type { Table } from './table.js';

/** How the units of an experiment are to be split, in any unit: by variant, and `control` for the control group. */
export type PlannedSplit = Readonly<Record<string, number>>;

/** The planned splits among a data set's settings, by experiment. @throws KpiError `bad-option` */
export function plannedSplits({
  experimentSplits: given,
}: Readonly<Record<string, unknown>>): ReadonlyMap<string, PlannedSplit> {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const isSplit = (value: unknown): value is PlannedSplit =>
    isObject(value) &&
    'control' in value &&
    Object.values(value).every((weight) => typeof weight === 'number' && weight > 0);
  const splits: readonly (readonly [string, unknown])[] = isObject(given) ? Object.entries(given) : [];
  const [id] = splits.find(([, split]) => !isSplit(split)) ?? [];
  if (id === undefined && (given == null || isObject(given))) return new Map(splits as [string, PlannedSplit][]);
  const option = 'settings.experimentSplits';
  const value = id === undefined ? given : (given as Readonly<Record<string, unknown>>)[id];
  throw unexpected(
    'bad-option',
    `${option}${id === undefined ? '' : `, ${id}`}: found ${JSON.stringify(value)}`,
    option,
    value,
    'positive numbers by variant, for each experiment: { "checkout": { "control": 2, "one-page": 1 } }',
  );
}

/** What is planned for experiments that are not in the data, where there are any: an id may be misspelt. */
export function strayPlans(splits: ReadonlyMap<string, PlannedSplit>, tables: Iterable<Table>): DataNote[] {
  const ids = new Set([...tables].flatMap((table) => table.texts('experimentId')?.values ?? []));
  if (ids.size === 0) return [];
  return [...splits.keys()]
    .filter((id) => !ids.has(id))
    .map((experiment) => ({
      code: 'experiment-unknown',
      message: `settings.experimentSplits: there is no experiment "${experiment}" in the data. Expected one of ${namesOf([...ids])}.`,
      details: { experiment, suggestion: nearest(experiment, [...ids]) },
    }));
}
