import { expect, test } from 'vitest';
import { targetResult } from '../../../src/core/evaluate/target-result.js';

test.each([
  [100, 110, 'up', 1.1, true],
  [100, 100, 'up', 1, true],
  [100, 90, 'up', 0.9, false],
  [100, 80, 'down', 1.25, true],
  [100, 125, 'down', 0.8, false],
  [100, 0, 'down', undefined, true],
  [0, 5, 'up', undefined, true],
  [-10, -5, 'up', undefined, true],
  [-10, 0, 'up', undefined, true],
  [100, -50, 'up', -0.5, false],
  [100, undefined, 'up', undefined, undefined],
] as const)('target %d, value %s, better %s: ratio %s, reached %s', (value, figure, better, ratio, reached) => {
  expect(targetResult(value, figure, better)).toEqual({ value, ratio, reached, pace: undefined });
});
