import { expect, it } from 'vitest';
import { mergeMessages } from '../../src/locale/merge-messages.js';
import { definitionOf, kpiProof } from '../../src/view-model/kpi-proof.js';
import { createWords } from '../../src/view-model/words.js';
import { wordsIn } from './languages.js';
import { comparison, given, netSales } from './results.js';

it('says what a figure means and on which terms it stands, in every language alike', async () => {
  expect(kpiProof(netSales, await wordsIn('da'))).toMatchObject({
    definition: 'Solgte varer efter rabatter og refusioner, ekskl. moms og fragt.',
    notes: ['Dataene indeholder ingen refusioner; de tæller som 0.'],
  });
  expect(kpiProof(netSales, await wordsIn('en'))).toMatchObject({
    definition: 'Goods sold after discounts and refunds, excluding tax and shipping.',
    notes: ['The data has no refunds; they count as 0.'],
  });
});

it('says why a change is not judged, once, though the cause may lie in the other period alone', async () => {
  const warnings = [{ code: 'short-history' }] as const;
  const short = { ...comparison, evidence: 'untested', warnings } as const;
  const said = ['Customers may have bought before the data begins, so some may look new who are not.'];
  const words = await wordsIn('en');
  expect(kpiProof({ ...netSales, warnings: [], comparisons: [short] }, words).notes).toEqual(said);
  expect(kpiProof({ ...netSales, warnings, comparisons: [short] }, words).notes).toEqual(said);
});

it('takes a page’s own words before those of the language', async () => {
  const { messages } = await wordsIn('en');
  const own = createWords(
    mergeMessages(messages, {
      ui: { 'warning.refunds-unknown': 'Refunds are not counted.' },
      kpis: { 'net-sales': { definition: 'What we earn.' }, 'order-count': { name: 'Sold' } },
    }),
  );
  expect(kpiProof(netSales, own)).toMatchObject({ definition: 'What we earn.', notes: ['Refunds are not counted.'] });
  expect(definitionOf('order-count', own)).toBe('Orders placed, without test orders and cancelled orders.');
});

it('defines nothing where nobody has', async () => {
  const words = await wordsIn('en');
  expect(definitionOf('gift-wraps', words)).toBeUndefined();
  expect(kpiProof(given, words)).toMatchObject({ definition: undefined, notes: [] });
});
