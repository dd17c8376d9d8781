import { KpiError } from './error.js';
import type { Formula } from './formula.js';
import { fold, mapLeaves, operations, parseFormula } from './formula.js';
import { within } from './term.js';

/** What `kpi(id)` and `param(id)` stand for; undefined for an id that there is not. */
export interface References {
  formulaOf(kpi: string): string | undefined;
  /** A number, or the formula of one that follows from the data. */
  parameter(id: string): number | string | undefined;
}

/**
 * Puts in what a formula refers to: the formulas of other KPIs, and settings; and takes what it is read within to its
 * names.
 * @param path the KPIs whose formulas lead here
 * @throws KpiError `bad-formula` for an id that there is not, and for a KPI that refers to itself
 */
export const bindFormula = (formula: Formula, references: References, path: readonly string[] = []): Formula =>
  mapLeaves(formula, (leaf): Formula => {
    const bind = (inner: Formula): Formula => bindFormula(inner, references, path);
    switch (leaf.kind) {
      case 'param': {
        const value = references.parameter(leaf.id);
        if (value === undefined) throw notThere('param', leaf.id);
        return typeof value === 'number' ? { kind: 'number', value } : bind(parseFormula(value));
      }
      case 'kpi':
        return bindFormula(...formulaOf(leaf.id, references, path));
      case 'scoped': {
        const { scope } = leaf;
        const known = scope.kind === 'trailing' ? { ...scope, days: constant(bind(scope.days)) } : scope;
        return within(known, bind(leaf.formula));
      }
      default:
        return leaf;
    }
  })!;

function formulaOf(
  id: string,
  references: References,
  path: readonly string[],
): [formula: Formula, references: References, path: readonly string[]] {
  const text = references.formulaOf(id);
  if (text === undefined) throw notThere('kpi', id);
  const further = [...path, id];
  if (path.includes(id))
    throw new KpiError('bad-formula', `kpi(${id}) refers to itself: ${further.join(' → ')}.`, {
      kpi: id,
      path: further,
    });
  return [parseFormula(text), references, further];
}

/** A formula of numbers alone as a number. */
const constant = (formula: Formula): Formula => ({
  kind: 'number',
  value: fold(
    formula,
    (value) => value,
    (name) => {
      throw new KpiError('bad-formula', `trailing: expected a number of days, found ${name}.`, { found: name });
    },
    (operator, left, right) => operations[operator](left, right),
  ),
});

const notThere = (kind: string, id: string): KpiError =>
  new KpiError('bad-formula', `${kind}(${id}): there is no "${id}".`, { [kind]: id });
