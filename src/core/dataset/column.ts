/**
 * Numbers, NaN where empty. Decimal amounts are kept as whole numbers of their smallest unit: `values[i] / scale` is
 * the figure, and sums of them are exact in any order.
 */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
  /** A power of ten; 1 where the figures are no short decimals. */
  readonly scale: number;
  /** Whether every value is a whole number of the smallest unit. */
  readonly exact: boolean;
}

/** Texts by code: `values[codes[i]]`; -1 where empty. */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** 1 yes, 0 no, 2 empty. */
export interface FlagColumn {
  readonly kind: 'flag';
  readonly values: Uint8Array;
}

/** Instants in epoch milliseconds, NaN where empty, and the local days that hold them. */
export interface TimeColumn {
  readonly kind: 'time';
  readonly instants: Float64Array;
  readonly days: Int32Array;
  /** Whether a cell was a mere date: the rows are then whole days, and no running day can be cut. */
  readonly wholeDays: boolean;
}

export type Column = NumberColumn | TextColumn | FlagColumn | TimeColumn;

/** The same column with only these rows, in this order; -1 gives an empty cell. */
export function take<C extends Column>(column: C, rows: Int32Array): C;
export function take(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'number':
      return { ...column, values: pick(column.values, rows, new Float64Array(rows.length), NaN) };
    case 'text':
      return { ...column, codes: pick(column.codes, rows, new Int32Array(rows.length), -1) };
    case 'flag':
      return { ...column, values: pick(column.values, rows, new Uint8Array(rows.length), 2) };
    case 'time':
      return {
        ...column,
        instants: pick(column.instants, rows, new Float64Array(rows.length), NaN),
        days: pick(column.days, rows, new Int32Array(rows.length), 0),
      };
  }
}

type Cells = Float64Array | Int32Array | Uint8Array;

function pick<T extends Cells>(from: T, rows: Int32Array, to: T, empty: number): T {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    to[i] = row < 0 ? empty : from[row]!;
  }
  return to;
}

/** Whether a row's cell is filled. */
export function isKnown(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'number':
      return !Number.isNaN(column.values[row]);
    case 'text':
      return column.codes[row]! >= 0;
    case 'flag':
      return column.values[row] !== 2;
    case 'time':
      return !Number.isNaN(column.instants[row]);
  }
}
