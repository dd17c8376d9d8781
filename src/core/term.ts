import type { Formula, Scope } from './formula.js';
import { mapLeaves, parseFormula } from './formula.js';
import { remember } from './remember.js';

/** A measure as a formula reads it: `orders`, or over other rows or days than the figure itself. */
export interface Term {
  readonly measure: string;
  readonly scopes: readonly Scope[];
  /** Over how many days that end with the span; undefined for the span itself. */
  readonly days: number | undefined;
}

const terms = new Map<string, Term>();

/** The parts of a name that a bound formula reads. */
export const termOf = (name: string): Term =>
  remember(terms, name, () => {
    const scopes: Scope[] = [];
    let formula: Formula = parseFormula(name);
    for (; formula.kind === 'scoped'; formula = formula.formula) scopes.push(formula.scope);
    const trailing = scopes.find(({ kind }) => kind === 'trailing');
    const days = trailing?.kind === 'trailing' && trailing.days.kind === 'number' ? trailing.days.value : undefined;
    return { measure: formula.kind === 'name' ? formula.name : name, scopes, days };
  });

/** The measure that a name reads. */
export const measureOf = (name: string): string => termOf(name).measure;

/** The measures that names read, each once. */
export const measuresOf = (names: readonly string[]): string[] => [...new Set(names.map(measureOf))];

/** A formula's names, each read within a scope; the days that it counts are those of the scope. */
export const within = (scope: Scope, formula: Formula): Formula =>
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'days' && scope.kind === 'trailing') return scope.days;
    return leaf.kind === 'name' ? { kind: 'name', name: written(scope, leaf.name) } : leaf;
  })!;

/** Another formula in the place of a name, read within the same scopes. */
export const inPlaceOf = (name: string, formula: Formula): Formula =>
  termOf(name).scopes.reduceRight((inner, scope) => within(scope, inner), formula);

function written(scope: Scope, name: string): string {
  switch (scope.kind) {
    case 'total':
      return `total(${name})`;
    case 'trailing':
      return `trailing(${name}, ${scope.days.kind === 'number' ? scope.days.value : ''})`;
    case 'where': {
      const conditions = scope.conditions.map(
        ({ dimension, not, value }) => `${dimension} ${not ? '!=' : '='} '${value}'`,
      );
      return `where(${[name, ...conditions].join(', ')})`;
    }
  }
}
