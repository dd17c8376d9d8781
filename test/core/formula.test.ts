import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { measures } from '../../src/core/catalog/measures.js';
import { bindFormula } from '../../src/core/bind-formula.js';
import { writeFormula } from '../../src/core/formula-text.js';
import { termOf } from '../../src/core/term.js';
import { fold, isSum, namesIn, parseFormula } from '../../src/core/formula.js';

const values: Readonly<Record<string, number>> = { a: 12, b: 3, c: 2 };
const work = (text: string, inputs = values): number =>
  fold<number>(
    parseFormula(text),
    (value) => value,
    (name) => inputs[name] ?? NaN,
    (operator, left, right) =>
      ({
        '+': left + right,
        '-': left - right,
        '*': left * right,
        '/': left / right,
        min: Math.min(left, right),
        max: Math.max(left, right),
      })[operator],
    28,
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
    ['min(a, b, c)', 2],
    ['max(b, a - 10) + min(c)', 5],
    ['max( min(a, b), c * c )', 4],
    ['a / days()', 12 / 28],
    ['min - minimum', NaN],
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
    ['min(a, )', 7, ')', 'a number, a name or "("'],
    ['max(a b)', 6, 'b', '")"'],
    ['days(a)', 5, 'a', '")"'],
    ['kpi()', 4, ')', 'an id'],
    ['a + ä', 4, 'ä', 'a number, a name or "("'],
  ])('%j is wrong at character %d', (formula, position, found, expected) => {
    expect(() => parseFormula(formula)).toThrow(
      expect.objectContaining({ code: 'bad-formula', details: { formula, position, found, expected } }),
    );
  });
});

describe('what a formula refers to', () => {
  const formulas: Readonly<Record<string, string>> = {
    margin: '1 - kpi(cost-share)',
    'cost-share': 'cost / revenue * param(factor)',
    ring: 'kpi(round) + 1',
    round: '2 * kpi(ring)',
  };
  const references = {
    formulaOf: (id: string) => formulas[id],
    parameter: (id: string) => (id === 'factor' ? 2 : undefined),
  };
  const bind = (text: string) => bindFormula(parseFormula(text), references);

  test('is put in, through other KPIs', () => {
    expect(bind('kpi(margin) * days()')).toEqual(parseFormula('(1 - cost / revenue * 2) * days()'));
    expect(namesIn(bind('kpi(margin)'))).toEqual(['cost', 'revenue']);
  });

  test('is refused where it leads back to itself', () => {
    expect(() => bind('kpi(ring)')).toThrow('kpi(ring) refers to itself: ring → round → ring.');
  });

  test('is refused where there is no such thing', () => {
    expect(() => bind('kpi(gross)')).toThrow('kpi(gross): there is no "gross".');
    expect(() => bind('param(size)')).toThrow('param(size): there is no "size".');
  });

  test('cannot be worked out before it is put in', () => {
    expect(() => work('kpi(margin)')).toThrow('kpi(margin) is not known here.');
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

describe('a sum', () => {
  test.each(['a', '0', 'a - b - 0', '2 * a - b / 4', '(a + b) * 3'])('%s is one', (text) => {
    expect(isSum(parseFormula(text))).toBe(true);
  });

  test.each(['1', 'a + 1', 'a * b', 'a / b', '1 / a', 'min(a, b)', 'days()', 'a / days()'])('%s is none', (text) => {
    expect(isSum(parseFormula(text))).toBe(false);
  });

  test('over all days is the sum of its days', () => {
    const leaf = fc.constantFrom('a', 'b', 'c', '0', '2', '8');
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie('text'), fc.constantFrom('+', '-', '*', '/'), tie('text'))
          .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      ),
    }));
    const figure = fc.integer({ min: -1000, max: 1000 });
    const days = fc.array(fc.record({ a: figure, b: figure, c: figure }), { minLength: 1, maxLength: 5 });
    const added = (inputs: readonly { a: number; b: number; c: number }[]) =>
      inputs.reduce((sum, { a, b, c }) => ({ a: sum.a + a, b: sum.b + b, c: sum.c + c }), { a: 0, b: 0, c: 0 });
    let sums = 0;
    fc.assert(
      fc.property(text, days, (formula, inputs) => {
        if (!isSum(parseFormula(formula)) || formula.includes('/ 0')) return;
        sums++;
        const daily = inputs.map((day) => work(formula, day)).reduce((sum, value) => sum + value, 0);
        expect(work(formula, added(inputs))).toBeCloseTo(daily, 6);
      }),
    );
    expect(sums).toBeGreaterThan(10);
  });
});

describe('what a formula is read within', () => {
  const references = {
    formulaOf: (id: string) => (id === 'rate' ? 'orders / sessions' : undefined),
    parameter: (id: string) => (id === 'years' ? '1 / max(trailing(orders, 365), 2)' : id === 'days' ? 30 : undefined),
  };
  const bound = (text: string) => writeFormula(bindFormula(parseFormula(text), references));

  test('goes to its names', () => {
    expect(bound("where(kpi(rate) - 1, device = 'mobile', channel != 'email')")).toBe(
      "where(orders, device = 'mobile', channel != 'email') / where(sessions, device = 'mobile', channel != 'email') - 1",
    );
    expect(bound('trailing(orders / days(), 7 * 4)')).toBe('trailing(orders, 28) / 28');
    expect(bound('orders / total(orders)')).toBe('orders / total(orders)');
    expect(bound("trailing(where(orders, device = 'mobile'), param(days))")).toBe(
      "trailing(where(orders, device = 'mobile'), 30)",
    );
  });

  test('a parameter may follow from the data', () => {
    expect(bound('param(years)')).toBe('1 / max(trailing(orders, 365), 2)');
  });

  test('is read out of the name again', () => {
    expect(termOf('orders')).toEqual({ measure: 'orders', scopes: [], days: undefined });
    const term = termOf("trailing(where(orders, device = 'mobile'), 30)");
    expect([term.measure, term.days, term.scopes.map(({ kind }) => kind)]).toEqual([
      ...['orders', 30],
      ['trailing', 'where'],
    ]);
  });

  test.each([
    ['trailing(orders)', 'found ) at character 16. Expected ","'],
    ["where(orders, 'mobile')", "found ' at character 15. Expected a dimension"],
    ['where(orders, device = mobile)', "found m at character 24. Expected a value in single quotes, such as 'email'"],
    ['where(orders, device < 1)', 'found < at character 22. Expected "=" or "!="'],
  ])('%s is refused', (text, problem) => {
    expect(() => parseFormula(text)).toThrow(problem);
  });

  test('a number of days is none that the data tell', () => {
    expect(() => bound('trailing(orders, sessions)')).toThrow('expected a number of days, found sessions');
  });
});
