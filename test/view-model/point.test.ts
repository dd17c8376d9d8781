import { expect, it, vi } from 'vitest';
import type { KpiResult } from '../../src/core/evaluate/result.js';
import { cardView } from '../../src/view-model/card-view.js';
import { noted } from '../../src/view-model/point.js';
import { netSales } from './results.js';
import { spaced, wordsIn } from './languages.js';

it('makes no word of a point before it is read', async () => {
  const english = await wordsIn('en');
  const words = { ...english, number: vi.fn(english.number), date: vi.fn(english.date) };
  const long = { ...netSales, series: Array.from({ length: 400 }, () => netSales.series[0]!) };
  const asked = (result: KpiResult) => {
    words.number.mockClear();
    words.date.mockClear();
    cardView(result, words);
    return [words.number.mock.calls.length, words.date.mock.calls.length];
  };
  // Dates of periods are written once for all widgets.
  asked(netSales);
  expect(asked(long)).toEqual(asked(netSales));
  void cardView(long, words).lines[0]!.at(0)!.label;
  expect(words.date).toHaveBeenCalledOnce();
});

it('has all of its words when they are read', async () => {
  const [line] = cardView(netSales, await wordsIn('en')).lines;
  const { text, spoken, label, tick, note } = line!.at(0)!;
  expect([text, spoken, label, tick].map(spaced)).toEqual([
    'DKK 43,000',
    'DKK 43,000',
    'Friday, October 24, 2025',
    'Oct 24',
  ]);
  expect(note).toBeUndefined();
});

it('takes notes before its own and keeps its words', async () => {
  const words = await wordsIn('en');
  const window = { ...netSales.window!, complete: false };
  const series = [{ ...netSales.series[0]!, complete: false }];
  const point = cardView({ ...netSales, window, series }, words).lines[0]!.at(0)!;
  const own = point.note;
  expect(own).toBe(words.say('point.running'));
  const campaign = noted(point, ['Campaign', 'Price change']);
  expect(campaign.note).toBe(`Campaign · Price change · ${own}`);
  expect(noted({ ...campaign, note: undefined }, ['Campaign']).note).toBe('Campaign');
  expect([campaign.value, campaign.text, campaign.tick]).toEqual([43_000, point.text, point.tick]);
});
