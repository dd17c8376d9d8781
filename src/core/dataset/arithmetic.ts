import type { Formula, Operator } from '../formula.js';
import { fold, operations } from '../formula.js';
import type { NumberColumn } from './column.js';
import { numberColumn } from './column.js';

/** Works an expression out row by row over number columns of equal length. Decimals stay whole numbers. */
export const computeColumn = (
  expression: Formula,
  length: number,
  column: (field: string) => NumberColumn,
): NumberColumn =>
  fold(
    expression,
    (value) => numberColumn(new Float64Array(length).fill(value), 1, Number.isInteger(value)),
    column,
    combine,
  );

export const multiply = (left: NumberColumn, right: NumberColumn): NumberColumn => combine('*', left, right);

function combine(operator: Operator, left: NumberColumn, right: NumberColumn): NumberColumn {
  const isSum = operator !== '*' && operator !== '/';
  const scale = isSum ? Math.max(left.scale, right.scale) : operator === '*' ? left.scale * right.scale : 1;
  const a = isSum ? scale / left.scale : operator === '/' ? right.scale / left.scale : 1;
  const b = (scale / right.scale) * (operator === '-' ? -1 : 1);
  const work = operations[operator];
  const values = new Float64Array(left.values.length);
  // Nearly all of it is plus and minus, which need no call.
  if (isSum) for (let row = 0; row < values.length; row++) values[row] = left.values[row]! * a + right.values[row]! * b;
  else for (let row = 0; row < values.length; row++) values[row] = work(left.values[row]! * a, right.values[row]!);
  const exact = operator !== '/' && left.exact && right.exact && (isSum || addsUpExactly(values));
  return numberColumn(values, scale, exact);
}

/** Whether any sum of the values stays within the whole numbers that a float holds: squares may not. */
export const addsUpExactly = (values: Float64Array): boolean =>
  values.reduce((sum, value) => sum + (Math.abs(value) || 0), 0) <= Number.MAX_SAFE_INTEGER;
