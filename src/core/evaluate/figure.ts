import { addDecimals } from '../decimal.js';
import type { Formula } from '../formula.js';
import { fold, operations } from '../formula.js';
import type { Fed, FedColumns } from './fed.js';
import type { Figure, Reason, ReasonCode, Status, Warning } from './result.js';

const statusOfReason: Readonly<Record<ReasonCode, Status>> = {
  'no-data': 'missing',
  'no-rows': 'missing',
  'outside-coverage': 'missing',
  'short-history': 'missing',
  'zero-denominator': 'undefined',
  'no-values': 'undefined',
  'not-additive': 'refused',
  'cost-unknown': 'refused',
  'not-segmentable': 'refused',
  'choose-segment': 'refused',
  privacy: 'refused',
  'day-grain': 'refused',
  'mixed-currencies': 'refused',
  'missing-rate': 'refused',
  'tax-mismatch': 'refused',
  'sample-ratio': 'refused',
};

const partialWarnings = new Set<Warning['code']>([
  'refunds-unknown',
  'parts-unknown',
  'cost-partial',
  'unknown-values',
  'short-history',
  'bounds',
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
  if (fed.reason) return withoutValue(inOwnUnit(fed.reason, formula), fed.inputs);
  const value = valueOf(formula, fed.inputs, fed.days);
  if (!Number.isFinite(value)) return withoutValue({ code: 'zero-denominator' }, fed.inputs);
  const status = fed.missingDays > 0 ? 'partial' : statusOf(undefined, warnings);
  // Adding 0 turns a negative zero into 0.
  return { status, value: value + 0, reason: undefined, inputs: fed.inputs };
}

export const valueOf = (formula: Formula, inputs: Figure['inputs'], days?: number): number =>
  fold<number>(
    formula,
    (number) => number,
    (name) => inputs[name] ?? NaN,
    (operator, left, right) => work[operator](left, right),
    days,
  );

const readsDays = (formula: Formula): boolean =>
  fold<boolean>(
    formula,
    () => false,
    () => false,
    (_, left, right) => left || right,
    true,
  );

/** What `figureOf` gives for each bucket, NaN where it gives no value. */
export function valuesOf(formula: Formula, fed: FedColumns): Float64Array {
  const { length, inputs, known } = fed;
  const constant = (value: number): Float64Array => new Float64Array(length).fill(value);
  const worth = fold<Float64Array>(
    formula,
    constant,
    (name) => inputs[name] ?? constant(NaN),
    (operator, left, right) => {
      const run = work[operator];
      const values = new Float64Array(length);
      for (let index = 0; index < length; index++) values[index] = run(left[index]!, right[index]!);
      return values;
    },
    readsDays(formula) ? fed.days : undefined,
  );
  const values = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const value = worth[index]!;
    values[index] = known?.[index] !== 0 && Number.isFinite(value) ? value + 0 : NaN;
  }
  return values;
}

/** The bounds of a measure as those of the figure; left out where other measures have a part in it. */
function inOwnUnit(reason: Reason, formula: Formula): Reason {
  const { code, measure = '', low, high } = reason;
  if (low === undefined || high === undefined) return reason;
  const bounds = [low, high].map((bound) => valueOf(formula, { [measure]: bound })).sort((a, b) => a - b);
  return bounds.some(Number.isNaN) ? { code, measure } : { code, measure, low: bounds[0]!, high: bounds[1]! };
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
