import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/core/time/calendar.js';
import { comparisonWindow } from '../../../src/core/time/comparison.js';
import { resolvePeriod } from '../../../src/core/time/period.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { asOf, day, written } from './written.js';

const zone = zoneOf('Europe/Copenhagen');
const usual: Calendar = { weekStart: 1, fiscalMonth: 1, fiscalDate: 1 };
const first = day('2025-02-03');

/** The days of a period, and of those that it is compared with. */
function days(name: string, current: string, calendar = usual, compare = 'previous-period'): [string, string] {
  const now = asOf(current, zone);
  const period = resolvePeriod(name, now, calendar, first);
  const compared = period.comparable ? written(comparisonWindow(compare, period, now, calendar, zone), zone) : '';
  return [written(period.window, zone), compared];
}

describe('on Wednesday 18 March 2026 at 10:00', () => {
  test.each([
    ['today', '2026-03-18/2026-03-18 at 10:00', '2026-03-17/2026-03-17 at 10:00'],
    ['yesterday', '2026-03-17/2026-03-17', '2026-03-16/2026-03-16'],
    ['last-1-days', '2026-03-17/2026-03-17', '2026-03-16/2026-03-16'],
    ['last-7-days', '2026-03-11/2026-03-17', '2026-03-04/2026-03-10'],
    ['last-28-days', '2026-02-18/2026-03-17', '2026-01-21/2026-02-17'],
    ['last-2-weeks', '2026-03-02/2026-03-15', '2026-02-16/2026-03-01'],
    ['last-12-months', '2025-03-01/2026-02-28', '2024-03-01/2025-02-28'],
    ['this-week', '2026-03-16/2026-03-18 of 2026-03-22 at 10:00', '2026-03-09/2026-03-11 at 10:00'],
    ['this-month', '2026-03-01/2026-03-18 of 2026-03-31 at 10:00', '2026-02-01/2026-02-18 at 10:00'],
    ['this-quarter', '2026-01-01/2026-03-18 of 2026-03-31 at 10:00', '2025-10-01/2025-12-16 at 10:00'],
    ['this-year', '2026-01-01/2026-03-18 of 2026-12-31 at 10:00', '2025-01-01/2025-03-18 at 10:00'],
    ['last-week', '2026-03-09/2026-03-15', '2026-03-02/2026-03-08'],
    ['last-month', '2026-02-01/2026-02-28', '2026-01-01/2026-01-31'],
    ['last-quarter', '2025-10-01/2025-12-31', '2025-07-01/2025-09-30'],
    ['last-year', '2025-01-01/2025-12-31', '2024-01-01/2024-12-31'],
    ['all', '2025-02-03/2026-03-18 at 10:00', ''],
    ['2026-03-10/2026-03-31', '2026-03-10/2026-03-18 of 2026-03-31 at 10:00', '2026-02-16/2026-02-24 at 10:00'],
    ['2026-03-01/2026-03-31', '2026-03-01/2026-03-18 of 2026-03-31 at 10:00', '2026-02-01/2026-02-18 at 10:00'],
    ['2026-04-01/2026-04-30', '2026-04-01/2026-04-30', '2026-03-01/2026-03-31'],
  ])('%s is %s against %s', (name, period, compared) => {
    expect(days(name, '2026-03-18T10:00')).toEqual([period, compared]);
  });
});

describe('with 18 March 2026 complete', () => {
  test.each([
    ['today', '2026-03-18/2026-03-18', '2026-03-17/2026-03-17'],
    ['yesterday', '2026-03-17/2026-03-17', '2026-03-16/2026-03-16'],
    ['last-28-days', '2026-02-19/2026-03-18', '2026-01-22/2026-02-18'],
    ['last-1-weeks', '2026-03-09/2026-03-15', '2026-03-02/2026-03-08'],
    ['this-week', '2026-03-16/2026-03-18 of 2026-03-22', '2026-03-09/2026-03-11'],
    ['this-month', '2026-03-01/2026-03-18 of 2026-03-31', '2026-02-01/2026-02-18'],
    ['all', '2025-02-03/2026-03-18', ''],
  ])('%s is %s against %s', (name, period, compared) => {
    expect(days(name, '2026-03-18')).toEqual([period, compared]);
  });
});

describe('intervals', () => {
  test.each([
    ['2026-02-01/2026-02-28', '2026-01-01/2026-01-31', 'a month against the month before'],
    ['2028-02-01/2028-02-29', '2028-01-01/2028-01-31', 'February of a leap year'],
    ['2028-02-01/2028-02-28', '2028-01-04/2028-01-31', 'not the whole of it: as many days'],
    ['2026-01-01/2026-02-28', '2025-11-01/2025-12-31', 'two months against two months'],
    ['2026-04-01/2026-06-30', '2026-01-01/2026-03-31', 'a quarter'],
    ['2025-01-01/2025-12-31', '2024-01-01/2024-12-31', 'a year'],
    ['2026-01-05/2026-01-11', '2025-12-29/2026-01-04', 'a week, by its days'],
    ['2028-02-29/2028-02-29', '2028-02-28/2028-02-28', 'one day'],
    ['2026-03-29/2026-03-29', '2026-03-28/2026-03-28', 'the day of 23 hours'],
  ])('%s against %s: %s', (name, compared) => {
    expect(days(name, '2028-06-30')).toEqual([name, compared]);
  });

  test('an interval is compared with the interval asked, cut at the current moment', () => {
    expect(days('2026-03-02/2026-03-08', '2026-03-18T10:00', usual, '2025-03-03/2025-03-09')[1]).toBe(
      '2025-03-03/2025-03-09',
    );
    expect(days('2026-03-02/2026-03-08', '2026-03-18T10:00', usual, '2026-03-16/2026-03-22')[1]).toBe(
      '2026-03-16/2026-03-18 of 2026-03-22 at 10:00',
    );
  });
});

describe('the year before', () => {
  const year = 'previous-year';
  const weekday = 'previous-year-weekday';
  test.each([
    // A few days, months and years, all of them over.
    ['2026-03-10/2026-03-20', year, '2025-03-10/2025-03-20', 'the same dates'],
    ['2026-02-01/2026-02-28', year, '2025-02-01/2025-02-28', 'a month is a month'],
    ['2028-02-01/2028-02-29', year, '2027-02-01/2027-02-28', 'February of a leap year against one of 28 days'],
    ['2029-02-01/2029-02-28', year, '2028-02-01/2028-02-29', 'and the other way round'],
    ['2028-02-29/2028-02-29', year, '2027-02-28/2027-02-28', 'a 29 February'],
    ['2028-02-20/2028-03-10', year, '2027-02-20/2027-03-11', 'begun within a month: as many days'],
    ['2028-01-01/2028-03-10', year, '2027-01-01/2027-03-10', 'begun on the first: the same dates'],
    ['2028-01-01/2028-02-29', year, '2027-01-01/2027-02-28', 'two months'],
    ['2028-01-01/2028-12-31', year, '2027-01-01/2027-12-31', 'a year of 366 days'],
    ['2026-01-05/2026-01-11', year, '2025-01-05/2025-01-11', 'a week as written is days'],
    ['2026-03-10/2026-03-20', weekday, '2025-03-11/2025-03-21', 'the same weekdays'],
    ['2028-02-01/2028-02-29', weekday, '2027-02-02/2027-03-02', 'a month keeps its weekdays, not its dates'],
    ['2027-01-01/2027-01-03', weekday, '2026-01-02/2026-01-04', 'after an ISO year of 53 weeks'],
  ])('of %s by %s is %s: %s', (name, compare, compared) => {
    expect(days(name, '2030-06-30', usual, compare)).toEqual([name, compared]);
  });

  test.each([
    ['last-week', '2026-03-18', year, '2025-03-10/2025-03-16', 'weeks are compared with weeks'],
    ['last-2-weeks', '2026-03-18', year, '2025-03-03/2025-03-16', 'also several'],
    ['last-28-days', '2026-03-18T10:00', year, '2025-02-18/2025-03-17', 'the same dates'],
    ['last-28-days', '2026-03-18T10:00', weekday, '2025-02-19/2025-03-18', 'or the same weekdays'],
    ['last-28-days', '2028-03-01', year, '2027-02-03/2027-03-02', '28 days remain 28 over a 29 February'],
    ['last-month', '2026-03-18', year, '2025-02-01/2025-02-28', 'a month'],
    ['last-quarter', '2028-04-18', year, '2027-01-01/2027-03-31', 'a quarter of 91 days'],
    ['this-month', '2026-03-18T10:00', year, '2025-03-01/2025-03-18 at 10:00', 'up to the same date and time'],
    ['this-year', '2028-03-01', year, '2027-01-01/2027-03-01', '61 days meet 60'],
    ['this-year', '2028-02-29T10:00', year, '2027-01-01/2027-02-28', 'a 29 February in progress meets all of the 28th'],
    ['this-month', '2028-02-29', year, '2027-02-01/2027-02-28', 'a month that is over'],
    ['this-month', '2026-03-18T10:00', weekday, '2025-03-02/2025-03-19 at 10:00', '364 days earlier'],
    ['this-week', '2026-03-18T10:00', year, '2025-03-17/2025-03-19 at 10:00', 'the elapsed part of the week'],
    ['today', '2028-02-29T10:00', year, '2027-02-28/2027-02-28 at 10:00', 'today, a 29 February'],
    ['today', '2026-03-18T10:00', weekday, '2025-03-19/2025-03-19 at 10:00', 'today, a Wednesday'],
    ['2026-03-10/2026-03-31', '2026-03-18T10:00', year, '2025-03-10/2025-03-18 at 10:00', 'an interval in progress'],
    ['2028-02-20/2028-03-31', '2028-03-05', year, '2027-02-20/2027-03-06', 'as many days of it'],
  ])('of %s at %s by %s is %s: %s', (name, current, compare, compared) => {
    expect(days(name, current, usual, compare)[1]).toBe(compared);
  });

  test('a fiscal year and its quarters keep their own borders', () => {
    const british: Calendar = { ...usual, fiscalMonth: 4, fiscalDate: 6 };
    expect(days('last-year', '2026-04-06', british, year)[1]).toBe('2024-04-06/2025-04-05');
    expect(days('this-quarter', '2026-05-06T08:00', british, year)[1]).toBe('2025-04-06/2025-05-06 at 08:00');
  });
});

describe('the elapsed part', () => {
  test.each([
    ['this-month', '2026-03-31T09:00', '2026-02-01/2026-02-28', '31 March against all of February'],
    ['this-month', '2026-03-28T09:00', '2026-02-01/2026-02-28 at 09:00', '28 March against 28 February at nine'],
    ['this-month', '2028-03-30T09:00', '2028-02-01/2028-02-29', '30 March against all of a leap February'],
    ['this-month', '2026-03-31', '2026-02-01/2026-02-28', 'the complete month is whole'],
    ['this-quarter', '2026-06-30T12:00', '2026-01-01/2026-03-31', 'day 91 of a quarter against one of 90 days'],
    ['this-year', '2028-12-31T12:00', '2027-01-01/2027-12-31', 'day 366 against a year of 365'],
    ['today', '2026-03-29T02:00', '2026-03-28/2026-03-28 at 03:00', 'a skipped time of day is its next one'],
    ['today', '2026-03-30T02:30', '2026-03-29/2026-03-29 at 03:00', 'and so it is on the day compared with'],
    ['today', '2026-10-26T02:30', '2026-10-25/2026-10-25 at 02:30', 'of a doubled time of day the first'],
  ])('%s at %s meets %s: %s', (name, current, compared) => {
    expect(days(name, current)[1]).toBe(compared);
  });
});

describe('how a shop counts its weeks and years', () => {
  const sunday: Calendar = { ...usual, weekStart: 0 };
  const july: Calendar = { ...usual, fiscalMonth: 7, fiscalDate: 1 };
  const british: Calendar = { ...usual, fiscalMonth: 4, fiscalDate: 6 };
  test.each([
    ['this-week', '2026-03-18', sunday, '2026-03-15/2026-03-18 of 2026-03-21', '2026-03-08/2026-03-11'],
    ['last-week', '2026-03-15', sunday, '2026-03-08/2026-03-14', '2026-03-01/2026-03-07'],
    ['last-week', '2026-03-15', usual, '2026-03-02/2026-03-08', '2026-02-23/2026-03-01'],
    ['this-year', '2026-03-18', july, '2025-07-01/2026-03-18 of 2026-06-30', '2024-07-01/2025-03-18'],
    ['last-year', '2026-03-18', july, '2024-07-01/2025-06-30', '2023-07-01/2024-06-30'],
    ['last-quarter', '2026-08-02', july, '2026-04-01/2026-06-30', '2026-01-01/2026-03-31'],
    ['last-year', '2026-04-05', british, '2024-04-06/2025-04-05', '2023-04-06/2024-04-05'],
    ['last-year', '2026-04-06', british, '2025-04-06/2026-04-05', '2024-04-06/2025-04-05'],
    ['last-quarter', '2026-04-06', british, '2026-01-06/2026-04-05', '2025-10-06/2026-01-05'],
    ['last-month', '2026-04-06', british, '2026-03-01/2026-03-31', '2026-02-01/2026-02-28'],
    ['2025-07-01/2026-06-30', '2026-07-31', july, '2025-07-01/2026-06-30', '2024-07-01/2025-06-30'],
    ['2025-04-06/2026-04-05', '2026-07-31', british, '2025-04-06/2026-04-05', '2024-04-06/2025-04-05'],
  ])('%s on %s', (name, current, calendar, period, compared) => {
    expect(days(name, current, calendar)).toEqual([period, compared]);
  });
});

describe('what is no period', () => {
  test.each(['', 'last-0-days', 'last-28', 'next-week', 'last-5-quarters', 'LAST-WEEK', 'this-day', 'last--1-days'])(
    '%j is none',
    (name) => {
      expect(() => days(name, '2026-03-18')).toThrow(
        expect.objectContaining({
          code: 'bad-period',
          details: expect.objectContaining({ option: 'period', value: name }),
        }),
      );
    },
  );

  test('dates that do not exist, and ends before their start', () => {
    expect(() => days('2026-02-30/2026-03-01', '2026-03-18')).toThrow(expect.objectContaining({ code: 'bad-date' }));
    expect(() => days('2026-03-02/2026-03-01', '2026-03-18')).toThrow(expect.objectContaining({ code: 'bad-period' }));
    expect(() => days('2026-03-01/2026-03-02/2026-03-03', '2026-03-18')).toThrow(
      expect.objectContaining({ code: 'bad-period' }),
    );
  });

  test('an interval to compare with that is none says so of compare', () => {
    expect(() => days('last-week', '2026-03-18', usual, '2026-03-02/2026-03-01')).toThrow(
      expect.objectContaining({ code: 'bad-period', details: expect.objectContaining({ option: 'compare' }) }),
    );
  });
});
