import { remember } from '../remember.js';
import type { Day } from '../time/day.js';
import type { Span } from '../time/window.js';
import { rowsByCell } from './cell-rows.js';
import type { Column } from './column.js';
import { take } from './column.js';
import type { Cube, MeasureCells } from './cube.js';
import { firstKnown } from './first-known.js';
import { sumByCell } from './sum.js';
import { Table } from './table.js';

/**
 * One row for each day and value of a text: numbers are added up, the first known value of everything else holds. Rows
 * that are said not to be listed are left out.
 */
export function collapse(table: Table, field: string): Table {
  const { days } = table.time;
  const { codes, values } = table.texts(field)!;
  const listed = table.flags('listed')?.values;
  const groups = new Map<number, number>();
  const groupOf = codes.map((code, row) => {
    if (listed?.[row] === 0) return -1;
    const key = days[row]! * values.length + code;
    return remember(groups, key, () => groups.size);
  });
  const count = groups.size;
  const cells = rowsByCell(groupOf, count);
  const columns = table.fields.map((name): [string, Column] => {
    const column = table.column(name)!;
    return column.kind === 'number'
      ? [name, { ...column, values: sumByCell(column, cells) }]
      : [name, take(column, firstKnown(column, groupOf, count))];
  });
  return new Table(table.entity, count, new Map(columns));
}

/**
 * A stock on certain days, added up over the segments of each group, as `group * days + day`.
 * @param days undefined gives NaN: no snapshot stands for the day
 * @param groupOf the group of each of the cube's segments; -1 for none
 */
export function lastFigures(
  cube: Cube,
  { values, scale }: MeasureCells,
  days: readonly (Day | undefined)[],
  groupOf: readonly number[],
  groups: number,
): Float64Array {
  const figures = new Float64Array(groups * days.length);
  days.forEach((day, index) => {
    groupOf.forEach((group, segment) => {
      if (group < 0) return;
      const cell = day === undefined ? NaN : values[segment * cube.days + day - cube.first]!;
      figures[group * days.length + index]! += cell / scale;
    });
  });
  return figures;
}

/**
 * A stock's mean over the days of each span that have a snapshot, as `group * spans + span`; NaN where none has.
 * @param days those with a snapshot, in order
 */
export function meanFigures(
  cube: Cube,
  cells: MeasureCells,
  days: readonly number[],
  spans: readonly Span[],
  groupOf: readonly number[],
  groups: number,
): Float64Array {
  const means = new Float64Array(groups * spans.length);
  spans.forEach(({ start, end }, index) => {
    const own = days.filter((day) => day >= start && day <= end) as Day[];
    const figures = lastFigures(cube, cells, own, groupOf, groups);
    for (let group = 0; group < groups; group++) {
      const sum = figures.subarray(group * own.length, (group + 1) * own.length).reduce((a, b) => a + b, 0);
      means[group * spans.length + index] = sum / own.length;
    }
  });
  return means;
}
