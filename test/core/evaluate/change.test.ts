import { expect, test } from 'vitest';
import { changeOf } from '../../../src/core/evaluate/change.js';

test.each([
  [120, 100, 'up', 20, 0.2, 'good'],
  [80, 100, 'up', -20, -0.2, 'bad'],
  [120, 100, 'down', 20, 0.2, 'bad'],
  [80, 100, 'down', -20, -0.2, 'good'],
  [120, 100, 'neutral', 20, 0.2, 'neutral'],
  [100, 100, 'up', 0, 0, 'neutral'],
  [5, 0, 'up', 5, undefined, 'good'],
  [5, -10, 'up', 15, undefined, 'good'],
  [5.2, 5, 'up', 0.2, 0.04, 'good'],
] as const)('%d after %d, better %s', (value, base, better, absolute, relative, direction) => {
  expect(changeOf(value, base, better)).toMatchObject({ change: { absolute, relative }, direction });
});

test.each([
  [undefined, 1],
  [1, undefined],
  [undefined, undefined],
])('%s after %s has no change', (value, base) => {
  expect(changeOf(value, base, 'up')).toMatchObject({ change: undefined, direction: 'neutral' });
});
