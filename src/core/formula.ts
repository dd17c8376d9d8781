import { KpiError } from './error.js';
import { remember } from './remember.js';
import { Scanner } from './scanner.js';

/**
 * A formula of the catalogue's small language: sums and products of numbers, names, `min(…)`, `max(…)`, `kpi(id)`,
 * `param(id)` and `days()`; and what is read within a scope: `where(…, dimension = 'value')`, `trailing(…, days)`,
 * `total(…)`.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  /** The number of local days that the figure is computed over. */
  | { readonly kind: 'days' }
  /** Another KPI's formula, or a setting: `bindFormula` puts them in. */
  | { readonly kind: 'kpi' | 'param'; readonly id: string }
  /** `bindFormula` takes the scope to the names, `termOf` reads it there. */
  | { readonly kind: 'scoped'; readonly scope: Scope; readonly formula: Formula }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** Over which rows or days a formula is read, other than those of its figure. */
export type Scope =
  | {
      readonly kind: 'where';
      readonly conditions: readonly { readonly dimension: string; readonly not: boolean; readonly value: string }[];
    }
  /** Over so many local days, which end with the span. */
  | { readonly kind: 'trailing'; readonly days: Formula }
  /** Over all segments, and whatever is filtered by a KPI's own breakdown. */
  | { readonly kind: 'total' };

export type Operator = '+' | '-' | '*' | '/' | 'min' | 'max';

/** What the operators do with plain numbers. */
export const operations: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  min: Math.min,
  max: Math.max,
};

const parsed = new Map<string, Formula>();

/** Reads a formula, once per text. @throws KpiError `bad-formula`, which points at the character */
export const parseFormula = (text: string): Formula =>
  remember(parsed, text, () => {
    const scanner = new Scanner('formula', text);
    const formula = readFormula(scanner);
    scanner.end('an operator or the end');
    return formula;
  });

/** The same formula with other leaves in place of its own; undefined where one of them is. */
export function mapLeaves(
  formula: Formula,
  leaf: (leaf: Exclude<Formula, { kind: 'operation' }>) => Formula | undefined,
): Formula | undefined {
  if (formula.kind !== 'operation') return leaf(formula);
  const left = mapLeaves(formula.left, leaf);
  const right = left && mapLeaves(formula.right, leaf);
  return right && { ...formula, left, right };
}

/** The names in a formula, in the order of their first use. */
export function namesIn(formula: Formula): string[] {
  const names = new Set<string>();
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'name') names.add(leaf.name);
    return leaf;
  });
  return [...names];
}

/** Whether a formula is a sum of its names, each as it is or times a number: over all days it is the sum of its days. */
export function isSum(formula: Formula): boolean {
  if (formula.kind !== 'operation')
    return formula.kind === 'name' || (formula.kind === 'number' && formula.value === 0);
  const { operator, left, right } = formula;
  if (operator === '+' || operator === '-') return isSum(left) && isSum(right);
  if (operator === '/') return isSum(left) && right.kind === 'number';
  return operator === '*' && ((isSum(left) && right.kind === 'number') || (left.kind === 'number' && isSum(right)));
}

/**
 * Works a formula out with any kind of number: figures, or whole columns.
 * @param days what `days()` is worth; default NaN
 */
export function fold<T>(
  formula: Formula,
  number: (value: number) => T,
  name: (name: string) => T,
  operation: (operator: Operator, left: T, right: T) => T,
  days?: T,
): T {
  switch (formula.kind) {
    case 'number':
      return number(formula.value);
    case 'name':
      return name(formula.name);
    case 'operation': {
      const left = fold(formula.left, number, name, operation, days);
      return operation(formula.operator, left, fold(formula.right, number, name, operation, days));
    }
    case 'days':
      return days ?? number(NaN);
    default: {
      const called = formula.kind === 'scoped' ? formula.scope.kind : `${formula.kind}(${formula.id})`;
      throw new KpiError('bad-formula', `${called} is not known here.`, { ...formula });
    }
  }
}

/** Reads a formula where one begins in a longer text. @throws KpiError `bad-formula` */
export function readFormula(scanner: Scanner): Formula {
  return readChain(scanner, ['+', '-'], () => readChain(scanner, ['*', '/'], () => readFactor(scanner)));
}

function readChain(scanner: Scanner, operators: readonly Operator[], operand: () => Formula): Formula {
  let left = operand();
  for (let operator = scanner.take(...operators); operator; operator = scanner.take(...operators)) {
    left = { kind: 'operation', operator, left, right: operand() };
  }
  return left;
}

function readFactor(scanner: Scanner): Formula {
  if (scanner.take('(')) {
    const inner = readFormula(scanner);
    scanner.require(')');
    return inner;
  }
  const number = scanner.match(/\d+(\.\d+)?/y);
  if (number) return { kind: 'number', value: Number(number) };
  const call = scanner.match(/(min|max|kpi|param|days|where|trailing|total) *\(/y);
  if (call) return readCall(scanner, call.slice(0, -1).trimEnd());
  const name = scanner.match(/[A-Za-z]\w*/y);
  if (name) return { kind: 'name', name };
  return scanner.fail('a number, a name or "("');
}

function readCall(scanner: Scanner, called: string): Formula {
  let formula: Formula;
  if (called === 'days') formula = { kind: 'days' };
  else if (called === 'kpi' || called === 'param')
    formula = { kind: called, id: scanner.match(/[A-Za-z][\w-]*/y) ?? scanner.fail('an id') };
  else if (called === 'where' || called === 'trailing' || called === 'total') {
    formula = readFormula(scanner);
    formula = { kind: 'scoped', scope: readScope(scanner, called), formula };
  } else {
    formula = readFormula(scanner);
    while (scanner.take(','))
      formula = { kind: 'operation', operator: called as Operator, left: formula, right: readFormula(scanner) };
  }
  scanner.require(')');
  return formula;
}

function readScope(scanner: Scanner, kind: Scope['kind']): Scope {
  if (kind === 'total') return { kind };
  if (kind === 'trailing') {
    scanner.require(',');
    return { kind, days: readFormula(scanner) };
  }
  const conditions = [];
  while (scanner.take(',')) {
    const dimension = scanner.match(/[A-Za-z]\w*/y) ?? scanner.fail('a dimension');
    const not = scanner.take('!=', '=') ?? scanner.fail('"=" or "!="');
    const value = scanner.match(/'[^']*'/y) ?? scanner.fail("a value in single quotes, such as 'email'");
    conditions.push({ dimension, not: not === '!=', value: value.slice(1, -1) });
  }
  return { kind, conditions };
}
