import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KpiError } from '../../../src/core/error.js';
import { isoOf, MS_PER_DAY } from '../../../src/core/time/day.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day, wall } from './written.js';

const utc = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');

describe('what a clock on the wall means', () => {
  test.each([
    // zone, wall, instant, why
    ['Europe/Copenhagen', '2026-01-15T12:00', '2026-01-15T11:00Z', 'winter'],
    ['Europe/Copenhagen', '2026-07-15T12:00', '2026-07-15T10:00Z', 'summer'],
    ['Europe/Copenhagen', '2026-03-29T01:59', '2026-03-29T00:59Z', 'before the clock goes forward'],
    ['Europe/Copenhagen', '2026-03-29T02:30', '2026-03-29T01:00Z', 'skipped: the next time there is, 03:00'],
    ['Europe/Copenhagen', '2026-03-29T03:00', '2026-03-29T01:00Z', 'after the clock went forward'],
    ['Europe/Copenhagen', '2026-10-25T02:30', '2026-10-25T00:30Z', 'shown twice: the first'],
    ['Europe/Copenhagen', '2026-10-25T03:00', '2026-10-25T02:00Z', 'after the clock went back'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:00Z', 'skipped'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30Z', 'shown twice: the first'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00Z', 'after the doubled hour'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30Z', 'half an hour is skipped'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z', 'half an hour is shown twice: the first'],
    ['Australia/Lord_Howe', '2026-04-05T02:00', '2026-04-04T15:30Z', 'after the doubled half hour'],
    ['Asia/Kathmandu', '2026-05-01T00:00', '2026-04-30T18:15Z', 'a quarter-hour offset'],
    ['Asia/Kathmandu', '1986-01-01T00:05', '1985-12-31T18:30Z', 'a quarter of an hour was skipped for good'],
    ['Pacific/Apia', '2011-12-29T23:59', '2011-12-30T09:59Z', 'the last minute east of the date line'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00Z', 'a whole day was skipped'],
    ['Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00Z', 'the first minute west of it'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00Z', 'midnight itself was skipped'],
    ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30Z', 'the hour before midnight twice: the first'],
    ['UTC', '2026-02-28T23:59', '2026-02-28T23:59Z', 'no offset'],
  ])('%s %s is %s: %s', (id, local, instant) => {
    expect(utc(zoneOf(id).instantAt(wall(local)))).toBe(instant);
  });

  test.each([
    ['Europe/Copenhagen', '2026-03-29', 23],
    ['Europe/Copenhagen', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('%s: %s has %d hours', (id, iso, hours) => {
    const zone = zoneOf(id);
    const start = day(iso) * MS_PER_DAY;
    expect((zone.instantAt(start + MS_PER_DAY) - zone.instantAt(start)) / 3_600_000).toBe(hours);
  });
});

describe('which local day holds an instant', () => {
  test.each([
    ['Europe/Copenhagen', '2026-03-28T22:59Z', '2026-03-28'],
    ['Europe/Copenhagen', '2026-03-28T23:00Z', '2026-03-29'],
    ['Europe/Copenhagen', '2026-03-29T21:59Z', '2026-03-29'],
    ['Europe/Copenhagen', '2026-03-29T22:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-01T03:59Z', '2026-10-31'],
    ['America/New_York', '2026-11-02T04:59Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00Z', '2026-11-02'],
    ['Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-04-05T13:29Z', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-04-05T13:30Z', '2026-04-06'],
    ['Asia/Kathmandu', '2026-04-30T18:14Z', '2026-04-30'],
    ['Asia/Kathmandu', '2026-04-30T18:15Z', '2026-05-01'],
    ['Pacific/Apia', '2011-12-30T09:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00Z', '2011-12-31'],
    ['America/Sao_Paulo', '2018-11-04T02:59Z', '2018-11-03'],
    ['America/Sao_Paulo', '2018-11-04T03:00Z', '2018-11-04'],
    ['UTC', '1969-12-31T23:59Z', '1969-12-31'],
  ])('%s: %s lies on %s', (id, instant, expected) => {
    expect(isoOf(zoneOf(id).dayAt(Date.parse(instant)))).toBe(expected);
  });
});

describe('laws', () => {
  const ids = [
    'Europe/Copenhagen',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'America/St_Johns',
    'Asia/Gaza',
    'Pacific/Kiritimati',
  ];
  const zones = fc.constantFrom(...ids);
  const instants = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2037, 11, 31) });

  /** What Intl itself shows on the wall, as local milliseconds. */
  function shown(id: string, instant: number): number {
    const format = new Intl.DateTimeFormat('en-u-hc-h23', {
      timeZone: id,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type)!;
    const milliseconds = ((instant % 1000) + 1000) % 1000;
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
      milliseconds
    );
  }

  test('the wall shows what Intl shows', () => {
    fc.assert(
      fc.property(zones, instants, (id, instant) => {
        expect(zoneOf(id).localAt(instant)).toBe(shown(id, instant));
      }),
      { numRuns: 500 },
    );
  });

  test('going to the wall and back never arrives later, and shows the same time', () => {
    fc.assert(
      fc.property(zones, instants, (id, instant) => {
        const zone = zoneOf(id);
        const local = zone.localAt(instant);
        expect(zone.instantAt(local)).toBeLessThanOrEqual(instant);
        expect(zone.localAt(zone.instantAt(local))).toBe(local);
      }),
      { numRuns: 500 },
    );
  });

  test('a later time on the wall is never an earlier instant', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 3 * MS_PER_DAY }), (id, local, later) => {
        const zone = zoneOf(id);
        expect(zone.instantAt(local + later)).toBeGreaterThanOrEqual(zone.instantAt(local));
      }),
      { numRuns: 500 },
    );
  });
});

test.each(['', 'Mars/Olympus', 'Copenhagen'])('%j is no zone', (id) => {
  expect(() => zoneOf(id)).toThrow(KpiError);
  expect(() => zoneOf(id)).toThrow(
    expect.objectContaining({ code: 'bad-time-zone', details: expect.objectContaining({ value: id }) }),
  );
});
