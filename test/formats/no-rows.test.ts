import { describe, expect, test } from 'vitest';
import { evaluateFunnel } from '../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';
import { emptiness } from '../../src/view-model/emptiness.js';
import { wordsIn } from '../view-model/languages.js';

const noRows = {
  title: 'No data',
  detail: 'There are no rows in the data that this figure could be taken from.',
};

describe.each<[string, () => DataInput, LoadOptions]>([
  ['a list', () => [], {}],
  ['a list that is named', () => [], { table: 'orders' }],
  ['a list that is mapped', () => [], { map: { orderId: 'id' } }],
  ['a text', () => '[]', {}],
  ['an answer', () => new Response('[]'), {}],
  ['a table of a data set', () => ({ orders: [] }), {}],
  ['the same as text', () => '{ "orders": [] }', {}],
  ['CSV with a header alone', () => 'orderId,placedAt,grossSales\n', {}],
])('%s without rows', (_, input, options) => {
  test.each(['latest', '2026-11-20'])('is empty, and no mistake, as of %s', async (asOf) => {
    const dataset = await loadDataset(input(), { timeZone: 'UTC', asOf, ...options });
    const words = await wordsIn('en');
    for (const kpi of ['order-count', 'net-sales']) {
      const result = evaluateKpi(dataset, { kpi });
      expect(result).toMatchObject({ status: 'missing', value: undefined, reason: { code: 'no-rows' } });
      expect(emptiness(result, words)).toEqual(noRows);
    }
    const funnel = evaluateFunnel(dataset, { stages: 'orders newCustomers' });
    expect(emptiness({ ...funnel, unit: 'count' }, words)).toEqual(noRows);
  });
});

test('what is missing beside rows is named', async () => {
  const orders = [{ orderId: 'A', placedAt: '2026-11-01', grossSales: 10 }];
  const dataset = await loadDataset({ orders }, { timeZone: 'UTC', asOf: 'latest' });
  const result = evaluateKpi(dataset, { kpi: 'conversion-rate' });
  expect(emptiness(result, await wordsIn('en'))?.detail).toBe(
    'Something that this figure needs is not in the data. Missing: Sessions.',
  );
});
