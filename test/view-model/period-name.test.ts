import { describe, expect, test } from 'vitest';
import { periodEnglish } from '../../src/locale/en/period.js';
import { comparisonName, periodName } from '../../src/view-model/period-name.js';
import { allLanguages, wordsIn } from './languages.js';

const en = (await wordsIn('en')).saying(periodEnglish);

test.each([
  ['today', 'Today'],
  ['last-1-days', 'Last 1 day'],
  ['last-28-days', 'Last 28 days'],
  ['last-12-weeks', 'Last 12 weeks'],
  ['last-quarter', 'Last quarter'],
  ['all', 'All data'],
  ['2026-01-01/2026-03-31', 'Q1 2026'],
  ['2026-01-05/2026-01-05', 'Jan 5, 2026'],
  // What does not exist is shown as the page wrote it: the widgets say what is wrong with it.
  ['last-fortnight', 'last-fortnight'],
  ['2026-02-30/2026-99-99', '2026-02-30/2026-99-99'],
  ['', ''],
])('%s is called %s', (period, name) => {
  expect(periodName(period, en)).toBe(name);
});

test.each([
  ['auto', 'Automatic'],
  ['none', 'None'],
  ['previous-period previous-year', 'Previous period and Previous year'],
  ['2025-03-01/2025-03-31', 'March 2025'],
  ['tomorrow', 'tomorrow'],
])('comparison %s is called %s', (compare, name) => {
  expect(comparisonName(compare, en)).toBe(name);
});

describe.each(allLanguages)('in %s', (language) => {
  test('weeks, months and days are counted in their own forms', async () => {
    const words = (await wordsIn(language)).saying(periodEnglish);
    const names = [1, 2, 12].flatMap((count) =>
      ['days', 'weeks', 'months'].map((unit) => periodName(`last-${count}-${unit}`, words)),
    );
    expect(new Set(names).size).toBe(9);
    for (const name of names) expect(name).toMatch(/\d/);
  });
});

test('Polish counts in its three forms', async () => {
  const pl = (await wordsIn('pl')).saying(periodEnglish);
  expect([1, 2, 12].map((count) => periodName(`last-${count}-weeks`, pl))).toEqual([
    'Ostatni 1 tydzień',
    'Ostatnie 2 tygodnie',
    'Ostatnie 12 tygodni',
  ]);
});
