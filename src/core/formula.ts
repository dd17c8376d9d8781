import { KpiError } from './error.js';
import { remember } from './remember.js';
import { Scanner } from './scanner.js';

/**
 * A formula of the catalogue's small language: sums and products of numbers, names, `min(…)`, `max(…)`, `kpi(id)`,
 * `param(id)` and `days()`.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  /** The number of local days that the figure is computed over. */
  | { readonly kind: 'days' }
  /** Another KPI's formula, or a setting: `bindFormula` puts them in. */
  | { readonly kind: 'kpi' | 'param'; readonly id: string }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

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
    default:
      throw new KpiError('bad-formula', `${formula.kind}(${formula.id}) is not known here.`, { ...formula });
  }
}

/** What `kpi(id)` and `param(id)` stand for; undefined for an id that there is not. */
export interface References {
  formulaOf(kpi: string): string | undefined;
  parameter(id: string): number | undefined;
}

/**
 * Puts in what a formula refers to: the formulas of other KPIs, and settings.
 * @param within the KPIs whose formulas lead here
 * @throws KpiError `bad-formula` for an id that there is not, and for a KPI that refers to itself
 */
export const bindFormula = (formula: Formula, references: References, within: readonly string[] = []): Formula =>
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'param') {
      const value = references.parameter(leaf.id);
      if (value === undefined) throw notThere('param', leaf.id);
      return { kind: 'number', value };
    }
    if (leaf.kind !== 'kpi') return leaf;
    const { id } = leaf;
    const text = references.formulaOf(id);
    if (text === undefined) throw notThere('kpi', id);
    const path = [...within, id];
    if (within.includes(id))
      throw new KpiError('bad-formula', `kpi(${id}) refers to itself: ${path.join(' → ')}.`, { kpi: id, path });
    return bindFormula(parseFormula(text), references, path);
  })!;

const notThere = (kind: string, id: string): KpiError =>
  new KpiError('bad-formula', `${kind}(${id}): there is no "${id}".`, { [kind]: id });

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
  const call = scanner.match(/(min|max|kpi|param|days) *\(/y);
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
  else {
    formula = readFormula(scanner);
    while (scanner.take(','))
      formula = { kind: 'operation', operator: called as Operator, left: formula, right: readFormula(scanner) };
  }
  scanner.require(')');
  return formula;
}
