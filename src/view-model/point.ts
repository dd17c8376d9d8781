import type { Bucket, KpiResult } from '../core/evaluate/result.js';
import { pointLabel, tickText } from './dates.js';
import { reasonText } from './explain.js';
import { figureText, spokenText } from './figure.js';
import type { PointView } from './view.js';
import type { Words } from './words.js';

/** What the points of a line have in common. */
export interface PointContext {
  readonly result: KpiResult;
  readonly words: Words;
  /** Whether the dates on the axis need their year. */
  readonly years: boolean;
}

/** A point whose words are made when they are read: a line has hundreds of points, and a crosshair stands on one. */
export class Point implements PointView {
  readonly start: string;
  readonly end: string;
  readonly value: number | undefined;
  readonly complete: boolean;

  constructor(
    private readonly bucket: Bucket,
    private readonly running: boolean,
    private readonly context: PointContext,
  ) {
    this.start = bucket.start;
    this.end = bucket.end;
    this.value = bucket.value;
    this.complete = bucket.complete;
  }

  get text(): string {
    return figureText(this.value, this.context.result, this.context.words);
  }

  get spoken(): string {
    return spokenText(this.value, this.context.result, this.context.words);
  }

  get label(): string {
    return pointLabel(this, this.context.result.grain, this.context.words);
  }

  get tick(): string {
    const { result, words, years } = this.context;
    return tickText(this, result.grain, words, years);
  }

  get note(): string | undefined {
    const { result, words } = this.context;
    const { reason } = this.bucket;
    // Of one point the reason alone: what the data hold is said once, for the whole.
    if (reason) return reasonText({ code: reason.code }, result, words);
    if (this.complete) return undefined;
    return words.say(this.running ? 'point.running' : 'point.cut');
  }
}

/** The same point with more notes before its own. */
export function noted(point: PointView, notes: readonly string[]): PointView {
  const note = { enumerable: true, get: () => [...notes, ...(point.note ? [point.note] : [])].join(' · ') };
  return Object.create(point, { note }) as PointView;
}
