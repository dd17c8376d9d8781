import type { Span } from '../time/window.js';
import type { Table } from './table.js';

/** Numbers each row's cell as group * spans + span; -1 for rows outside all spans, of no group or filtered out. */
export function cellsBySpan(
  table: Table,
  mask: Uint8Array | undefined,
  spans: readonly Span[],
  groupOf: (row: number) => number,
): Int32Array {
  const { days, instants } = table.time;
  const cellOf = new Int32Array(table.length).fill(-1);
  const first = spans[0]?.start ?? 0;
  const spanOfDay = new Int32Array((spans.at(-1)?.end ?? first) - first + 1).fill(-1);
  // Of hours the first of their day, from which on the instant tells.
  for (let span = spans.length - 1; span >= 0; span--)
    spanOfDay.fill(span, spans[span]!.start - first, spans[span]!.end - first + 1);
  for (let row = 0; row < table.length; row++) {
    let span = spanOfDay[days[row]! - first] ?? -1;
    if (span < 0 || (mask && mask[row] !== 1) || Number.isNaN(instants[row])) continue;
    while (spans[span + 1]?.start === days[row] && instants[row]! >= spans[span + 1]!.from!) span++;
    const { end, cutoff } = spans[span]!;
    if (cutoff !== undefined && days[row] === end && instants[row]! >= cutoff) continue;
    const group = groupOf(row);
    if (group >= 0) cellOf[row] = group * spans.length + span;
  }
  return cellOf;
}
