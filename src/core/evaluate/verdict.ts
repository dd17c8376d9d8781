import type { KpiDefinition } from '../catalog/definition.js';
import type { Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import { addDays, weekdayOf } from '../time/day.js';
import type { Finding } from './significance.js';
import type { Comparison, Warning } from './result.js';

/** From where on a change is called out. */
export interface Level {
  /** The p-value that a test must stay below. */
  readonly pValue: number;
  /** Of what is counted in full, which share of the base a change must be. */
  readonly census: number;
}

/** Catalogue, section 3.5. */
export const onItsOwn: Level = { pValue: 0.05, census: 0.01 };

/** Among many figures side by side some would be called out by chance alone: rules ask for more (section 4.1). */
export const amongMany: Level = { pValue: 0.01, census: 0.05 };

export type Verdict = Pick<Comparison, 'evidence' | 'significance'> & {
  /** Why the change is not tested, where there is more to say than that no test is meant for it. */
  readonly warnings: readonly Warning[];
};

/** That a change is not to be judged, and why, whatever its test says. */
export const untested = (
  found: Finding | undefined,
  ...codes: readonly ('too-few-data' | 'weekday-mismatch' | 'short-history')[]
): Verdict => ({ evidence: 'untested', significance: found?.significance, warnings: codes.map((code) => ({ code })) });

/** Whether to believe a change. @param found what the KPI's test says; undefined where it could not be run */
export function verdictOf(
  kpi: Pick<KpiDefinition, 'test' | 'acrossPeriods'>,
  { change, value }: Pick<Comparison, 'change' | 'value'>,
  found: Finding | undefined,
  [shown, other]: readonly [Span, Span],
  missingDays: number,
  level: Level,
): Verdict {
  const test = kpi.test ?? 'days';
  const significance = found?.significance;
  if (!change || test === 'none') return untested(found);
  if (test === 'census') {
    const isMore = change.absolute !== 0 && Math.abs(change.absolute) >= level.census * Math.abs(value ?? 0);
    return { evidence: isMore ? 'significant' : 'noise', significance, warnings: [] };
  }
  if (!found?.isEnough) return untested(found, 'too-few-data');
  if (differInWeekdays(shown, other)) return untested(found, 'weekday-mismatch');
  if (kpi.acrossPeriods === 'SUM' && missingDays > 0) return untested(found);
  return { evidence: found.significance.pValue < level.pValue ? 'significant' : 'noise', significance, warnings: [] };
}

/** Gives a comparison its verdict, which is worked out when it is first read: of many segments most are never shown. */
export function withVerdict<T extends object>(comparison: T, judge: () => Verdict): T & Verdict {
  let verdict: Verdict | undefined;
  const read = () => (verdict ??= judge());
  return {
    ...comparison,
    get evidence() {
      return read().evidence;
    },
    get significance() {
      return read().significance;
    },
    get warnings() {
      return read().warnings;
    },
  };
}

/** Whether one of two windows is so short that it matters which weekdays it holds, and they hold others. */
function differInWeekdays(...windows: readonly [Span, Span]): boolean {
  const [here, there] = windows.map(lengthOf) as [number, number];
  if (Math.min(here, there) >= 14) return false;
  const [counts, others] = windows.map(weekdaysIn) as [number[], number[]];
  return counts.some((count, weekday) => count * there !== others[weekday]! * here);
}

function weekdaysIn(window: Span): number[] {
  const counts = Array.from({ length: 7 }, () => 0);
  for (let day = 0; day < lengthOf(window); day++) counts[weekdayOf(addDays(window.start, day))]!++;
  return counts;
}
