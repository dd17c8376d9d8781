import type { Column } from '../../../src/core/dataset/column.js';
import type { ColumnBuilder } from '../../../src/core/dataset/column-builder.js';

/** What a builder makes of some cells, and its problems by their indexes; those that were merely empty are not among them. */
export function readCells<C extends Column>(
  builder: ColumnBuilder<C>,
  cells: ArrayLike<unknown>,
): { readonly column: C; readonly problems: Readonly<Record<number, string>> } {
  const problems: Record<number, string> = {};
  builder.append(cells, cells.length, (index, problem) => {
    if (problem !== undefined) problems[index] = problem.words;
  });
  return { column: builder.finish(), problems };
}
