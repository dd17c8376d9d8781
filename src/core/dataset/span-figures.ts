import type { MeasureDefinition } from '../catalog/definition.js';
import type { Day } from '../time/day.js';
import { addDays } from '../time/day.js';
import type { Span } from '../time/window.js';
import { dayBefore } from '../time/window.js';
import { customersKept } from './active-customers.js';
import { distinctByCell, quantileByCell } from './by-cell.js';
import type { CellRows } from './cell-rows.js';
import type { Cube, Recipe } from './cube.js';
import type { Given } from './measure-source.js';
import { rowsBySpan } from './rows-by-span.js';
import { lastFigures, meanFigures } from './stock.js';
import { countByCell, largestByCell, sumByCell } from './sum.js';
import type { Table } from './table.js';

/** The rows that a measure is taken from for a selection. */
export interface SelectedRows {
  readonly table: Table;
  readonly cube: Cube;
  readonly recipe: Recipe;
  /** How many keys the selection splits by, and the number of each segment's; -1 for segments that it leaves out. */
  readonly groups: number;
  readonly ofSegment: readonly number[];
  /** The days with rows that count, in order. */
  readonly days: () => readonly number[];
  /** How old a snapshot may be that stands for a day. */
  readonly staleDays: number;
  /** How long after an order a customer is active, in days. */
  readonly activeDays: number;
}

/** A measure over each of some spans, as `group * spans + span`: by its rows, where days do not add up. */
export function spanFigures(measure: MeasureDefinition, rows: SelectedRows, asked: readonly Span[]): ArrayLike<Given> {
  const { table, cube, recipe, groups, ofSegment, days, staleDays, activeDays } = rows;
  const { aggregation, expression = '', mask } = recipe;
  const spans = measure.opening === undefined ? asked : asked.map(dayBefore);
  const isWhole = groups === 1 && !ofSegment.includes(-1);
  const groupOf = isWhole ? undefined : (row: number): number => ofSegment[cube.segmentOf[row]!]!;
  const rowsOf = (over: readonly Span[]): CellRows => rowsBySpan(table, { mask, groups, groupOf }, over);
  switch (aggregation) {
    case 'last': {
      const known = days();
      // The day whose snapshot stands at the end of a span; none where the last one is too old.
      const last = spans.map(({ end }) => known.findLast((day) => day <= end && end - day <= staleDays));
      return lastFigures(cube, cube.cells(recipe), last as (Day | undefined)[], ofSegment, groups);
    }
    case 'mean':
      return meanFigures(cube, cube.cells(recipe), days(), spans, ofSegment, groups);
    case 'running': {
      const column = table.figures(expression);
      const sums = sumByCell(column, rowsOf(fromTheFirst(spans, cube.first)));
      return sums.map((_, cell) => {
        const first = cell - (cell % spans.length);
        return sums.subarray(first, cell + 1).reduce((sum, part) => sum + part, 0) / column.scale;
      });
    }
    case 'count':
      return countByCell(rowsOf(spans));
    case 'sum': {
      const column = table.figures(expression);
      const cells = rowsOf(spans);
      const sums = sumByCell(column, cells);
      const figures = sums.map((sum) => sum / column.scale);
      if (!measure.overlaps) return figures;
      const largest = largestByCell(column, cells);
      return Array.from(figures, (high, cell) =>
        sums[cell] === largest[cell] ? high : { low: largest[cell]! / column.scale, high, isUpper: true },
      );
    }
    case 'quantile':
      return quantileByCell(table.figures(expression), rowsOf(spans), measure.share!);
    case 'countDistinct': {
      const texts = table.texts(expression)!;
      if (measure.active) return customersKept(texts, rowsOf, groups, spans, activeDays, measure.active);
      return distinctByCell(texts, rowsOf(spans), measure.atLeast, table.flags(measure.without ?? '')?.values);
    }
  }
}

/** Spans that begin where the one before ends, the first of them with the first day there is. */
const fromTheFirst = (spans: readonly Span[], first: Day): Span[] =>
  spans.map((span, index) => {
    const before = spans[index - 1];
    if (!before) return { ...span, start: Math.min(first, span.start) as Day, from: undefined };
    // Of hours several begin on one day.
    return { ...span, start: Math.min(addDays(before.end, 1), span.start) as Day };
  });
