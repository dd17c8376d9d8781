import type { KpiResult, Segment } from '../core/evaluate/result.js';
import type { ScorecardEntry, ScorecardResult } from '../core/evaluate/scorecard-result.js';
import type { UiKey } from '../locale/messages.js';
import { isAmount } from './amount.js';
import { cardView } from './card-view.js';
import type { ViewOptions } from './card-view.js';
import { sharedFacts } from './shared-facts.js';
import type { ChangeView, FigureView, KpiView, WidgetView } from './view.js';
import type { Words } from './words.js';

export type ScorecardColumn = 'name' | 'value' | 'share' | 'change' | 'course' | 'target';

/** One KPI, or one segment, with its words and what it is sorted by. */
export interface ScorecardRow extends KpiView {
  /** Id of the KPI, or key of the segment. */
  readonly key: string;
  /** Machine values by column; undefined where there is none. */
  readonly order: Readonly<Partial<Record<ScorecardColumn, number>>>;
  /** Part of the total, 0 … 1; undefined where parts do not add up. */
  readonly share: { readonly value: number; readonly text: string } | undefined;
  /** The figures of the other KPIs of the same segment. */
  readonly more: readonly FigureView[];
}

/** Rows under a heading; those of segments have none. */
export interface ScorecardGroup {
  readonly label: string | undefined;
  readonly rows: readonly ScorecardRow[];
}

export interface ScorecardView extends WidgetView {
  readonly groups: readonly ScorecardGroup[];
  /** The columns that have anything to show, with their heads. */
  readonly columns: readonly { readonly id: ScorecardColumn; readonly label: string }[];
  /** What the changes are compared with, where that is the same for all rows. */
  readonly against: string;
  /** Heads of the columns of further KPIs. */
  readonly more: readonly string[];
  /** The segments that do not stand on their own. */
  readonly rest: ScorecardRow | undefined;
  /** What the segments must meet. */
  readonly total: ScorecardRow | undefined;
}

export interface ScorecardOptions extends ViewOptions {
  /** In place of the KPIs' names, in their order. */
  readonly names?: readonly (string | undefined)[];
}

/** What a scorecard says: a row for each KPI in its group, or, broken down, a row for each segment and their total. */
export function scorecardView(result: ScorecardResult, words: Words, options: ScorecardOptions = {}): ScorecardView {
  const whole = result.entries.map((entry, nth) =>
    row(entry.result, entry.result.kpi, words, { ...options, heading: options.names?.[nth] }),
  );
  const bySegment =
    result.by !== undefined && result.entries[0]?.shown.length ? segments(result, whole, words) : undefined;
  const groups = bySegment?.groups ?? kpiGroups(result, whole, words);
  const rows = groups.flatMap((group) => group.rows);
  const [first] = whole;
  const compared = rows.filter(({ changes }) => changes.length > 0);
  const againsts = new Set(compared.map(({ changes }) => changes.map(({ against }) => against).join()));
  const against = againsts.size === 1 ? (compared[0]?.changes[0]?.against ?? '') : '';
  const heading = options.heading || (bySegment && first ? first.heading : words.say('scorecard.title'));
  const period = first?.period ?? '';
  const columns = columnsOf(rows).map((id) => ({ id, label: columnLabel(id, result, words) }));
  return {
    heading,
    definition: bySegment ? first?.definition : undefined,
    period,
    changes: [],
    caution: whole.map(({ caution }) => caution).find((text) => text !== undefined),
    reason: whole.length === 1 ? first?.reason : undefined,
    notes: [...new Set([...whole.flatMap(({ notes }) => notes), ...(bySegment?.notes ?? [])])],
    sentence: words.join(
      words.say('sentence', { text: period ? words.say('aside', { text: heading, aside: period }) : heading }),
      ...[...rows, ...(bySegment ? [bySegment.total] : [])].map((one) => rowSentence(one, words)),
    ),
    get facts() {
      return sharedFacts(whole);
    },
    groups,
    columns,
    against,
    more: bySegment ? whole.slice(1).map(({ heading: name }) => name) : [],
    rest: bySegment?.rest,
    total: bySegment?.total,
  };
}

function row(
  result: KpiResult,
  key: string,
  words: Words,
  options: ViewOptions,
  more: readonly FigureView[] = [],
): ScorecardRow {
  const view = cardView(result, words, options);
  const { change } = result.comparisons[0] ?? {};
  const ratio = result.target?.ratio;
  return {
    ...view,
    key,
    more,
    share: undefined,
    order: {
      ...(result.value !== undefined && { value: result.value }),
      ...(change && { change: result.unit === 'percent' ? change.absolute : (change.relative ?? change.absolute) }),
      ...(ratio !== undefined && { target: ratio }),
    },
  };
}

/** In the order of the entries; a group stands where its first KPI does. */
function kpiGroups(
  { entries }: ScorecardResult,
  rows: readonly ScorecardRow[],
  words: Words,
): readonly ScorecardGroup[] {
  const ids = [...new Set(entries.map(({ group }) => group))];
  return ids.map((id) => ({
    label: ids.length > 1 && id ? words.say(`group.${id}` as UiKey) : undefined,
    rows: rows.filter((_, nth) => entries[nth]?.group === id),
  }));
}

function segments(
  { entries: [main, ...others] }: ScorecardResult & { readonly entries: readonly ScorecardEntry[] },
  [total, ...otherTotals]: readonly ScorecardRow[],
  words: Words,
):
  | { groups: readonly ScorecardGroup[]; rest: ScorecardRow | undefined; total: ScorecardRow; notes: readonly string[] }
  | undefined {
  if (!main || !total) return undefined;
  const moreOf = (pick: (entry: ScorecardEntry) => Segment | undefined): readonly FigureView[] =>
    others.map((entry) => cardView(segmentResult(entry.result, pick(entry)), words).figure);
  const rowOf = (segment: Segment, heading: string, more: readonly FigureView[]) =>
    row(segmentResult(main.result, segment), segment.key, words, { heading }, more);

  const rows = main.shown.map((segment) =>
    rowOf(
      segment,
      segment.key || words.say('line.unnamed'),
      moreOf(({ result }) => result.segments.find(({ key }) => key === segment.key)),
    ),
  );
  const rest =
    main.rest &&
    rowOf(
      main.rest,
      words.say('scorecard.rest', { count: main.rest.count }),
      moreOf(({ rest: other }) => other),
    );
  const parts = rest ? [...rows, rest] : rows;
  const shares = sharesOf(
    parts.map(({ order }) => order.value),
    main.result,
    words,
  );
  const withShare = (one: ScorecardRow, nth: number): ScorecardRow => {
    const share = shares?.[nth];
    return share ? { ...one, share, order: { ...one.order, share: share.value } } : one;
  };
  const differs =
    isAmount(main.result) &&
    !addsUp(
      parts.map(({ order }) => order.value),
      main.result.value,
    );
  return {
    groups: [{ label: undefined, rows: rows.map(withShare) }],
    rest: rest && withShare(rest, rows.length),
    total: {
      ...total,
      heading: words.say('scorecard.total'),
      more: otherTotals.map(({ figure }) => figure),
      share: shares && { value: 1, text: words.number({ style: 'percent' }).format(1) },
    },
    notes: differs ? [words.say('scorecard.differ')] : [],
  };
}

/** A segment as a result of its own; the target is that of the whole. */
function segmentResult(whole: KpiResult, segment: Segment | undefined): KpiResult {
  const { status, value, reason, inputs, comparisons, series } = segment ?? {
    status: 'missing' as const,
    value: undefined,
    reason: undefined,
    inputs: {},
    comparisons: [],
    series: [],
  };
  return {
    ...whole,
    status,
    value,
    reason,
    inputs,
    comparisons,
    series,
    segments: [],
    target: undefined,
    warnings: [],
  };
}

function addsUp(parts: readonly (number | undefined)[], total: number | undefined): boolean {
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  return total !== undefined && Math.abs(sum - total) <= 1e-6 * Math.max(1, Math.abs(total));
}

/** Shares in tenths of a percent that add up to the whole, by the largest remainder; none where parts are no parts. */
function sharesOf(
  parts: readonly (number | undefined)[],
  { value: total, ...whole }: KpiResult,
  words: Words,
): readonly { value: number; text: string }[] | undefined {
  const fits = parts.every((part) => part !== undefined && part >= 0) && addsUp(parts, total);
  if (!fits || !total || !isAmount({ ...whole, value: total })) return undefined;
  const format = words.number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const exact = parts.map((part) => ((part ?? 0) / total) * 1000);
  const rounded = exact.map(Math.floor);
  const missing = 1000 - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((part, nth) => [part - Math.floor(part), nth] as const).sort(([a], [b]) => b - a);
  for (const [, nth] of byRemainder.slice(0, Math.max(0, missing))) rounded[nth] = (rounded[nth] ?? 0) + 1;
  return parts.map((part, nth) => ({ value: (part ?? 0) / total, text: format.format((rounded[nth] ?? 0) / 1000) }));
}

function columnsOf(rows: readonly ScorecardRow[]): readonly ScorecardColumn[] {
  const has: Record<ScorecardColumn, boolean> = {
    name: true,
    value: true,
    share: rows.some(({ share }) => share),
    change: rows.some(({ changes }) => changes.length > 0),
    course: rows.some(({ lines }) => (lines[0]?.points.length ?? 0) > 1),
    target: rows.some(({ target }) => target),
  };
  return (Object.keys(has) as ScorecardColumn[]).filter((id) => has[id]);
}

function columnLabel(id: ScorecardColumn, { by }: ScorecardResult, words: Words): string {
  if (id === 'name' && by !== undefined) return words.messages.dimensions[by] ?? by;
  return words.say(`scorecard.${id}`);
}

function rowSentence({ heading, figure, changes: [change], reason }: ScorecardRow, words: Words): string {
  const text = words.say('labelled', { label: heading, text: figure.full });
  const aside = reason?.replace(/[.。]$/, '') ?? (change ? changeAside(change) : '');
  return words.say('sentence', { text: aside ? words.say('aside', { text, aside }) : text });
}

const changeAside = ({ text, against }: ChangeView): string => (text === '—' ? '' : `${text} ${against}`);
