import type { MeasureDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Table } from '../dataset/table.js';
import { fieldsIn, parseFilter } from '../filter.js';
import type { AsOf } from '../time/window.js';
import { sourceOf } from './feed.js';
import type { Stages } from './stages.js';

/** The units of a funnel, row by row. */
export interface StageRows {
  readonly table: Table;
  readonly stages: number;
  /** Bit by bit which stages each row reached; the first stage is the lowest bit. */
  readonly reached: Uint32Array;
  /** By stage the instants at which the rows reached it; undefined where the data say no more than that they did. */
  readonly times: readonly (Float64Array | undefined)[];
}

/** So many bits a number has for the shifts of a funnel. */
const maxStages = 31;

const unitTables: ReadonlySet<string> = new Set(['sessions', 'carts']);

type Masks = readonly (Uint8Array | undefined)[];

interface Made {
  readonly masks: Masks;
  readonly rows: StageRows;
}

/** By table and stages; made anew where a measure counts other rows, as those that look at the as-of instant do. */
const made = new WeakMap<Table, Map<string, Made>>();

/**
 * The rows of a funnel all of whose stages count the sessions, or the carts, of one table; undefined where one of them
 * does not: then nobody can say who reached which.
 */
export function stageRows(dataset: Dataset, { measures: stages, resolved }: Stages, asOf: AsOf): StageRows | undefined {
  // A stage that something else stands in for is not in the rows.
  if (resolved.some(({ formula }, stage) => formula.kind !== 'name' || formula.name !== stages[stage]))
    return undefined;
  const behind = stages.map((stage) => sourceOf(dataset.sources, stage)?.rows(stage, [], asOf));
  const table = behind[0]?.table;
  const { measures } = dataset.catalog;
  const counts = stages.every((stage) => measures.get(stage)?.aggregation === 'count');
  if (!table || !counts || stages.length > maxStages || !unitTables.has(table.entity.id)) return undefined;
  if (behind.some((rows) => rows?.table !== table)) return undefined;

  const masks = behind.map((rows) => rows?.mask);
  const id = stages.join();
  const known = made.get(table)?.get(id);
  if (known?.masks.every((mask, stage) => mask === masks[stage])) return known.rows;
  const rows = {
    table,
    stages: stages.length,
    reached: bitsOf(masks, table.length),
    times: stages.map((stage) => timesOf(table, measures.get(stage)!)),
  };
  const ofTable = made.get(table) ?? new Map<string, Made>();
  made.set(table, ofTable.set(id, { masks, rows }));
  return rows;
}

function bitsOf(masks: Masks, length: number): Uint32Array {
  const bits = new Uint32Array(length);
  masks.forEach((mask, stage) => {
    const bit = 1 << stage;
    for (let row = 0; row < length; row++) if (!mask || mask[row] === 1) bits[row]! |= bit;
  });
  return bits;
}

/** A stage without a condition is reached at the row's own time, others when the last of what they ask for happened. */
function timesOf(table: Table, { id: stage, filter }: MeasureDefinition): Float64Array | undefined {
  // Of a cart only two moments are known: the first item, and the order.
  if (stage === 'maturedCarts') return table.time.instants;
  if (stage === 'convertedCarts') return table.times('convertedAt')?.instants;
  const fields = filter === undefined ? [] : fieldsIn(parseFilter(filter, table.entity));
  const happened = fields.flatMap((field) => table.times(`${field}At`)?.instants ?? []);
  if (fields.length === 0) return table.time.instants;
  return happened.length < fields.length
    ? undefined
    : happened.reduce((a, b) => a.map((instant, row) => Math.max(instant, b[row]!)));
}
