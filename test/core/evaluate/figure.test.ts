import { expect, test } from 'vitest';
import { figureOf } from '../../../src/core/evaluate/figure.js';
import { parseFormula } from '../../../src/core/formula.js';

const figure = (formula: string, inputs: Record<string, number>) =>
  figureOf(parseFormula(formula), { inputs, reason: undefined, days: 28, missingDays: 0 }, []);

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
  const fed = { inputs: { a: 1 }, reason: undefined, days: 28, missingDays: 0 };
  const formula = parseFormula('a');
  expect(figureOf(formula, fed, [{ code: 'refunds-unknown' }]).status).toBe('partial');
  expect(figureOf(formula, { ...fed, missingDays: 1 }, []).status).toBe('partial');
  expect(figureOf(formula, fed, [{ code: 'orders-as-conversions' }]).status).toBe('ok');
});

test('days() are the days of the span that the data know', () => {
  expect(figure('a / days()', { a: 56 }).value).toBe(2);
});

test('bounds of a measure are given as those of the figure, where no other measure has a part in it', () => {
  const reason = { code: 'not-additive', measure: 'a', low: 2000, high: 3000 } as const;
  const fed = { inputs: {}, reason, days: 28, missingDays: 0 };
  expect(figureOf(parseFormula('a / 1000'), fed, []).reason).toEqual({ ...reason, low: 2, high: 3 });
  expect(figureOf(parseFormula('1 - a'), fed, []).reason).toEqual({ ...reason, low: -2999, high: -1999 });
  expect(figureOf(parseFormula('a / b'), fed, []).reason).toEqual({ code: 'not-additive', measure: 'a' });
});
