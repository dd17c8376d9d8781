import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import { scorecardEnglish } from '../locale/en/scorecard.js';
import type { ScorecardKey } from '../locale/messages.js';
import type { ViewOptions } from './card-view.js';
import { spoken } from './figure.js';
import { changeColumn, failedRow, scorecardRow } from './scorecard-row.js';
import type { ScorecardRow } from './scorecard-row.js';
import { segmentRows } from './scorecard-segments.js';
import { dimensionText } from './segment-text.js';
import type { FailedFigure, WidgetView } from './view.js';
import type { Words } from './words.js';

/** A column that has anything to show. */
export interface ScorecardColumn {
  readonly kind: 'name' | 'value' | 'share' | 'change' | 'course' | 'target' | 'kpi';
  /** What it is sorted by: its kind, `change-2` for a further comparison, the KPI's id where there are several. */
  readonly id: string;
  /** Which one of its kind. */
  readonly nth: number;
  readonly label: string;
  /** Whether each row has to say what its change is against: the label, or the caption, does not. */
  readonly mixed?: boolean;
}

/** Rows under a heading; those of segments have none. */
export interface ScorecardGroup {
  readonly label: string | undefined;
  readonly rows: readonly ScorecardRow[];
}

export interface ScorecardView extends WidgetView {
  readonly columns: readonly ScorecardColumn[];
  readonly groups: readonly ScorecardGroup[];
  /** The period, and what all changes are against where that is one and the same. */
  readonly captions: readonly string[];
  /** Those that cannot be answered: they stand last, whatever the order. */
  readonly failed: readonly ScorecardRow[];
  /** The segments that do not stand on their own. */
  readonly rest: ScorecardRow | undefined;
  /** What the segments must meet. */
  readonly total: ScorecardRow | undefined;
}

export interface ScorecardOptions extends ViewOptions {
  /** In place of the KPIs' names, in their order. */
  readonly names?: readonly (string | undefined)[];
  readonly failed?: readonly FailedFigure[] | undefined;
}

/** What a scorecard says: a row for each KPI in its group, or, broken down, a row for each segment and their total. */
export function scorecardView(result: ScorecardResult, plain: Words, options: ScorecardOptions = {}): ScorecardView {
  const words = plain.saying(scorecardEnglish);
  const { entries } = result;
  const { notation } = options;
  const whole = entries.map((entry, nth) =>
    scorecardRow(entry.result, words, { key: entry.result.kpi, notation, heading: options.names?.[nth] }),
  );
  const split = segmentRows(result, words, options);
  const groups = split ? [{ label: undefined, rows: split.rows }] : kpiGroups(result, whole, words);
  const shown = [...groups.flatMap(({ rows }) => rows), ...(split?.rest ? [split.rest] : [])];
  const several = split !== undefined && whole.length > 1;
  const columns = several ? segmentColumns(result, whole, words) : columnsOf(shown, result, words);
  const changes = againstIn(several ? whole : shown, 0);
  const against = columns.some(({ id }) => id === changeColumn(1)) || changes.length !== 1 ? '' : changes[0]!;

  const failed = (options.failed ?? []).map((each) => failedRow(each, words));
  const [first] = whole;
  const heading = options.heading || (split && !several && first ? first.heading : words.say('scorecard.title'));
  const period = first?.period ?? '';
  const differs = split?.differs ? words.say('scorecard.differ') : undefined;
  return {
    heading,
    period,
    captions: [period, against, ...new Set(whole.map(({ targetNote = '' }) => targetNote))].filter(Boolean),
    changes: [],
    caution: whole.map(({ caution }) => caution).find((text) => text !== undefined) ?? differs,
    reason: undefined,
    get sentence() {
      const title = words.sentence(words.aside(heading, period));
      const rows = split ? [...shown, split.total] : shown;
      return spoken(words.join(title, ...[...rows, ...failed].map((row) => rowSentence(row, words))));
    },
    columns,
    groups,
    failed,
    rest: split?.rest,
    total: split?.total,
  };
}

/** In the order of the entries; a group stands where its first KPI does. */
function kpiGroups(
  { entries }: ScorecardResult,
  rows: readonly ScorecardRow[],
  words: Words<ScorecardKey>,
): readonly ScorecardGroup[] {
  const ids = [...new Set(entries.map(({ group }) => group))];
  return ids.map((id) => ({
    label: ids.length > 1 && id ? groupText(id, words) : undefined,
    rows: rows.filter((_, nth) => entries[nth]?.group === id),
  }));
}

const nameLabel = ({ by, segments }: ScorecardResult, words: Words<ScorecardKey>): string =>
  by === undefined || segments.length === 0 ? words.say('scorecard.name') : dimensionText(by, words);

/** One KPI a row: its figure and what is known of it. */
function columnsOf(
  rows: readonly ScorecardRow[],
  result: ScorecardResult,
  words: Words<ScorecardKey>,
): readonly ScorecardColumn[] {
  const column = (kind: 'value' | 'share' | 'course' | 'target', has: boolean): ScorecardColumn[] =>
    has ? [{ kind, id: kind, nth: 0, label: words.say(`scorecard.${kind}`) }] : [];
  const comparisons = Math.max(0, ...rows.map(({ changes }) => changes.length));
  return [
    { kind: 'name', id: 'name', nth: 0, label: nameLabel(result, words) },
    ...column('value', true),
    ...column(
      'share',
      rows.some(({ share }) => share),
    ),
    ...Array.from({ length: comparisons }, (_, nth): ScorecardColumn => {
      const [against = '', ...more] = againstIn(rows, nth);
      const isOne = more.length === 0;
      const label = isOne && comparisons > 1 ? against : words.say('scorecard.change');
      return { kind: 'change', id: changeColumn(nth), nth, label, mixed: !isOne };
    }),
    ...column(
      'course',
      rows.some(({ lines: [line] }) => line && line.course.length > 1),
    ),
    ...column(
      'target',
      rows.some(({ goal }) => goal),
    ),
  ];
}

/** One segment a row, and a column for each KPI. */
const segmentColumns = (
  result: ScorecardResult,
  whole: readonly ScorecardRow[],
  words: Words<ScorecardKey>,
): readonly ScorecardColumn[] => [
  { kind: 'name', id: 'name', nth: 0, label: nameLabel(result, words) },
  ...whole.map(({ key, heading }, nth): ScorecardColumn => ({ kind: 'kpi', id: key, nth, label: heading })),
];

/** The different things that the rows' changes are against. */
const againstIn = (rows: readonly ScorecardRow[], nth: number): readonly string[] => [
  ...new Set(rows.flatMap(({ changes: { [nth]: change } }) => (change ? [change.against] : []))),
];

function rowSentence({ heading, figure, changes, reason, cells }: ScorecardRow, words: Words): string {
  const figures = cells.map((cell) => `${cell.heading} ${cell.figure.full}`).join(', ');
  const text = words.labelled(heading, figures || figure.full);
  const of = changes.flatMap((change) => (change.text === '—' ? [] : [`${change.text} ${change.against}`]));
  const aside = cells.length > 0 ? '' : (reason?.replace(/[.。]$/, '') ?? (of.length > 0 ? words.list(of) : ''));
  return words.sentence(words.aside(text, aside));
}

/** A group of the catalogue has a name in every language; one that the shop made up is called as it calls it. */
const groupText = (id: string, words: Words<ScorecardKey>): string => {
  const key = `group.${id}`;
  return key in scorecardEnglish ? words.say(key as ScorecardKey) : id;
};
