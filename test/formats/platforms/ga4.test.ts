import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as ga4 from '../../../src/formats/platforms/ga4.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

/** An answer of the Data API: names of dimensions and metrics, and rows of their values in that order. */
function report(
  dimensions: string,
  metrics: string,
  rows: readonly string[],
  more: object = {},
): Record<string, unknown> {
  const named = (names: string) => names.split(' ').map((name) => ({ name }));
  const values = (texts: readonly string[]) => texts.map((value) => ({ value }));
  const width = dimensions.split(' ').length;
  return {
    dimensionHeaders: named(dimensions),
    metricHeaders: named(metrics),
    rows: rows
      .map((row) => row.split('|'))
      .map((cells) => ({ dimensionValues: values(cells.slice(0, width)), metricValues: values(cells.slice(width)) })),
    rowCount: rows.length,
    metadata: { currencyCode: 'DKK', timeZone: 'Europe/Copenhagen' },
    kind: 'analyticsData#runReport',
    ...more,
  };
}
const rowsOf = (answer: object) => readWith(ga4, answer).tables['dailyMeasures'];

describe('a report of Google Analytics', () => {
  it('is daily numbers by our names of devices and channels', () => {
    const dimensions = 'date deviceCategory sessionDefaultChannelGroup countryId sessionSource';
    const rows = [
      '20261101|mobile|Organic Search|DK|google|120|80',
      '20261101|smart tv|Cross-network|(not set)||3|1',
      '20261102|(other)|Unassigned|SE|x|4|2',
    ];
    expect(rowsOf(report(dimensions, 'sessions engagedSessions', rows))).toEqual([
      {
        date: '2026-11-01',
        device: 'mobile',
        channel: 'organic-search',
        country: 'DK',
        source: 'google',
        sessions: 120,
        engagedSessions: 80,
      },
      {
        date: '2026-11-01',
        device: 'other',
        channel: 'paid-other',
        country: '(not set)',
        source: '(not set)',
        sessions: 3,
        engagedSessions: 1,
      },
      {
        date: '2026-11-02',
        device: 'other',
        channel: 'other',
        country: 'SE',
        source: 'x',
        sessions: 4,
        engagedSessions: 2,
      },
    ]);
  });

  it('says which zone and currency it is in', async () => {
    const { report: found } = await loadDataset(report('date', 'sessions', ['20261101|5']));
    expect(found).toMatchObject({ currency: 'DKK', timeZone: 'Europe/Copenhagen' });
    expect(found.notes.map(({ code }) => code)).toEqual(['platform']);
  });

  it('has sales only where tax and shipping can be taken out, before refunds', () => {
    const net = 'purchaseRevenue refundAmount taxAmount shippingAmount';
    expect(rowsOf(report('date', net, ['20261101|125.50|24.50|25.10|4.90']))).toEqual([
      { date: '2026-11-01', orderRevenue: 120 },
    ]);
    const gross = 'transactions grossPurchaseRevenue taxAmount shippingAmount';
    expect(rowsOf(report('date', gross, ['20261101|2|150|25.10|4.90']))).toEqual([
      { date: '2026-11-01', orders: 2, orderRevenue: 120 },
    ]);
    expect(rowsOf(report('date', 'transactions purchaseRevenue', ['20261101|2|150']))).toEqual([
      { date: '2026-11-01', orders: 2 },
    ]);
  });

  it('adds up visits of hours, and no visitors', async () => {
    const rows = ['20261101|00|10|9', '20261101|01|7|6', '20261102|00|4|4'];
    const dataset = await loadDataset(report('date hour', 'sessions totalUsers', rows), { asOf: 'latest' });
    const ask = (kpi: string, day: string) => evaluateKpi(dataset, { kpi, period: `${day}/${day}` }).value;
    expect(ask('website-traffic', '2026-11-01')).toBe(17);
    expect(ask('unique-visitors', '2026-11-01')).toBeUndefined();
    expect(ask('unique-visitors', '2026-11-02')).toBe(4);
  });

  it('that is a page is refused', () => {
    const page = report('date', 'sessions', ['20261101|5'], { rowCount: 40 });
    expect(refusal(() => readWith(ga4, page))).toMatch(/incomplete-data: .* 1 of 40 rows/);
  });

  it.each([
    ['no date', report('deviceCategory', 'sessions', ['mobile|5']), 'the dimension date'],
    ['pages of a visit', report('date pagePath', 'sessions', ['20261101|/|5']), 'without the dimension pagePath'],
    ['two ranges', report('date dateRange', 'sessions', ['20261101|a|5']), 'without the dimension dateRange'],
    ['ratios alone', report('date', 'engagementRate', ['20261101|0.5']), 'metrics such as sessions'],
  ])('with %s is refused', (_name, answer, words) => {
    expect(refusal(() => readWith(ga4, answer))).toMatch(new RegExp(`^unrecognised-data: .*${words}`));
  });

  it('of a sample, with withheld rows or with values summed up carries notes', () => {
    const metadata = {
      samplingMetadatas: [{ samplesReadCount: '500', samplingSpaceSize: '9000' }],
      subjectToThresholding: true,
      dataLossFromOtherRow: true,
    };
    expect(readWith(ga4, report('date', 'sessions', ['20261101|5'], { metadata })).notes).toMatchObject([
      {
        code: 'sampled',
        message: 'Google Analytics made the figures of a sample: 500 of 9000 events.',
        details: { read: 500, total: 9000 },
      },
      { code: 'rows-withheld' },
      { code: 'rest-as-other' },
    ]);
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(
        ga4,
        report('date deviceCategory countryId', 'sessions totalUsers', [
          '20261101|mobile|DK|5|4',
          '20261102|tablet|SE|7|6',
        ]),
        report('date', 'grossPurchaseRevenue taxAmount shippingAmount', ['20261101|9|1|2']),
      ),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Google Analytics (../shared/data/api)', () => {
  it('devices: 59.3 % of 1.2 thousand million visits are mobile', async () => {
    const rows = rowsOf(answerIn('ga4-data-api/derived-runReport-date-device-sessions.json') as object);
    const of = (device: string) =>
      sumOf(
        rows?.filter((row) => row['device'] === device),
        'sessions',
      );
    expect([of('mobile'), of('desktop'), of('tablet')]).toEqual([696_804_398, 459_444_000, 16_785_407]);
    expect(of('other')).toBe(767_281 + 2_128_253);
    const answer = answerIn('ga4-data-api/derived-runReport-date-device-sessions.json');
    const dataset = await loadDataset(JSON.stringify(answer), { asOf: 'latest' });
    const sessions = (where?: string) =>
      evaluateKpi(dataset, { kpi: 'website-traffic', period: 'all', ...(where !== undefined && { where }) }).value ??
      NaN;
    expect(sessions('device=mobile') / sessions()).toBeCloseTo(0.592556350871011, 12);
    expect(dataset.report.notes.map(({ code }) => code)).toEqual(['platform', 'rest-as-other']);
  });

  it('hours: 2,400 visits', () => {
    expect(sumOf(rowsOf(answerIn('ga4-data-api/runReport-hourly-sessions.json') as object), 'sessions')).toBe(2400);
  });

  it('channels, once they are dated: 51.6 % organic, 1.9 % paid search and shopping and more', () => {
    const answer = answerIn('ga4-data-api/derived-runReport-channel-group-sessions.json') as {
      dimensionHeaders: object[];
      rows: { dimensionValues: object[] }[];
    };
    expect(refusal(() => readWith(ga4, answer))).toContain('the dimension date');
    const dated = {
      ...answer,
      dimensionHeaders: [{ name: 'date' }, ...answer.dimensionHeaders],
      rows: answer.rows.map((row) => ({ ...row, dimensionValues: [{ value: '20240101' }, ...row.dimensionValues] })),
    };
    const rows = rowsOf(dated);
    const shareOf = (isMeant: (channel: string) => boolean) =>
      sumOf(
        rows?.filter(({ channel }) => isMeant(String(channel))),
        'sessions',
      ) / 1_498_979_124;
    expect(sumOf(rows, 'sessions')).toBe(1_498_979_124);
    expect(shareOf((channel) => channel === 'organic-search')).toBeCloseTo(0.51463, 4);
  });
});
