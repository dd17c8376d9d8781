import { describe, expect, test } from 'vitest';
import { addDays, dayFromIso, dayOf, isoOf, partsOf, requireDay, weekdayOf } from '../../../src/core/time/day.js';
import { day } from './written.js';

describe('days', () => {
  test.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2026-03-18', 20_530, 3],
    ['1582-10-15', -141_427, 5],
  ])('%s is day %d, and weekday %d from Sunday', (iso, number, weekday) => {
    expect(day(iso)).toBe(number);
    expect(isoOf(day(iso))).toBe(iso);
    expect(weekdayOf(day(iso))).toBe(weekday);
  });

  test('days beyond the end of a month run on', () => {
    expect(isoOf(dayOf(2027, 2, 29))).toBe('2027-03-01');
    expect(isoOf(dayOf(2026, 13, 1))).toBe('2027-01-01');
    expect(isoOf(addDays(day('2028-02-28'), 1))).toBe('2028-02-29');
    expect(partsOf(day('2028-02-29'))).toEqual({ year: 2028, month: 2, date: 29 });
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    'x',
  ])('%j is no date', (text) => {
    expect(dayFromIso(text)).toBeUndefined();
    expect(() => requireDay(text, 'period')).toThrow(
      expect.objectContaining({
        code: 'bad-date',
        details: expect.objectContaining({ option: 'period', value: text }),
      }),
    );
  });
});
