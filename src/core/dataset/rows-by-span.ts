import type { Span } from '../time/window.js';
import type { CellRows } from './cell-rows.js';
import { rowsByCell } from './cell-rows.js';
import type { Table } from './table.js';

/** Which rows are asked for. */
export interface Asked {
  /** 1 for the rows that count; undefined where all do. */
  readonly mask: Uint8Array | undefined;
  readonly groups: number;
  /** The group of a row, -1 for none; undefined where all are of the only one. */
  readonly groupOf: ((row: number) => number) | undefined;
}

/** Lays out the rows of some spans, in order, by cell: `group * spans + span`. */
export function rowsBySpan(table: Table, { mask, groups, groupOf }: Asked, spans: readonly Span[]): CellRows {
  const byDay = table.byDay();
  const isWhole = spans.every(
    ({ start, from, cutoff }, index) =>
      from === undefined && cutoff === undefined && (index === 0 || start === spans[index - 1]!.end + 1),
  );
  const [first, last] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? -1];
  // They lie there already.
  if (isWhole && !mask && !groupOf) {
    const starts = [...spans.map((span) => span.start), last + 1].map((day) => byDay.startOf(day));
    return { starts: Int32Array.from(starts), rows: byDay.cells.rows };
  }
  const rows = byDay.between(first, last);
  return rowsByCell(numberCells(table, rows, mask, spans, groupOf), groups * spans.length, rows);
}

/** Numbers the rows' cells; -1 for those outside all spans, of no group or filtered out. */
function numberCells(
  table: Table,
  rows: Int32Array,
  mask: Uint8Array | undefined,
  spans: readonly Span[],
  groupOf: (row: number) => number = () => 0,
): Int32Array {
  const { days, instants } = table.time;
  const cellOf = new Int32Array(rows.length).fill(-1);
  const first = spans[0]?.start ?? 0;
  const spanOfDay = new Int32Array((spans.at(-1)?.end ?? first) - first + 1).fill(-1);
  // Of hours the first of their day, from which on the instant tells.
  for (let span = spans.length - 1; span >= 0; span--)
    spanOfDay.fill(span, spans[span]!.start - first, spans[span]!.end - first + 1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let span = spanOfDay[days[row]! - first] ?? -1;
    if (span < 0 || (mask && mask[row] !== 1)) continue;
    while (spans[span + 1]?.start === days[row] && instants[row]! >= spans[span + 1]!.from!) span++;
    const { end, cutoff } = spans[span]!;
    if (cutoff !== undefined && days[row] === end && instants[row]! >= cutoff) continue;
    const group = groupOf(row);
    if (group >= 0) cellOf[i] = group * spans.length + span;
  }
  return cellOf;
}
