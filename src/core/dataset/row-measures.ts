import type { MeasureDefinition } from '../catalog/definition.js';
import { measures } from '../catalog/measures.js';
import type { Filter } from '../filter.js';
import { fieldsIn, parseFilter, readsAsOf } from '../filter.js';
import { namesIn, parseFormula } from '../formula.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { MS_PER_DAY } from '../time/day.js';
import type { AsOf } from '../time/window.js';
import type { Zone } from '../time/zone.js';
import { distinctByCell, quantileByCell } from './by-cell.js';
import { cellsBySpan } from './cells-by-span.js';
import { coveredDays, daysWhere } from './covered-days.js';
import { Cube } from './cube.js';
import { currenciesIn } from './currencies.js';
import type { DeclaredCoverage } from './declared-coverage.js';
import { declaredDays } from './declared-coverage.js';
import type { MeasureSource } from './measure-source.js';
import { dimensionsOf } from './measure-source.js';
import { maskOf } from './mask.js';
import type { Parameters } from './parameters.js';
import { collapse, lastFigures } from './stock.js';
import { countByCell, sumByCell } from './sum.js';
import type { Table } from './table.js';

/** A table, or one with several of its rows as one, and what has been worked out from it. */
interface View {
  readonly table: Table;
  readonly cubes: Map<string, Cube>;
  /** Each filter's answer, and the instant that it was asked at where that matters. */
  readonly masks: Map<Filter, { readonly at: number | undefined; readonly mask: Uint8Array }>;
  days: readonly number[] | undefined;
}

/** A measure with the rows that it is taken from, and how. */
interface TakenFrom {
  readonly view: View;
  readonly aggregation: MeasureDefinition['aggregation'];
  readonly expression: string | undefined;
  readonly filter: Filter | undefined;
}

const asOrders: ReadonlySet<string> = new Set(['orderLines', 'refunds', 'shipments']);

/** Measures out of rows: rolled up once per set of dimensions, computed anew where they do not add up. */
export function rowMeasures(
  tables: ReadonlyMap<string, Table>,
  zone: Zone,
  parameters: Parameters,
  declared: DeclaredCoverage,
): MeasureSource {
  const { maxStaleDays } = parameters;
  const views = new Map<string, View>();
  const known = new Map<string, { readonly from: TakenFrom | undefined }>();

  /**
   * @param per rows of the same day that share this field count as one
   * @param on the field that places them in time
   */
  function viewOf(entity: string, per?: string, on?: string): View | undefined {
    const table = tables.get(entity);
    return (
      table &&
      remember(views, `${entity} ${per} ${on}`, () => ({
        table: on !== undefined ? table.on(on) : per === undefined ? table : collapse(table, per),
        cubes: new Map(),
        masks: new Map(),
        days: undefined,
      }))
    );
  }

  const takenFrom = (id: string, dimensions: readonly string[]): TakenFrom | undefined =>
    remember(known, `${id} ${dimensions.join()}`, () => ({ from: findRows(id, dimensions) })).from;

  /** The table that has the measure's fields and all the dimensions: its entity's own, or the orders' lines. */
  function findRows(id: string, dimensions: readonly string[]): TakenFrom | undefined {
    const measure = measures.get(id);
    const table = measure && tables.get(measure.entity);
    if (!table) return undefined;
    const { entity, per, on, aggregation, expression, perLine } = measure;
    // What is split by the rest of the key has one row for each already.
    const isSplit = dimensions.some((dimension) => dimension !== per && table.entity.key.includes(dimension));
    const own = viewOf(entity, isSplit || !table.texts(per ?? '') ? undefined : per, on);
    const hasAll = (view: View | undefined): boolean => dimensions.every((dimension) => view?.table.has(dimension));
    const fromOwn = taken(own, aggregation, expression, measure);
    if (!fromOwn || hasAll(own)) return fromOwn;
    const lines = perLine && viewOf('orderLines');
    return hasAll(lines) ? taken(lines, perLine!.aggregation, perLine!.expression, measure) : undefined;
  }

  const daysOf = (view: View): readonly number[] => (view.days ??= daysWhere(view.table, () => true));

  const cubeOf = ({ view }: TakenFrom, dimensions: readonly string[]): Cube =>
    remember(view.cubes, dimensions.join(), () => new Cube(view.table, dimensions));

  /** The rows that a filter lets through; evaluated once, and anew where the filter asks for another as-of instant. */
  function masked({ view, filter }: TakenFrom, { day, instant }: AsOf): Uint8Array | undefined {
    if (!filter) return undefined;
    const at = readsAsOf(filter) ? (instant ?? zone.instantAt((day + 1) * MS_PER_DAY)) : undefined;
    const known = view.masks.get(filter);
    if (known && known.at === at) return known.mask;
    const mask = maskOf(filter, view.table, { asOf: at ?? NaN, parameters });
    view.masks.set(filter, { at, mask });
    return mask;
  }

  return {
    holds: (measure) => takenFrom(measure, []) !== undefined,

    wholeDays: (measure) => takenFrom(measure, [])?.view.table.time.wholeDays ?? false,

    coverage(measure, asOf) {
      const { view } = takenFrom(measure, [])!;
      const own = view.table.entity.id;
      // These are known as far as orders are: a shop without a refund today has none.
      const followed = (asOrders.has(own) && viewOf('orders')) || view;
      const { entity } = followed.table;
      const intervals = declared.get(own) ?? declared.get(entity.id);
      return intervals
        ? declaredDays(intervals, asOf)
        : coveredDays(entity.absence, daysOf(followed), asOf, maxStaleDays);
    },

    cube(measure, dimensions, asOf) {
      const from = takenFrom(measure, dimensions);
      if (!from || (from.aggregation !== 'count' && from.aggregation !== 'sum')) return undefined;
      return {
        cube: cubeOf(from, dimensions),
        recipe: { ...from, measure, mask: masked(from, asOf), absent: 0 },
        // What is booked nowhere may well have cost something, unless the shop says that all is booked.
        unseenIsUnknown: from.view.table.entity.absence === 'inside' && !declared.has(from.view.table.entity.id),
      };
    },

    windowed(measure, spans, selection, asOf) {
      const dimensions = dimensionsOf(selection);
      const from = takenFrom(measure, dimensions);
      if (!from) return undefined;
      const { view, aggregation, expression = '' } = from;
      const { table } = view;
      const { atLeast, without, share } = measures.get(measure)!;
      const cube = cubeOf(from, dimensions);
      const { keys, ofSegment } = cube.groups(selection);
      const mask = masked(from, asOf);
      const figures = (): Float64Array => {
        if (aggregation === 'last') {
          const cells = cube.cells({ ...from, measure, mask, absent: 0 });
          // The day whose snapshot stands at the end of a span; none where the last one is too old.
          const days = spans.map(({ end }) => daysOf(view).findLast((day) => day <= end && end - day <= maxStaleDays));
          return lastFigures(cube, cells, days as (Day | undefined)[], ofSegment, keys.length);
        }
        const cellOf = cellsBySpan(table, mask, spans, (row) => ofSegment[cube.segmentOf[row]!]!);
        const cells = keys.length * spans.length;
        if (aggregation === 'count') return countByCell(cellOf, cells);
        if (aggregation === 'sum') {
          const column = table.figures(expression);
          return sumByCell(column, cellOf, cells).map((sum) => sum / column.scale);
        }
        if (aggregation === 'quantile') return quantileByCell(table.figures(expression), cellOf, cells, share!);
        return distinctByCell(table.texts(expression)!, cellOf, cells, atLeast, table.flags(without ?? '')?.values);
      };
      const all = figures();
      return {
        byKey: new Map(
          keys.map((key, group) => [key, [...all.subarray(group * spans.length, (group + 1) * spans.length)]]),
        ),
        blank: spans.map(() => (aggregation === 'quantile' || aggregation === 'last' ? NaN : 0)),
      };
    },

    rows(measure, dimensions, asOf) {
      const from = takenFrom(measure, dimensions);
      return from && { table: from.view.table, cube: cubeOf(from, dimensions), mask: masked(from, asOf) };
    },

    /** Rows have no totals beside them. */
    totalsDiffer: () => false,

    currencies(measure, span, { where }, asOf) {
      const dimensions = dimensionsOf({ by: undefined, where });
      const from = takenFrom(measure, dimensions);
      if (!from) return [];
      return currenciesIn(from.view.table, span, () => {
        const mask = masked(from, asOf);
        const cube = cubeOf(from, dimensions);
        const { ofSegment } = cube.groups({ by: undefined, where });
        return (row) => mask?.[row] !== 0 && ofSegment[cube.segmentOf[row]!] === 0;
      });
    },
  };
}

/** Undefined where the table lacks a field that the measure reads. */
function taken(
  view: View | undefined,
  aggregation: MeasureDefinition['aggregation'],
  expression: string | undefined,
  measure: MeasureDefinition,
): TakenFrom | undefined {
  if (!view) return undefined;
  const { table } = view;
  const filter = measure.filter === undefined ? undefined : parseFilter(measure.filter, table.entity);
  const fields = [
    ...(expression === undefined ? [] : namesIn(parseFormula(expression))),
    ...(filter ? fieldsIn(filter) : []),
    measure.without ?? [],
  ].flat();
  return fields.every((field) => table.has(field)) ? { view, aggregation, expression, filter } : undefined;
}
