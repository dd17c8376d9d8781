import type { FunnelFigures, FunnelResult, FunnelStage } from '../core/evaluate/funnel-result.js';
import { funnelEnglish } from '../locale/en/funnel.js';
import type { FunnelKey } from '../locale/messages.js';
import { pointsText } from './change.js';
import { csvText } from './csv.js';
import { besideText } from './dates.js';
import { figureText } from './figure.js';
import { stageName } from './funnel-stage.js';
import type { FunnelView } from './funnel-view.js';
import { segmentText } from './segment-text.js';
import type { TableView } from './view.js';
import type { Words } from './words.js';

/** A column of numbers. */
interface Figure {
  readonly name: string;
  readonly term: FunnelKey;
  /** `points`: a difference of two shares. */
  readonly unit: 'count' | 'percent' | 'currency' | 'points';
  /** The comparison that it is of. */
  readonly of?: FunnelResult['comparisons'][number];
  readonly value: (stage: FunnelStage) => number | undefined;
}

const figuresOf = ({ comparisons }: FunnelResult): readonly Figure[] => [
  { name: 'value', term: 'funnel.count', unit: 'count', value: ({ value }) => value },
  { name: 'ofPrevious', term: 'funnel.of-previous', unit: 'percent', value: ({ ofPrevious }) => ofPrevious },
  { name: 'ofFirst', term: 'funnel.of-first', unit: 'percent', value: ({ ofFirst }) => ofFirst },
  { name: 'lost', term: 'funnel.lost', unit: 'count', value: ({ lost }) => lost },
  { name: 'money', term: 'funnel.money', unit: 'currency', value: ({ money }) => money },
  { name: 'skipped', term: 'funnel.skipped', unit: 'count', value: ({ skipped }) => skipped },
  ...comparisons.flatMap((of, index): Figure[] => {
    const other = ({ comparisons: others }: FunnelStage) => others[index];
    const { name } = of;
    return [
      { name, of, term: 'funnel.count', unit: 'count', value: (stage) => other(stage)?.value },
      {
        ...{ name: `${name} ofPrevious`, of, term: 'funnel.of-previous', unit: 'percent' },
        value: (stage) => other(stage)?.ofPrevious,
      },
      { name: `${name} change`, of, term: 'funnel.change', unit: 'points', value: (stage) => other(stage)?.change },
    ];
  }),
];

interface Row {
  /** Undefined for the whole. */
  readonly segment: string | undefined;
  readonly stage: FunnelStage;
}

const rowsOf = (result: FunnelResult): readonly Row[] =>
  [{ ...result, key: undefined }, ...result.segments].flatMap(
    ({ stages, key }: FunnelFigures & { readonly key: string | undefined }) =>
      stages.map((stage) => ({ segment: key, stage })),
  );

/** A funnel as a table, one row a stage, the whole first. Columns that say nothing of any stage are left out. */
export function funnelTable(
  result: FunnelResult,
  { heading, period }: FunnelView,
  plain: Words,
  headings?: Readonly<Record<string, string>>,
): TableView {
  const words = plain.saying(funnelEnglish);
  const { say } = words;
  const rows = rowsOf(result);
  const split = result.segments.length > 0;
  const optional = new Set(['money', 'skipped']);
  const figures = figuresOf(result).filter(
    ({ name, value }) => !optional.has(name) || rows.some(({ stage }) => value(stage)),
  );
  const label = ({ term, of }: Figure) => {
    const dates = of && result.window && besideText(of.window, result.window, words);
    return dates ? words.labelled(dates, say(term)) : say(term);
  };
  const cell = (value: number | undefined, unit: Figure['unit']) =>
    unit === 'points' && value !== undefined
      ? pointsText(value, words, true)
      : figureText(value, { unit: unit === 'points' ? 'ratio' : unit, currency: result.currency }, words);
  const segmentName = (key: string | undefined) =>
    key === undefined ? say('funnel.all') : segmentText(result.by, key, words);
  return {
    caption: words.aside(heading, period),
    columns: [
      ...(split ? [{ label: say('funnel.segment'), numeric: false }] : []),
      { label: say('funnel.stage'), numeric: false },
      ...figures.map((figure) => ({ label: label(figure), numeric: true })),
    ],
    rows: rows.map(({ segment, stage }) => ({
      cells: [
        ...(split ? [segmentName(segment)] : []),
        stageName(stage.measure, result.unit, words, headings),
        ...figures.map(({ value, unit }) => cell(value(stage), unit)),
      ],
    })),
  };
}

/** A funnel as CSV, one row a stage, the whole first: plain numbers, rates as fractions, money in major units. */
export function funnelCsv(result: FunnelResult): string {
  const figures = figuresOf(result);
  const { by } = result;
  return csvText([
    [...(by === undefined ? [] : [by]), 'stage', ...figures.map(({ name }) => name)],
    ...rowsOf(result).map(({ segment, stage }) => [
      ...(by === undefined ? [] : [segment]),
      stage.measure,
      ...figures.map(({ value }) => value(stage)),
    ]),
  ]);
}
