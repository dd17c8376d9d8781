import { expect, test } from 'vitest';
import { figureOf } from '../../../src/core/evaluate/figure.js';
import { parseFormula } from '../../../src/core/formula.js';

const figure = (formula: string, inputs: Record<string, number>) =>
  figureOf(parseFormula(formula), { inputs, reason: undefined, missingDays: 0 }, []);

test.each([
  ['0 divided by something is 0', 'a / b', { a: 0, b: 5 }, 0],
  ['two decimals meet as decimals', 'a - b', { a: 5.2, b: 5 }, 0.2],
  ['a negative zero is 0', 'a * b', { a: -1, b: 0 }, 0],
  ['a sum may be negative', 'a - b', { a: 1, b: 3 }, -2],
])('%s', (_, formula, inputs, value) => {
  expect(figure(formula, inputs)).toEqual({ status: 'ok', value, reason: undefined, inputs });
});

test.each([
  ['0', { a: 5, b: 0 }],
  ['0 by 0', { a: 0, b: 0 }],
  ['a negative number', { a: 5, b: -1 }],
])('dividing by %s gives no value', (_, inputs) => {
  expect(figure('a / b', inputs)).toEqual({
    status: 'undefined',
    value: undefined,
    reason: { code: 'zero-denominator' },
    inputs,
  });
});

test('a partial warning or a missing day makes the figure partial; other warnings do not', () => {
  const fed = { inputs: { a: 1 }, reason: undefined, missingDays: 0 };
  const formula = parseFormula('a');
  expect(figureOf(formula, fed, [{ code: 'refunds-unknown' }]).status).toBe('partial');
  expect(figureOf(formula, { ...fed, missingDays: 1 }, []).status).toBe('partial');
  expect(figureOf(formula, fed, [{ code: 'orders-as-conversions' }]).status).toBe('ok');
});
