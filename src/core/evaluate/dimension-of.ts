import { dimensionAliases } from '../catalog/entities.js';
import { ownName } from '../catalog/own-name.js';
import type { Dataset } from '../dataset/dataset.js';
import { measuresOf } from '../term.js';
import { resolveIn } from './formula-in-use.js';

/**
 * The dimension that splits a KPI under this name: the shop's, or one that all its rows have in a sense of their own. A
 * filter is always over the shop's: the same one stands for many figures.
 */
export function dimensionOf(dataset: Dataset, kpi: string, name: string): string {
  const { catalog } = dataset;
  const dimension = dimensionAliases[name] ?? name;
  const resolved = resolveIn(dataset, catalog.kpis.get(kpi) ?? { formula: '0' });
  const hasRows = (measure: string): boolean => dataset.readFrom.has(catalog.measures.get(measure)?.entity ?? '');
  const names =
    'missing' in resolved
      ? []
      : measuresOf(resolved.measures).map((id) => hasRows(id) && ownName(catalog, id, dimension));
  const [own] = names;
  return own && names.every((name) => name === own) ? own : dimension;
}
