import { expect, test } from 'vitest';
import { nearest } from '../../src/core/nearest.js';

const names = [
  'kpi',
  'period',
  'compare',
  'by',
  'weekStart',
  'net-sales',
  'average-order-value',
  'sessionsWithCheckout',
];

test.each<[name: string, expected: string | undefined, why: string]>([
  ['Week-Start', 'weekStart', 'case and punctuation'],
  ['netsales', 'net-sales', 'punctuation left out'],
  ['comapre', 'compare', 'two letters swapped'],
  ['compar', 'compare', 'one left out'],
  ['periods', 'period', 'one too many'],
  ['wekstrat', 'weekStart', 'one left out and two swapped'],
  ['checkout', 'sessionsWithCheckout', 'a part of it'],
  ['order-value', 'average-order-value', 'a part of it'],
  ['xy', undefined, 'every letter of a short name would be wrong'],
  ['revenue', undefined, 'nothing like it'],
  ['', undefined, 'nothing at all'],
])('%s: %s, %s', (name, expected) => {
  expect(nearest(name, names)).toBe(expected);
});
