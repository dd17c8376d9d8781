import type { KpiResult, Segment, Status } from './result.js';

/** What all segments that are not shown on their own come to; without a series. */
export interface RestOfSegments extends Segment {
  readonly count: number;
}

/** One KPI of a scorecard. */
export interface ScorecardEntry {
  /** The catalogue's group of the KPI. */
  readonly group: string;
  readonly result: KpiResult;
  /** The segments that stand on their own, largest first. */
  readonly shown: readonly Segment[];
  /** The others; undefined where there are none. */
  readonly rest: RestOfSegments | undefined;
}

/** Several KPIs of one window, whole or by segment. */
export interface ScorecardResult {
  /** `missing` where the data hold none of them. */
  readonly status: Status;
  readonly by: string | undefined;
  readonly entries: readonly ScorecardEntry[];
}
