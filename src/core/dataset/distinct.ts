/**
 * How many different codes stand in each cell's rows; rows of cell -1 or code -1 are left out.
 * @param atLeast count only codes that stand in so many rows of the cell
 */
export function distinctByCell(
  codes: Int32Array,
  cellOf: Int32Array,
  cells: number,
  codeCount: number,
  atLeast: number,
): Float64Array {
  // Rows are laid out cell by cell, so that one array of counters serves all cells in turn.
  const starts = new Int32Array(cells + 1);
  for (let row = 0; row < codes.length; row++) {
    if (cellOf[row]! >= 0 && codes[row]! >= 0) starts[cellOf[row]! + 1]!++;
  }
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const laidOut = new Int32Array(starts[cells]!);
  const next = starts.slice(0, cells);
  for (let row = 0; row < codes.length; row++) {
    const cell = cellOf[row]!;
    if (cell >= 0 && codes[row]! >= 0) laidOut[next[cell]!++] = codes[row]!;
  }

  const distinct = new Float64Array(cells);
  const seen = new Int32Array(codeCount);
  for (let cell = 0; cell < cells; cell++) {
    const end = starts[cell + 1]!;
    for (let i = starts[cell]!; i < end; i++) if (++seen[laidOut[i]!]! === atLeast) distinct[cell]!++;
    for (let i = starts[cell]!; i < end; i++) seen[laidOut[i]!] = 0;
  }
  return distinct;
}
