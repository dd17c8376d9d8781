import type { MeasureDefinition } from '../catalog/definition.js';
import { measures } from '../catalog/measures.js';
import type { Filter } from '../filter.js';
import { fieldsIn, parseFilter, readsAsOf } from '../filter.js';
import { namesIn, parseFormula } from '../formula.js';
import type { Day } from '../time/day.js';
import { MS_PER_DAY } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import type { Zone } from '../time/zone.js';
import { distinctByCell, quantileByCell } from './by-cell.js';
import { cellsBySpan } from './cells-by-span.js';
import { coveredDays, daysWithRows } from './covered-days.js';
import type { CoveredDays, MeasureRows, MeasureSource, Selection, WindowFigures } from './measure-source.js';
import { dimensionsOf, keysOf } from './measure-source.js';
import { maskOf } from './mask.js';
import type { Parameters } from './parameters.js';
import { RowCube } from './row-cube.js';
import { collapse, lastFigures } from './stock.js';
import type { Table } from './table.js';

/** A measure with the table that it is taken from, and how. */
interface TakenFrom {
  readonly table: Table;
  readonly aggregation: MeasureDefinition['aggregation'];
  readonly expression: string | undefined;
  readonly filter: Filter | undefined;
}

/** A filter's answer, and the instant that it was asked at where that matters. */
interface KnownMask {
  readonly asOf: number | undefined;
  readonly mask: Uint8Array;
}

/** Measures out of rows: rolled up once per set of dimensions, computed anew where they do not add up. */
export class RowMeasures implements MeasureSource {
  readonly absentIsZero = true;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #zone: Zone;
  readonly #parameters: Parameters;
  /** Tables with several rows as one. */
  readonly #views = new Map<string, Table>();
  readonly #cubes = new Map<Table, Map<string, RowCube>>();
  readonly #masks = new Map<Table, Map<Filter, KnownMask>>();
  readonly #daysWithRows = new Map<Table, readonly number[]>();

  constructor(tables: ReadonlyMap<string, Table>, zone: Zone, parameters: Parameters) {
    this.#tables = tables;
    this.#zone = zone;
    this.#parameters = parameters;
  }

  holds(measure: string): boolean {
    return this.#takenFrom(measure, []) !== undefined;
  }

  wholeDays(measure: string): boolean {
    return this.#takenFrom(measure, [])?.table.time.wholeDays ?? false;
  }

  coverage(measure: string, asOf: AsOf): CoveredDays | undefined {
    const own = this.#takenFrom(measure, [])!.table;
    // These are known as far as orders are: a shop without a refund today has none.
    const followsOrders = own.entity.id === 'refunds' || own.entity.id === 'shipments';
    const table = (followsOrders && this.#tables.get('orders')) || own;
    return coveredDays(table.entity, this.#daysOf(table), asOf, this.#parameters.maxStaleDays);
  }

  cube(measure: string, dimensions: readonly string[], asOf: AsOf): RowCube | undefined {
    const taken = this.#takenFrom(measure, dimensions);
    if (!taken || (taken.aggregation !== 'count' && taken.aggregation !== 'sum')) return undefined;
    const cube = this.#cubeOf(taken.table, dimensions);
    cube.declare(measure, { ...taken, mask: this.#maskOf(taken, asOf) });
    return cube;
  }

  windowed(measure: string, spans: readonly Span[], selection: Selection, asOf: AsOf): WindowFigures | undefined {
    const dimensions = dimensionsOf(selection);
    const taken = this.#takenFrom(measure, dimensions);
    if (!taken) return undefined;
    const { table } = taken;
    const cube = this.#cubeOf(table, dimensions);
    const keys = keysOf(dimensions, cube.segments, selection);
    const groups = [...new Set(keys.filter((key) => key !== undefined))];
    const groupOf = keys.map((key) => (key === undefined ? -1 : groups.indexOf(key)));
    const mask = this.#maskOf(taken, asOf);
    let figures: Float64Array;
    if (taken.aggregation === 'last') {
      cube.declare(measure, { ...taken, mask });
      figures = lastFigures(
        cube,
        measure,
        spans.map((span) => this.#snapshotFor(table, span)),
        groupOf,
        groups.length,
      );
    } else {
      const cellOf = cellsBySpan(table, mask, spans, (row) => groupOf[cube.segmentOf[row]!]!);
      figures = figuresByCell(measures.get(measure)!, taken, cellOf, groups.length * spans.length);
    }
    const byKey = new Map(
      groups.map((key, group) => [key, [...figures.subarray(group * spans.length, (group + 1) * spans.length)]]),
    );
    return { byKey, blank: spans.map(() => (taken.aggregation === 'countDistinct' ? 0 : NaN)) };
  }

  rows(measure: string, dimensions: readonly string[], asOf: AsOf): MeasureRows | undefined {
    const taken = this.#takenFrom(measure, dimensions);
    return taken && { table: taken.table, mask: this.#maskOf(taken, asOf) };
  }

  /** Rows have no totals beside them. */
  totalsDiffer(): boolean {
    return false;
  }

  currencies(measure: string, span: Span): readonly string[] {
    const table = this.#takenFrom(measure, [])?.table;
    const currency = table?.texts('currency');
    if (!table || !currency || currency.values.length < 2) return currency?.values ?? [];
    const found = new Set<string>();
    for (let row = 0; row < table.length; row++) {
      const day = table.time.days[row]!;
      if (day >= span.start && day <= span.end && currency.codes[row]! >= 0)
        found.add(currency.values[currency.codes[row]!]!);
    }
    return [...found];
  }

  #daysOf(table: Table): readonly number[] {
    return remember(this.#daysWithRows, table, () => daysWithRows(table));
  }

  #cubeOf(table: Table, dimensions: readonly string[]): RowCube {
    const cubes = remember(this.#cubes, table, () => new Map<string, RowCube>());
    return remember(cubes, dimensions.join(), () => new RowCube(table, dimensions));
  }

  /** The rows that a filter lets through; evaluated once, and anew where the filter asks for another as-of instant. */
  #maskOf({ table, filter }: TakenFrom, { day, instant }: AsOf): Uint8Array | undefined {
    if (!filter) return undefined;
    const asOf = readsAsOf(filter) ? (instant ?? this.#zone.instantAt((day + 1) * MS_PER_DAY)) : undefined;
    const masks = remember(this.#masks, table, () => new Map<Filter, KnownMask>());
    const known = masks.get(filter);
    if (known && known.asOf === asOf) return known.mask;
    const mask = maskOf(filter, table, { asOf: asOf ?? NaN, parameters: this.#parameters });
    masks.set(filter, { asOf, mask });
    return mask;
  }

  /** The day whose snapshot stands at the end of a span; undefined where the last one is too old. */
  #snapshotFor(table: Table, { end }: Span): Day | undefined {
    const day = this.#daysOf(table).findLast((each) => each <= end);
    return day !== undefined && end - day <= this.#parameters.maxStaleDays ? (day as Day) : undefined;
  }

  /** The table that has the measure's fields and all the dimensions: its entity's own, or the orders' lines. */
  #takenFrom(id: string, dimensions: readonly string[]): TakenFrom | undefined {
    const measure = measures.get(id);
    const own = measure && this.#view(measure, dimensions);
    if (!measure || !own) return undefined;
    const { aggregation, expression, perLine } = measure;
    const fromOwn = takenFrom(own, aggregation, expression, measure);
    if (!fromOwn || dimensions.every((dimension) => own.has(dimension))) return fromOwn;
    const lines = this.#tables.get('orderLines');
    if (!perLine || !lines || !dimensions.every((dimension) => lines.has(dimension))) return undefined;
    return takenFrom(lines, perLine.aggregation, perLine.expression, measure);
  }

  #view({ entity, per }: MeasureDefinition, dimensions: readonly string[]): Table | undefined {
    const table = this.#tables.get(entity);
    if (!table) return undefined;
    // What is split by the rest of the key has one row for each already.
    const isSplit = dimensions.some((dimension) => dimension !== per && table.entity.key.includes(dimension));
    if (per === undefined || isSplit || !table.texts(per)) return table;
    return remember(this.#views, `${entity} ${per}`, () => collapse(table, per));
  }
}

function remember<K, V>(known: Map<K, V>, key: K, create: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = create()));
  return value;
}

/** Undefined where the table lacks a field that the measure reads. */
function takenFrom(
  table: Table,
  aggregation: MeasureDefinition['aggregation'],
  expression: string | undefined,
  measure: MeasureDefinition,
): TakenFrom | undefined {
  const filter = measure.filter === undefined ? undefined : parseFilter(measure.filter, table.entity);
  const fields = [
    ...(expression === undefined ? [] : namesIn(parseFormula(expression))),
    ...(filter ? fieldsIn(filter) : []),
    ...(measure.without === undefined ? [] : [measure.without]),
  ];
  return fields.every((field) => table.has(field)) ? { table, aggregation, expression, filter } : undefined;
}

function figuresByCell(
  { atLeast, without, share }: MeasureDefinition,
  { table, aggregation, expression = '' }: TakenFrom,
  cellOf: Int32Array,
  cells: number,
): Float64Array {
  if (aggregation === 'quantile') return quantileByCell(table.figures(expression), cellOf, cells, share!);
  const excluding = without === undefined ? undefined : table.flags(without)!.values;
  return distinctByCell(table.texts(expression)!, cellOf, cells, atLeast, excluding);
}
