import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { measures } from '../../src/core/catalog/measures.js';
import { fold, namesIn, parseFormula } from '../../src/core/formula.js';

const values: Readonly<Record<string, number>> = { a: 12, b: 3, c: 2 };
const work = (text: string): number =>
  fold<number>(
    parseFormula(text),
    (value) => value,
    (name) => values[name] ?? NaN,
    (operator, left, right) =>
      ({ '+': left + right, '-': left - right, '*': left * right, '/': left / right })[operator],
  );

describe('the formula language', () => {
  test.each([
    ['a', 12],
    ['1.25', 1.25],
    ['a - b - c', 7],
    ['a / b / c', 2],
    ['a + b * c', 18],
    ['(a + b) * c', 30],
    ['a - (b - c)', 11],
    ['a*b/c+1', 19],
    ['  ( a )  ', 12],
  ])('%s is %d', (text, value) => {
    expect(work(text)).toBe(value);
  });

  test('names stand in the order of their first use', () => {
    expect(namesIn(parseFormula('b + a * (b - c) / 2'))).toEqual(['b', 'a', 'c']);
  });

  test.each([
    ['', 0, 'the end', 'a number, a name or "("'],
    ['a +', 3, 'the end', 'a number, a name or "("'],
    ['a b', 2, 'b', 'an operator or the end'],
    ['a + * b', 4, '*', 'a number, a name or "("'],
    ['(a + b', 6, 'the end', '")"'],
    ['a + b)', 5, ')', 'an operator or the end'],
    ['a % b', 2, '%', 'an operator or the end'],
    ['-a', 0, '-', 'a number, a name or "("'],
    ['alert(1)', 5, '(', 'an operator or the end'],
    ['a + ä', 4, 'ä', 'a number, a name or "("'],
  ])('%j is wrong at character %d', (formula, position, found, expected) => {
    expect(() => parseFormula(formula)).toThrow(
      expect.objectContaining({ code: 'bad-formula', details: { formula, position, found, expected } }),
    );
  });
});

test('every formula of the catalogue can be read and names measures', () => {
  const formulas = [
    ...[...kpiCatalog.values()].flatMap(({ formula, fallbacks = [] }) => [
      formula,
      ...fallbacks.map((one) => one.formula),
    ]),
    ...[...measures.values()].flatMap(({ whenAbsent = [] }) => whenAbsent.map((one) => one.formula)),
  ];
  const unknown = formulas.flatMap((formula) => namesIn(parseFormula(formula))).filter((name) => !measures.has(name));
  expect(formulas.length).toBeGreaterThan(kpiCatalog.size);
  expect(unknown).toEqual([]);
});
