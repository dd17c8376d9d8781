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
  [500, 5, 'up', 495, 99, 'good'],
  // Less than a hundredth of the value.
  [501, 5, 'up', 496, undefined, 'good'],
] as const)('%d after %d, better %s', (value, base, better, absolute, relative, direction) => {
  expect(changeOf(value, base, { direction: better, unit: 'currency' })).toMatchObject({
    change: { absolute, relative },
    direction,
  });
});

test.each([
  [undefined, 1],
  [1, undefined],
  [undefined, undefined],
])('%s after %s has no change', (value, base) => {
  expect(changeOf(value, base, { direction: 'up', unit: 'count' })).toMatchObject({
    change: undefined,
    direction: 'neutral',
  });
});

test('of fewer than ten of what is counted there is no percentage', () => {
  const counted = { direction: 'up', unit: 'count' } as const;
  expect(changeOf(3, 2, counted).change).toEqual({ absolute: 1, relative: undefined });
  expect(changeOf(3, 9, counted).change).toEqual({ absolute: -6, relative: undefined });
  expect(changeOf(3, 10, counted).change).toEqual({ absolute: -7, relative: -0.7 });
});
