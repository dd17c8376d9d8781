import { KpiError } from './error.js';
import type { Formula } from './formula.js';
import { fold, mapLeaves, operations, parseFormula } from './formula.js';
import { remember } from './remember.js';
import { within as withinScope } from './term.js';

/** What `kpi(id)` and `param(id)` stand for; undefined for an id that there is not. */
export interface References {
  formulaOf(kpi: string): string | undefined;
  /** A number, or the formula of one that follows from the data. */
  parameter(id: string): number | string | undefined;
}

/** A formula with what it refers to, and how many names, numbers and days it has. */
interface Bound {
  readonly formula: Formula;
  readonly size: number;
}

/** KPIs that name others twice, which do the same, would come to more than any page can work out, or show. */
const largest = 1000;

/**
 * Puts in what a formula refers to: the formulas of other KPIs, and settings; and takes what it is read within to its
 * names.
 * @param path the KPIs whose formulas lead here
 * @throws KpiError `bad-formula` for an id that there is not, for a KPI that refers to itself, and for a formula that
 *   comes to more than a thousand parts
 */
export function bindFormula(formula: Formula, references: References, path: readonly string[] = []): Formula {
  const kpis = new Map<string, Bound>();

  function bind(own: Formula, within: readonly string[]): Bound {
    let size = 0;
    const sized = ({ formula: inner, size: parts }: Bound): Formula => {
      size += parts;
      if (size > largest) throw tooLarge(within);
      return inner;
    };
    const bound = mapLeaves(own, (leaf): Formula => {
      switch (leaf.kind) {
        case 'param':
          return sized(parameterOf(leaf.id, within));
        case 'kpi':
          return sized(remember(kpis, leaf.id, () => bind(...formulaOf(leaf.id, references, within))));
        case 'scoped': {
          const { scope } = leaf;
          const known =
            scope.kind === 'trailing' ? { ...scope, days: constant(bind(scope.days, within).formula) } : scope;
          return withinScope(known, sized(bind(leaf.formula, within)));
        }
        default:
          return sized({ formula: leaf, size: 1 });
      }
    })!;
    return { formula: bound, size };
  }

  function parameterOf(id: string, within: readonly string[]): Bound {
    const value = references.parameter(id);
    if (value === undefined) throw notThere('param', id);
    return typeof value === 'number'
      ? { formula: { kind: 'number', value }, size: 1 }
      : bind(parseFormula(value), within);
  }

  return bind(formula, path).formula;
}

function formulaOf(
  id: string,
  references: References,
  path: readonly string[],
): [formula: Formula, path: readonly string[]] {
  const text = references.formulaOf(id);
  if (text === undefined) throw notThere('kpi', id);
  const further = [...path, id];
  if (path.includes(id))
    throw new KpiError('bad-formula', `kpi(${id}) refers to itself: ${further.join(' → ')}.`, {
      kpi: id,
      path: further,
    });
  return [parseFormula(text), further];
}

function tooLarge(path: readonly string[]): KpiError {
  const id = path.at(-1);
  const subject = id === undefined ? 'The formula' : `kpi(${id})`;
  const message = `${subject} comes to more than ${largest} parts with all that it refers to. Expected a shorter formula.`;
  return new KpiError('bad-formula', message, { kpi: id, path });
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
