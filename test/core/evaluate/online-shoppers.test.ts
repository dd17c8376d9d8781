import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

const path = '../shared/data/online-shoppers-intention/online_shoppers_intention.csv.gz';
const isThere = existsSync(path);
if (!isThere) console.warn(`Skipped: ${path} is absent.`);

describe.skipIf(!isThere)('12,330 sessions of a real shop', () => {
  test('by kind of visitor, closed; some bought without a look at a product', async () => {
    let id = 0;
    const dataset = await loadDataset(gunzipSync(readFileSync(path)).toString('utf8'), {
      ...{ table: 'sessions', timeZone: 'UTC' },
      // The rows have neither dates nor ids.
      prepare: ({ ProductRelated, VisitorType, Revenue }) => ({
        ...{ sessionId: String(id++), startedAt: '2018-01-01', visitorType: VisitorType },
        ...{ productViewed: Number(ProductRelated) > 0, purchased: Revenue },
      }),
    });
    const { stages, segments } = evaluateFunnel(dataset, { period: 'all', asOf: 'latest', by: 'visitorType' });
    // Counted in the file by a script of its own.
    expect(stages.map(({ measure, value, skipped }) => [measure, value, skipped])).toEqual([
      ['sessions', 12_330, 0],
      ['sessionsWithProductView', 12_292, 0],
      ['sessionsWithPurchase', 1902, 6],
    ]);
    expect(segments.map(({ key, stages: own }) => [key, ...own.map(({ value }) => value), own[2]!.skipped])).toEqual([
      ['Returning_Visitor', 10_551, 10_520, 1466, 4],
      ['New_Visitor', 1694, 1687, 420, 2],
      ['Other', 85, 85, 16, 0],
    ]);
  });
});
