import { catalog } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/catalog.js';
import type { KpiDefinition } from '../catalog/definition.js';
import { derivedParameters } from '../catalog/parameters.js';
import type { References } from '../bind-formula.js';
import { bindFormula } from '../bind-formula.js';
import type { Formula } from '../formula.js';
import { mapLeaves, namesIn, parseFormula } from '../formula.js';
import { writeFormula } from '../formula-text.js';
import { inPlaceOf, measureOf } from '../term.js';
import type { Warning, WarningCode } from './result.js';
import { taxOnce } from './tax.js';

/** The formula that the data can answer, and on which terms. */
export interface ResolvedFormula {
  /** As it is worked out, with what stands in for what is absent. */
  readonly text: string;
  readonly formula: Formula;
  readonly measures: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * Chooses the formula (catalogue, rule S7): the KPI's own; else another for the same figure; else its own with stand-ins
 * for what is absent; else another on other terms. Otherwise the first measure that is missing.
 * @param parameters what `param(id)` stands for
 * @param known the catalogue that the KPI and its measures are of
 */
export function resolveFormula(
  kpi: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  holds: (measure: string) => boolean,
  parameters: Readonly<Record<string, unknown>> = {},
  known: Catalog = catalog,
): ResolvedFormula | { readonly missing: string } {
  const references: References = {
    formulaOf: (id) => known.kpis.get(id)?.formula,
    parameter: (id) =>
      typeof parameters[id] === 'number'
        ? parameters[id]
        : (memberOf(known.parameters, id) ?? memberOf(derivedParameters, id)),
  };
  const read = (text: string): Formula =>
    taxOnce(bindFormula(parseFormula(text), references), parameters['taxTreatment']);
  const own = read(kpi.formula);
  const direct = (formula: Formula, warnings: readonly Warning[]): ResolvedFormula | undefined =>
    namesIn(formula).every(holds) ? resolved(formula, warnings) : undefined;
  const another = (isOther: boolean): ResolvedFormula | undefined =>
    firstOf(kpi.fallbacks ?? [], ({ formula, warning }) =>
      isOther === Boolean(warning)
        ? direct(read(formula), warning ? [{ code: warning as WarningCode }] : [])
        : undefined,
    );
  return (
    direct(own, []) ??
    another(false) ??
    withStandIns(own, holds, known.measures) ??
    another(true) ?? {
      missing: measureOf(namesIn(own).find((name) => !standIn(name, holds, known.measures, [], [])) ?? kpi.formula),
    }
  );
}

const resolved = (formula: Formula, warnings: readonly Warning[]): ResolvedFormula => ({
  text: writeFormula(formula),
  formula,
  measures: namesIn(formula),
  warnings,
});

function withStandIns(
  formula: Formula,
  holds: (measure: string) => boolean,
  measures: Catalog['measures'],
): ResolvedFormula | undefined {
  const warnings: Warning[] = [];
  const replaced = replace(formula, holds, measures, [], warnings);
  // Said once, however many measures it holds for; absent parts are named one by one.
  const said = new Map(
    warnings.map((warning) => [warning.code === 'parts-unknown' ? warning.measure : warning.code, warning]),
  );
  return replaced && resolved(replaced, [...said.values()]);
}

/**
 * The formula with stand-ins for the measures that the data do not hold.
 * @param within the measures that it stands in for
 * @param warnings is added to, unless the formula cannot be resolved
 */
function replace(
  formula: Formula,
  holds: (measure: string) => boolean,
  measures: Catalog['measures'],
  within: readonly string[],
  warnings: Warning[],
): Formula | undefined {
  const own: Warning[] = [];
  const replaced = mapLeaves(formula, (leaf) =>
    leaf.kind === 'name' ? standIn(leaf.name, holds, measures, within, own) : leaf,
  );
  if (replaced) warnings.push(...own);
  return replaced;
}

/** The measure itself, or the first of its stand-ins that can be resolved. */
function standIn(
  name: string,
  holds: (measure: string) => boolean,
  measures: Catalog['measures'],
  within: readonly string[],
  warnings: Warning[],
): Formula | undefined {
  if (holds(name)) return { kind: 'name', name };
  if (within.includes(name)) return undefined;
  const measure = measureOf(name);
  return firstOf(measures.get(measure)?.whenAbsent ?? [], ({ formula, warning }) => {
    const own: Warning[] = warning ? [{ code: warning as WarningCode, measure }] : [];
    const replaced = replace(inPlaceOf(name, parseFormula(formula)), holds, measures, [...within, name], own);
    if (replaced) warnings.push(...own);
    return replaced;
  });
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A member of an object's own: a formula may name anything. */
const memberOf = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(all, id) ? all[id] : undefined;
