import type { KpiResult } from '../core/evaluate/result.js';
import { isAmount } from './amount.js';
import type { ViewOptions } from './card-view.js';
import { cardView } from './card-view.js';
import { axisText } from './figure.js';
import { segmentLines } from './lines.js';
import type { TrendView } from './view.js';
import type { Words } from './words.js';

export interface TrendOptions extends ViewOptions {
  /** How many segments are drawn; default 5, as many as an eye keeps apart. */
  readonly segments?: number | undefined;
}

/** What a trend says about a result. Broken down, its lines are the segments in place of the whole. */
export function trendView(result: KpiResult, words: Words, options: TrendOptions = {}): TrendView {
  const view = cardView(result, words, options);
  const segments = segmentLines(result, options.segments ?? 5, words);
  const [shown, count] = [segments.length, result.segments.length];
  return {
    ...view,
    lines: shown > 0 ? segments : view.lines,
    notes: shown < count ? [...view.notes, words.say('segments.shown', { shown, count })] : view.notes,
    tickText: (value, largest) => axisText(value, largest, result.unit, words),
    fromZero: isAmount(result),
  };
}
