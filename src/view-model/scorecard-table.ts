import type { Comparison, Figure } from '../core/evaluate/result.js';
import type { ResultWindow } from '../core/time/window.js';
import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import { csvText } from './csv.js';
import type { Cell } from './csv.js';
import type { ScorecardRow } from './scorecard-row.js';
import type { ScorecardColumn, ScorecardView } from './scorecard-view.js';
import type { TableView } from './view.js';
import type { Words } from './words.js';

/** All rows as they stand, those of the segments that are no rows of their own and of the total last. */
export const allRows = ({ groups, failed, rest, total }: ScorecardView): readonly ScorecardRow[] =>
  [...groups.flatMap(({ rows }) => rows), ...failed, rest, total].filter((row) => row !== undefined);

/** The scorecard as plain cells: the same facts without their drawings, each complete in itself. */
export function scorecardTable(view: ScorecardView, words: Words): TableView {
  const columns = view.columns.filter(({ kind }) => kind !== 'course');
  return {
    caption: words.aside(view.heading, view.captions.join(' · ')),
    columns: columns.map(({ kind, label }) => ({ label, numeric: kind !== 'name' })),
    rows: allRows(view).map((row) => ({
      cells: columns.map((column) => {
        const { text, more } = cellOf(row, column);
        return words.aside(text, more?.replace(/[.。]$/, ''));
      }),
    })),
  };
}

/** What a cell says, and what there is to know of it. */
export function cellOf(
  { heading, share, changes, goal, cells, figure, reason }: ScorecardRow,
  { kind, nth, mixed }: ScorecardColumn,
): { readonly text: string; readonly more?: string | undefined } {
  const change = changes[nth];
  switch (kind) {
    case 'name':
      return { text: heading };
    case 'value':
      return { text: figure.text, more: reason };
    case 'share':
      return { text: share?.text ?? '' };
    case 'change':
      return { text: change?.text ?? '', more: mixed ? change?.against : '' };
    case 'target':
      return { text: goal?.text ?? '', more: goal?.status };
    case 'kpi':
      return { text: cells[nth]?.figure.text ?? '', more: cells[nth]?.reason ?? cells[nth]?.changes[0]?.text };
    case 'course':
      return { text: '' };
  }
}

/** One row a KPI, or a KPI and segment, `*` for all of them together: ISO dates and plain numbers in the KPI's unit. */
export function scorecardCsv({ entries, by, failed }: ScorecardResult): string {
  const names = [...new Set(entries.flatMap(({ result }) => result.comparisons.map(({ name }) => name)))];
  const header: Cell[] = [
    'kpi',
    ...(by === undefined ? [] : [by]),
    ...['start', 'end', 'value'],
    ...names.flatMap((name) => [name, `${name} change`, `${name} relative change`]),
    'target',
  ];
  const cells = (
    kpi: string,
    key: string,
    window: ResultWindow | undefined,
    figure: Compared,
    target?: number,
  ): Cell[] => [
    kpi,
    ...(by === undefined ? [] : [key]),
    ...[window?.start, window?.end, figure.value],
    ...names.flatMap((wanted) => {
      const other = figure.comparisons.find(({ name }) => name === wanted);
      return [other?.value, other?.change?.absolute, other?.change?.relative];
    }),
    target,
  ];
  const rows = entries.flatMap(({ result }) => [
    ...(by === undefined
      ? []
      : result.segments.map((segment) => cells(result.kpi, segment.key, result.window, segment))),
    cells(result.kpi, '*', result.window, result, result.target?.value),
  ]);
  const none = { value: undefined, comparisons: [] };
  return csvText([header, ...rows, ...failed.map(({ kpi }) => cells(kpi, '*', undefined, none))]);
}

type Compared = Pick<Figure, 'value'> & { readonly comparisons: readonly Comparison[] };
