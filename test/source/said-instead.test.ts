import { expect, test } from 'vitest';
import { saidInstead } from '../../src/source/said-instead.js';

const said = (value: unknown) => {
  const error = saidInstead(value, new URL('https://shop.example/load?shop=7'));
  return error && [error.code, error.details['reason'] ?? error.details['retryAfter']];
};

test.each<[unknown, unknown]>([
  [{ error: 'Continue wait' }, ['busy', '1']],
  [{ error: 'continue wait', stage: 'Waiting in queue' }, ['busy', '1']],
  [{ error: 'Orders.foo not found' }, ['bad-answer', 'Orders.foo not found']],
  [{ error: { message: 'Invalid token', type: 'OAuthException' } }, ['bad-answer', 'Invalid token']],
  [{ error: { code: 7 } }, ['bad-answer', 'it does not say which']],
  [{ data: null, errors: [{ message: 'Throttled', path: ['orders'] }, { message: 'b' }] }, ['bad-answer', 'Throttled']],
  [{ data: { orders: [] }, errors: [{ message: 'A part failed' }] }, ['bad-answer', 'A part failed']],
  [{ error: 'x'.repeat(1000) }, ['bad-answer', 'x'.repeat(200)]],
])('%j is no data', (value, expected) => {
  expect(said(value)).toEqual(expected);
});

test.each<[unknown]>([
  [{ data: [] }],
  [{ data: [], error: null, errors: [] }],
  [{ data: [], error: false, errors: 0 }],
  [[{ error: 'a column of this name' }]],
  ['Continue wait'],
  [null],
])('%j is', (value) => {
  expect(said(value)).toBeUndefined();
});
