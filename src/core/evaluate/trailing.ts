import type { Given, MeasureSource, WindowFigures } from '../dataset/measure-source.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { spansOf } from '../time/buckets.js';
import { addDays } from '../time/day.js';
import type { Span } from '../time/window.js';
import { knownDaysOf, lengthOf } from '../time/window.js';
import type { Days, FeedRequest, NotAdding } from './reading.js';
import { readDays } from './reading.js';

/**
 * A measure over so many days that end with a window, and with each of its buckets. Where the data do not know them all,
 * the history is too short. Undefined where the measure cannot be split or filtered so.
 */
export function readTrailing(
  source: MeasureSource,
  measure: string,
  days: number,
  { window, buckets, selection, asOf }: FeedRequest,
): NotAdding | undefined {
  const covered = source.coverage(measure, asOf);
  const before = ({ end, cutoff }: Span): Span => ({ start: addDays(end, 1 - days), end, cutoff });
  const isKnown = (span: Span): boolean => covered !== undefined && knownDaysOf(covered, span) === lengthOf(span);
  const daily = covered && source.cube(measure, dimensionsOf(selection), asOf);

  /** @param spans each of which ends with the one asked */
  function figuresOver(spans: readonly Span[]): WindowFigures | undefined {
    if (daily) return sumsOver(spans, (span) => readDays(daily, covered, span, selection));
    // One by one: they overlap.
    const each = spans.map((span) => source.windowed(measure, [span], selection, asOf));
    if (each.includes(undefined)) return undefined;
    const keys = new Set(each.flatMap((figures) => [...figures!.byKey.keys()]));
    const known = (figure: Given | undefined, index: number): Given =>
      isKnown(spans[index]!) ? (figure ?? NaN) : 'short-history';
    const figuresOf = (key: string): Given[] =>
      each.map((figures, index) => known((figures!.byKey.get(key) ?? figures!.blank)[0], index));
    return {
      byKey: new Map([...keys].map((key) => [key, figuresOf(key)])),
      blank: each.map((figures, index) => known(figures!.blank[0], index)),
    };
  }

  function sumsOver(spans: readonly Span[], read: (span: Span) => Days): WindowFigures {
    const { start } = spans[0]!;
    const { end, cutoff } = spans.at(-1)!;
    const { keys, byDay, scale } = read({ start, end, cutoff });
    const sumOf = (figures: Float64Array, span: Span): Given => {
      const own = figures.subarray(span.start - start, span.end - start + 1);
      const sum = own.reduce((total, figure) => total + figure, 0) / scale;
      return isKnown(span) && !Number.isNaN(sum) ? sum : 'short-history';
    };
    const figuresOf = (key: string): Given[] => spans.map((span) => sumOf(byDay(key), span));
    return {
      byKey: new Map([...keys].map((key) => [key, figuresOf(key)])),
      // No segment is called by a line break.
      blank: figuresOf('\n'),
    };
  }

  let parts: WindowFigures | undefined;
  const whole = figuresOver([before(window)]);
  const spans = (): Span[] => (buckets ? spansOf(buckets) : [window]).map(before);
  return whole && { adds: false, whole, buckets: () => (parts ??= figuresOver(spans())!) };
}
