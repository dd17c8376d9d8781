import type { ChangeView, Tone } from '../view-model/view.js';
import type { RateView, StageView } from '../view-model/funnel-stage.js';
import { textWidth } from './text-width.js';
import { wrapText } from './wrap-text.js';

/** Pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * `bar`: how many reached the stage; `entered`: how many of them came in there; `lost`: how many did not come;
 * `ghost`: how many there were in the comparison; `scale`, `reach`, `was`: a rate on its scale, and what it was.
 */
export type BlockKind = 'bar' | 'entered' | 'lost' | 'ghost' | 'scale' | 'reach' | 'was';

/** A piece of the drawing whose length is a number. */
export interface Block extends Box {
  readonly kind: BlockKind;
  readonly stage: number;
  /** Position of the segment; undefined for the whole. */
  readonly segment: number | undefined;
  /** Whether it belongs to the worst leak. */
  readonly worst: boolean;
}

export type TextLook = 'name' | 'count' | 'rate' | 'note';

export interface Label {
  readonly look: TextLook;
  readonly tone: Tone | undefined;
  /** Stands before a change. */
  readonly glyph: ChangeView['glyph'];
  readonly text: string;
  /** Where it starts or, where `end` is set, ends. */
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly end: boolean;
}

/** Where a stage of the whole or of a segment is pointed at and selected. */
export interface Spot extends Box {
  readonly stage: number;
  readonly segment: number | undefined;
}

/** Font sizes, px; the style sheet has the same. */
export const sizes: Readonly<Record<TextLook, number>> = { name: 13, count: 18, rate: 14, note: 12 };
/** Strong type runs wider than the estimate for the usual one. */
const widening: Readonly<Record<TextLook, number>> = { name: 1.04, count: 1.06, rate: 1.06, note: 1 };
export const lineHeight = 16;

export const labelWidth = (look: TextLook, text: string): number => textWidth(text, sizes[look]) * widening[look];
export const labelLines = (look: TextLook, text: string, room: number): string[] =>
  wrapText(text, sizes[look], room / widening[look]);

/** A glyph with the gap behind it. */
const glyphRoom = 13;

/** How wide a change is written on one line. */
export const changeWidth = ({ change }: RateView): number =>
  change ? (change.glyph ? glyphRoom : 0) + labelWidth('note', change.text) : 0;

/** A change in as many lines as it takes; the glyph stands before the first one. */
export const changeLines = ({ change }: RateView, room: number): string[] =>
  change ? labelLines('note', change.text, room - (change.glyph ? glyphRoom : 0)) : [];

/** Rates beyond one, as in an open funnel, stretch the scale of all of them. */
export const scaleOf = (rates: readonly RateView[]): number =>
  Math.max(1, ...rates.flatMap(({ value, before = 0 }) => [value, before]));

export type Point = readonly [x: number, y: number];

/** The largest count that is drawn. */
export const mostOf = (stages: readonly StageView[]): number =>
  Math.max(1, ...stages.flatMap(({ value = 0, before = 0 }) => [value, before]));

/** The rates of all stages. */
export const ratesOf = (stages: readonly StageView[]): RateView[] =>
  stages.flatMap(({ ofPrevious, ofFirst }) => [ofPrevious, ofFirst]).filter((rate) => rate !== undefined);

/** Collects a drawing, laid out from left to right. */
export class FunnelPen {
  readonly blocks: Block[] = [];
  /** Shapes between the stages: what goes on. */
  readonly joins: (readonly Point[])[] = [];
  /** Rules between rows: their heights. */
  readonly rules: number[] = [];
  readonly labels: Label[] = [];
  readonly spots: Spot[] = [];

  join(...outline: readonly Point[]): void {
    this.joins.push(outline);
  }

  /**
   * A stage's bar, with what was lost on the way there, what entered there, and what there was in the comparison, whose
   * outline stands clear around the bar.
   * @param boxOf from one count to another: what is lost reaches back to the bar before; the bar may be inset
   * @returns how many stayed of those before
   */
  stack(
    { value = 0, before, worst }: StageView,
    stage: number,
    previous: number | undefined,
    boxOf: (from: number, to: number, isLost: boolean, inset: number) => Box,
  ): number {
    const block = (kind: BlockKind, from: number, to: number, inset = 0) =>
      this.blocks.push({ kind, stage, segment: undefined, worst, ...boxOf(from, to, kind === 'lost', inset) });
    const stayed = Math.min(value, previous ?? value);
    const clear = before === undefined ? 0 : 3;
    if (previous !== undefined && value < previous) block('lost', value, previous);
    block('bar', 0, stayed, clear);
    if (value > stayed) block('entered', stayed, value, clear);
    if (before !== undefined) block('ghost', 0, before);
    return stayed;
  }

  /** @param end whether the text ends at `x` */
  text(look: TextLook, text: string, x: number, y: number, tone?: Tone, end = false): void {
    this.labels.push({ look, glyph: '', text, x, y, tone, end });
  }

  /** Lines of one text, the first one on the baseline `y`. */
  lines(look: TextLook, lines: readonly string[], x: number, y: number, tone?: Tone, end = false): void {
    lines.forEach((line, index) => this.text(look, line, x, y + index * lineHeight, tone, end));
  }

  /** A change with its glyph. @param end whether it ends at `x` */
  change(rate: RateView, x: number, y: number, room = Infinity, end = false): void {
    const { change } = rate;
    changeLines(rate, room).forEach((text, line) => {
      const { glyph = '', tone } = change ?? {};
      this.labels.push({ look: 'note', x, y: y + line * lineHeight, end, text, tone, glyph: line === 0 ? glyph : '' });
    });
  }

  /** A rate on a scale from 0 to `full`, and where it was in the comparison. */
  meter({ value, before }: RateView, of: Omit<Block, 'kind'>, full: number, track = true): void {
    const at = (rate: number) => (Math.min(full, rate) / full) * of.width;
    if (track) this.blocks.push({ ...of, kind: 'scale' });
    this.blocks.push({ ...of, kind: 'reach', width: at(value) });
    if (before === undefined) return;
    const was = { x: of.x + at(before) - 1, y: of.y - 3, width: 2, height: of.height + 6 };
    this.blocks.push({ ...of, ...was, kind: 'was' });
  }
}
