import type { FunnelFigures, FunnelResult, FunnelStage } from '../core/evaluate/funnel-result.js';
import { pointsText } from './change.js';
import { csvText } from './csv.js';
import { besideText } from './dates.js';
import { figureText } from './figure.js';
import { stageName } from './funnel-stage.js';
import type { FunnelView } from './funnel-view.js';
import type { TableView } from './view.js';
import type { Words } from './words.js';

interface Row {
  readonly segment: string | undefined;
  readonly stage: FunnelStage;
}

interface Column {
  readonly label: string;
  readonly numeric: boolean;
  readonly cell: (row: Row) => string;
}

/** The whole first, then every segment, stage by stage. */
const rowsOf = (result: FunnelResult): readonly Row[] => [
  ...rowsIn(result, undefined),
  ...result.segments.flatMap((segment) => rowsIn(segment, segment.key)),
];

const rowsIn = ({ stages }: FunnelFigures, segment: string | undefined): Row[] =>
  stages.map((stage) => ({ segment, stage }));

/** A funnel as a table, one row a stage: its figures, then those of each comparison. Columns that say nothing are left out. */
export function funnelTable(
  result: FunnelResult,
  { heading, period }: FunnelView,
  words: Words,
  headings?: Readonly<Record<string, string>>,
): TableView {
  const rows = rowsOf(result);
  const count = (value: number | undefined) => figureText(value, { unit: 'count', currency: undefined }, words);
  const rate = (value: number | undefined) => figureText(value, { unit: 'percent', currency: undefined }, words);
  const money = (value: number | undefined) =>
    figureText(value, { unit: 'currency', currency: result.currency }, words);
  const text = (label: string, cell: Column['cell']): Column => ({ label, numeric: false, cell });
  const number = (label: string, cell: (stage: FunnelStage) => string): Column => ({
    label,
    numeric: true,
    cell: ({ stage }) => cell(stage),
  });
  const say = words.say;
  const columns: Column[] = [
    ...(result.segments.length > 0
      ? [
          text(say('funnel.segment'), ({ segment }) =>
            segment === undefined ? say('funnel.all') : segment || say('line.unnamed'),
          ),
        ]
      : []),
    text(say('funnel.stage'), ({ stage }) => stageName(stage.measure, words, headings)),
    number(say('funnel.count'), ({ value }) => count(value)),
    number(say('funnel.of-previous'), ({ ofPrevious }) => rate(ofPrevious)),
    number(say('funnel.of-first'), ({ ofFirst }) => rate(ofFirst)),
    number(say('funnel.lost'), ({ lost }) => count(lost)),
    ...(rows.some(({ stage }) => stage.money !== undefined)
      ? [number(say('funnel.money'), (stage) => money(stage.money))]
      : []),
    ...(rows.some(({ stage }) => stage.skipped > 0)
      ? [number(say('funnel.skipped'), ({ skipped }) => count(skipped))]
      : []),
    ...result.comparisons.flatMap(({ name, window }, index) => {
      const dates = result.window ? besideText(window, result.window, words) : name;
      const label = (column: Parameters<Words['say']>[0]) => say('labelled', { label: dates, text: say(column) });
      return [
        number(label('funnel.count'), ({ comparisons }) => count(comparisons[index]?.value)),
        number(label('funnel.of-previous'), ({ comparisons }) => rate(comparisons[index]?.ofPrevious)),
        number(label('funnel.change'), ({ comparisons }) => {
          const change = comparisons[index]?.change;
          return change === undefined ? '—' : pointsText(change, words, true);
        }),
      ];
    }),
  ];
  return {
    caption: period ? say('aside', { text: heading, aside: period }) : heading,
    columns: columns.map(({ label, numeric }) => ({ label, numeric })),
    rows: rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)) })),
  };
}

/** A funnel as CSV, one row a stage, the whole first: plain numbers, rates as fractions, money in major units. */
export function funnelCsv(result: FunnelResult): string {
  return csvText([
    [
      ...(result.by === undefined ? [] : [result.by]),
      ...['stage', 'value', 'ofPrevious', 'ofFirst', 'lost', 'money', 'skipped'],
      ...result.comparisons.flatMap(({ name }) => [name, `${name} ofPrevious`, `${name} change`]),
    ],
    ...rowsOf(result).map(({ segment, stage }) => [
      ...(result.by === undefined ? [] : [segment]),
      ...[stage.measure, stage.value, stage.ofPrevious, stage.ofFirst, stage.lost, stage.money, stage.skipped],
      ...stage.comparisons.flatMap(({ value, ofPrevious, change }) => [value, ofPrevious, change]),
    ]),
  ]);
}
