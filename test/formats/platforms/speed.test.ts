import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as crux from '../../../src/formats/platforms/crux.part.js';
import * as lighthouse from '../../../src/formats/platforms/lighthouse.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

describe('a record of the Chrome UX Report', () => {
  const lastDate = { year: 2026, month: 11, day: 8 };
  const record = {
    key: { formFactor: 'PHONE', origin: 'https://shop.example' },
    metrics: { largest_contentful_paint: { percentiles: { p75: 2312 } } },
    collectionPeriod: { firstDate: { year: 2026, month: 10, day: 12 }, lastDate },
  };

  it('is the 75th percentile of the days that end with its date', () => {
    expect(readWith(crux, { record }).tables['dailyMeasures']).toEqual([
      { date: '2026-11-08', device: 'mobile', lcpMsP75: 2312 },
    ]);
  });

  it('over time is one each, without those that were not known', () => {
    const metrics = { largest_contentful_paint: { percentilesTimeseries: { p75s: [2000, null, 2200] } } };
    const collectionPeriods = [1, 8, 15].map((day) => ({ lastDate: { ...lastDate, day } }));
    const history = { key: { origin: 'x' }, metrics, collectionPeriods };
    expect(readWith(crux, { record: history }).tables['dailyMeasures']).toEqual([
      { date: '2026-11-01', lcpMsP75: 2000 },
      { date: '2026-11-15', lcpMsP75: 2200 },
    ]);
  });

  it('without the metric, and an error, are refused', () => {
    expect(refusal(() => readWith(crux, { record: { ...record, metrics: {} } }))).toContain('largest_contentful_paint');
    expect(refusal(() => readWith(crux, { error: { code: 429 } }))).toContain('found an object with error');
  });

  it('law: anything is tables or a KpiError', () => expectNoOtherError(crux, { record }), 60_000);
});

describe('a result of Lighthouse', () => {
  const result = {
    lighthouseVersion: '13.0.0',
    fetchTime: '2026-11-08T10:00:00.000Z',
    finalDisplayedUrl: 'https://shop.example/shoes?jane=1#top',
    configSettings: { formFactor: 'mobile' },
    audits: { 'largest-contentful-paint': { numericValue: 2400.5 } },
  };
  const expected = { at: '2026-11-08T10:00:00.000Z', lcpMs: 2400.5, path: '/shoes', device: 'mobile' };

  it('is one page load, by itself, in a list or of PageSpeed Insights, and says what it is', () => {
    for (const answer of [result, [result], { lighthouseResult: result }]) {
      const { tables, notes } = readWith(lighthouse, answer);
      expect(tables).toEqual({ pageLoads: [expected] });
      expect(notes).toMatchObject([{ code: 'laboratory' }]);
    }
  });

  it('law: anything is tables or a KpiError', () => expectNoOtherError(lighthouse, result, [result, result]), 60_000);
});

describe.skipIf(!hasAnswers)('collected answers on speed (../shared/data/api)', () => {
  it('Chrome UX Report: 2,312 ms', async () => {
    const answer = answerIn('crux-api/3-200-origin-level-crux-api-data.json');
    const dataset = await loadDataset(JSON.stringify(answer), { timeZone: 'UTC', asOf: 'latest' });
    const { value } = evaluateKpi(dataset, {
      kpi: 'page-load-time',
      period: '2023-10-12/2023-10-12',
      where: 'device=mobile',
    });
    expect(value).toBeCloseTo(2.312, 10);
  });

  it('Chrome UX Report over time: as many days as it has values', () => {
    const answer = answerIn('crux-api/1-200-url-level-crux-history-api-data.json');
    const days = readWith(crux, answer).tables['dailyMeasures'] ?? [];
    expect(days.length).toBeGreaterThan(20);
    expect(days[0]).toMatchObject({ date: '2023-04-22', device: 'desktop' });
  });

  it.each([
    '5-400-invalid-argument-invalid-value-at-form-factor-ect',
    '7-429-resource-exhausted-quota-exceeded-limit-queries-per-100-seconds-of-service',
  ])('an error is none: %s', (name) => {
    expect(refusal(() => readWith(crux, answerIn(`crux-api/${name}.json`)))).toMatch(/^unrecognised-data/);
  });

  it('Lighthouse: 10,884.681 ms, recognised', async () => {
    const answer = answerIn('lighthouse/lhr-sample_v2.json.gz');
    expect(readWith(lighthouse, answer).tables['pageLoads']).toMatchObject([{ lcpMs: 10_884.681 }]);
    const { report } = await loadDataset(JSON.stringify(answer));
    expect(report).toMatchObject({
      tables: [{ table: 'pageLoads', rows: 1 }],
      notes: [{ code: 'platform' }, { code: 'laboratory' }],
    });
  });
});
