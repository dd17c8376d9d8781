import { expect, test } from 'vitest';
import { retryAfter } from '../../src/source/retry-after.js';

const now = Date.UTC(2026, 10, 22, 10);

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['Sunday, 22-Nov-26 10:01:00 GMT', 60_000],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['Someday GMT', undefined],
  ['', undefined],
  [null, undefined],
])('%j', (header, pause) => {
  expect(retryAfter(header, now)).toBe(pause);
});
