import { courseOf, withCourse } from '../core/evaluate/course.js';
import type { KpiResult, Segment } from '../core/evaluate/result.js';
import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import type { ScorecardKey } from '../locale/messages.js';
import { isAmount } from './amount.js';
import { scorecardRow } from './scorecard-row.js';
import type { ScorecardRow } from './scorecard-row.js';
import { addUp, sharesOf } from './scorecard-shares.js';
import type { ScorecardOptions } from './scorecard-view.js';
import { segmentText } from './segment-text.js';
import type { Words } from './words.js';

export interface SegmentRows {
  readonly rows: readonly ScorecardRow[];
  readonly rest: ScorecardRow | undefined;
  readonly total: ScorecardRow;
  /** That the parts do not come to the total. */
  readonly differs: boolean;
}

/** A row for each segment that stands on its own, for the others together, and for all; undefined where none is known. */
export function segmentRows(
  { entries, segments, others, by }: ScorecardResult,
  words: Words<ScorecardKey>,
  { notation }: ScorecardOptions,
): SegmentRows | undefined {
  const main = entries[0]?.result;
  if (!main || segments.length === 0) return undefined;
  const largest = entries.map(({ result }) =>
    Math.max(...[result, ...result.segments].map(({ value }) => Math.abs(value ?? 0))),
  );
  const rowOf = (key: string, heading: string, results: readonly KpiResult[]): ScorecardRow =>
    scorecardRow(results[0]!, words, { key, heading, notation, largest, cells: entries.length > 1 ? results : [] });

  const rows = segments.map((key) =>
    rowOf(
      key,
      segmentText(by, key, words),
      entries.map(({ result }) => segmentResult(result, (segment) => segment.key === key)),
    ),
  );
  const rest =
    others > 0
      ? rowOf(
          '',
          words.say('scorecard.rest', { count: others }),
          entries.map(({ result, rest: left }) => segmentResult({ ...result, segments: left ? [left] : [] })),
        )
      : undefined;
  const heading = words.say(isAmount(main) || entries.length > 1 ? 'scorecard.total' : 'scorecard.overall');
  const total = rowOf(
    '*',
    heading,
    entries.map(({ result }) => result),
  );

  const parts = [...rows, ...(rest ? [rest] : [])].map(({ order }) => order['value']);
  const shares = isAmount(main) && entries.length === 1 ? sharesOf(parts, main.value, words) : undefined;
  const withShare = (row: ScorecardRow, nth: number): ScorecardRow => {
    const share = shares?.[nth];
    return share ? Object.assign(row, { share, order: { ...row.order, share: share.value } }) : row;
  };
  return {
    rows: rows.map(withShare),
    rest: rest && withShare(rest, rows.length),
    total: shares
      ? Object.assign(total, { share: { value: 1, text: words.number({ style: 'percent' }).format(1) } })
      : total,
    differs: isAmount(main) && !parts.includes(undefined) && !addUp(parts, main.value),
  };
}

/** A segment as a result of its own; the target and the warnings are those of the whole. */
function segmentResult(whole: KpiResult, isMeant: (segment: Segment) => boolean = () => true): KpiResult {
  const segment = whole.segments.find(isMeant) ?? {
    status: whole.status,
    value: undefined,
    reason: whole.reason,
    inputs: {},
    comparisons: [],
    series: [],
  };
  const { status, value, reason, inputs, comparisons } = segment;
  const figure = { status, value, reason, inputs, comparisons };
  return withCourse({ ...whole, ...figure, segments: [], target: undefined, warnings: [] }, courseOf(segment));
}
