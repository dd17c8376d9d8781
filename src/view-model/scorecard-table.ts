import type { Comparison, Figure, ResultWindow } from '../core/evaluate/result.js';
import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import { csvText } from './csv.js';
import type { Cell } from './csv.js';
import type { ScorecardRow } from './scorecard-row.js';
import type { ScorecardColumn, ScorecardView } from './scorecard-view.js';
import type { ChangeView, KpiView, TableView } from './view.js';
import type { Words } from './words.js';

/** The scorecard as plain cells: the same facts without their drawings, each complete in itself. */
export function scorecardTable(view: ScorecardView, words: Words): TableView {
  const columns = view.columns.filter(({ kind }) => kind !== 'course');
  const rows = [...view.groups.flatMap((group) => group.rows), view.rest, view.total].filter(
    (row) => row !== undefined,
  );
  return {
    caption: view.caption ? words.say('aside', { text: view.heading, aside: view.caption }) : view.heading,
    columns: columns.map(({ kind, label }) => ({ label, numeric: kind !== 'name' })),
    rows: rows.map((row) => ({ cells: columns.map((column) => cellText(row, column, words)) })),
  };
}

function cellText(row: ScorecardRow, { kind, nth, mixed }: ScorecardColumn, words: Words): string {
  switch (kind) {
    case 'name':
      return row.heading;
    case 'value':
      return valueText(row, words);
    case 'share':
      return row.share?.text ?? '';
    case 'change':
      return changeText(row.changes[nth], mixed);
    case 'target':
      return row.goal ? words.say('aside', { text: row.goal.text, aside: row.goal.status }) : '';
    case 'kpi': {
      const cell = row.cells[nth];
      const change = changeText(cell?.changes[0]);
      const text = cell ? valueText(cell, words) : '';
      return change && cell?.reason === undefined ? words.say('aside', { text, aside: change }) : text;
    }
    case 'course':
      return '';
  }
}

const valueText = ({ figure, reason }: KpiView, words: Words): string =>
  reason ? words.say('aside', { text: figure.text, aside: reason.replace(/[.。]$/, '') }) : figure.text;

const changeText = (change: ChangeView | undefined, mixed = false): string =>
  change ? `${change.text}${mixed ? ` ${change.against}` : ''}` : '';

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
