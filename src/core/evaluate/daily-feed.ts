import type { Dataset } from '../dataset/dataset.js';
import { remember } from '../remember.js';
import { daysOf } from '../time/buckets.js';
import type { FedSegments } from './feed.js';
import { feed } from './feed.js';
import type { Grain } from '../time/calendar.js';
import type { FeedRequest } from './reading.js';

/** Measures over a window and day by day. */
export interface DailyFeed {
  /** 1 for each day that counts in full, 0 for one that is cut. */
  readonly complete: Uint8Array;
  readonly feed: (measures: readonly string[]) => FedSegments;
}

/**
 * What tests read of a window. It is read when it is first asked for, and not again where the figure's own series is
 * one of days.
 * @param request what the figure was read by, and `grain` its buckets
 * @param read what came of it
 */
export function dailyFeed(dataset: Dataset, request: FeedRequest, grain: Grain, read: FedSegments): DailyFeed {
  const { window, measures } = request;
  const buckets = grain === 'day' && request.buckets ? request.buckets : daysOf(window);
  const own = grain === 'day' ? measures.join() : undefined;
  const others = new Map<string, FedSegments>();
  return {
    complete: buckets.complete,
    feed(asked) {
      const names = asked.join();
      if (names === own) return read;
      return remember(others, names, () => feed(dataset, { ...request, measures: asked, buckets }));
    },
  };
}
