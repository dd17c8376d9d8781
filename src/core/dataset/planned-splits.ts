import { unexpected } from '../error.js';

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
