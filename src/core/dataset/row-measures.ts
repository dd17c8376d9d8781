import type { Catalog } from '../catalog/catalog.js';
import type { Aggregation, EntityDefinition, MeasureDefinition } from '../catalog/definition.js';
import type { Filter } from '../filter.js';
import { fieldsIn, parseFilter, readsAsOf } from '../filter.js';
import { namesIn, parseFormula } from '../formula.js';
import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import { MS_PER_DAY } from '../time/day.js';
import type { AsOf, CoveredDays, Span } from '../time/window.js';
import type { Zone } from '../time/zone.js';
import { coveredDays, daysAlone } from './covered-days.js';
import { Cube } from './cube.js';
import { currenciesIn } from './currencies.js';
import { declaredDays } from './declared-coverage.js';
import { listItems } from './list-items.js';
import type { Given, MeasureSource } from './measure-source.js';
import { dimensionsOf } from './measure-source.js';
import { maskOf } from './mask.js';
import type { Parameters } from './parameters.js';
import type { ToldOfDays } from './refused-days.js';
import { withoutRefused } from './refused-days.js';
import { spanFigures } from './span-figures.js';
import { collapse } from './stock.js';
import type { Table } from './table.js';

/** A table, or one with several of its rows as one, and what has been worked out from it. */
interface View {
  readonly table: Table;
  readonly cubes: Map<string, Cube>;
  /** Each filter's answer, and the instant that it was asked at where that matters. */
  readonly masks: Map<Filter, { readonly at: number | undefined; readonly mask: Uint8Array | undefined }>;
  days: readonly number[] | undefined;
}

/** A measure with the rows that it is taken from, and how. */
interface TakenFrom {
  readonly view: View;
  readonly aggregation: Aggregation;
  readonly expression: string | undefined;
  readonly filter: Filter | undefined;
}

const asOrders: ReadonlySet<string> = new Set(['orderLines', 'refunds', 'shipments']);

/** Measures out of rows: rolled up once per set of dimensions, computed anew where they do not add up. */
export function rowMeasures(
  tables: ReadonlyMap<string, Table>,
  zone: Zone,
  parameters: Parameters,
  { declared, refusedOf }: ToldOfDays,
  { measures }: Catalog,
): MeasureSource {
  const staleDaysOf = ({ holdsDays }: EntityDefinition): number => holdsDays ?? parameters.maxStaleDays;
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
      remember(views, `${entity} ${per} ${on}`, () =>
        viewed(on !== undefined ? table.on(on) : per === undefined ? table : collapse(table, per)),
      )
    );
  }

  /** Rows as often as a list of theirs has items. */
  const itemsOf = ({ of, dimension }: NonNullable<MeasureDefinition['items']>, table: Table): View =>
    remember(views, `${table.entity.id} ${dimension}`, () => viewed(listItems(table, of, dimension)));

  const takenFrom = (id: string, dimensions: readonly string[]): TakenFrom | undefined =>
    remember(known, `${id} ${dimensions.join()}`, () => ({ from: findRows(id, dimensions) })).from;

  /** The table that has the measure's fields and all the dimensions: its entity's own, or the orders' lines. */
  function findRows(id: string, dimensions: readonly string[]): TakenFrom | undefined {
    const measure = measures.get(id);
    const table = measure && tables.get(measure.entity);
    if (!table || measure.aggregation === 'computed') return undefined;
    const { entity, per, on, aggregation, expression, perLine, items } = measure;
    // What is split by the rest of the key has one row for each already.
    const isSplit = dimensions.some((dimension) => dimension !== per && table.entity.key.includes(dimension));
    const own = viewOf(entity, isSplit || !table.texts(per ?? '') ? undefined : per, on);
    const hasAll = (view: View | undefined): boolean => dimensions.every((dimension) => view?.table.has(dimension));
    const filter = filterOf(measure, dimensions);
    if (items && dimensions.includes(items.dimension) && table.texts(items.of))
      return taken(itemsOf(items, table), 'countDistinct', table.entity.key[0], filter, measure);
    const fromOwn = taken(own, aggregation, expression, filter, measure);
    if (!fromOwn || hasAll(own)) return fromOwn;
    const lines = perLine && viewOf('orderLines');
    return hasAll(lines) ? taken(lines, perLine!.aggregation, perLine!.expression, filter, measure) : undefined;
  }

  const daysOf = (view: View): readonly number[] => (view.days ??= view.table.byDay().daysWhere(() => true));

  const cubeOf = ({ view }: TakenFrom, dimensions: readonly string[]): Cube =>
    remember(view.cubes, dimensions.join(), () => new Cube(view.table, dimensions));

  /** The rows that a filter lets through; evaluated once, and anew where the filter asks for another as-of instant. */
  function masked({ view, filter }: TakenFrom, { day, instant }: AsOf): Uint8Array | undefined {
    if (!filter) return undefined;
    const at = readsAsOf(filter) ? (instant ?? zone.instantAt((day + 1) * MS_PER_DAY)) : undefined;
    const known = view.masks.get(filter);
    if (known && known.at === at) return known.mask;
    const mask = unlessAll(maskOf(filter, view.table, { asOf: at ?? NaN, parameters }));
    view.masks.set(filter, { at, mask });
    return mask;
  }

  /** The days that have rows of a kind. */
  function knownDays(view: View, kind: string | undefined, asOf: AsOf): readonly number[] {
    if (kind === undefined) return daysOf(view);
    const filter = parseFilter(kind, view.table.entity);
    const mask = masked({ view, filter, aggregation: 'count', expression: undefined }, asOf);
    return mask ? view.table.byDay().daysWhere((row) => mask[row] === 1) : daysOf(view);
  }

  /** @param kind the rows that tell that a day is known, where not all of them do */
  function coverageOf(view: View, kind: string | undefined, asOf: AsOf): CoveredDays | undefined {
    const { id, time, absence } = view.table.entity;
    const covered = coverageByRows(view, kind, asOf);
    // A snapshot holds where the next one cannot be read.
    const refused = absence === 'carry' ? undefined : refusedOf(id);
    return refused ? withoutRefused(covered, refused.times(time) ? refused.on(time) : refused, daysOf(view)) : covered;
  }

  function coverageByRows(view: View, kind: string | undefined, asOf: AsOf): CoveredDays | undefined {
    const own = view.table.entity.id;
    // These are known as far as orders are: a shop without a refund today has none.
    const followed = (asOrders.has(own) && viewOf('orders')) || view;
    const { entity } = followed.table;
    const intervals = declared.get(own) ?? declared.get(entity.id);
    if (intervals) return declaredDays(intervals, asOf);
    if (entity.absence === 'unknown') return daysAlone(knownDays(view, kind, asOf), asOf);
    const covered = coveredDays(entity, daysOf(followed), asOf, staleDaysOf(entity));
    const newest = followed === view ? undefined : daysOf(view).findLast((day) => day <= asOf.day);
    return covered && newest !== undefined && newest > covered.last ? { ...covered, last: newest as Day } : covered;
  }

  const source: MeasureSource = {
    holds: (measure) => takenFrom(measure, []) !== undefined,

    coverageOf: (table, asOf) => coverageOf(viewOf(table)!, undefined, asOf),

    wholeDays: (measure) => takenFrom(measure, [])?.view.table.time.wholeDays ?? false,

    coverage(measure, asOf) {
      return coverageOf(takenFrom(measure, [])!.view, measures.get(measure)!.known, asOf);
    },

    cube(measure, dimensions, asOf) {
      const from = takenFrom(measure, dimensions);
      if (!from || !addsUp(from.aggregation) || measures.get(measure)!.overlaps) return undefined;
      return {
        cube: cubeOf(from, dimensions),
        recipe: { ...from, measure, mask: masked(from, asOf), absent: 0 },
        // What is booked nowhere may well have cost something, unless the shop says that all is booked.
        unseenIsUnknown: from.view.table.entity.absence === 'inside' && !declared.has(from.view.table.entity.id),
      };
    },

    windowed(id, spans, selection, asOf) {
      const dimensions = dimensionsOf(selection);
      const from = takenFrom(id, dimensions);
      if (!from) return undefined;
      const { view, aggregation } = from;
      const { table } = view;
      const measure = measures.get(id)!;
      const { active, plus, isPrivate } = measure;
      const cube = cubeOf(from, dimensions);
      const { keys, ofSegment } = cube.groups(selection);
      const mask = masked(from, asOf);
      const figures = spanFigures(
        measure,
        {
          ...{ table, cube, ofSegment, groups: keys.length, staleDays: staleDaysOf(table.entity) },
          recipe: { ...from, measure: id, mask, absent: 0 },
          days: () => (mask ? table.byDay().daysWhere((row) => mask[row] === 1) : daysOf(view)),
          activeDays: parameters.activityWindowDays,
        },
        spans,
      );
      const first = source.coverage(id, asOf)?.first ?? Infinity;
      const isSplit = dimensions.length > 0;
      const given = (figure: Given, span: Span): Given => {
        if (active && span.start - parameters.activityWindowDays < first) return 'short-history';
        if (typeof figure !== 'number') return figure;
        // No snapshot still holds: what the stock was is not in the data.
        if (aggregation === 'last' && Number.isNaN(figure)) return 'outside-coverage';
        if (isPrivate && isSplit && figure > 0 && figure < parameters.minGroupSize) return 'privacy';
        return plus && !isSplit ? figure + parameters[plus] : figure;
      };
      const hasNone = aggregation === 'quantile' || aggregation === 'last' || aggregation === 'mean';
      return {
        byKey: new Map(
          keys.map((key, group) => [
            key,
            spans.map((span, index) => given(figures[group * spans.length + index]!, span)),
          ]),
        ),
        blank: spans.map((span) => given(hasNone ? NaN : 0, span)),
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
  return source;
}

const viewed = (table: Table): View => ({ table, cubes: new Map(), masks: new Map(), days: undefined });

/** Where all rows count, no row has to be asked. */
const unlessAll = (mask: Uint8Array): Uint8Array | undefined => (mask.some((flag) => flag !== 1) ? mask : undefined);

const addsUp = (aggregation: Aggregation): boolean => aggregation === 'count' || aggregation === 'sum';

/** Which rows count; a dimension that the question names is read as it asks. */
function filterOf({ filter, standard = {} }: MeasureDefinition, dimensions: readonly string[]): string | undefined {
  const values = Object.entries(standard).filter(([dimension]) => !dimensions.includes(dimension));
  const all = [filter ?? [], values.map(([dimension, value]) => `${dimension} = ${value}`)].flat(2);
  return all.length > 0 ? all.join(' and ') : undefined;
}

/** Undefined where the table lacks a field that the measure reads. */
function taken(
  view: View | undefined,
  aggregation: Aggregation,
  expression: string | undefined,
  filterText: string | undefined,
  measure: MeasureDefinition,
): TakenFrom | undefined {
  if (!view) return undefined;
  const { table } = view;
  const filter = filterText === undefined ? undefined : parseFilter(filterText, table.entity);
  const fields = [
    ...(expression === undefined ? [] : namesIn(parseFormula(expression))),
    ...(filter ? fieldsIn(filter) : []),
    measure.without ?? [],
  ].flat();
  return fields.every((field) => table.has(field)) ? { view, aggregation, expression, filter } : undefined;
}
