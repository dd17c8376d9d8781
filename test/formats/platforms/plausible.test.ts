import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as plausible from '../../../src/formats/platforms/plausible.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

const query = {
  site_id: 'shop.example',
  metrics: ['visits', 'bounce_rate', 'visitors'],
  dimensions: ['time:day', 'visit:device', 'visit:channel', 'visit:source'],
  date_range: ['2026-11-01T00:00:00+01:00', '2026-11-04T23:59:59+01:00'],
};
const results = [
  { dimensions: ['2026-11-01', 'Mobile', 'Organic Search', 'Google'], metrics: [12, 40, 10] },
  { dimensions: ['2026-11-03', 'Desktop', 'Direct', ''], metrics: [8, 50, 7] },
];

describe('results of Plausible', () => {
  it('of version 2 are daily numbers by our names', () => {
    expect(readWith(plausible, { query, results, meta: {} }).tables).toEqual({
      dailyMeasures: [
        {
          date: '2026-11-01',
          device: 'mobile',
          channel: 'organic-search',
          source: 'Google',
          sessions: 12,
          visitors: 10,
        },
        { date: '2026-11-03', device: 'desktop', channel: 'direct', source: '(not set)', sessions: 8, visitors: 7 },
      ],
    });
  });

  it('cover all days asked for: one without a row had no visits', async () => {
    const dataset = await loadDataset({ query, results, meta: {} }, { timeZone: 'UTC', asOf: '2026-11-05' });
    const ask = (period: string) => evaluateKpi(dataset, { kpi: 'website-traffic', period });
    expect(ask('2026-11-01/2026-11-04')).toMatchObject({ value: 20, status: 'ok' });
    expect(ask('2026-11-02/2026-11-02').value).toBe(0);
  });

  it.each([
    ['some of all rows', { meta: { total_rows: 6 } }],
    ['as many as the limit', { query: { ...query, pagination: { limit: 2, offset: 0 } } }],
    ['rows from an offset', { meta: { total_rows: 2 }, query: { ...query, pagination: { limit: 9, offset: 1 } } }],
  ])('that are %s are refused', (_name, changes) => {
    expect(refusal(() => readWith(plausible, { query, results, meta: {}, ...changes }))).toContain('incomplete-data');
  });

  it.each([
    ['hours', { ...query, dimensions: ['time:hour'] }, 'time:day'],
    ['pages', { ...query, dimensions: ['time:day', 'event:page'] }, 'without the dimension event:page'],
    ['ratios alone', { ...query, metrics: ['bounce_rate'] }, 'the metrics visits or visitors'],
  ])('by %s are refused', (_name, asked, words) => {
    expect(refusal(() => readWith(plausible, { query: asked, results }))).toContain(words);
  });

  it('of version 1 are read where they are days', () => {
    const days = [
      { date: '2026-10-31', visitors: 5, visits: 6 },
      { date: '2026-11-01', visitors: 0, visits: 0 },
    ];
    expect(readWith(plausible, { results: days }).tables['dailyMeasures']).toEqual([
      { date: '2026-10-31', sessions: 6, visitors: 5 },
      { date: '2026-11-01', sessions: 0, visitors: 0 },
    ]);
    expect(refusal(() => readWith(plausible, { results: days.slice(1) }))).toContain('two days in a row');
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(
        plausible,
        { query, results, meta: {} },
        {
          results: [
            { date: '2026-11-01', visits: 5 },
            { date: '2026-11-02', visits: 6 },
          ],
        },
      ),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Plausible (../shared/data/api)', () => {
  it('a week: 430 visitors by day, recognised', async () => {
    const answer = answerIn('plausible-stats-v2/timeseries-response.json');
    // 129 + 65 + 72 + 94 + 44 + 14 + 12
    expect(sumOf(readWith(plausible, answer).tables['dailyMeasures'], 'visitors')).toBe(430);
    const { report } = await loadDataset(JSON.stringify(answer));
    expect(report.tables).toMatchObject(
      [{ table: 'dailyMeasures', rows: 7, first: '2024-09-04', last: '2024-09-10' }, { table: 'coverage' }].slice(
        0,
        report.tables.length,
      ),
    );
  });

  it.each(['aggregate', 'country-and-city', 'pagination', 'revenue-metrics', 'time-labels', 'utm'])(
    '%s has no days and is refused',
    (name) => {
      const answer = answerIn(`plausible-stats-v2/${name}-response.json`);
      expect(refusal(() => readWith(plausible, answer))).toMatch(/^unrecognised-data/);
    },
  );

  it.each(['02', '03', '04', '07'])('example %s of version 1 has no days and is refused', (name) => {
    const answer = answerIn(`plausible-stats-v1/example-${name}.json`);
    expect(refusal(() => readWith(plausible, answer))).toMatch(/^unrecognised-data/);
  });
});
