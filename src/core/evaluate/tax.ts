import { taxRole } from '../catalog/tax.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Formula } from '../formula.js';
import { mapLeaves, namesIn } from '../formula.js';
import { measureOf, measuresOf } from '../term.js';

/** Whether sales that include tax have a part in a figure over these measures. */
export const includesTax = (dataset: Dataset, measures: readonly string[]): boolean =>
  dataset.parameters.taxTreatment === 'inclusive' &&
  measuresOf(measures).some((measure) => taxRole(measure) === 'sales');

/** Whether such sales would be set against costs, which do not. */
export const taxMismatch = (dataset: Dataset, measures: readonly string[]): boolean =>
  includesTax(dataset, measures) && measuresOf(measures).some((measure) => taxRole(measure) === 'cost');

/** A formula that does not add tax to sales which include it already. */
export function taxOnce(formula: Formula, taxTreatment: unknown): Formula {
  if (taxTreatment !== 'inclusive' || !namesIn(formula).some((name) => taxRole(measureOf(name)) === 'sales'))
    return formula;
  return mapLeaves(formula, (leaf) =>
    leaf.kind === 'name' && taxRole(measureOf(leaf.name)) === 'tax' ? { kind: 'number', value: 0 } : leaf,
  )!;
}
