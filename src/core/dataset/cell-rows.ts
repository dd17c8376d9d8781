/** Rows laid out cell by cell: those of a cell stand from `starts[cell]` to before `starts[cell + 1]`. */
export interface CellRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Lays rows out by cell, each in the order in which they come; those of cell -1 are left out.
 * @param cells how many there are
 * @param rows which rows the cells are of; default the first one, the second one, and so on
 */
export function rowsByCell(cellOf: Int32Array, cells: number, rows?: Int32Array): CellRows {
  const starts = new Int32Array(cells + 1);
  for (let i = 0; i < cellOf.length; i++) if (cellOf[i]! >= 0) starts[cellOf[i]! + 1]!++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const laidOut = new Int32Array(starts[cells]!);
  const next = starts.slice(0, cells);
  for (let i = 0; i < cellOf.length; i++) if (cellOf[i]! >= 0) laidOut[next[cellOf[i]!]!++] = rows ? rows[i]! : i;
  return { starts, rows: laidOut };
}
