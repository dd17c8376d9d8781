import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindFormula } from '../../src/core/bind-formula.js';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { KpiQuestion } from '../../src/core/evaluate/question.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import type { KpiResult } from '../../src/core/evaluate/result.js';
import { fold, operations, parseFormula } from '../../src/core/formula.js';
import { explainEnglish } from '../../src/locale/en/explain.js';
import { termText } from '../../src/view-model/term-text.js';
import { factsOf } from '../../src/view-model/facts.js';
import { figureText } from '../../src/view-model/figure.js';
import { daily, rows } from '../core/catalog/small-shop.js';
import { interval, last, shops, tablesOf, windows } from '../core/shop.js';
import { spaced, wordsIn } from './languages.js';

const words = (await wordsIn('en')).saying(explainEnglish);

/** The number that a reader takes a text for: "−DKK 1,234.50", "3.5%", "12,345 sec". */
function numberIn(text: string): number {
  const digits = /[\d,.]+/.exec(text)?.[0].replaceAll(',', '');
  return (Number(digits) * (text.includes('−') ? -1 : 1)) / (text.endsWith('%') ? 100 : 1);
}

/** What a reader comes to who works the formula out with the numbers that the panel shows. */
function recomputed(result: KpiResult): number {
  const facts = new Map(factsOf(result, words).map(({ term, detail }) => [term, detail]));
  return fold<number>(
    bindFormula(parseFormula(result.formula), { formulaOf: () => undefined, parameter: () => undefined }),
    (number) => number,
    (measure) => numberIn(facts.get(termText(measure, words))!),
    (operator, left, right) => operations[operator](left, right),
    numberIn(facts.get('Days') ?? ''),
  );
}

/** As a widget shows it where there is room. */
const shown = (value: number, result: KpiResult): string => figureText(value, result, words);

describe('a figure worked out by hand from the numbers of its panel is the figure shown', () => {
  const question = { period: '2026-03-02/2026-03-05', compare: 'none' } as const;
  const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-05' };
  const datasets = { rows: createDataset(rows, options), 'daily numbers': createDataset(daily, options) };

  describe.each(Object.entries(datasets))('out of %s', (_, dataset) => {
    const known = [...kpiCatalog.keys()]
      .map((kpi) => evaluateKpi(dataset, { kpi, ...question }))
      .filter(({ value }) => value !== undefined);

    it.each(known.map((result) => [result.kpi, result] as const))('%s', (__, result) => {
      expect(shown(recomputed(result), result)).toBe(shown(result.value!, result));
    });
  });

  it('with what stands in the formula beside the measures', () => {
    const ask = (asOf: string, period: string) =>
      evaluateKpi(datasets.rows, { kpi: 'days-of-inventory', ...{ period, asOf, compare: 'none' } });
    const worked = (result: KpiResult): string | undefined =>
      factsOf(result, words).find(({ term }) => term === 'With these figures')?.detail;
    const result = ask('2026-03-05', question.period);
    expect(factsOf(result, words)).toContainEqual({
      term: 'Calculation',
      detail: 'max(Units on hand, 0) ÷ (Units sold ÷ Days) × 86400',
    });
    expect(spaced(worked(result)!)).toBe('max(10, 0) ÷ (10 ÷ 4) × 86400 = 4 days');
    expect(worked(evaluateKpi(datasets.rows, { kpi: 'page-load-time', ...question }))).toBe(
      '4,000 ms ÷ 1000 = 4.0 sec',
    );
  });

  it('of any shop', () => {
    const kpis = ['net-sales', 'order-count', 'average-order-value', 'conversion-rate', 'revenue-per-visitor'];
    const asked: fc.Arbitrary<KpiQuestion> = fc.record({
      kpi: fc.constantFrom(...kpis, 'repeat-purchase-rate'),
      period: windows.map(interval),
      compare: fc.constant('none'),
      where: fc.constantFrom(undefined, 'channel=email'),
    });
    fc.assert(
      fc.property(shops, asked, (shop, one) => {
        const dataset = createDataset(tablesOf(shop), { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: last });
        const result = evaluateKpi(dataset, one);
        fc.pre(result.value !== undefined);
        expect(shown(recomputed(result), result)).toBe(shown(result.value, result));
      }),
    );
  });
});
