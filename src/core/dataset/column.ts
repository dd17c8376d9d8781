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

type Cells = Float64Array | Int32Array | Uint8Array;

const empty = { number: NaN, text: -1, flag: 2, time: NaN };

/** A column's cells as numbers: figures in their smallest unit, codes, flags, or instants. */
export function cellsOf(column: Column): Cells {
  if (column.kind === 'text') return column.codes;
  return column.kind === 'time' ? column.instants : column.values;
}

/** Tells in which rows a column's cell is filled. */
export function knownIn(column: Column): (row: number) => boolean {
  const cells = cellsOf(column);
  const none = empty[column.kind];
  return Number.isNaN(none) ? (row) => !Number.isNaN(cells[row]) : (row) => cells[row] !== none;
}

/** The same column with only these rows, in this order; -1 gives an empty cell. */
export function take<C extends Column>(column: C, rows: Int32Array): C;
export function take(column: Column, rows: Int32Array): Column {
  const cells = pick(cellsOf(column), rows, empty[column.kind]);
  switch (column.kind) {
    case 'text':
      return { ...column, codes: cells as Int32Array };
    case 'time':
      return { ...column, instants: cells as Float64Array, days: pick(column.days, rows, 0) };
    default:
      return { ...column, values: cells } as Column;
  }
}

function pick<T extends Cells>(from: T, rows: Int32Array, absent: number): T {
  const to = new (from.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    to[i] = row < 0 ? absent : from[row]!;
  }
  return to;
}

export const numberColumn = (values: Float64Array, scale = 1, exact = true): NumberColumn => ({
  kind: 'number',
  values,
  scale,
  exact,
});
