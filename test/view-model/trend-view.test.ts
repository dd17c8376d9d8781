import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/core/evaluate/result.js';
import { trendView } from '../../src/view-model/trend-view.js';
import { wordsIn } from './languages.js';
import { conversion, netSales } from './results.js';

const words = await wordsIn('en');
const segment = (key: string, value: number | undefined): Segment => ({
  key,
  value,
  status: value === undefined ? 'missing' : 'ok',
  reason: value === undefined ? { code: 'no-data' } : undefined,
  inputs: {},
  comparisons: [],
  series: netSales.series.map((bucket) => ({ ...bucket, value })),
});

it('draws the period and its comparisons', () => {
  expect(trendView(netSales, words).lines.map((line) => line.role)).toEqual(['current', 'comparison']);
});

describe('broken down', () => {
  const result = {
    ...netSales,
    by: 'channel',
    segments: [
      segment('email', 2),
      segment('refunded', -4),
      segment('none', undefined),
      segment('direct', 9),
      segment('sms', 1),
    ],
  };

  it('names the rows that say nothing of the dimension', () => {
    const view = trendView({ ...result, segments: [segment('', 3)] }, words, {});
    expect(view.lines[0]?.label).toBe('Not stated');
  });

  it('draws the largest segments and says how many it leaves out', () => {
    const view = trendView(result, words, { segments: 3 });
    expect(view.lines.map(({ key, role }) => [key, role])).toEqual([
      ['direct', 'segment'],
      ['email', 'segment'],
      ['sms', 'segment'],
    ]);
    expect(view.notes.at(-1)).toBe('Shown: the 3 largest of 5.');
  });

  it('draws all where they are few, the unknown last', () => {
    const view = trendView(result, words);
    expect(view.lines.map((line) => line.key)).toEqual(['direct', 'email', 'sms', 'refunded', 'none']);
    expect(view.notes).toEqual(trendView(netSales, words).notes);
  });
});

it('keeps zero in sight for sums and counts, not for rates', () => {
  expect(trendView(netSales, words).fromZero).toBe(true);
  expect(trendView({ ...netSales, unit: 'count', formula: 'orders' }, words).fromZero).toBe(true);
  expect(trendView({ ...netSales, formula: 'orderRevenue / orders' }, words).fromZero).toBe(false);
  expect(trendView(conversion, words).fromZero).toBe(false);
});

it('words its axis in the unit of the KPI', () => {
  expect(trendView(netSales, words).tickText(40_000, 60_000)).toBe('40K');
  expect(trendView(conversion, words).tickText(0.035, 0.05)).toBe('3.5%');
});
