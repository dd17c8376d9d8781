import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as cubejs from '../../../src/formats/platforms/cubejs.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

const query = {
  measures: ['Orders.netSales', 'Orders.order_revenue'],
  dimensions: ['Orders.device'],
  timeDimensions: [{ dimension: 'Orders.createdAt', granularity: 'day' }],
  timezone: 'Europe/Copenhagen',
};
const data = [
  {
    'Orders.createdAt.day': '2026-11-01T00:00:00.000',
    'Orders.createdAt': '2026-11-01T00:00:00.000',
    'Orders.netSales': '1240.50',
    'Orders.order_revenue': 1300,
    'Orders.device': 'mobile',
  },
  { 'Orders.createdAt.day': '2026-11-02T00:00:00.000', 'Orders.netSales': null, 'Orders.device': null },
];
const answer = { query, data, annotation: {} };

describe('an answer of Cube', () => {
  it('is daily numbers of the members that are named like ours', async () => {
    expect(readWith(cubejs, answer).tables['dailyMeasures']).toEqual([
      { date: '2026-11-01', netSales: 1240.5, orderRevenue: 1300, device: 'mobile' },
      { date: '2026-11-02', device: '(not set)' },
    ]);
    const { report } = await loadDataset({ queryType: 'regularQuery', results: [answer] });
    expect(report).toMatchObject({ timeZone: 'Europe/Copenhagen', tables: [{ table: 'dailyMeasures', rows: 2 }] });
  });

  it.each([
    ['another member', { ...query, measures: ['Orders.count'] }, 'not Orders.count'],
    ['no day', { ...query, timeDimensions: [{ dimension: 'Orders.createdAt', granularity: 'week' }] }, 'by day'],
    ['all rows that its limit allows', { ...query, limit: 2 }, 'incomplete-data'],
  ])('with %s is refused', (_name, asked, words) => {
    expect(refusal(() => readWith(cubejs, { ...answer, query: asked }))).toContain(words);
  });

  it('law: anything is tables or a KpiError', () => expectNoOtherError(cubejs, answer), 60_000);
});

describe.skipIf(!hasAnswers)('collected answers of Cube (../shared/data/api)', () => {
  it('counts that are named by the shop alone are refused by their name', () => {
    const blending = answerIn('cube-load/data-blending-load-responses.json');
    expect(refusal(() => readWith(cubejs, blending))).toContain('not Orders.count');
  });
});
