import type { Formula, Operator } from '../formula.js';
import { fold } from '../formula.js';
import type { NumberColumn } from './column.js';

/** Works an expression out row by row over number columns of equal length. Decimals stay whole numbers. */
export function computeColumn(
  expression: Formula,
  length: number,
  column: (field: string) => NumberColumn,
): NumberColumn {
  const constant = (value: number): NumberColumn => ({
    kind: 'number',
    values: new Float64Array(length).fill(value),
    scale: 1,
    exact: Number.isInteger(value),
  });
  return fold(expression, constant, column, combine);
}

export const multiply = (left: NumberColumn, right: NumberColumn): NumberColumn => combine('*', left, right);

/** The first column's value in each row, and the second's where it is empty. */
export function firstKnownOf(first: NumberColumn, second: NumberColumn): NumberColumn {
  const scale = Math.max(first.scale, second.scale);
  const values = first.values.map((value, row) =>
    Number.isNaN(value) ? second.values[row]! * (scale / second.scale) : value * (scale / first.scale),
  );
  return { kind: 'number', values, scale, exact: first.exact && second.exact };
}

/** The column with 0 in its empty cells; zeros where there is none. */
export const withZeros = (column: NumberColumn | undefined, length: number): NumberColumn =>
  column
    ? { ...column, values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)) }
    : { kind: 'number', values: new Float64Array(length), scale: 1, exact: true };

function combine(operator: Operator, left: NumberColumn, right: NumberColumn): NumberColumn {
  const isSum = operator !== '*' && operator !== '/';
  const scale = isSum ? Math.max(left.scale, right.scale) : operator === '*' ? left.scale * right.scale : 1;
  const a = isSum ? scale / left.scale : operator === '/' ? right.scale / left.scale : 1;
  const b = isSum ? scale / right.scale : 1;
  const values = new Float64Array(left.values.length);
  for (let i = 0; i < values.length; i++) values[i] = calculate(operator, left.values[i]! * a, right.values[i]! * b);
  const exact = operator !== '/' && left.exact && right.exact && (isSum || addsUpExactly(values));
  return { kind: 'number', values, scale, exact };
}

/** Whether any sum of the values stays within the whole numbers that a float holds: squares may not. */
function addsUpExactly(values: Float64Array): boolean {
  let sum = 0;
  for (const value of values) if (value === value) sum += Math.abs(value);
  return sum <= Number.MAX_SAFE_INTEGER;
}

function calculate(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case 'min':
      return Math.min(left, right);
    case 'max':
      return Math.max(left, right);
  }
}
