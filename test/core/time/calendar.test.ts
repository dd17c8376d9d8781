import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { DayGrain } from '../../../src/core/time/calendar.js';
import { shiftStart, startOf } from '../../../src/core/time/calendar.js';
import type { Day } from '../../../src/core/time/day.js';
import { addDays, isoOf } from '../../../src/core/time/day.js';
import { day } from './written.js';

describe('the unit that holds a day', () => {
  test.each([
    ['day', '2026-03-18', '2026-03-18'],
    ['week', '2026-03-16', '2026-03-16'],
    ['week', '2026-03-22', '2026-03-16'],
    ['week', '1969-12-31', '1969-12-29'],
    ['month', '2028-02-29', '2028-02-01'],
    ['quarter', '2026-03-31', '2026-01-01'],
    ['quarter', '2026-12-31', '2026-10-01'],
    ['year', '2026-12-31', '2026-01-01'],
  ] as const)('the %s of %s begins on %s', (grain, iso, start) => {
    expect(isoOf(startOf(grain, day(iso), { weekStart: 1, fiscalMonth: 1, fiscalDate: 1 }))).toBe(start);
  });
});

test('every day lies in its unit, and a unit ends where the next begins', () => {
  const calendars = fc.record({
    weekStart: fc.integer({ min: 0, max: 6 }),
    fiscalMonth: fc.integer({ min: 1, max: 12 }),
    fiscalDate: fc.integer({ min: 1, max: 28 }),
  });
  const grains = fc.constantFrom<DayGrain>('day', 'week', 'month', 'quarter', 'year');
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), grains, calendars, (number, grain, calendar) => {
      const at = number as Day;
      const start = startOf(grain, at, calendar);
      const next = shiftStart(grain, start, 1);
      expect(start).toBeLessThanOrEqual(at);
      expect(next).toBeGreaterThan(at);
      expect(startOf(grain, addDays(next, -1), calendar)).toBe(start);
      expect(startOf(grain, next, calendar)).toBe(next);
      expect(shiftStart(grain, next, -1)).toBe(start);
    }),
    { numRuns: 1000 },
  );
});
