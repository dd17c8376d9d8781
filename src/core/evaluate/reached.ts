import type { Dataset } from '../dataset/dataset.js';
import type { Where } from '../dataset/where.js';

/** Which rows came as far as a stage, where true/false fields of theirs say so: `{ addedToCart: 'true' }`. */
export function reached({ catalog }: Dataset, stage: string): Where | undefined {
  const filter = catalog.measures.get(stage)?.filter ?? '';
  if (!/^\w+( and \w+)*$/.test(filter)) return undefined;
  return Object.fromEntries(filter.split(' and ').map((flag) => [flag, 'true']));
}
