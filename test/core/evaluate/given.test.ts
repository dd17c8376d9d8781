import { expect, test } from 'vitest';
import { givenResult } from '../../../src/core/evaluate/given.js';

test('figures that a page gives are compared, and stand against their target', () => {
  const result = givenResult({ value: 80, previous: 100, unit: 'duration', direction: 'down', target: 100 });
  expect(result).toMatchObject({ status: 'ok', value: 80, better: 'down', kpi: '', window: undefined, series: [] });
  expect(result.comparisons).toHaveLength(1);
  expect(result.comparisons[0]).toMatchObject({
    value: 100,
    change: { absolute: -20, relative: -0.2 },
    direction: 'good',
  });
  expect(result.target).toEqual({ value: 100, ratio: 1.25, reached: true, pace: undefined });
});

test('nothing is made up where nothing is given', () => {
  expect(givenResult({ value: 1, unit: 'count' })).toMatchObject({
    comparisons: [],
    target: undefined,
    better: 'up',
    warnings: [],
  });
});
