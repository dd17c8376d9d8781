import { KpiError } from '../core/error.js';

/** What a schedule needs of its page. */
export interface Page {
  /** Calls `run` every so many milliseconds, until stopped. */
  every(milliseconds: number, run: () => void): () => void;
  /** Whether nobody looks. */
  isPaused(): boolean;
  /** Calls `run` when that may have changed, until stopped. */
  onWake(run: () => void): () => void;
}

/** Calls `run` every so many milliseconds, until stopped. */
export type Schedule = (milliseconds: number, run: () => void) => () => void;

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads `30s`, `5m` or `1h`.
 *
 * @returns milliseconds, at least a second, at most a day
 * @throws KpiError `bad-option`
 */
export function readInterval(text: string): number {
  const [, count, unit = ''] = /^(\d+)([smh])$/.exec(text.trim()) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? NaN);
  if (milliseconds >= 1000 && milliseconds <= 86_400_000) return milliseconds;
  throw new KpiError('bad-option', `refresh-every="${text}": expected 30s, 5m or 1h, from 1s to 24h.`, {
    option: 'refresh-every',
    value: text,
    expected: ['30s', '5m', '1h'],
  });
}

/**
 * Makes a schedule for a page: all who ask for the same interval are called in one task, so that their requests are
 * made once. A call that falls due while the page is hidden is made up for when it is back.
 */
export function createSchedule(page: Page): Schedule {
  const beats = new Map<number, { runs: Set<() => void>; stop: () => void }>();
  const begin = (milliseconds: number) => {
    const runs = new Set<() => void>();
    let missed = false;
    const beat = () => {
      missed = page.isPaused();
      if (missed) return;
      // Calls may stop others, and ask anew.
      for (const run of [...runs]) if (runs.has(run)) run();
    };
    const stops = [page.every(milliseconds, beat), page.onWake(() => missed && beat())];
    return { runs, stop: () => stops.forEach((stop) => stop()) };
  };
  return (milliseconds, run) => {
    const beat = beats.get(milliseconds) ?? begin(milliseconds);
    beats.set(milliseconds, beat);
    const own = () => run();
    beat.runs.add(own);
    return () => {
      beat.runs.delete(own);
      if (beat.runs.size > 0 || beats.get(milliseconds) !== beat) return;
      beat.stop();
      beats.delete(milliseconds);
    };
  };
}

/** The schedule of the page that this runs in. */
export const refreshEvery: Schedule = createSchedule({
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds);
    return () => clearInterval(timer);
  },
  isPaused: () => document.hidden,
  onWake(run) {
    document.addEventListener('visibilitychange', run);
    return () => document.removeEventListener('visibilitychange', run);
  },
});
