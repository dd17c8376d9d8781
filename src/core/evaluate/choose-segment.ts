import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { termOf } from '../term.js';
import { feed } from './feed.js';
import type { FeedRequest } from './reading.js';

/**
 * The dimension that a figure must be split by or narrowed to before it means anything (catalogue, rule S9): a share of
 * a total by what it is a share of, a figure that needs one value by which one, where the data hold several.
 */
export function segmentToChoose(
  dataset: Dataset,
  { breakdown = [], filterNeeded }: KpiDefinition,
  request: FeedRequest,
): string | undefined {
  const { selection, measures } = request;
  const asked = dimensionsOf(selection);
  const isShare = measures.some((name) => termOf(name).scopes.some(({ kind }) => kind === 'total'));
  if (isShare && !breakdown.some((dimension) => asked.includes(dimension))) return breakdown[0];
  if (filterNeeded === undefined || isChosen(request, filterNeeded)) return undefined;
  const { byKey } = feed(dataset, { ...request, buckets: undefined, selection: { ...selection, by: filterNeeded } });
  return byKey.size > 1 ? filterNeeded : undefined;
}

const isChosen = ({ selection: { where } }: FeedRequest, needed: string): boolean =>
  where.some(({ dimension, values, not }) => dimension === needed && !not && values.size === 1);
