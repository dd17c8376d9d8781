import { expect, it } from 'vitest';
import type { KpiResult, TargetResult } from '../../src/core/evaluate/result.js';
import { targetNote, targetView } from '../../src/view-model/target.js';
import { spaced, wordsIn } from './languages.js';
import { conversion, given, netSales, windowOf } from './results.js';

const words = await wordsIn('en');
const view = (target: Partial<TargetResult>, result: KpiResult = netSales) =>
  targetView(
    { ...result, target: { value: 1_528_980, ratio: 0.84, reached: false, pace: undefined, ...target } },
    words,
  );

it('is absent where there is none', () => {
  expect(targetView(conversion, words)).toBeUndefined();
});

it('is neither reached nor missed by what has no value', () => {
  expect(view({ ratio: undefined, reached: undefined }, { ...netSales, value: undefined })).toBeUndefined();
});

it('is withheld from a sum that lacks days, which is said in its place', () => {
  const target = { value: 28, ratio: undefined, reached: undefined, pace: undefined };
  const warnings = [{ code: 'missing-days', count: 21 }] as const;
  const partial: KpiResult = { ...netSales, target, warnings };
  expect(targetView(partial, words)).toBeUndefined();
  expect(targetNote(partial, words)).toBe('21 days of the period are not in the data.');
  expect(targetNote({ ...partial, target: undefined }, words)).toBeUndefined();
  expect(targetNote({ ...partial, value: undefined }, words)).toBeUndefined();
});

it.each([
  [0.84, false, '84% of target', 0.84],
  [0.929, false, '93% of target', 0.929],
  [0.999, false, '99% of target', 0.999],
  [1, true, '100% of target', 1],
  [1.29, true, '129% of target', 1],
  [0, false, '0% of target', 0],
  [-0.2, false, 'Target not reached', 0],
])('a share of %d is %s', (ratio, reached, text, share) => {
  expect(view({ ratio, reached })).toMatchObject({ text, share, reached });
});

it('names no share where less is better, or where there is none', () => {
  const cost: KpiResult = { ...netSales, better: 'down' };
  expect(view({ ratio: 1.1, reached: true }, cost)).toMatchObject({ text: 'Target reached', share: 1 });
  expect(view({ ratio: 0.9, reached: false }, cost)).toMatchObject({ text: 'Target not reached', share: 0.9 });
  expect(view({ ratio: undefined, reached: true }, cost)).toMatchObject({ text: 'Target reached', share: 1 });
});

it('is labelled in short by what one point must reach, else by the target itself', () => {
  // 1,528,980 over 28 days.
  expect(spaced(view({})!.label)).toBe('Target DKK 54.6K');
  expect(spaced(targetView(given, words)!.label)).toBe('Target €1,500');
});

it('asks of each point its share of a sum, and the whole of a rate', () => {
  expect(view({ value: 28_000 })!.level).toBeCloseTo(1000);
  expect(view({ value: 0.035 }, conversion)!.level).toBe(0.035);
  expect(targetView(given, words)!.level).toBeUndefined();
});

it('asks of a point of a running sum its share of the days to come too', () => {
  const window = windowOf('2025-11-01', '2025-11-11', { complete: false, until: '12:00' });
  expect(view({ value: 30_000, days: 30 }, { ...netSales, window })!.level).toBeCloseTo(1000);
});

it('asks nothing of an hour of a sum', () => {
  expect(view({ value: 1000, days: 1 }, { ...netSales, grain: 'hour' })!.level).toBeUndefined();
  expect(view({ value: 0.03, days: 1 }, { ...conversion, grain: 'hour' })!.level).toBe(0.03);
});

it('says where a running sum leads, in the same share', () => {
  expect(view({ pace: 1_590_140 })!.pace).toEqual({ text: 'on course for 104%', share: 1 });
  expect(view({ pace: 764_490 })!.pace).toEqual({ text: 'on course for 50%', share: 0.5 });
  expect(view({})!.pace).toBeUndefined();
});

it('does not praise what is to stay below and still adds up before its time', () => {
  const cost: KpiResult = { ...netSales, better: 'down' };
  // 300 of 1,000 after ten of thirty days leads to 900, 400 to 1,200.
  const at = (ratio: number, pace: number) => {
    const found = view({ value: 1000, ratio, reached: ratio >= 1, pace }, cost)!;
    return [spaced(found.text), spaced(found.pace!.text), found.reached];
  };
  expect(at(1000 / 300, 900)).toEqual(['Within target so far', 'on course for DKK 900', true]);
  expect(at(1000 / 400, 1200)).toEqual(['Within target so far', 'on course for DKK 1,200', false]);
  expect(at(1000 / 1100, 3300)).toEqual(['Target not reached', 'on course for DKK 3,300', false]);
});
