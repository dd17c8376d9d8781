import { describe, expect, test } from 'vitest';
import { instantOn } from '../../../src/core/time/instant.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day } from './written.js';

const copenhagen = zoneOf('Europe/Copenhagen');
const instant = (date: string, time: string): string | undefined => {
  const found = instantOn(day(date), time, copenhagen);
  return Number.isNaN(found) ? undefined : new Date(found).toISOString();
};

describe('the time behind a date', () => {
  test.each([
    ['T14:05', '2026-01-31T13:05:00.000Z', 'local to the zone'],
    [' 14:05', '2026-01-31T13:05:00.000Z', 'with a blank, as databases write it'],
    ['T14:05:09', '2026-01-31T13:05:09.000Z', 'seconds'],
    ['T14:05:09.5', '2026-01-31T13:05:09.500Z', 'a fraction'],
    ['T14:05:09,123456789', '2026-01-31T13:05:09.123Z', 'nanoseconds are cut'],
    ['T14:05Z', '2026-01-31T14:05:00.000Z', 'UTC'],
    ['t14:05z', '2026-01-31T14:05:00.000Z', 'small letters'],
    ['T14:05:00+01:00', '2026-01-31T13:05:00.000Z', 'an offset'],
    ['T14:05:00-0530', '2026-01-31T19:35:00.000Z', 'an offset without a colon'],
    ['T14:05:00 +02', '2026-01-31T12:05:00.000Z', 'an offset in hours'],
    ['T24:00', '2026-01-31T23:00:00.000Z', 'the end of the day'],
    ['T24:00:00.000', '2026-01-31T23:00:00.000Z', 'the end of the day with a fraction of nothing'],
    ['T23:59:60.5Z', '2026-02-01T00:00:00.500Z', 'within a leap second'],
    ['T14:05  ', '2026-01-31T13:05:00.000Z', 'blanks behind it'],
    ['T23:59:60Z', '2026-02-01T00:00:00.000Z', 'a leap second'],
  ])('%j is %s: %s', (time, expected) => {
    expect(instant('2026-01-31', time)).toBe(expected);
  });

  test.each([
    'T25:00',
    'T14:60',
    'T14:05:61',
    'T24:30',
    'T24:00:00.1',
    'T14:05.5',
    'T14:05:09.',
    'T14:05:09.1234567890',
    'T1a:05',
    'T14:05:0',
    '\u000014:05',
    'T14',
    '14:05',
    'T14:05+1',
    'T14:05+25:00',
    'T14:05 CET',
    '',
  ])('%j is no time', (time) => {
    expect(instant('2026-01-31', time)).toBeUndefined();
  });
});
