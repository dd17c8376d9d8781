import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { explainEnglish } from '../../src/locale/en/explain.js';
import { cardView } from '../../src/view-model/card-view.js';
import { factsOf } from '../../src/view-model/facts.js';
import { periodLines } from '../../src/view-model/lines.js';
import { allLanguages, spaced, wordsIn } from './languages.js';

// 130 of 1,000 against 100 of 1,000: 30 % more.
const day = { date: '2026-03-02', experimentId: 'shipping', variant: 'banner' };
const result = evaluateKpi(
  createDataset(
    {
      dailyMeasures: [
        { ...day, controlUnits: 1000, controlConversions: 100, variantUnits: 1000, variantConversions: 130 },
      ],
    },
    { timeZone: 'UTC' },
  ),
  { kpi: 'experiment-uplift', period: '2026-03-02/2026-03-02', asOf: '2026-03-02' },
);
const words = await wordsIn('en', 'en-GB');

describe('an experiment in words', () => {
  it('is against its control group, by how much in percent and not in points', async () => {
    const views = await Promise.all(
      allLanguages.map(async (language) => cardView(result, await wordsIn(language)).changes[0]!),
    );
    expect(views.map(({ text, against }) => spaced(`${text} ${against}`))).toEqual([
      '+30.0% vs control group',
      '+30,0 % mod kontrolgruppen',
      '+30,0 % mot kontrollgruppen',
      '+30,0 % mot kontrollgruppen',
      '+30,0% vs grupa kontrolna',
      '+30.0% 較 對照組',
    ]);
  });

  it('says so in its sentence', () => {
    expect(cardView(result, words).sentence).toBe(
      'A/B test uplift: 30.0% (2 Mar 2026). +30.0% vs control group. The change is larger than the usual variation.',
    );
  });

  it('tells the interval before the chance, and no base', () => {
    const facts = factsOf(result, words.saying(explainEnglish)).map(({ term, detail }) => [term, spaced(detail)]);
    expect(facts.slice(2, 5)).toEqual([
      ['Compared with', 'control group'],
      // Wilson: 0.1106 … 0.1523 and 0.0829 … 0.1201; Newcombe: 0.03 − 0.0280 … 0.03 + 0.0281, divided by 0.1.
      ['Likely change', '+2.0% to +58.1%'],
      ['Tested by', 'Comparison of two shares (p = 0.035)'],
    ]);
  });

  it('draws no line of its control group', () => {
    expect(periodLines(result, words).map(({ key }) => key)).toEqual(['current']);
  });
});
