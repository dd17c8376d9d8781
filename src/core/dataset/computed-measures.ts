import type { AsOf, CoveredDays, Span } from '../time/window.js';
import type { MeasureSource } from './measure-source.js';
import { dimensionsOf } from './measure-source.js';

/**
 * Measures that are taken from no rows: of whole days, for exactly the spans asked, and of the whole alone.
 *
 * @param figures by measure: what a span comes to
 */
export const computedMeasures = (
  figures: Readonly<Record<string, (span: Span, asOf: AsOf) => number>>,
  coverage: (asOf: AsOf) => CoveredDays | undefined,
): MeasureSource => ({
  holds: (measure) => Object.hasOwn(figures, measure),
  wholeDays: () => true,
  coverage: (_measure, asOf) => coverage(asOf),
  coverageOf: () => undefined,
  cube: () => undefined,
  windowed(measure, spans, selection, asOf) {
    if (dimensionsOf(selection).length > 0) return undefined;
    const each = spans.map((span) => figures[measure]!(span, asOf));
    return { byKey: new Map([['', each]]), blank: each };
  },
  rows: () => undefined,
  totalsDiffer: () => false,
  currencies: () => [],
});
