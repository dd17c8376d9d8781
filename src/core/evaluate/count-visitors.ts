import { rowsByCell } from '../dataset/cell-rows.js';
import type { Table } from '../dataset/table.js';
import { remember } from '../remember.js';
import type { Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import { convertedBits } from './count-rows.js';
import type { FunnelMode } from './funnel-result.js';
import type { RowGroups, StageCounts } from './stage-counts.js';
import { StageTally } from './stage-counts.js';
import type { StageRows } from './stage-rows.js';

/** Sessions laid out visitor by visitor, each visitor's in the order of time. Those of nobody are left out. */
interface Visits {
  readonly rows: Int32Array;
  /** Day and instant of each, side by side for speed. */
  readonly days: Int32Array;
  readonly instants: Float64Array;
  /** Where each visitor's begin; one longer than there are visitors. */
  readonly starts: Int32Array;
}

const laidOut = new WeakMap<Table, Visits>();

/**
 * Counts visitors by the stages that they reached within a conversion window. A visitor enters with the first session of
 * the span that reached the first stage, and counts in that session's group; stages count from that session on.
 * @param allowed length of the conversion window in milliseconds
 * @param now the instant up to which the data are known
 */
export function countVisitors(
  { table, stages, reached, times }: StageRows,
  mode: FunnelMode,
  span: Span,
  groups: RowGroups,
  allowed: number,
  now: number,
): StageCounts[] {
  const tally = new StageTally(stages, groups.size, lengthOf(span));
  const { rows, days, instants, starts } = remember(laidOut, table, () => layOutVisits(table));
  const converted = convertedBits(stages, mode);
  const timed = times.map((at) => at ?? table.time.instants);
  const lastStage = stages - 1;
  const isTimed = times[0] !== undefined && times[lastStage] !== undefined;
  const until = span.cutoff ?? Infinity;

  for (let visitor = 0; visitor + 1 < starts.length; visitor++) {
    const end = starts[visitor + 1]!;
    let visit = starts[visitor]!;
    while (visit < end && (days[visit]! < span.start || !(reached[rows[visit]!]! & 1))) visit++;
    if (visit < end && (days[visit]! > span.end || instants[visit]! >= until)) visit = end;
    const group = visit < end ? groups.of(rows[visit]!) : -1;
    if (group < 0) continue;

    const day = days[visit]!;
    const entered = timed[0]![rows[visit]!]!;
    const over = Math.min(entered + allowed, now);
    let bits = 0;
    let finished = NaN;
    for (; visit < end && instants[visit]! < over; visit++) {
      const row = rows[visit]!;
      for (let stage = 0; stage < stages; stage++) {
        const isReached = (reached[row]! >>> stage) & 1;
        if (!isReached || timed[stage]![row]! >= over) continue;
        if (stage === lastStage && !(bits >>> stage)) finished = timed[stage]![row]!;
        bits |= 1 << stage;
      }
    }
    // In closed mode only the stages reached one after another; all that enter have come to the first.
    if (entered + allowed > now && !(bits >>> lastStage))
      tally.postpone(group, 1 | (mode === 'open' ? bits : bits & ~(bits + 1)));
    else tally.add(group, bits, day - span.start);
    if (isTimed && (bits & converted) === converted && finished >= entered)
      tally.took(group, (finished - entered) / 1000);
  }
  return tally.finish(mode === 'open', true);
}

function layOutVisits(table: Table): Visits {
  const { codes, values } = table.texts('visitorId')!;
  const { instants } = table.time;
  const { starts, rows } = rowsByCell(codes, values.length);
  for (let visitor = 0; visitor < values.length; visitor++) {
    const visits = rows.subarray(starts[visitor], starts[visitor + 1]);
    const isSorted = visits.every((row, index) => index === 0 || instants[visits[index - 1]!]! <= instants[row]!);
    if (!isSorted) visits.sort((a, b) => instants[a]! - instants[b]! || a - b);
  }
  return {
    rows,
    days: rows.map((row) => table.time.days[row]!),
    instants: Float64Array.from(rows, (row) => instants[row]!),
    starts,
  };
}
