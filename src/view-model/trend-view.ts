import { courseOf } from '../core/evaluate/course.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { isAmount } from './amount.js';
import { annotated, annotationViews } from './annotation.js';
import type { Annotation } from './annotation.js';
import { axisText } from './axis-text.js';
import type { ViewOptions } from './card-view.js';
import { cardView } from './card-view.js';
import { segmentCount } from './segment-text.js';
import { kpiLine, segmentLines } from './trend-lines.js';
import type { FailedFigure, KpiView, LineView, TrendPanel, TrendView } from './view.js';
import type { Words } from './words.js';

export interface TrendOptions extends ViewOptions {
  /** How many segments are drawn; default 5, as many as an eye keeps apart. */
  readonly segments?: number | undefined;
  /** In place of the names of the KPIs, in their order. */
  readonly names?: readonly (string | undefined)[] | undefined;
  /** KPIs beside these that cannot be shown. */
  readonly failed?: readonly FailedFigure[] | undefined;
  readonly annotations?: readonly Annotation[] | undefined;
  /** Whether segments stand on each other: then those that are not drawn on their own are drawn as one. */
  readonly stack?: boolean | undefined;
}

/**
 * What a trend says about one result or several. Lines of one unit and of like size share a panel; broken down, the
 * lines are the segments in place of the whole, and each KPI has its own panel. A KPI alone in its panel stands beside
 * what it is compared with.
 */
export function trendView(results: readonly KpiResult[], words: Words, options: TrendOptions = {}): TrendView {
  const { names = [], annotations = [], failed = [], segments: limit = 5 } = options;
  const drawn = results.map((result, nth): Drawn => {
    const heading = results.length === 1 ? options.heading || names[nth] : names[nth];
    return {
      result,
      view: cardView(result, words, { ...options, heading }),
      segments: segmentLines(result, limit, words, options.stack),
    };
  });
  const [first, ...others] = drawn;
  if (!first) throw new RangeError('A trend shows at least one KPI.');

  const marks = annotationViews(annotations, courseOf(first.result));
  const panels = (others.length === 0 ? [wholePanel(first, words)] : panelsOf(drawn, words)).map((panel, nth) =>
    nth === 0 ? { ...panel, lines: annotated(panel.lines, marks) } : panel,
  );
  const omitted = drawn.flatMap(({ result, segments }) =>
    segments.length === limit && limit < result.segments.length
      ? [words.say('segments.shown', { shown: limit, count: segmentCount(result) })]
      : [],
  );
  const views = drawn.map(({ view }) => view);
  return {
    ...first.view,
    heading: options.heading || words.list(views.map(({ heading }) => heading)),
    caution: words.join(...new Set([first.view.caution ?? '', ...omitted])) || undefined,
    sentence: words.join(
      ...views.map(({ sentence }) => sentence),
      ...failed.map(({ heading, reason }) => words.labelled(heading, reason)),
    ),
    lines: panels.flatMap(({ lines }) => lines),
    panels,
    kpis: views,
    annotations: marks,
    omitted,
    failed,
  };
}

interface Drawn {
  readonly result: KpiResult;
  readonly view: KpiView;
  readonly segments: readonly LineView[];
}

/** One KPI: its period with what it is compared with, or its segments. */
function wholePanel({ result, view, segments }: Drawn, words: Words): TrendPanel {
  return panel([result], segments.length > 0 ? segments : view.lines, view, words);
}

function panelsOf(drawn: readonly Drawn[], words: Words): readonly TrendPanel[] {
  if (drawn.some(({ segments }) => segments.length > 0)) {
    return drawn.map(({ result, view, segments }) => panel([result], segments, view, words));
  }
  return groupsOf(drawn).map((group) => {
    const comparisons = group.length === 1 ? (group[0]?.view.lines.slice(1) ?? []) : [];
    return panel(
      group.map(({ result }) => result),
      [...group.map(({ result, view }) => kpiLine(result, view.heading, words)), ...comparisons],
      {
        heading: words.list(group.map(({ view }) => view.heading)),
        target: group.find(({ view }) => view.target)?.view.target,
      },
      words,
    );
  });
}

/** Beside a line this many times as high another lies flat on the ground. */
const mostApart = 20;

/** The KPIs whose lines can be read on one axis. */
function groupsOf(drawn: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const groups: Drawn[][] = [];
  for (const one of drawn) {
    const size = sizeOf(one);
    const group = groups.find((others) => {
      const sizes = [size, ...others.map(sizeOf)].filter((each) => each > 0);
      return others[0]?.result.unit === one.result.unit && Math.max(...sizes) <= mostApart * Math.min(...sizes);
    });
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** How far a KPI's line reaches from zero; 0 where it has no point. */
const sizeOf = ({ result }: Drawn): number =>
  courseOf(result).values.reduce((largest, value) => Math.max(largest, Math.abs(value) || 0), 0);

function panel(
  results: readonly KpiResult[],
  lines: readonly LineView[],
  { heading, target }: Pick<KpiView, 'heading' | 'target'>,
  words: Words,
): TrendPanel {
  const unit = results[0]?.unit ?? 'count';
  return {
    label: heading,
    lines,
    target,
    tickText: (value, largest) => axisText(value, largest, unit, words),
    fromZero: results.every(isAmount),
    whole: unit === 'count',
  };
}
