import { expect, it } from 'vitest';
import type { KpiResult } from '../../src/core/evaluate/result.js';
import type { Language } from '../../src/locale/languages.js';
import { explainEnglish } from '../../src/locale/en/explain.js';
import { factsOf } from '../../src/view-model/facts.js';
import { spaced, wordsIn } from './languages.js';
import { comparison, conversion, given, netSales, windowOf } from './results.js';

const factsIn = async (language: Language, result: KpiResult, tag?: string) =>
  factsOf(result, (await wordsIn(language, tag)).saying(explainEnglish)).map(({ term, detail }) => [
    term,
    spaced(detail),
  ]);

it('gives windows, inputs and freshness of a figure', async () => {
  expect(await factsIn('da', netSales)).toEqual([
    ['Periode', '24. okt.–20. nov. 2025'],
    ['Tidszone', 'Europe/Copenhagen'],
    ['Sammenlignet med', '26. sep.–23. okt.: 1.184.825,50 kr.'],
    ['Sandsynlig ændring', '+40.000 kr. til +159.000 kr.'],
    ['Undersøgt ved', 'Sammenligning dag for dag, hver ugedag med samme ugedag (p = 0,004)'],
    ['Normale udsving', '1,4 gange så store som ved ren tilfældighed; det er der taget højde for'],
    ['Beregning', 'Salg efter rabatter − Refusioner'],
    ['Med disse tal', '1.300.000,00 kr. − 15.649,75 kr. = 1.284.350,25 kr.'],
    ['Med disse tal (26. sep.–23. okt.)', '1.200.000,00 kr. − 15.174,50 kr. = 1.184.825,50 kr.'],
    ['Salg efter rabatter', '1.300.000,00 kr.'],
    ['Refusioner', '15.649,75 kr.'],
    ['Opgjort pr.', '20. nov. 2025'],
  ]);
});

it('gives shares in percentage points and counts as counts', async () => {
  const facts = Object.fromEntries(await factsIn('en', conversion)) as Record<string, string>;
  expect(facts).toMatchObject({
    'Likely change': '−0.12 pp to +0.54 pp',
    Calculation: 'Sessions with a purchase ÷ Sessions',
    'Sessions with a purchase': '344',
    Sessions: '10,000',
  });
});

it('gives no interval and no chance where a change is not to be judged', async () => {
  const few = { ...comparison, evidence: 'untested', warnings: [{ code: 'too-few-data' }] } as const;
  const terms = (await factsIn('en', { ...netSales, comparisons: [few] })).map(([term]) => term);
  expect(terms.slice(0, 4)).toEqual(['Period', 'Time zone', 'Compared with', 'Calculation']);
});

it('gives no interval of a sum over windows of unequal length, which is tested day by day', async () => {
  const unequal = { ...comparison, warnings: [{ code: 'unequal-length' }] } as const;
  const terms = (await factsIn('en', { ...netSales, comparisons: [unequal] })).map(([term]) => term);
  expect(terms.slice(2, 5)).toEqual(['Compared with', 'Tested by', 'Usual variation']);
  // A share of one window is as good as one of another.
  const rate = { ...conversion.comparisons[0]!, warnings: unequal.warnings };
  expect(await factsIn('en', { ...conversion, comparisons: [rate] })).toContainEqual([
    'Likely change',
    '−0.12 pp to +0.54 pp',
  ]);
});

it('works the formula out with the shop’s own numbers, where it is more than one number', async () => {
  expect(await factsIn('en', conversion)).toContainEqual(['With these figures', '344 ÷ 10,000 = 3.4%']);
  const single = await factsIn('en', {
    ...netSales,
    formula: 'orders',
    unit: 'count',
    inputs: { orders: 7 },
    value: 7,
  });
  expect(single.map(([term]) => term)).not.toContain('With these figures');
});

it('says until when running windows reach, and the moment of the figure in the shop’s zone', async () => {
  const cut = { complete: false, until: '11:05' };
  const facts = await factsIn('da', {
    ...netSales,
    asOf: '2025-11-20T10:05:00Z',
    window: windowOf('2025-11-01', '2025-11-20', cut),
    comparisons: [{ ...comparison, window: windowOf('2025-10-01', '2025-10-20', cut) }],
  });
  expect(facts).toContainEqual(['Periode', '1.–20. nov. 2025, indtil kl. 11.05']);
  expect(facts).toContainEqual(['Sammenlignet med', '1.–20. okt. 2025, indtil kl. 11.05: 1.184.825,50 kr.']);
  expect(facts).toContainEqual(['Opgjort pr.', expect.stringMatching(/^20\. nov\. 2025,? 11\.05$/)]);
});

it('tells the pace of a running period', async () => {
  const target = { ...netSales.target!, pace: 1_700_000 };
  expect(await factsIn('en', { ...netSales, target })).toContainEqual(['At this pace', 'DKK 1,700,000']);
});

it('calls by its id what a language has no name for', async () => {
  const facts = await factsIn('en', { ...netSales, formula: 'giftWraps * 2', inputs: { giftWraps: 2.5 } });
  expect(facts).toContainEqual(['Calculation', 'giftWraps × 2']);
  expect(facts).toContainEqual(['giftWraps', '2.50']);
});

it('has of given figures nothing but what they were compared with', async () => {
  expect(await factsIn('en', given)).toEqual([['Compared with', 'Previous period: €1,100.00']]);
});

it('say what another system states, and by how much the data differ', async () => {
  const total = { source: 'Shopify', start: '2025-10-01', end: '2025-10-31' };
  const reconciliation = [
    { ...total, measure: 'net-sales', unit: 'currency', stated: 1_250_000, value: 1_249_000.5, difference: -999.5 },
    { ...total, measure: 'orders', unit: 'count', stated: 2345, value: 2345, difference: 0 },
  ] as const;
  expect(await factsIn('da', { ...netSales, reconciliation })).toEqual(
    expect.arrayContaining([
      ['Ifølge Shopify', 'Nettoomsætning (oktober 2025): 1.250.000,00 kr.; her 1.249.000,50 kr. (−999,50 kr.)'],
      ['Ifølge Shopify', 'Ordrer (oktober 2025): 2.345, det samme som her'],
    ]),
  );
});

it('says what the shop has set, each in its own unit', async () => {
  const parameters = {
    activityWindowDays: 90,
    cartWindowHours: 48,
    // Of this there is a note.
    taxTreatment: 'inclusive',
    gapPolicy: 'zero',
    organicChannels: ['organic-search', 'email'],
  } as const;
  const set = (facts: readonly (readonly string[])[], term: string) =>
    facts.filter(([found]) => found === term).map(([, detail]) => detail);
  expect(set(await factsIn('en', { ...netSales, parameters }), 'Set by the shop')).toEqual([
    'A customer stays active after an order for 90 days',
    'A cart without an order is abandoned after 2 days',
    'Days without figures count as 0',
    'Organic: Organic search, Email',
  ]);
  expect(set(await factsIn('pl', { ...netSales, parameters: { maxStaleDays: 1 } }), 'Ustawione przez sklep')).toEqual([
    'Stan magazynu obowiązuje najwyżej przez: 1 dzień',
  ]);
});

it('says where a running period leads, how sure that is and what it is taken by', async () => {
  const target = { value: 2_000_000, ratio: 0.64, reached: false, days: 31, pace: 1_900_000 };
  const sure: KpiResult = {
    ...netSales,
    target: { ...target, paceRange: { low: 1_850_000, high: 1_950_000 }, paceBasis: 'weekdays' },
  };
  expect(await factsIn('en', sure)).toContainEqual([
    'At this pace (by the weekdays of the eight weeks before)',
    'DKK 1,900,000 (DKK 1,850,000 to DKK 1,950,000)',
  ]);
  expect(await factsIn('da', { ...netSales, target: { ...target, paceBasis: 'hours' } })).toContainEqual([
    'Med dette tempo (efter ugedagene og timerne i de otte uger før)',
    '1.900.000 kr.',
  ]);
  expect(await factsIn('en', { ...netSales, target: { ...target, paceBasis: 'elapsed' } })).toContainEqual([
    'At this pace (by the share of days gone by)',
    'DKK 1,900,000',
  ]);
});

it('gives a benchmark with its source', async () => {
  const benchmark = { value: 0.021, source: 'Trade association, 2025' };
  expect(await factsIn('en', { ...conversion, benchmark })).toContainEqual([
    'Benchmark',
    '2.1% (Trade association, 2025)',
  ]);
});
