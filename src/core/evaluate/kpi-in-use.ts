import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { remember } from '../remember.js';
import type { FormulaInUse } from './formula-in-use.js';
import { formulaInUse, resolveIn } from './formula-in-use.js';
import type { Tester } from './significance.js';
import { testerOf } from './significance.js';

/** A KPI over a data set, whatever is asked of it. */
export interface KpiInUse {
  /** The formula that the data as a whole can answer. */
  readonly main: FormulaInUse;
  readonly tester: Tester;
}

const known = new WeakMap<Dataset, WeakMap<KpiDefinition, KpiInUse | { readonly missing: string }>>();

/** Worked out once: a page asks for many parts of the same figure. Otherwise the first measure that is missing. */
export function kpiInUse(dataset: Dataset, kpi: KpiDefinition): KpiInUse | { readonly missing: string } {
  const ofDataset = remember(known, dataset, () => new WeakMap<KpiDefinition, KpiInUse | { missing: string }>());
  return remember(ofDataset, kpi, () => {
    const resolved = resolveIn(dataset, kpi);
    if ('missing' in resolved) return resolved;
    return { main: formulaInUse(dataset, kpi, resolved), tester: testerOf(dataset, kpi) };
  });
}
