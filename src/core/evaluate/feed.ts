import type { Catalog } from '../catalog/catalog.js';
import { ownName } from '../catalog/own-name.js';
import type { Dataset } from '../dataset/dataset.js';
import type { MeasureSource } from '../dataset/measure-source.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { measureOf, termOf } from '../term.js';
import type { Day } from '../time/day.js';
import type { AsOf, CoveredDays } from '../time/window.js';
import { joined } from '../time/window.js';
import { FedWindow } from './fed.js';
import { read } from './read-term.js';
import type { FeedRequest, Reading } from './reading.js';
import { keysIn } from './reading.js';
import type { Reason } from './result.js';
import { narrowed } from './scoped.js';

/** A window read by segment key; without a split the only key is the empty one. */
export interface FedSegments {
  readonly byKey: ReadonlyMap<string, FedWindow>;
  /** Why nothing could be read at all. */
  readonly refusal: Reason | undefined;
  /** Whether any row of the data, in whichever window, meets the conditions. */
  readonly matches: boolean;
}

/** Finds the first source that holds a measure. */
export const sourceOf = (sources: readonly MeasureSource[], measure: string): MeasureSource | undefined =>
  sources.find((source) => source.holds(measureOf(measure)));

/** The days that all the measures are known on; undefined where there are none. */
export function commonCoverage(
  sources: readonly MeasureSource[],
  names: readonly string[],
  asOf: AsOf,
): CoveredDays | undefined {
  let first = -Infinity;
  let last = Infinity;
  const gaps: CoveredDays[] = [];
  for (const name of names) {
    const covered = sourceOf(sources, name)?.coverage(measureOf(name), asOf);
    if (!covered) return undefined;
    first = Math.max(first, covered.first);
    last = Math.min(last, covered.last);
    if (covered.gaps) gaps.push(...covered.gaps);
  }
  if (first > last || !Number.isFinite(first)) return undefined;
  if (gaps.length === 0) return { first: first as Day, last: last as Day };
  const within = gaps.map((gap) => ({
    first: Math.max(first, gap.first) as Day,
    last: Math.min(last, gap.last) as Day,
  }));
  return { first: first as Day, last: last as Day, gaps: joined(within.filter((gap) => gap.first <= gap.last)) };
}

/** Reads the measures of a formula over a window. */
export function feed({ sources, catalog }: Pick<Dataset, 'sources' | 'catalog'>, request: FeedRequest): FedSegments {
  const { measures, window, buckets, selection, asOf } = request;
  const covered = commonCoverage(sources, measures, asOf);
  if (!covered) return { byKey: new Map(), refusal: { code: 'outside-coverage' }, matches: true };
  const readings = new Map<string, Reading>();
  let isNone = false;
  for (const measure of measures) {
    const source = sourceOf(sources, measure)!;
    const reading = read(source, measure, covered, request);
    isNone ||= source.isNone === true;
    if (!reading)
      return {
        byKey: new Map(),
        refusal: notSegmentable(catalog, source, measure, covered, request),
        matches: true,
      };
    readings.set(measure, reading);
  }
  const found = [...readings.values()].flatMap((reading) => [...keysIn(reading)]);
  const keys = new Set([...(selection.by === undefined ? [''] : []), ...found]);
  return {
    byKey: new Map([...keys].map((key) => [key, new FedWindow(readings, key, window, buckets, covered)])),
    refusal: undefined,
    matches: found.length > 0 && !isNone,
  };
}

/** Names the dimension that the measure does not have; of several that it has, but not together, the first. */
function notSegmentable(
  catalog: Catalog,
  source: MeasureSource,
  measure: string,
  covered: CoveredDays,
  request: FeedRequest,
): Reason {
  const dimensions = dimensionsOf(narrowed(termOf(measure), request.selection, request.breakdown).selection);
  const lacks = (by: string) => !read(source, measure, covered, { ...request, selection: { by, where: [] } });
  const dimension = dimensions.find(lacks) ?? dimensions[0] ?? '';
  const instead = ownName(catalog, measureOf(measure), dimension);
  return { code: 'not-segmentable', measure: measureOf(measure), dimension, ...(instead !== undefined && { instead }) };
}
