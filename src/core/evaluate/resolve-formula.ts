import type { KpiDefinition } from '../catalog/definition.js';
import { kpiCatalog } from '../catalog/kpis.js';
import { measures } from '../catalog/measures.js';
import type { Formula, References } from '../formula.js';
import { bindFormula, namesIn, parseFormula } from '../formula.js';
import { writeFormula } from '../formula-text.js';
import type { Warning, WarningCode } from './result.js';

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
 */
export function resolveFormula(
  kpi: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  holds: (measure: string) => boolean,
  parameters: Readonly<Record<string, unknown>> = {},
): ResolvedFormula | { readonly missing: string } {
  const read = (text: string): Formula => bindFormula(parseFormula(text), referencesIn(parameters));
  const direct = (text: string, warnings: readonly Warning[]): ResolvedFormula | undefined => {
    const formula = read(text);
    const names = namesIn(formula);
    return names.every(holds) ? { text: writeFormula(formula), formula, measures: names, warnings } : undefined;
  };
  const fallbacks = kpi.fallbacks ?? [];
  const same = (): ResolvedFormula | undefined =>
    firstOf(
      fallbacks.filter(({ warning }) => !warning),
      ({ formula }) => direct(formula, []),
    );
  const other = (): ResolvedFormula | undefined =>
    firstOf(
      fallbacks.filter(({ warning }) => warning),
      ({ formula, warning }) => direct(formula, [{ code: warning as WarningCode }]),
    );
  return (
    direct(kpi.formula, []) ??
    same() ??
    withStandIns(read(kpi.formula), holds) ??
    other() ?? { missing: namesIn(read(kpi.formula)).find((name) => !standIn(name, holds, [])) ?? kpi.formula }
  );
}

const referencesIn = (parameters: Readonly<Record<string, unknown>>): References => ({
  formulaOf: (id) => kpiCatalog.get(id)?.formula,
  parameter: (id) => {
    const value = parameters[id];
    return typeof value === 'number' ? value : undefined;
  },
});

function withStandIns(formula: Formula, holds: (measure: string) => boolean): ResolvedFormula | undefined {
  const replaced = replace(formula, holds, []);
  return (
    replaced && {
      text: writeFormula(replaced.formula),
      formula: replaced.formula,
      measures: namesIn(replaced.formula),
      warnings: distinct(replaced.warnings),
    }
  );
}

/** Said once, however many measures it holds for; absent parts are named one by one. */
function distinct(warnings: readonly Warning[]): Warning[] {
  const said = new Map(
    warnings.map((warning) => [warning.code === 'parts-unknown' ? warning.measure : warning.code, warning]),
  );
  return [...said.values()];
}

interface Replaced {
  readonly formula: Formula;
  readonly warnings: readonly Warning[];
}

function replace(
  formula: Formula,
  holds: (measure: string) => boolean,
  within: readonly string[],
): Replaced | undefined {
  if (formula.kind === 'name') return standIn(formula.name, holds, within);
  if (formula.kind !== 'operation') return { formula, warnings: [] };
  const left = replace(formula.left, holds, within);
  const right = left && replace(formula.right, holds, within);
  return (
    right && {
      formula: { ...formula, left: left.formula, right: right.formula },
      warnings: [...left.warnings, ...right.warnings],
    }
  );
}

/** The measure itself, or the first of its stand-ins that can be resolved. */
function standIn(name: string, holds: (measure: string) => boolean, within: readonly string[]): Replaced | undefined {
  if (holds(name)) return { formula: { kind: 'name', name }, warnings: [] };
  if (within.includes(name)) return undefined;
  return firstOf(measures.get(name)?.whenAbsent ?? [], ({ formula, warning }) => {
    const replaced = replace(parseFormula(formula), holds, [...within, name]);
    const own: Warning[] = warning ? [{ code: warning as WarningCode, measure: name }] : [];
    return replaced && { formula: replaced.formula, warnings: [...own, ...replaced.warnings] };
  });
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
