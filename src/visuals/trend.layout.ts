import type { LineView, TrendPanel } from '../view-model/view.js';
import type { Axis } from './axis.js';
import { roundAxis } from './axis.js';
import { extent } from './extent.js';
import { linear } from './scale.js';
import { spread } from './spread.js';
import { ground, lastPlace, strokes } from './stroke.layout.js';
import type { Place, Places, Strokes } from './stroke.layout.js';
import { textWidth } from './text-width.js';
import { pointsDrawn } from './thinned.js';
import { ticksThatFit } from './time-ticks.js';
import type { TimeTick } from './time-ticks.js';

export type Mark = 'line' | 'area' | 'bar';

/** A bar; `complete` is false where its bucket is still running or cut by the window's edge. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly complete: boolean;
}

export interface SeriesLayout {
  readonly line: LineView;
  /** Its place in the ramp of shades and dashes, from 1; of a comparison among the comparisons. */
  readonly shade: number;
  /** Whether it stands on the series before it. */
  readonly stacked: boolean;
  /** Those that it is drawn through: of very many points, as many as the eye tells apart. */
  readonly places: Places;
  /** The place of a point; undefined where there is no value. */
  readonly at: (index: number) => Place | undefined;
  readonly strokes: Strokes | undefined;
  readonly ground: string | undefined;
  readonly bars: readonly Bar[];
}

/** Words beside the end of what they name. */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly of: SeriesLayout | 'target';
}

/** One panel; all in px of the whole drawing. */
export interface TrendLayout {
  readonly width: number;
  /** Lower edge. */
  readonly height: number;
  /** The panel's name and where it stands; undefined where it needs none. */
  readonly title: { readonly text: string; readonly x: number; readonly y: number } | undefined;
  /** Whether names and values stand where reading from right to left starts; time runs from left to right all the same. */
  readonly mirrored: boolean;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly rules: readonly { readonly y: number; readonly text: string; readonly zero: boolean }[];
  /** Where the values of the rules end. */
  readonly axis: number;
  readonly ticks: readonly TimeTick[];
  readonly series: readonly SeriesLayout[];
  readonly target: number | undefined;
  /** Empty where the room is short or there is nothing to tell apart: then a legend names the lines. */
  readonly endLabels: readonly EndLabel[];
  /** Where the crosshair stops, and how far what it points at reaches to either side. */
  readonly stops: { readonly x: Float64Array; readonly half: number };
}

export interface TrendOptions {
  readonly mark: 'auto' | Mark;
  /** Whether segments stand on each other; only amounts do. */
  readonly stack?: boolean;
  readonly width: number;
  /** Lower edge. */
  readonly height: number;
  /** Upper edge; default 0. */
  readonly top?: number;
  /** Room above the plot that others use, px. */
  readonly lane?: number;
  /** Whether the panel is named, unless its KPIs are named at the ends of their lines. */
  readonly titled?: boolean;
  /** Left and right edge of the plot, where panels share them. */
  readonly edges?: { readonly left: number; readonly right: number };
  /** Whether the widget is read from right to left. */
  readonly mirrored?: boolean;
  /** Whether the dates stand below. */
  readonly dated?: boolean;
}

/** Size of the axis texts and end labels of the style sheet, px. */
export const labelSize = 11;

/** From the plot to the words beside it: room for a piece of their line, px. */
export const endLabelStart = 28;

/** Of the widget, beside the drawing: what slips into it is still seen, px. */
const padding = 18;
const axisHeight = 24;
const titleHeight = 18;
const roomForDirectLabels = 480;
const pixelsPerRule = 52;
const mostBars = 14;
/** So tall is the bar of a 0, px. */
const leastBar = 2;
/** Between bars and outside of them, as a share of the step from one to the next. */
const barGap = 0.28;

/** Bars while there are few enough amounts to count; an area for one line that grows from zero; else lines. */
export function chooseMark(asked: 'auto' | Mark, view: Pick<TrendPanel, 'lines' | 'fromZero'>, stacked = false): Mark {
  if (asked !== 'auto') return stacked && asked === 'line' ? 'area' : asked;
  const own = view.lines.filter(isOwn);
  if (!view.fromZero || (own.length > 1 && !stacked)) return 'line';
  return (own[0]?.course.length ?? 0) <= mostBars ? 'bar' : 'area';
}

/** Lays out lines or bars over time, with light axes, end labels that never clip, and a place for every point. */
export function trendLayout(given: TrendPanel, options: TrendOptions): TrendLayout {
  // What was before the data has nothing to be named for.
  const view = { ...given, lines: given.lines.filter((line) => isOwn(line) || hasPoints(line)) };
  const {
    mark: asked,
    stack,
    width,
    height,
    top = 0,
    lane = 0,
    titled: mayBeTitled = false,
    edges,
    mirrored = false,
    dated = true,
  } = options;
  const own = view.lines.filter(isOwn);
  const stacked = stack === true && view.fromZero && own.length > 1;
  const mark = chooseMark(asked, view, stacked);
  const count = Math.max(0, ...own.map(({ course }) => course.length));
  const spans = spansOf(view.lines, count, stacked, mark === 'bar' ? Infinity : width);

  // A line alone in a panel has its name above it; KPIs that are named at their ends need no name of all.
  const isNamed = (line: LineView): boolean => mayBeTitled && own.length === 1 && line === own[0];
  const direct = endTexts(view, width, isNamed);
  const titled = mayBeTitled && !(direct.length > 0 && own.length > 1 && own[0]?.role === 'kpi');
  const upper = top + lane + (titled ? titleHeight : 0) + 10;
  const lower = height - (dated ? axisHeight : 8);
  const axis = heights(view, spans, mark !== 'line', [lower, upper]);
  const y = axis.at;
  const mostRules = Math.max(2, Math.round((lower - upper + 10) / pixelsPerRule));
  const rules = apart(
    axis.ticks(mostRules, view.whole).map((value) => ({
      y: y(value),
      text: view.tickText(value, axis.largest),
      zero: value === 0,
    })),
  );

  const values = widest(rules.map(({ text }) => text)) + 8;
  const names = direct.length > 0 ? nameRoom(widest(direct)) + endLabelStart : 0;
  const plot = {
    left: edges?.left ?? (mirrored ? 2 : values),
    // The values stand beyond the names, which stay with the ends of their lines.
    right: edges?.right ?? width - (mirrored ? names + values + 4 : names || 6),
    top: upper,
    bottom: lower,
  };
  const x = positions(count, plot, mark);
  // Read when a pointer comes.
  let stops: Float64Array | undefined;
  const comparisons = view.lines.filter((line) => !isOwn(line));

  const series = view.lines.map((line, nth): SeriesLayout => {
    const group = own.indexOf(line);
    const { complete } = line.course;
    const { from, to, drawn: kept } = spans[nth]!;
    const heightsOf = (values: Float64Array) => Float64Array.from(kept, (index) => y(values[index]!));
    const floor = from ? heightsOf(from) : y(0);
    const places = {
      x: Float64Array.from(kept, x.at),
      y: heightsOf(to),
      complete: Uint8Array.from(kept, (index) => complete[index]!),
    };
    const drawn = mark === 'bar' ? undefined : strokes(places);
    const slot = stacked || group < 0 ? { nth: 0, of: 1 } : { nth: group, of: own.length };
    return {
      line,
      shade: group < 0 ? comparisons.indexOf(line) + 1 : group + 1,
      stacked: stacked && group >= 0,
      places,
      at(index) {
        const value = to[index] ?? NaN;
        return Number.isNaN(value) ? undefined : { x: x.at(index), y: y(value), complete: complete[index] === 1 };
      },
      strokes: drawn,
      ground: drawn && mark === 'area' && group >= 0 ? ground(places, drawn, floor) : undefined,
      bars: mark === 'bar' ? bars(places, group < 0 ? undefined : floor, x.width, slot) : [],
    };
  });

  const target = view.target?.level === undefined ? undefined : y(view.target.level);
  return {
    width,
    height,
    mirrored,
    title: titled ? { text: view.label, x: mirrored ? width : 0, y: top + lane + titleHeight / 2 } : undefined,
    plot,
    rules,
    axis: mirrored ? width : plot.left - 8,
    ticks: dated && own[0] ? ticksThatFit(own[0], x.at, width, labelSize) : [],
    series,
    target,
    endLabels:
      direct.length > 0
        ? endLabels(
            series.filter(({ line }) => !isNamed(line)),
            target,
            view,
            plot,
          )
        : [],
    stops: {
      get x() {
        return (stops ??= Float64Array.from({ length: count }, (_, index) => x.at(index)));
      },
      half: x.width / 2,
    },
  };
}

/** In a low panel those alone whose words do not touch. */
const apart = <Rule extends { readonly y: number }>(rules: readonly Rule[]): readonly Rule[] =>
  rules.reduce<readonly Rule[]>(
    (kept, rule) => ((kept.at(-1)?.y ?? Infinity) - rule.y > labelSize ? [...kept, rule] : kept),
    [],
  );

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, labelSize)));

/** Names are of medium weight, and in some fonts a fifth wider than reckoned: more than the padding beside them takes. */
const nameRoom = (width: number): number => Math.max(width, 1.2 * width - padding);

const hasPoints = ({ course }: LineView): boolean => course.values.some((value) => !Number.isNaN(value));

const isOwn = ({ role }: LineView) => role !== 'comparison';

/** From which values to which the marks of a line reach; from zero, and NaN where there is no value. */
interface Span {
  readonly from: Float64Array | undefined;
  readonly to: Float64Array;
  /** Positions of the points that it is drawn through. */
  readonly drawn: Int32Array;
}

/**
 * The spans of every line: from zero, or, stacked, from the top of the line before. What is missing adds nothing.
 * @param columns how many points stand beside one another
 */
function spansOf(lines: readonly LineView[], count: number, stacked: boolean, columns: number): readonly Span[] {
  let tops = new Float64Array(stacked ? count : 0);
  return lines.map((line) => {
    const values = line.course.values.subarray(0, count);
    const drawnOf = (heights: Float64Array) => pointsDrawn(heights, line.course.complete, columns);
    if (!stacked || !isOwn(line)) return { from: undefined, to: values, drawn: drawnOf(values) };
    const from = tops;
    tops = from.map((top, index) => top + (values[index] || 0));
    const to = values.map((value, index) => from[index]! + value);
    // What is drawn twice is the same line both times.
    const drawn = Int32Array.from(new Set([...drawnOf(from), ...drawnOf(to)])).sort();
    return { from, to, drawn };
  });
}

function heights(view: TrendPanel, spans: readonly Span[], fromZero: boolean, pixels: [number, number]): Axis {
  const others = [view.target?.level ?? NaN, view.fromZero || fromZero ? 0 : NaN];
  const [low, high] = extent(
    others,
    ...spans.map(({ to, drawn }) => Float64Array.from(drawn, (index) => to[index]!)),
  ) ?? [0, 1];
  // A line that never moves still needs a height to stand at.
  const room = low === high ? Math.abs(low) / 10 || 1 : 0;
  return roundAxis([low === 0 ? 0 : low - room, high + room], pixels);
}

/** The middle of each point, and how wide its bars are together. */
function positions(count: number, plot: { left: number; right: number }, mark: Mark) {
  if (mark === 'bar') {
    const step = (plot.right - plot.left) / (count + barGap);
    const width = step * (1 - barGap);
    return { at: (index: number) => plot.left + step * (index + barGap) + width / 2, width };
  }
  const along = linear([0, Math.max(1, count - 1)], [plot.left + 4, plot.right - 5]);
  return { at: (index: number) => along(count === 1 ? 0.5 : index), width: 0 };
}

/** Bars from their floors; without floors flat marks at the height of the value, for a comparison. */
function bars(
  { x, y, complete }: Places,
  floor: number | Float64Array | undefined,
  width: number,
  slot: { readonly nth: number; readonly of: number },
): readonly Bar[] {
  const share = width / slot.of;
  return Array.from(y).flatMap((height, index) => {
    if (Number.isNaN(height)) return [];
    const from = typeof floor === 'number' ? floor : (floor?.[index] ?? height);
    // Nothing sold is seen on the floor; where nothing is known there is nothing.
    const tall = Math.max(Math.abs(from - height), typeof floor === 'number' ? leastBar : 0);
    return {
      x: x[index]! - width / 2 + slot.nth * share,
      y: Math.max(height, from) - tall,
      width: share,
      height: tall,
      complete: complete[index] === 1,
    };
  });
}

/** What the end labels would say; none where there is one line alone, or no room for words beside the plot. */
function endTexts(view: TrendPanel, width: number, isNamed: (line: LineView) => boolean): readonly string[] {
  const level = view.target?.level;
  if (width < roomForDirectLabels || (view.lines.length < 2 && level === undefined)) return [];
  const texts = [
    ...view.lines.filter((line) => !isNamed(line)).map(({ label }) => label),
    ...(view.target && level !== undefined ? [view.target.label] : []),
  ];
  return texts.some((text) => textWidth(text, labelSize) > width / 4) ? [] : texts;
}

function endLabels(
  series: readonly SeriesLayout[],
  target: number | undefined,
  view: TrendPanel,
  plot: { top: number; bottom: number },
): readonly EndLabel[] {
  const wanted: EndLabel[] = series.flatMap((of) => {
    const y = lastPlace(of.places)?.y;
    return y === undefined ? [] : [{ of, text: of.line.label, y }];
  });
  if (target !== undefined && view.target) wanted.push({ of: 'target', text: view.target.label, y: target });
  const placed = spread(
    wanted.map(({ y }) => y),
    labelSize + 4,
    [plot.top, plot.bottom],
  );
  return wanted.map((label, index) => ({ ...label, y: placed[index] ?? label.y }));
}
