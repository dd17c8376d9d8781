import { starterSet } from '../catalog/starter-set.js';
import type { Dataset } from '../dataset/dataset.js';
import { resolveIn } from './formula-in-use.js';
import { taxMismatch } from './tax.js';

/**
 * The KPIs that a scorecard shows where none is named: the first of the starter set that the data can answer, and more
 * where they are few.
 */
export function starterKpis(dataset: Dataset): readonly string[] {
  const { kpis } = dataset.catalog;
  const isAnswered = (id: string): boolean => {
    const kpi = kpis.get(id);
    const resolved = kpi && resolveIn(dataset, kpi);
    return resolved !== undefined && !('missing' in resolved) && !taxMismatch(dataset, resolved.measures);
  };
  const { rows, priority, fewerThan, others } = starterSet;
  const starters = priority.filter(isAnswered);
  const more = starters.length < fewerThan ? others.filter(isAnswered) : [];
  const chosen = new Set<string>([...starters, ...more].slice(0, rows));
  // Shown in the catalogue's order, in which groups stand together.
  return [...kpis.keys()].filter((id) => chosen.has(id));
}
