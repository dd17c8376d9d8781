import { describe, expect, test } from 'vitest';
import { bucketsOf, grainFor, spansOf } from '../../../src/core/time/buckets.js';
import type { Calendar, DayGrain } from '../../../src/core/time/calendar.js';
import { isoOf } from '../../../src/core/time/day.js';
import type { Window } from '../../../src/core/time/window.js';
import { day } from './written.js';

const usual: Calendar = { weekStart: 1, fiscalMonth: 1, fiscalDate: 1 };
const window = (start: string, end: string, plannedEnd = end): Window => ({
  start: day(start),
  end: day(end),
  plannedEnd: day(plannedEnd),
});

/** Buckets as `start/end`, with `…` where they are cut. */
function buckets(of: Window, grain: DayGrain, calendar = usual): string[] {
  const all = bucketsOf(of, grain, calendar);
  return spansOf(all).map(
    ({ start, end }, index) => `${isoOf(start)}/${isoOf(end)}${all.complete[index] === 1 ? '' : '…'}`,
  );
}

describe('units of a window', () => {
  test('days', () => {
    expect(buckets(window('2028-02-28', '2028-03-01'), 'day')).toEqual([
      '2028-02-28/2028-02-28',
      '2028-02-29/2028-02-29',
      '2028-03-01/2028-03-01',
    ]);
  });

  test('weeks, cut at both edges', () => {
    expect(buckets(window('2026-03-04', '2026-03-18'), 'week')).toEqual([
      '2026-03-04/2026-03-08…',
      '2026-03-09/2026-03-15',
      '2026-03-16/2026-03-18…',
    ]);
  });

  test('weeks that begin on Saturday', () => {
    expect(buckets(window('2026-03-07', '2026-03-20'), 'week', { ...usual, weekStart: 6 })).toEqual([
      '2026-03-07/2026-03-13',
      '2026-03-14/2026-03-20',
    ]);
  });

  test('months', () => {
    expect(buckets(window('2026-01-01', '2026-03-15'), 'month')).toEqual([
      '2026-01-01/2026-01-31',
      '2026-02-01/2026-02-28',
      '2026-03-01/2026-03-15…',
    ]);
  });

  test('quarters and years of a fiscal year', () => {
    const calendar = { ...usual, fiscalMonth: 2, fiscalDate: 1 };
    expect(buckets(window('2026-01-01', '2026-04-30'), 'quarter', calendar)).toEqual([
      '2026-01-01/2026-01-31…',
      '2026-02-01/2026-04-30',
    ]);
    expect(buckets(window('2025-02-01', '2026-04-30'), 'year', calendar)).toEqual([
      '2025-02-01/2026-01-31',
      '2026-02-01/2026-04-30…',
    ]);
  });

  test('the running bucket is not complete, although its day is', () => {
    const running: Window = { ...window('2026-03-17', '2026-03-18'), cutoff: Date.parse('2026-03-18T10:00Z') };
    expect(buckets(running, 'day')).toEqual(['2026-03-17/2026-03-17', '2026-03-18/2026-03-18…']);
    expect(spansOf(bucketsOf(running, 'day', usual)).map(({ cutoff }) => cutoff)).toEqual([undefined, running.cutoff]);
  });
});

describe('the grain of itself', () => {
  test.each([
    ['2026-01-01', '2026-01-02', 'hour'],
    ['2026-01-01', '2026-01-03', 'day'],
    ['2026-01-01', '2026-04-02', 'day'],
    ['2026-01-01', '2026-04-03', 'week'],
    ['2026-01-01', '2027-02-04', 'week'],
    ['2026-01-01', '2027-02-05', 'month'],
  ])('%s to %s by %s', (start, end, grain) => {
    expect(grainFor('auto', window(start, end), true)).toBe(grain);
  });

  test('a running period goes by its whole length, so that it does not change its grain on the way', () => {
    expect(grainFor('auto', window('2026-01-01', '2026-01-02', '2026-12-31'), true)).toBe('week');
  });

  test('an hour is a day where rows have none, and in windows longer than 92 days', () => {
    expect(grainFor('auto', window('2026-01-01', '2026-01-02'), false)).toBe('day');
    expect(grainFor('hour', window('2026-01-01', '2026-01-02'), false)).toBe('day');
    expect(grainFor('hour', window('2026-01-01', '2026-04-02'), true)).toBe('hour');
    expect(grainFor('hour', window('2026-01-01', '2026-04-03'), true)).toBe('day');
  });

  test('what is asked is given', () => {
    for (const grain of ['day', 'week', 'year'] as const)
      expect(grainFor(grain, window('2026-01-01', '2026-01-02'), true)).toBe(grain);
  });
});
