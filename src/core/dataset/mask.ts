import type { Filter, Sign } from '../filter.js';
import type { Column } from './column.js';
import { cellsOf, knownIn } from './column.js';
import type { Parameters } from './parameters.js';
import type { Table } from './table.js';

/** What a filter may ask for beside the rows. */
export interface Circumstances {
  /** The instant at which the question stands. */
  readonly asOf: number;
  readonly parameters: Parameters;
}

const tests: Readonly<Record<Sign, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '≤': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '≥': (left, right) => left >= right,
};

/** Marks the rows that a filter lets through with 1. The table has all the fields that the filter reads. */
export function maskOf(filter: Filter, table: Table, circumstances: Circumstances): Uint8Array {
  const mark = (passes: (row: number) => boolean): Uint8Array => {
    const mask = new Uint8Array(table.length);
    for (let row = 0; row < mask.length; row++) if (passes(row)) mask[row] = 1;
    return mask;
  };
  if (filter.kind === 'not') {
    const inner = maskOf(filter.filter, table, circumstances);
    return mark((row) => inner[row] !== 1);
  }
  if ('left' in filter) {
    const left = maskOf(filter.left, table, circumstances);
    const right = maskOf(filter.right, table, circumstances);
    return filter.kind === 'and'
      ? mark((row) => left[row] === 1 && right[row] === 1)
      : mark((row) => left[row] === 1 || right[row] === 1);
  }
  const column = table.column(filter.field)!;
  switch (filter.kind) {
    case 'true':
      return column.kind === 'flag' ? column.values : mark(() => false);
    case 'known':
      return mark(knownIn(column));
    case 'in':
    case 'in-parameter': {
      if (column.kind !== 'text') return mark(() => false);
      const allowed = [filter.kind === 'in' ? filter.values : circumstances.parameters[filter.parameter]].flat();
      const codes = new Set(column.values.flatMap((value, code) => (allowed.includes(value) ? code : [])));
      return mark((row) => codes.has(column.codes[row]!));
    }
    case 'compare': {
      const { operand } = filter;
      const test = tests[filter.sign];
      const left = figuresOf(column);
      if (operand.kind === 'field') {
        const right = figuresOf(table.column(operand.field)!);
        return mark((row) => test(left(row), right(row)));
      }
      const right = operand.kind === 'asOf' ? circumstances.asOf : figureIn(column, operand.value);
      return mark((row) => test(left(row), right));
    }
  }
}

/** What is compared, NaN where empty: a number, an instant, or the code of a text. */
function figuresOf(column: Column): (row: number) => number {
  const cells = cellsOf(column);
  const scale = column.kind === 'number' ? column.scale : 1;
  return (row) => cells[row]! / scale;
}

/** A value as the column would hold it; NaN for one that it does not. */
function figureIn(column: Column, value: string): number {
  if (column.kind !== 'text') return Number(value);
  const code = column.values.indexOf(value);
  return code < 0 ? NaN : code;
}
