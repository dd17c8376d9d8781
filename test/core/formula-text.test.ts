import { expect, it } from 'vitest';
import { bindFormula } from '../../src/core/bind-formula.js';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { derivedParameters } from '../../src/core/catalog/parameters.js';
import type { Formula } from '../../src/core/formula.js';
import { fold, operations, parseFormula } from '../../src/core/formula.js';
import { writeFormula } from '../../src/core/formula-text.js';

it.each([
  ['a - b + c', 'a - b + c'],
  ['a - (b + c)', 'a - (b + c)'],
  ['(a + b) + c', 'a + b + c'],
  ['a / (b / c)', 'a / (b / c)'],
  ['(a / b) / c', 'a / b / c'],
  ['(a - b) * c', '(a - b) * c'],
  ['100 * (a - b) / c', '100 * (a - b) / c'],
  ['min(a, b) / days()', 'min(a, b) / days()'],
  ['a - 0 + (0 + b) - 0', 'a + b'],
])('%s is written %s', (text, written) => {
  expect(writeFormula(parseFormula(text))).toBe(written);
});

it('writes every formula of the catalogue so that it comes to the same when it is read back', () => {
  const references = {
    formulaOf: (id: string) => kpiCatalog.get(id)?.formula,
    parameter: (id: string) => derivedParameters[id] ?? 5,
  };
  const bound = (text: string) => bindFormula(parseFormula(text), references);
  /** With a number of its own for each name. */
  const worth = (formula: Formula): number =>
    fold<number>(
      formula,
      (value) => value,
      (name) => 1 + [...name].reduce((sum, letter, index) => (sum + letter.charCodeAt(0) * (index + 3)) % 97, 0),
      (operator, left, right) => operations[operator](left, right),
      7,
    );
  for (const { formula } of kpiCatalog.values())
    expect(worth(bound(writeFormula(bound(formula)))), formula).toBeCloseTo(worth(bound(formula)), 10);
});
