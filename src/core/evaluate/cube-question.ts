import type { MeasureDefinition } from '../catalog/definition.js';
import { isSplitBy } from '../catalog/split-by.js';
import { Dataset } from '../dataset/dataset.js';
import type { Condition, MeasureSource, Selection } from '../dataset/measure-source.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { unexpected } from '../error.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import { writeWhere } from '../dataset/where.js';

/**
 * What figures need of a cube: a question that an endpoint or a warehouse answers (contract, section 8). The same need
 * is always written the same. As JSON it is what is sent.
 */
export interface CubeQuestion {
  /** Ids of measures, sorted. */
  readonly measures: readonly string[];
  /**
   * Inclusive local days such as `2026-10-01/2026-10-28`, sorted. A measure that adds up is asked for on every day of
   * them, one that does not for each of them as a whole.
   */
  readonly windows: readonly string[];
  /** Of what adds up; longer points are made of days. */
  readonly grain: 'day';
  /** Dimensions to split by, sorted. A measure that does not add up is asked for every subset of them. */
  readonly by: readonly string[];
  /** Which rows count, as an attribute says it: `channel=email device!=mobile`, sorted; empty where all do. */
  readonly where: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The last day that is complete: an ISO date. */
  readonly asOf: string;
}

/** One reading of a measure. */
interface Need {
  readonly measure: MeasureDefinition;
  readonly spans: readonly Span[];
  readonly selection: Selection;
  readonly asOf: AsOf;
}

/** Data sets without data, which note what is asked of them. Figures made of their values mean nothing. */
export interface CubeAsking {
  /** @param lacks measures that are not in the cube: what stands in for them is asked for */
  dataset(lacks?: ReadonlySet<string>): Dataset;
  /** What has been asked of all of them; undefined where that is nothing. */
  question(): CubeQuestion | undefined;
}

/**
 * What an evaluation needs of a cube. The evaluation itself tells: it is run over a data set that holds no row and notes
 * every measure, window and dimension that it is asked for.
 *
 * @param shop the zone, the settings and the shop's own definitions, such as `createDataset({}, { timeZone, asOf })`
 * @param evaluate asks for one figure or many; what it returns is read to the last member, since series and tests are
 *   worked out when they are read
 * @returns undefined where it asks for nothing: no cube can answer it
 * @throws KpiError what `evaluate` throws; `bad-period` for `all`, whose first day only the data know
 */
export function cubeQuestion(shop: Dataset, evaluate: (dataset: Dataset) => unknown): CubeQuestion | undefined {
  const asking = askCube(shop);
  readAll(evaluate(asking.dataset()));
  return asking.question();
}

/** @param shop as in `cubeQuestion` */
export function askCube(shop: Dataset): CubeAsking {
  const needs: Need[] = [];
  return {
    dataset(lacks = new Set()) {
      const sources = [noting(shop, lacks, needs)];
      const dataset = new Dataset({ ...shop, sources });
      if (shop.analyst && shop.targets.some(({ length }) => length > 0))
        sources.push(shop.analyst.targetMeasures(dataset));
      return dataset;
    },
    question: () => questionOf(needs, shop.timeZone),
  };
}

/** Reads all that is worked out when it is read. */
export const readAll = (result: unknown): unknown => JSON.stringify(result);

/** Before all data: no period that has a first day begins here. */
const beginning = 0 as Day;

/** Holds every measure of rows on all days up to the current one, and notes what is read of it. */
function noting({ catalog }: Dataset, lacks: ReadonlySet<string>, needs: Need[]): MeasureSource {
  const places = new Map([...catalog.measures.keys()].map((id, place) => [id, place]));
  return {
    holds: (id) => !lacks.has(id) && (catalog.measures.get(id)?.aggregation ?? 'computed') !== 'computed',
    wholeDays: () => true,
    coverage: (_, { day }) => ({ first: beginning, last: day }),
    coverageOf: () => undefined,
    cube: () => undefined,
    windowed(id, spans, selection, asOf) {
      const measure = catalog.measures.get(id)!;
      if (!dimensionsOf(selection).every((dimension) => isSplitBy(catalog, measure, dimension))) return undefined;
      if (spans.some(({ start }) => start === beginning))
        throw unexpected(
          'bad-period',
          'period: a cube is asked for days, and only its answer knows where "all" begins',
          'period',
          'all',
          'a period with a first day, such as last-12-months',
          'last-12-months, …',
        );
      needs.push({ measure, spans, selection, asOf });
      // Falls slowly from measure to measure: a part is smaller than its whole, which nothing is divided by for 0.
      const figures = spans.map(() => 1000 - places.get(id)!);
      return { byKey: new Map([[selection.by === undefined ? '' : 'any', figures]]), blank: figures };
    },
    rows: () => undefined,
    totalsDiffer: () => false,
    currencies: () => [],
  };
}

function questionOf(needs: readonly Need[], timeZone: string): CubeQuestion | undefined {
  const [first] = needs;
  if (!first) return undefined;
  const { day, instant } = first.asOf;
  const inAll = (condition: Condition): boolean =>
    needs.every(({ selection }) => selection.where.some((other) => writeWhere([other]) === writeWhere([condition])));
  const shared = first.selection.where.filter(inAll);
  const where = writeWhere(shared);
  const isApart = (condition: Condition): boolean =>
    !shared.some((one) => writeWhere([one]) === writeWhere([condition]));
  const by = needs.flatMap(({ selection }) =>
    dimensionsOf({ by: selection.by, where: selection.where.filter(isApart) }),
  );
  return {
    measures: [...new Set(needs.map(({ measure }) => measure.id))].sort(),
    windows: windowsOf(needs),
    grain: 'day',
    by: [...new Set(by)].sort(),
    where,
    timeZone,
    asOf: isoOf(instant === undefined ? day : ((day - 1) as Day)),
  };
}

/** Each window of what does not add up; of what does the longest, which hold the others. */
function windowsOf(needs: readonly Need[]): string[] {
  const spans = needs.flatMap(({ measure, spans }) => spans.map((span) => ({ ...span, isOwn: !addsUp(measure) })));
  const inOrder = spans.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.isOwn) - Number(a.isOwn));
  let end = -Infinity;
  const kept = inOrder.filter((span) => {
    const isHeld = span.end <= end;
    end = Math.max(end, span.end);
    return span.isOwn || !isHeld;
  });
  return [...new Set(kept.map((span) => `${isoOf(span.start)}/${isoOf(span.end)}`))].sort();
}

/** Whether a cube gives a measure by its days. */
export const addsUp = ({ daily, overlaps }: MeasureDefinition): boolean => daily === 'sum' && !overlaps;
