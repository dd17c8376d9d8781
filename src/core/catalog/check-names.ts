import { badOption } from '../bad-option.js';
import { KpiError } from '../error.js';
import type { Formula } from '../formula.js';
import { mapLeaves } from '../formula.js';
import { nearest } from '../nearest.js';

/** What the calls in a formula may name. */
interface Callable {
  readonly kpi: readonly string[];
  readonly param: readonly string[];
  readonly dimensions: readonly string[];
}

/**
 * Refuses what a formula's calls name and there is not.
 *
 * @param option where the formula stands
 * @throws KpiError `bad-formula` for a KPI or a parameter, `bad-option` for a dimension; with the likely name
 */
export function checkNames(formula: Formula, option: string, all: Callable): void {
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'kpi' || leaf.kind === 'param') checkId(leaf.kind, leaf.id, all[leaf.kind]);
    if (leaf.kind !== 'scoped') return leaf;
    const { scope } = leaf;
    if (scope.kind === 'trailing') checkNames(scope.days, option, all);
    if (scope.kind === 'where')
      for (const { dimension } of scope.conditions)
        if (!all.dimensions.includes(dimension)) throw badOption(`${option}, where`, dimension, all.dimensions);
    checkNames(leaf.formula, option, all);
    return leaf;
  });
}

function checkId(call: 'kpi' | 'param', id: string, ids: readonly string[]): void {
  if (ids.includes(id)) return;
  const suggestion = nearest(id, ids);
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  const details = { [call]: id, value: id, suggestion };
  throw new KpiError('bad-formula', `${call}(${id}): there is no "${id}".${hint}`, details);
}

/** Names the definition that a mistake in a formula is in. */
export function inside<T>(option: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof KpiError) || cause.code !== 'bad-formula') throw cause;
    throw new KpiError('bad-formula', `${option}: ${cause.message}`, { option, ...cause.details });
  }
}
