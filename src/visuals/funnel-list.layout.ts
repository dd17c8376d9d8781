import type { RateView, StageView } from '../view-model/funnel-stage.js';
import type { FunnelView } from '../view-model/funnel-view.js';
import type { FunnelPen, TextLook } from './funnel-pen.js';
import { changeWidth, labelLines, labelWidth, lineHeight, mostOf, ratesOf } from './funnel-pen.js';
import { linear } from './scale.js';
import type { Size } from './spark.layout.js';

const leastBar = 18;
const tallestBar = 34;
/** Between two stages. */
const gap = 14;
/** Of figures. */
const line = 18;
const leastName = 56;

/** A line of figures below a bar: its name at the start, its value at the end. */
interface Figure {
  readonly name: readonly string[];
  readonly value: readonly string[];
  readonly look: TextLook;
  /** Whose change stands before the value. */
  readonly rate: RateView | undefined;
  readonly tone: 'bad' | undefined;
}

/**
 * Stages below each other: bars from a common zero, each with what was lost beside it, and its figures below.
 * @returns the least height that shows everything
 */
export function drawList(pen: FunnelPen, view: FunnelView, { width, height }: Size): number {
  const { stages } = view;
  const rates = ratesOf(stages);
  const rateRoom = Math.max(0, ...rates.map(({ text }) => labelWidth('rate', text))) + 10;
  // All changes take the same room, so that what they are of breaks alike.
  const changeRoom = Math.max(0, ...rates.map(changeWidth)) + 10;
  const parts = stages.map((stage) => {
    const name = labelLines('name', stage.name, width - labelWidth('count', stage.text) - 12);
    const figures = figuresOf(stage, view.labels, width, rateRoom, changeRoom);
    const lines = figures.reduce((sum, figure) => sum + Math.max(figure.name.length, figure.value.length), 0);
    return { name, figures, above: name.length * lineHeight + 8, below: lines * line + 4 };
  });
  const text = parts.reduce((sum, { above, below }) => sum + above + below, 0) + (stages.length - 1) * gap;
  const least = text + stages.length * leastBar;
  const bar = Math.min(tallestBar, Math.max(leastBar, (height - text) / stages.length));
  const long = linear([0, mostOf(stages)], [0, width]);

  let top = 0;
  let foot = 0;
  stages.forEach((stage, index) => {
    const { name, figures, above, below } = parts[index]!;
    const previous = stages[index - 1]?.value;
    const y = top + above;
    const stayed = pen.stack(stage, index, previous, (from, to, _, inset) => {
      return { x: long(from), y: y + inset, width: long(to) - long(from), height: bar - 2 * inset };
    });
    if (index > 0) pen.join([0, foot], [long(previous ?? 0), foot], [long(stayed), y], [0, y]);

    pen.lines('name', name, 0, top + 16);
    pen.text('count', stage.text, width, top + 17, undefined, true);
    drawFigures(pen, figures, width, y + bar + line, rateRoom);
    const next = y + bar + below;
    pen.spots.push({ stage: index, segment: undefined, x: 0, y: top, width, height: next - top });
    foot = y + bar;
    top = next + gap;
  });
  return least;
}

function figuresOf(
  stage: StageView,
  labels: FunnelView['labels'],
  width: number,
  rateRoom: number,
  changeRoom: number,
): Figure[] {
  const { ofPrevious, ofFirst, lost, money, entered, skipped, worst } = stage;
  const figure = (name: string, value: string | undefined, tone?: 'bad', rate?: RateView): Figure[] => {
    if (value === undefined) return [];
    const look = rate ? 'rate' : 'note';
    const lines = labelLines(look, value, width);
    const widest = rate ? rateRoom : Math.max(...lines.map((each) => labelWidth('note', each))) + 10;
    const room = width - widest - (rate?.change ? changeRoom : 0);
    // A change that leaves no room for what it is of is told by the table alone.
    if (room < leastName)
      return [{ name: labelLines('note', name, width - widest), value: lines, look, rate: undefined, tone }];
    return [{ name: labelLines('note', name, room), value: lines, look, rate, tone }];
  };
  const loss = [lost, money].filter(Boolean).join(' · ');
  return [
    ...figure(labels.previous, ofPrevious?.text, worst ? 'bad' : undefined, ofPrevious),
    ...figure(labels.first, ofFirst?.text, undefined, ofFirst),
    ...figure(labels.lost, loss || undefined, worst ? 'bad' : undefined),
    ...figure(labels.skipped, skipped),
    ...(entered
      ? [
          {
            name: labelLines('note', entered, width),
            value: [],
            look: 'note' as const,
            rate: undefined,
            tone: undefined,
          },
        ]
      : []),
  ];
}

function drawFigures(pen: FunnelPen, figures: readonly Figure[], width: number, first: number, rateRoom: number): void {
  let y = first;
  for (const { name, value, look, rate, tone } of figures) {
    pen.lines('note', name, 0, y);
    pen.lines(look, value, width, y, tone, true);
    if (rate) pen.change(rate, width - rateRoom, y, Infinity, true);
    y += Math.max(name.length, value.length) * line;
  }
}
