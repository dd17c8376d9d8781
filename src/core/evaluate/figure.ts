import { addDecimals } from '../decimal.js';
import type { Formula } from '../formula.js';
import { fold, operations } from '../formula.js';
import type { Fed } from './feed.js';
import type { Figure, Reason, ReasonCode, Status, Warning } from './result.js';

const statusOfReason: Readonly<Record<ReasonCode, Status>> = {
  'no-data': 'missing',
  'outside-coverage': 'missing',
  'zero-denominator': 'undefined',
  'no-values': 'undefined',
  'not-additive': 'refused',
  'cost-unknown': 'refused',
  'not-segmentable': 'refused',
  'day-grain': 'refused',
  'mixed-currencies': 'refused',
};

const partialWarnings = new Set<Warning['code']>([
  'refunds-unknown',
  'parts-unknown',
  'cost-partial',
  'unknown-values',
  'short-history',
  'missing-days',
  'rows-refused',
]);

/** What a reason, or the terms on which a value stands, come down to. */
export function statusOf(reason: Reason | undefined, warnings: readonly Warning[]): Status {
  if (reason) return statusOfReason[reason.code];
  return warnings.some(({ code }) => partialWarnings.has(code)) ? 'partial' : 'ok';
}

/** A figure out of what its formula is fed. Dividing by zero or by a negative number gives no value. */
export function figureOf(formula: Formula, fed: Fed, warnings: readonly Warning[]): Figure {
  if (fed.reason) return withoutValue(fed.reason, fed.inputs);
  const value = fold<number>(
    formula,
    (number) => number,
    (name) => fed.inputs[name] ?? NaN,
    (operator, left, right) => work[operator](left, right),
  );
  if (!Number.isFinite(value)) return withoutValue({ code: 'zero-denominator' }, fed.inputs);
  const status = fed.missingDays > 0 ? 'partial' : statusOf(undefined, warnings);
  // Adding 0 turns a negative zero into 0.
  return { status, value: value + 0, reason: undefined, inputs: fed.inputs };
}

/** As decimals; dividing by zero or by a negative number gives no value. */
const work: typeof operations = {
  ...operations,
  '+': addDecimals,
  '-': (left, right) => addDecimals(left, -right),
  '/': (left, right) => (right > 0 ? left / right : NaN),
};

export function withoutValue(reason: Reason, inputs: Figure['inputs'] = {}): Figure {
  return { status: statusOf(reason, []), value: undefined, reason, inputs };
}
