import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenBucket } from '../../../src/core/time/buckets.js';
import { addDays, MS_PER_DAY } from '../../../src/core/time/day.js';
import { hoursOf } from '../../../src/core/time/hours.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { clockChanges } from './clock-changes.js';
import { day, wall } from './written.js';

/** The hours of days as they are written, of which the last may be cut at a time on the wall. */
function hours(id: string, start: string, end = start, until?: string): string[] {
  const zone = zoneOf(id);
  const cutoff = until === undefined ? undefined : zone.instantAt(wall(until));
  const buckets = hoursOf({ start: day(start), end: day(end), plannedEnd: day(end), cutoff }, zone);
  return Array.from(
    buckets.complete,
    (complete, index) => writtenBucket(buckets, index).start.slice(5) + (complete ? '' : '…'),
  );
}

describe('the hours of a day', () => {
  test('are 24', () => {
    const found = hours('Europe/Copenhagen', '2026-03-18');
    expect(found).toHaveLength(24);
    expect([found[0], found[13], found[23]]).toEqual(['03-18T00:00', '03-18T13:00', '03-18T23:00']);
  });

  test('23 where the clock goes forward: the skipped hour is not there', () => {
    const found = hours('Europe/Copenhagen', '2026-03-29');
    expect(found).toHaveLength(23);
    expect(found.slice(0, 4)).toEqual(['03-29T00:00', '03-29T01:00', '03-29T03:00', '03-29T04:00']);
  });

  test('25 where it goes back: the doubled hour is two, with their offsets', () => {
    const found = hours('Europe/Copenhagen', '2026-10-25');
    expect(found).toHaveLength(25);
    expect(found.slice(1, 5)).toEqual(['10-25T01:00', '10-25T02:00+02:00', '10-25T02:00+01:00', '10-25T03:00']);
    expect(hours('America/New_York', '2026-11-01').slice(0, 4)).toEqual([
      ...['11-01T00:00', '11-01T01:00-04:00', '11-01T01:00-05:00', '11-01T02:00'],
    ]);
  });

  test('half an hour more or less, on Lord Howe Island', () => {
    // On 4 October the clock goes from 02:00 to 02:30; on 5 April from 02:00 back to 01:30.
    expect(hours('Australia/Lord_Howe', '2026-10-04').slice(1, 4)).toEqual([
      '10-04T01:00',
      '10-04T02:30',
      '10-04T03:00',
    ]);
    expect(hours('Australia/Lord_Howe', '2026-04-05').slice(0, 4)).toEqual([
      ...['04-05T00:00', '04-05T01:00+11:00', '04-05T01:30+10:30', '04-05T02:00'],
    ]);
  });

  test('where midnight itself is skipped, and where the hour before it is doubled', () => {
    expect(hours('America/Sao_Paulo', '2018-11-04').slice(0, 2)).toEqual(['11-04T01:00', '11-04T02:00']);
    expect(hours('America/Sao_Paulo', '2018-02-17').slice(-2)).toEqual(['02-17T23:00-02:00', '02-17T23:00-03:00']);
  });

  test('none of a day that a country left out', () => {
    expect(hours('Pacific/Apia', '2011-12-30')).toEqual([]);
  });

  test('offsets of quarters of an hour', () => {
    expect(hours('Asia/Kathmandu', '2026-03-18').slice(0, 2)).toEqual(['03-18T00:00', '03-18T01:00']);
  });

  test('the last minute is in', () => {
    const zone = zoneOf('Australia/Lord_Howe');
    const at = (date: string, index: number) => {
      const window = { start: day(date), end: day(date), plannedEnd: day(date) };
      return writtenBucket(hoursOf(window, zone), index).end;
    };
    expect([at('2026-03-18', 0), at('2026-10-04', 2), at('2026-04-05', 1), at('2026-04-05', 2)]).toEqual([
      ...['2026-03-18T00:59', '2026-10-04T02:59', '2026-04-05T01:59+11:00', '2026-04-05T01:59+10:30'],
    ]);
  });
});

describe('a running day', () => {
  test('ends with the hour that is running', () => {
    const found = hours('Europe/Copenhagen', '2026-03-17', '2026-03-18', '2026-03-18T10:20');
    expect(found).toHaveLength(35);
    expect(found.slice(-2)).toEqual(['03-18T09:00', '03-18T10:00…']);
  });

  test('has no running hour where one has just ended, and none at all at midnight', () => {
    expect(hours('Europe/Copenhagen', '2026-03-18', '2026-03-18', '2026-03-18T10:00').slice(-1)).toEqual([
      '03-18T09:00',
    ]);
    expect(hours('Europe/Copenhagen', '2026-03-17', '2026-03-18', '2026-03-18T00:00').slice(-1)).toEqual([
      '03-17T23:00',
    ]);
    expect(hours('Europe/Copenhagen', '2026-03-18', '2026-03-18', '2026-03-18T00:00')).toEqual([]);
  });
});

test('hours follow each other without a gap through the changes of a clock in ten years, in every zone', () => {
  expect(clockChanges.length).toBeGreaterThan(250);
  for (const { zone, changed } of clockChanges) {
    const [start, end] = [addDays(changed, -1), addDays(changed, 1)];
    const { length, starts, hours: of } = hoursOf({ start, end, plannedEnd: end }, zone);
    const lasts = Array.from({ length }, (_, index) => of!.from[index + 1]! - of!.from[index]!);
    expect([of!.from[0], of!.from[length]]).toEqual([
      zone.instantAt(start * MS_PER_DAY),
      zone.instantAt(addDays(end, 1) * MS_PER_DAY),
    ]);
    expect(lasts.filter((milliseconds) => milliseconds <= 0 || milliseconds > 3_600_000)).toEqual([]);
    expect(Array.from(starts, (_, index) => zone.dayAt(of!.from[index]!))).toEqual([...starts]);
  }
});

const first = day('2016-01-01');

test('no two hours of a window are written alike', () => {
  const zones = fc.constantFrom('Europe/Copenhagen', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca');
  fc.assert(
    fc.property(zones, fc.nat({ max: 3650 }), fc.nat({ max: 10 }), (id, offset, more) => {
      const start = addDays(first, offset);
      const end = addDays(start, more);
      const buckets = hoursOf({ start, end, plannedEnd: end }, zoneOf(id));
      const written = Array.from(buckets.starts, (_, index) => writtenBucket(buckets, index).start);
      expect(new Set(written).size).toBe(buckets.length);
    }),
  );
});
