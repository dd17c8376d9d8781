import type { RateView } from '../view-model/funnel-stage.js';
import type { FunnelView } from '../view-model/funnel-view.js';
import type { FunnelPen } from './funnel-pen.js';
import { changeWidth, labelLines, labelWidth, lineHeight, scaleOf } from './funnel-pen.js';
import type { Size } from './spark.layout.js';

/** What is compared: the whole, or a segment. */
interface Line {
  readonly name: string;
  readonly segment: number | undefined;
  readonly stages: FunnelView['stages'];
}

/** What it is compared by: the rate of a step or, at the end, of all steps together. */
interface Measure {
  readonly title: string;
  /** What the rate is a share of. */
  readonly of: string;
  readonly stage: number;
  readonly rates: readonly (RateView | undefined)[];
  /** Length of the scale. */
  readonly full: number;
  readonly isStep: boolean;
}

interface Matrix {
  readonly lines: readonly Line[];
  readonly measures: readonly Measure[];
}

/**
 * Segments side by side, each compared by the rate of every step. All steps share one scale, so that each can be read
 * against the others; the share of the first stage, which is far smaller, has its own.
 * @returns the least height that shows everything
 */
export function drawMatrix(pen: FunnelPen, view: FunnelView, size: Size, narrow: boolean): number {
  const { labels, stages, segments } = view;
  const lines = [
    { name: labels.all, segment: undefined, stages },
    ...segments.map((each, segment) => ({ name: each.name, segment, stages: each.stages })),
  ];
  const rates = (stage: number, which: 'ofPrevious' | 'ofFirst') => lines.map((line) => line.stages[stage]?.[which]);
  const steps = stages.slice(1).map(({ name }, index) => {
    return { title: name, of: labels.previous, stage: index + 1, rates: rates(index + 1, 'ofPrevious'), isStep: true };
  });
  const full = scaleOf(known(steps.flatMap((step) => step.rates)));
  const last = stages.length - 1;
  const whole = rates(last, 'ofFirst');
  const largest = Math.max(1e-9, ...known(whole).flatMap(({ value, before = 0 }) => [value, before]));
  const title = stages[last]?.name ?? '';
  const overall = { title, of: labels.first, stage: last, rates: whole, full: largest, isStep: false };
  const measures = [...steps.map((step) => ({ ...step, full })), ...(steps.length > 1 ? [overall] : [])];
  return (narrow ? drawBlocks : drawRows)(pen, { lines, measures }, size);
}

const known = (rates: readonly (RateView | undefined)[]): RateView[] => rates.filter((rate) => rate !== undefined);

/** Columns for the names, which need more room than rates, for each step, and for all together. */
export function rowsIn(stages: number, width: number) {
  const gap = 18;
  const measures = stages > 2 ? stages : 1;
  const pitch = (width + gap) / (measures + 1.3);
  return { gap, pitch, first: pitch * 1.3, cell: pitch - gap };
}

/** A row each segment, a column each measure. */
function drawRows(pen: FunnelPen, { lines, measures }: Matrix, { width, height }: Size): number {
  const { first, pitch, cell, gap } = rowsIn(lines[0]!.stages.length, width);
  const left = (column: number) => first + column * pitch;

  // Said once over all the columns that it is true of.
  const spans = measures.map(({ of }, column) => {
    const end = measures.findLastIndex((other) => other.of === of);
    return of === measures[column - 1]?.of ? [] : labelLines('note', of, left(end) + cell - left(column));
  });
  spans.forEach((lines, column) => pen.lines('note', lines, left(column), 12));
  const above = Math.max(...spans.map((lines) => lines.length)) * lineHeight;
  const titles = measures.map(({ title }) => labelLines('name', title, cell));
  titles.forEach((title, column) => pen.lines('name', title, left(column), above + 14));
  pen.lines('name', labelLines('name', lines[0]?.stages[0]?.name ?? '', first - gap), 0, above + 14);
  const head = above + Math.max(...titles.map((title) => title.length)) * lineHeight + 8;

  const names = lines.map(({ name }) => labelLines('name', name, first - gap));
  const needs = names.map((name) => (name.length + 1) * lineHeight + 12);
  const least = head + needs.reduce((sum, need) => sum + need, 0);
  const spare = Math.max(0, Math.min(26, (height - least) / lines.length));
  const widest = Math.max(0, ...known(measures.flatMap(({ rates }) => rates)).map(changeWidth));
  const rateRoom =
    Math.max(...known(measures.flatMap(({ rates }) => rates)).map((rate) => labelWidth('rate', rate.text))) + 8;
  const beside = rateRoom + widest <= cell;
  const below = !beside && widest <= cell && spare >= lineHeight;

  let top = head;
  lines.forEach(({ segment, stages }, row) => {
    const tall = needs[row]! + spare;
    const y = top + (below ? 3 : spare / 2) + 19;
    pen.rules.push(top);
    pen.lines('name', names[row]!, 0, y);
    pen.text('note', stages[0]?.text ?? '—', 0, y + names[row]!.length * lineHeight);
    pen.spots.push({ stage: 0, segment, x: 0, y: top, width: first - gap / 2, height: tall });
    measures.forEach(({ stage, rates, full, isStep }, column) => {
      const rate = rates[row];
      const x = left(column);
      pen.text('rate', rate?.text ?? '—', x, y);
      pen.spots.push({
        stage,
        segment,
        x: x - gap / 2,
        y: top,
        width: Math.min(pitch, width - x + gap / 2),
        height: tall,
      });
      if (!rate) return;
      const worst = isStep && segment === undefined && stages[stage]?.worst === true;
      pen.meter(rate, { stage, segment, worst, x, y: y + 8, width: cell, height: 6 }, full, isStep);
      if (beside) pen.change(rate, x + rateRoom, y);
      else if (below) pen.change(rate, x, y + 14 + lineHeight);
    });
    top += tall;
  });
  return least;
}

/** A block each measure, one bar a segment: where there is no room for columns. */
function drawBlocks(pen: FunnelPen, { lines, measures }: Matrix, { width, height }: Size): number {
  const between = 16;
  const nameRoom = width * 0.36;
  const names = lines.map(({ name }) => labelLines('note', name, nameRoom));
  const needs = names.map((name) => Math.max(24, name.length * lineHeight + 8));
  const heads = measures.map(({ title, of }, column) => {
    const beside = Math.min(width * 0.5, labelWidth('note', of));
    return {
      title: labelLines('name', title, width - beside - 12),
      of: of === measures[column - 1]?.of ? [] : labelLines('note', of, beside),
    };
  });
  const headHeight = (column: number) =>
    Math.max(heads[column]!.title.length, heads[column]!.of.length) * lineHeight + 6;
  const block = needs.reduce((sum, need) => sum + need, 0);
  const least = measures.reduce((sum, _, column) => sum + headHeight(column) + block + between, -between);
  const spare = Math.max(0, Math.min(8, (height - least) / (measures.length * lines.length)));
  const rateRoom = Math.max(
    0,
    ...known(measures.flatMap(({ rates }) => rates)).map(({ text }) => labelWidth('rate', text)),
  );

  let top = 0;
  measures.forEach(({ stage, rates, full, isStep }, column) => {
    pen.lines('name', heads[column]!.title, 0, top + 14);
    pen.lines('note', heads[column]!.of, width, top + 14, undefined, true);
    top += headHeight(column);
    lines.forEach(({ segment, stages }, row) => {
      const rate = rates[row];
      const name = names[row]!;
      const tall = needs[row]! + spare;
      const middle = top + tall / 2;
      pen.lines('note', name, 0, middle + 4 - ((name.length - 1) * lineHeight) / 2);
      pen.text('rate', rate?.text ?? '—', width, middle + 5, undefined, true);
      pen.spots.push({ stage, segment, x: 0, y: top, width, height: tall });
      const x = nameRoom + 8;
      const worst = isStep && segment === undefined && stages[stage]?.worst === true;
      const box = { x, y: middle - 4, width: Math.max(0, width - x - rateRoom - 8), height: 8 };
      if (rate) pen.meter(rate, { stage, segment, worst, ...box }, full, isStep);
      top += tall;
    });
    top += between;
  });
  return least;
}
