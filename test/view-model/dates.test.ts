import { describe, expect, it } from 'vitest';
import type { Grain } from '../../src/core/time/calendar.js';
import type { Language } from '../../src/locale/languages.js';
import {
  besideText,
  daysIn,
  needsYear,
  pointLabel,
  rangeText,
  tickText,
  windowText,
} from '../../src/view-model/dates.js';
import { momentText } from '../../src/view-model/moment-text.js';
import { spaced, wordsIn } from './languages.js';
import { windowOf } from './results.js';

/** Engines differ in the spaces around the dash, and in the comma after a weekday. */
const dashed = (text: string): string => spaced(text).replace(/ ?– ?/g, '–').replace('day,', 'day');
const british = () => wordsIn('en', 'en-GB');

describe('a range', () => {
  it.each<[Language, string, string, string]>([
    ['da', '2025-10-24', '2025-11-20', '24. okt.–20. nov. 2025'],
    ['sv', '2025-10-24', '2025-11-20', '24 okt.–20 nov. 2025'],
    ['nb', '2025-10-24', '2025-11-20', '24. okt.–20. nov. 2025'],
    ['pl', '2025-10-24', '2025-11-20', '24 paź–20 lis 2025'],
    ['zh-Hant', '2025-10-24', '2025-11-20', '2025/10/24至2025/11/20'],
    ['en', '2025-10-24', '2025-10-30', '24–30 Oct 2025'],
    ['en', '2024-12-20', '2025-01-16', '20 Dec 2024–16 Jan 2025'],
    ['en', '2025-11-20', '2025-11-20', '20 Nov 2025'],
    ['en', '2025-11-01', '2025-11-30', 'November 2025'],
    ['pl', '2025-11-01', '2025-11-30', 'listopad 2025'],
    ['en', '2024-02-01', '2024-02-29', 'February 2024'],
    ['en', '2025-02-01', '2025-02-27', '1–27 Feb 2025'],
    ['en', '2025-07-01', '2025-09-30', 'Q3 2025'],
    ['da', '2025-07-01', '2025-09-30', '3. kvartal 2025'],
    ['zh-Hant', '2025-10-01', '2025-12-31', '2025 年第 4 季'],
    ['en', '2025-08-01', '2025-10-31', 'Aug–Oct 2025'],
    ['en', '2024-12-01', '2025-11-30', 'Dec 2024–Nov 2025'],
    ['en', '2024-07-01', '2025-06-30', 'Jul 2024–Jun 2025'],
    ['en', '2025-01-01', '2025-12-31', '2025'],
    ['zh-Hant', '2025-01-01', '2025-12-31', '2025年'],
  ])('in %s from %s to %s is %s', async (language, start, end, text) => {
    const words = language === 'en' ? await british() : await wordsIn(language);
    expect(dashed(rangeText({ start, end }, words))).toBe(text);
  });

  it.each([
    ['2025-09-26', '2025-10-23', '26 Sept–23 Oct'],
    ['2024-10-24', '2024-11-20', '24 Oct–20 Nov 2024'],
    ['2025-10-01', '2025-10-31', 'October 2025'],
  ])('beside another one of 2025, %s to %s is %s', async (start, end, text) => {
    const shown = { start: '2025-10-24', end: '2025-11-20' };
    expect(dashed(besideText({ start, end }, shown, await british()))).toBe(text);
  });

  it.each([
    ['2025-10-26', '2025-10-26', 1],
    ['2025-10-25', '2025-10-27', 3],
    ['2024-02-01', '2024-03-01', 30],
  ])('%s to %s is %i days, whatever the clocks do', (start, end, days) => {
    expect(daysIn({ start, end })).toBe(days);
  });
});

describe('a window', () => {
  it('says that it is still running, and until when', async () => {
    const [en, da] = [await british(), await wordsIn('da')];
    const running = (until?: string) => windowOf('2026-03-01', '2026-03-18', { complete: false, until });
    expect(dashed(windowText(running(), en))).toBe('1–18 Mar 2026, so far');
    expect(dashed(windowText(running('09:05'), en))).toBe('1–18 Mar 2026, until 9:05');
    expect(dashed(windowText(running('10:00'), da))).toBe('1.–18. mar. 2026, indtil kl. 10.00');
    expect(dashed(windowText(windowOf('2026-03-01', '2026-03-18'), en))).toBe('1–18 Mar 2026');
  });
});

describe('the current moment', () => {
  it.each([
    ['2026-10-26', '26 Oct 2026'],
    ['2026-10-26T13:20:00Z', '26 Oct 2026, 14:20'],
    ['2026-10-26T08:20-05:00', '26 Oct 2026, 14:20'],
    ['2026-10-26T14:20', '26 Oct 2026, 14:20'],
    ['2026-10-26T14:20:30', '26 Oct 2026, 14:20'],
  ])('%s is %s in Copenhagen, wherever it is read', async (iso, text) => {
    expect(spaced(momentText(iso, 'Europe/Copenhagen', await british()))).toBe(text);
  });
});

describe('a point', () => {
  it.each<[Grain, string, string, string, string, string]>([
    ['day', '2025-11-20', '2025-11-20', 'Thursday 20 November 2025', '20 Nov', '20 Nov 2025'],
    ['week', '2025-11-17', '2025-11-23', 'Week 47, 17–23 Nov 2025', '17 Nov', '17 Nov 2025'],
    ['week', '2025-12-29', '2026-01-04', 'Week 1, 29 Dec 2025–4 Jan 2026', '29 Dec', '29 Dec 2025'],
    ['week', '2020-12-28', '2021-01-03', 'Week 53, 28 Dec 2020–3 Jan 2021', '28 Dec', '28 Dec 2020'],
    ['week', '2025-11-20', '2025-11-23', 'Week 47, 20–23 Nov 2025', '20 Nov', '20 Nov 2025'],
    ['week', '2025-11-16', '2025-11-22', '16–22 Nov 2025', '16 Nov', '16 Nov 2025'],
    ['month', '2025-11-01', '2025-11-30', 'November 2025', 'Nov', 'Nov 2025'],
    ['month', '2025-11-10', '2025-11-30', '10–30 Nov 2025', 'Nov', 'Nov 2025'],
    ['quarter', '2025-10-01', '2025-12-31', 'Q4 2025', 'Q4 2025', 'Q4 2025'],
    ['year', '2025-01-01', '2025-12-31', '2025', '2025', '2025'],
    ['year', '2024-07-01', '2025-06-30', 'FY 2025 (Jul 2024–Jun 2025)', 'FY 2025', 'FY 2025'],
    ['year', '2025-04-06', '2026-04-05', 'FY 2026 (6 Apr 2025–5 Apr 2026)', 'FY 2026', 'FY 2026'],
    ['year', '2024-03-01', '2025-02-28', 'FY 2025 (Mar 2024–Feb 2025)', 'FY 2025', 'FY 2025'],
    ['year', '2025-04-01', '2025-12-31', 'Apr–Dec 2025', 'Apr–Dec 2025', 'Apr–Dec 2025'],
    ['hour', '2026-03-18T14:00', '2026-03-18T14:59', 'Wednesday 18 March 2026, 14:00–14:59', '14:00', '14:00'],
    ['hour', '2026-03-18T00:00', '2026-03-18T00:59', 'Wednesday 18 March 2026, 00:00–00:59', '18 Mar', '18 Mar'],
  ])('of a %s from %s to %s is %s', async (grain, start, end, label, tick, tickOfYears) => {
    const words = await british();
    const point = { start, end };
    expect(dashed(pointLabel(point, grain, words))).toBe(label);
    expect(dashed(tickText(point, grain, words, false))).toBe(tick);
    expect(dashed(tickText(point, grain, words, true))).toBe(tickOfYears);
  });

  it('of an hour that is there twice has its offset', async () => {
    const at = (offset: string) => ({ start: `2026-10-25T02:00${offset}`, end: `2026-10-25T02:59${offset}` });
    const label = async (offset: string, language?: Language) =>
      dashed(pointLabel(at(offset), 'hour', language ? await wordsIn(language) : await british()));
    expect(await label('+02:00')).toBe('Sunday 25 October 2026, 02:00–02:59 (UTC+02:00)');
    expect(await label('-05:00')).toBe('Sunday 25 October 2026, 02:00–02:59 (UTC−05:00)');
    expect(await label('+01:00', 'pl')).toBe('niedziela, 25 października 2026, 02:00–02:59 (UTC+01:00)');
  });

  it.each<[Grain, string, string, boolean]>([
    ['hour', '2026-03-18T00:00', '2026-03-19T23:59', false],
    ['day', '2025-12-20', '2026-01-16', false],
    ['week', '2025-01-06', '2025-12-28', false],
    ['week', '2025-01-06', '2026-03-01', true],
    ['month', '2025-01-01', '2025-12-31', false],
    ['month', '2025-12-01', '2026-01-31', true],
  ])('of a %s on an axis from %s to %s: with its year, %s', (grain, start, end, needed) => {
    expect(needsYear({ start, end }, grain)).toBe(needed);
  });
});
