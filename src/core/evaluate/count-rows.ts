import type { Table } from '../dataset/table.js';
import type { Span } from '../time/window.js';
import type { FunnelMode } from './funnel-result.js';
import type { RowGroups } from './row-groups.js';
import { StageTally } from './stage-counts.js';
import type { StageCounts } from './stage-counts.js';
import type { StageRows } from './stage-rows.js';

/** Whether a row lies in a span, by its own time. */
export function within({ time: { days, instants } }: Table, { start, end, cutoff }: Span): (row: number) => boolean {
  return (row) => {
    const day = days[row]!;
    return day >= start && day <= end && (cutoff === undefined || day !== end || instants[row]! < cutoff);
  };
}

/** The bits of those who reached the last stage: in closed mode all of them, in open mode the first and the last. */
export const convertedBits = (stages: number, mode: FunnelMode): number =>
  mode === 'closed' ? -1 >>> (32 - stages) : 1 | (1 << (stages - 1));

/** Counts the rows of a span by the stages that they reached, group by group. */
export function countRows(
  { table, stages, reached, times }: StageRows,
  mode: FunnelMode,
  span: Span,
  groups: RowGroups,
): StageCounts[] {
  const tally = new StageTally(stages, groups.keys.length);
  const isWithin = within(table, span);
  const converted = convertedBits(stages, mode);
  const first = times[0];
  const last = times.at(-1);
  for (let row = 0; row < table.length; row++) {
    const group = isWithin(row) ? groups.of(row) : -1;
    if (group < 0) continue;
    const bits = reached[row]!;
    tally.add(group, bits);
    if (!first || !last || (bits & converted) !== converted) continue;
    // Whoever did the last thing first took no time that can be told.
    if (last[row]! >= first[row]!) tally.took(group, (last[row]! - first[row]!) / 1000);
  }
  return tally.finish(mode === 'open', false);
}
