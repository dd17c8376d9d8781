import type { Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { FunnelMode } from './funnel-result.js';
import { StageTally } from './stage-counts.js';
import type { RowGroups, StageCounts } from './stage-counts.js';
import type { StageRows } from './stage-rows.js';

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
  const tally = new StageTally(stages, groups.size, lengthOf(span));
  const { days, instants } = table.time;
  const { start, end, cutoff } = span;
  const converted = convertedBits(stages, mode);
  const first = times[0];
  const last = times.at(-1);
  for (let row = 0; row < table.length; row++) {
    const day = days[row]!;
    if (day < start || day > end || (cutoff !== undefined && day === end && instants[row]! >= cutoff)) continue;
    const group = groups.of(row);
    if (group < 0) continue;
    const bits = reached[row]!;
    tally.add(group, bits, day - start);
    if (!first || !last || (bits & converted) !== converted) continue;
    // Whoever did the last thing first took no time that can be told.
    if (last[row]! >= first[row]!) tally.took(group, (last[row]! - first[row]!) / 1000);
  }
  return tally.finish(mode === 'open', false);
}
