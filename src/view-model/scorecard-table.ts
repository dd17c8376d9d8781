import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import type { Comparison, Figure, ResultWindow } from '../core/evaluate/result.js';
import { csvText } from './csv.js';
import type { Cell } from './csv.js';
import type { ScorecardRow, ScorecardView } from './scorecard-view.js';
import type { TableView } from './view.js';

/** The scorecard as plain cells: the same facts without their drawings. */
export function scorecardTable(view: ScorecardView): TableView {
  const drawn = view.columns.filter(({ id }) => id !== 'course');
  const rows = [
    ...view.groups.flatMap((group) => group.rows),
    ...(view.rest ? [view.rest] : []),
    ...(view.total ? [view.total] : []),
  ];
  return {
    caption: view.period ? `${view.heading} (${view.period})` : view.heading,
    columns: [
      ...drawn.map(({ id, label }) => ({ label, numeric: id !== 'name' })),
      ...view.more.map((label) => ({ label, numeric: true })),
    ],
    rows: rows.map((row) => ({
      cells: [...drawn.map(({ id }) => cellText(row, id)), ...row.more.map(({ text }) => text)],
    })),
  };
}

function cellText(row: ScorecardRow, column: ScorecardView['columns'][number]['id']): string {
  switch (column) {
    case 'name':
      return row.heading;
    case 'value':
      return row.reason ? `${row.figure.text} ${row.reason}` : row.figure.text;
    case 'share':
      return row.share?.text ?? '';
    case 'change':
      return row.changes.map(({ text, against }) => `${text} ${against}`).join('; ');
    case 'target':
      return row.target?.text ?? '';
    case 'course':
      return '';
  }
}

/** One row a KPI, or a KPI and segment, `*` for all of them together: ISO dates and plain numbers in the KPI's unit. */
export function scorecardCsv({ entries, by }: ScorecardResult): string {
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
  return csvText([header, ...rows]);
}

type Compared = Pick<Figure, 'value'> & { readonly comparisons: readonly Comparison[] };
