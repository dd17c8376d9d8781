import { measures } from '../catalog/measures.js';
import { namesIn, parseFormula } from '../formula.js';
import type { Day } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import type { CoveredDays, DistinctFigures, MeasureSource, Selection } from './measure-source.js';
import { dimensionsOf, keysOf } from './measure-source.js';
import { distinctByCell } from './distinct.js';
import type { TakenFrom } from './row-cube.js';
import { RowCube } from './row-cube.js';
import type { Table } from './table.js';

/** Measures out of rows: rolled up once per set of dimensions, counted anew where they do not add up. */
export class RowMeasures implements MeasureSource {
  readonly absentIsZero = true;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #cubes = new Map<string, RowCube>();
  readonly #daysWithRows = new Map<Table, readonly number[]>();

  constructor(tables: ReadonlyMap<string, Table>) {
    this.#tables = tables;
  }

  holds(measure: string): boolean {
    return this.#takenFrom(measure, []) !== undefined;
  }

  wholeDays(measure: string): boolean {
    return this.#takenFrom(measure, [])?.table.time.wholeDays ?? false;
  }

  coverage(measure: string, asOf: AsOf): CoveredDays | undefined {
    const own = this.#takenFrom(measure, [])!.table;
    // Refunds are known as far as orders are: a shop without a refund today has none.
    const table = own.entity.id === 'refunds' ? (this.#tables.get('orders') ?? own) : own;
    let days = this.#daysWithRows.get(table);
    if (!days) this.#daysWithRows.set(table, (days = daysWithRows(table)));
    return coveredDays(days, asOf);
  }

  cube(measure: string, dimensions: readonly string[]): RowCube | undefined {
    const taken = this.#takenFrom(measure, dimensions);
    if (!taken || taken.aggregation === 'countDistinct') return undefined;
    const cube = this.#cubeOf(taken.table, dimensions);
    cube.declare(measure, taken);
    return cube;
  }

  distinct(measure: string, spans: readonly Span[], selection: Selection): DistinctFigures | undefined {
    const dimensions = dimensionsOf(selection);
    const taken = this.#takenFrom(measure, dimensions);
    const counted = taken?.table.texts(taken.expression ?? '');
    if (!taken || !counted) return undefined;
    const cube = this.#cubeOf(taken.table, dimensions);
    const keys = keysOf(dimensions, cube.segments, selection);
    const groups = [...new Set(keys.filter((key) => key !== undefined))];
    const groupOf = keys.map((key) => (key === undefined ? -1 : groups.indexOf(key)));
    const cellOf = cellsBySpan(taken, spans, (row) => groupOf[cube.segmentOf[row]!]!);
    const cells = groups.length * spans.length;
    const counts = distinctByCell(
      counted.codes,
      cellOf,
      cells,
      counted.values.length,
      measures.get(measure)?.atLeast ?? 1,
    );
    const byKey = new Map(
      groups.map((key, group) => [key, [...counts.subarray(group * spans.length, (group + 1) * spans.length)]]),
    );
    return { byKey, blank: spans.map(() => 0) };
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

  #cubeOf(table: Table, dimensions: readonly string[]): RowCube {
    const id = `${table.entity.id} ${dimensions.join()}`;
    let cube = this.#cubes.get(id);
    if (!cube) this.#cubes.set(id, (cube = new RowCube(table, dimensions)));
    return cube;
  }

  /** The table that has the measure's fields and all the dimensions: its entity's own, or the orders' lines. */
  #takenFrom(id: string, dimensions: readonly string[]): TakenFrom | undefined {
    const measure = measures.get(id);
    const own = measure && this.#tables.get(measure.entity);
    if (!measure || !own || !hasFields(own, measure.expression, measure.filter)) return undefined;
    if (dimensions.every((dimension) => own.has(dimension)))
      return { ...measure, table: own, expression: measure.expression, filter: measure.filter };
    const lines = this.#tables.get('orderLines');
    const { perLine } = measure;
    if (!perLine || !lines || !hasFields(lines, perLine.expression, measure.filter)) return undefined;
    if (!dimensions.every((dimension) => lines.has(dimension))) return undefined;
    return { ...perLine, table: lines, filter: measure.filter };
  }
}

function hasFields(table: Table, expression: string | undefined, filter: string | undefined): boolean {
  const fields = expression === undefined ? [] : namesIn(parseFormula(expression));
  return [...fields, ...(filter === undefined ? [] : [filter])].every((field) => table.has(field));
}

/** Numbers each row's cell as group * spans + span; -1 for rows outside all spans, of no group or filtered out. */
function cellsBySpan(
  { table, filter }: TakenFrom,
  spans: readonly Span[],
  groupOf: (row: number) => number,
): Int32Array {
  const { days, instants } = table.time;
  const cellOf = new Int32Array(table.length).fill(-1);
  const first = spans[0]!.start;
  const spanOfDay = new Int32Array(spans.at(-1)!.end - first + 1).fill(-1);
  spans.forEach(({ start, end }, span) => spanOfDay.fill(span, start - first, end - first + 1));
  const counted = filter === undefined ? undefined : table.flags(filter)!.values;
  for (let row = 0; row < table.length; row++) {
    const span = spanOfDay[days[row]! - first] ?? -1;
    if (span < 0 || (counted && counted[row] !== 1) || Number.isNaN(instants[row])) continue;
    const { end, cutoff } = spans[span]!;
    if (cutoff !== undefined && days[row] === end && instants[row]! >= cutoff) continue;
    const group = groupOf(row);
    if (group >= 0) cellOf[row] = group * spans.length + span;
  }
  return cellOf;
}

function daysWithRows({ time, length }: Table): number[] {
  const days = new Set<number>();
  for (let row = 0; row < length; row++) if (!Number.isNaN(time.instants[row])) days.add(time.days[row]!);
  return [...days].sort((a, b) => a - b);
}

/**
 * From the first row's day to the current day: in between, no row means 0. A daily feed that has fallen silent ends
 * with its newest row, so that a broken feed is not read as zero.
 */
function coveredDays(days: readonly number[], asOf: AsOf): CoveredDays | undefined {
  const known = days.filter((day) => day <= asOf.day);
  const first = known[0];
  const newest = known.at(-1);
  if (first === undefined || newest === undefined) return undefined;
  const lastComplete = asOf.instant === undefined ? asOf.day : asOf.day - 1;
  const wasDaily = known.at(-14) === newest - 13;
  const last = newest < lastComplete && wasDaily ? newest : asOf.day;
  return { first: first as Day, last: last as Day };
}
