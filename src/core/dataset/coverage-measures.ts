import type { AsOf, CoveredDays } from '../time/window.js';
import { knownDaysOf, lengthOf } from '../time/window.js';
import { computedMeasures } from './computed-measures.js';
import type { MeasureSource } from './measure-source.js';

/** A table, or a column of daily numbers, and what reads it. */
export interface InUse {
  readonly source: MeasureSource;
  readonly id: string;
}

/** How many of the days of a span, each once for every table and daily column in use, the data tell something of. */
export function coverageMeasures(inUse: readonly InUse[]): MeasureSource {
  const covered = (asOf: AsOf): CoveredDays[] => inUse.flatMap(({ source, id }) => source.coverageOf(id, asOf) ?? []);
  return computedMeasures(
    {
      expectedCells: (span) => inUse.length * lengthOf(span),
      presentCells: (span, asOf) => covered(asOf).reduce((cells, days) => cells + knownDaysOf(days, span), 0),
    },
    (asOf) => {
      const [first] = covered(asOf).sort((a, b) => a.first - b.first);
      return first && { first: first.first, last: asOf.day };
    },
  );
}
