import { describe, expect, test, vi } from 'vitest';
import { createSchedule, readInterval } from '../../src/source/refresh.js';
import type { Page } from '../../src/source/refresh.js';

describe('intervals', () => {
  test.each([
    ['1s', 1000],
    ['30s', 30_000],
    [' 5m ', 300_000],
    ['1h', 3_600_000],
    ['24h', 86_400_000],
  ])('%s', (text, milliseconds) => {
    expect(readInterval(text)).toBe(milliseconds);
  });

  test.each(['', '0s', '30', '-5m', '1.5h', '5 m', '1d', '25h', '30S', 'off'])('%j is refused', (text) => {
    expect(() => readInterval(text)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });
});

class FakePage implements Page {
  timers = new Map<() => void, number>();
  wakers = new Set<() => void>();
  away = false;

  every(milliseconds: number, run: () => void): () => void {
    this.timers.set(run, milliseconds);
    return () => this.timers.delete(run);
  }
  isPaused(): boolean {
    return this.away;
  }
  onWake(run: () => void): () => void {
    this.wakers.add(run);
    return () => this.wakers.delete(run);
  }
  tick(): void {
    for (const beat of [...this.timers.keys()]) beat();
  }
  set(away: boolean): void {
    this.away = away;
    for (const wake of [...this.wakers]) wake();
  }
}

describe('a schedule', () => {
  test('calls all who ask for the same interval in one task, until they stop', () => {
    const page = new FakePage();
    const every = createSchedule(page);
    const runs = [vi.fn(), vi.fn(), vi.fn()] as const;
    const stops = [every(1000, runs[0]), every(1000, runs[1]), every(5000, runs[2])] as const;
    expect([...page.timers.values()]).toEqual([1000, 5000]);
    page.tick();
    stops[0]();
    stops[0]();
    page.tick();
    expect(runs.map((run) => run.mock.calls.length)).toEqual([1, 2, 2]);
    stops[1]();
    stops[2]();
    expect([page.timers.size, page.wakers.size]).toEqual([0, 0]);
    every(1000, runs[0]);
    page.tick();
    expect(runs.map((run) => run.mock.calls.length)).toEqual([2, 2, 2]);
  });

  test('rests while the page is away, and makes up for what fell due, once', () => {
    const page = new FakePage();
    const run = vi.fn();
    createSchedule(page)(1000, run);
    page.set(true);
    page.tick();
    page.tick();
    expect(run).toHaveBeenCalledTimes(0);
    page.set(false);
    expect(run).toHaveBeenCalledTimes(1);
    page.set(false);
    expect(run).toHaveBeenCalledTimes(1);
    page.tick();
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('a short absence without anything due asks for nothing', () => {
    const page = new FakePage();
    const run = vi.fn();
    createSchedule(page)(1000, run);
    page.set(true);
    page.set(false);
    expect(run).not.toHaveBeenCalled();
  });

  test('who asks anew when called is called with the next beat', () => {
    const page = new FakePage();
    const every = createSchedule(page);
    const run = vi.fn();
    let stop = every(1000, () => {
      stop();
      stop = every(1000, run);
    });
    every(1000, vi.fn());
    page.tick();
    expect(run).toHaveBeenCalledTimes(0);
    page.tick();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('who stops while others are called is not called', () => {
    const page = new FakePage();
    const every = createSchedule(page);
    const second = vi.fn();
    let stopSecond: () => void = () => undefined;
    every(1000, () => stopSecond());
    stopSecond = every(1000, second);
    page.tick();
    expect(second).not.toHaveBeenCalled();
  });
});
