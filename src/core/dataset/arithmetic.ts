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

/** The first column's value in each row, and the second's where it is empty. */
export function firstKnownOf(first: NumberColumn, second: NumberColumn): NumberColumn {
  const scale = Math.max(first.scale, second.scale);
  const values = first.values.map((value, row) =>
    Number.isNaN(value) ? second.values[row]! * (scale / second.scale) : value * (scale / first.scale),
  );
  return numberColumn(values, scale, first.exact && second.exact);
}

/** The column with 0 in its empty cells; zeros where there is none. */
export const withZeros = (column: NumberColumn | undefined, length: number): NumberColumn =>
  column ? { ...column, values: column.values.map((value) => value || 0) } : numberColumn(new Float64Array(length));

function combine(operator: Operator, left: NumberColumn, right: NumberColumn): NumberColumn {
  const isSum = operator !== '*' && operator !== '/';
  const scale = isSum ? Math.max(left.scale, right.scale) : operator === '*' ? left.scale * right.scale : 1;
  const a = isSum ? scale / left.scale : operator === '/' ? right.scale / left.scale : 1;
  const b = isSum ? scale / right.scale : 1;
  const work = operations[operator];
  const values = left.values.map((value, row) => work(value * a, right.values[row]! * b));
  const exact = operator !== '/' && left.exact && right.exact && (isSum || addsUpExactly(values));
  return numberColumn(values, scale, exact);
}

/** Whether any sum of the values stays within the whole numbers that a float holds: squares may not. */
export const addsUpExactly = (values: Float64Array): boolean =>
  values.reduce((sum, value) => sum + (Math.abs(value) || 0), 0) <= Number.MAX_SAFE_INTEGER;
