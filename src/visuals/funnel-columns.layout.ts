import type { RateView, StageView } from '../view-model/funnel-stage.js';
import type { FunnelView } from '../view-model/funnel-view.js';
import type { FunnelPen } from './funnel-pen.js';
import {
  changeLines,
  changeWidth,
  labelLines,
  labelWidth,
  lineHeight,
  mostOf,
  ratesOf,
  scaleOf,
} from './funnel-pen.js';
import { linear } from './scale.js';
import type { Size } from './spark.layout.js';

const leastBars = 96;

/** Where the columns stand, px. */
interface Columns {
  readonly bar: number;
  readonly gap: number;
  readonly pitch: number;
}

/** So many stages across the whole width. */
export function columnsIn(stages: number, width: number): Columns {
  const gap = Math.min(64, Math.max(18, (width / stages) * 0.22));
  const pitch = (width + gap) / stages;
  return { gap, pitch, bar: pitch - gap };
}

/** A row of figures below the bars. */
interface Row {
  readonly height: number;
  readonly draw: (top: number) => void;
}

/**
 * Stages side by side: bars from a common zero, joined by what goes on and topped by what is lost; their figures stand
 * below them in rows, which the first column names, having no rates of its own.
 * @returns the least height that shows everything
 */
export function drawColumns(pen: FunnelPen, view: FunnelView, { width, height }: Size): number {
  const { stages, labels } = view;
  const columns = columnsIn(stages.length, width);
  const { gap, pitch } = columns;

  const rows = [
    nameRow(pen, stages, columns),
    rateRow(pen, stages, columns, 'ofPrevious', labels.previous),
    rateRow(pen, stages, columns, 'ofFirst', labels.first),
    skippedRow(pen, stages, columns, labels.skipped),
  ].filter((row) => row !== undefined);
  const figures = rows.reduce((sum, row) => sum + row.height, 0);

  const notes = stages.map((stage, index) => lossNotes(stage, roomOf(index, stages, columns)));
  const needs = notes.map((lines) => lines.length * lineHeight + 10);
  const least = Math.max(...needs) + leastBars + figures;
  const whole = Math.max(height, least);
  const base = whole - figures;
  // As tall as leaves room for what is said above each bar: much above a short one, little above a tall one.
  const most = mostOf(stages);
  const tallest = Math.min(
    ...stages.map((stage, index) => (base - needs[index]!) / Math.max(mostOf([stage]) / most, 0.1)),
  );
  drawBars(pen, stages, columns, base, Math.min(tallest, base - 10), notes);
  rows.reduce((top, row) => (row.draw(top), top + row.height), base);
  stages.forEach((_, index) => {
    const [x, end] = [Math.max(0, index * pitch - gap / 2), Math.min(width, (index + 1) * pitch - gap / 2)];
    pen.spots.push({ stage: index, segment: undefined, x, y: 0, width: end - x, height: whole });
  });
  return least;
}

/** How wide a text below or above a bar may run. */
const roomOf = (index: number, { length }: readonly unknown[], { bar, pitch }: Columns): number =>
  index === length - 1 ? bar : pitch - 10;

const lossNotes = ({ lost, money, entered }: StageView, room: number): string[] =>
  [lost, money, entered].flatMap((text) => (text ? labelLines('note', text, room) : []));

function drawBars(
  pen: FunnelPen,
  stages: readonly StageView[],
  { bar, gap, pitch }: Columns,
  base: number,
  tallest: number,
  notes: readonly (readonly string[])[],
): void {
  const tall = linear([0, mostOf(stages)], [0, tallest]);
  stages.forEach((view, stage) => {
    const x = stage * pitch;
    const stayed = pen.stack(view, stage, stages[stage - 1]?.value, (from, to, isLost, inset) => {
      const left = x + (isLost ? -gap : inset);
      return { x: left, y: base - tall(to), width: x + bar - inset - left, height: tall(to) - tall(from) };
    });
    const top = base - tall(stayed);
    if (stage > 0) pen.join([x - gap, top], [x, top], [x, base], [x - gap, base]);
    const { worst } = view;
    const lines = notes[stage] ?? [];
    const foot = base - tall(mostOf([view])) - 7;
    pen.lines('note', lines, x, foot - (lines.length - 1) * lineHeight, worst ? 'bad' : undefined);
  });
}

function nameRow(pen: FunnelPen, stages: readonly StageView[], columns: Columns): Row {
  const names = stages.map(({ name }, index) => labelLines('note', name, roomOf(index, stages, columns)));
  const below = Math.max(...names.map((lines) => lines.length)) * lineHeight;
  return {
    height: below + 34,
    draw: (top) =>
      stages.forEach(({ text }, index) => {
        const x = index * columns.pitch;
        pen.lines('note', names[index] ?? [], x, top + 17);
        pen.text('count', text, x, top + below + 22);
      }),
  };
}

/** A rate of every stage but the first, with its change; the rate to the stage before also as a bar on its own scale. */
function rateRow(
  pen: FunnelPen,
  stages: readonly StageView[],
  columns: Columns,
  which: 'ofPrevious' | 'ofFirst',
  name: string,
): Row | undefined {
  const rates = stages.flatMap((stage) => stage[which] ?? []);
  if (rates.length === 0) return undefined;
  const wide = (rate: RateView) => labelWidth('rate', rate.text) + 8;
  // All changes stand alike, those of both rates.
  const beside = ratesOf(stages).every((rate) => wide(rate) + changeWidth(rate) <= columns.bar);
  const meter = which === 'ofPrevious' ? 10 : 0;
  const room = (index: number) => roomOf(index, stages, columns);
  const changes = stages.map((stage, index) => (stage[which] ? changeLines(stage[which], room(index)).length : 0));
  const below = beside ? 0 : Math.max(...changes) * lineHeight;
  const named = labelLines('note', name, room(0));
  return {
    height: Math.max(named.length * lineHeight, lineHeight + meter + below) + 8,
    draw: (top) => {
      pen.lines('note', named, 0, top + 13);
      stages.forEach((stage, index) => {
        const rate = stage[which];
        if (!rate) return;
        const x = index * columns.pitch;
        pen.text('rate', rate.text, x, top + 13, stage.worst && meter ? 'bad' : undefined);
        pen.change(
          rate,
          beside ? x + wide(rate) : x,
          top + 13 + (beside ? 0 : lineHeight + meter),
          beside ? Infinity : room(index),
        );
        if (!meter) return;
        const box = { x, y: top + 20, width: columns.bar, height: 4 };
        pen.meter(rate, { stage: index, segment: undefined, worst: stage.worst, ...box }, scaleOf(rates));
      });
    },
  };
}

function skippedRow(pen: FunnelPen, stages: readonly StageView[], columns: Columns, name: string): Row | undefined {
  if (!stages.some(({ skipped }) => skipped)) return undefined;
  const named = labelLines('note', name, roomOf(0, stages, columns));
  return {
    height: named.length * lineHeight + 4,
    draw: (top) => {
      pen.lines('note', named, 0, top + 13);
      stages.forEach(({ skipped }, index) => skipped && pen.text('note', skipped, index * columns.pitch, top + 13));
    },
  };
}
