import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as googleAds from '../../../src/formats/platforms/google-ads.part.js';
import * as metaAds from '../../../src/formats/platforms/meta-ads.part.js';
import { Answer } from '../../../src/formats/platforms/answer.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

describe('an export of Google Ads', () => {
  const read = (cells: object) => googleAds.row(new Answer('google-ads', cells));
  const cells = {
    date: '2026-11-01',
    ad_network_type: 'SEARCH',
    base_campaign: 'customers/1/campaigns/99',
    id: '99',
    clicks: '49',
    conversions: '2.5',
    conversions_value: '310.25',
    cost_micros: '36150000',
    device: 'MOBILE',
    impressions: '166',
  };

  it('is ad spend: micros are millionths', () => {
    expect(read(cells)).toEqual({
      date: '2026-11-01',
      cost: 36.15,
      impressions: 166,
      clicks: 49,
      attributedOrders: 2.5,
      attributedRevenue: 310.25,
      device: 'mobile',
      channel: 'paid-search',
      campaign: '99',
      network: 'google-ads',
    });
  });

  it.each([
    ['CONTENT', 'display'],
    ['YOUTUBE_WATCH', 'paid-video'],
    ['MIXED', 'paid-other'],
  ])('of %s is %s', (network, channel) => {
    expect(read({ ...cells, ad_network_type: network })).toMatchObject({ channel });
  });

  it('knows other devices, and no campaign in an account’s', () => {
    const account = { ...cells, base_campaign: undefined, device: 'CONNECTED_TV' };
    expect(read(account)).toMatchObject({ device: 'other', campaign: undefined });
    expect(read({ ...cells, device: 'HIGH_END_MOBILE' })).toMatchObject({ device: 'mobile' });
  });

  it('law: any row is ad spend', () => expectNoOtherError(googleAds, cells), 60_000);
});

describe('insights of Meta Ads', () => {
  const day = {
    date_start: '2026-11-01',
    date_stop: '2026-11-01',
    account_currency: 'DKK',
    campaign_name: 'November',
    spend: '76.53',
    impressions: '4233',
    clicks: '30',
    inline_link_clicks: '10',
    actions: [
      { action_type: 'purchase', value: '2' },
      { action_type: 'omni_purchase', value: '3' },
    ],
    action_values: [{ action_type: 'purchase', value: '199.90' }],
  };

  it('are ad spend; purchases everywhere come before those on the site', () => {
    expect(readWith(metaAds, { data: [day] }).tables['adSpend']).toEqual([
      {
        date: '2026-11-01',
        cost: 76.53,
        currency: 'DKK',
        impressions: 4233,
        clicks: 10,
        attributedOrders: 3,
        attributedRevenue: 199.9,
        campaign: 'November',
        channel: 'paid-social',
        network: 'meta-ads',
      },
    ]);
  });

  it('of several days, or of a page, are refused', () => {
    const week = { data: [{ ...day, date_stop: '2026-11-07' }] };
    expect(refusal(() => readWith(metaAds, week))).toContain('time_increment=1');
    const page = { data: [day], paging: { next: 'https://graph.example/x' } };
    expect(refusal(() => readWith(metaAds, page))).toContain('incomplete-data');
  });

  it('law: anything is tables or a KpiError', () => expectNoOtherError(metaAds, { data: [day, day] }), 60_000);
});

describe.skipIf(!hasAnswers)('collected exports of ads (../shared/data/api)', () => {
  /** Sums of columns, taken from the text without any of the code that is tested. */
  const totals = (csv: string, ...columns: readonly string[]) => {
    const [header = '', ...lines] = csv
      .replace(/"[^"]*"/g, 'quoted')
      .trim()
      .split(/\r?\n/);
    const index = columns.map((column) => header.split(',').indexOf(column));
    return index.map((at) => lines.reduce((sum, line) => sum + Number(line.split(',')[at] || 0), 0));
  };

  it.each(['account', 'campaign', 'ad_group', 'keyword'])(
    'Google Ads by %s: all of its cost and clicks',
    async (level) => {
      const csv = answerIn(`google-ads-export-csv/${level}_stats_data.csv`) as string;
      const [micros = NaN, clicks = NaN] = totals(csv, 'cost_micros', 'clicks');
      const dataset = await loadDataset(csv, { asOf: 'latest', currency: 'USD', timeZone: 'UTC' });
      const { value } = evaluateKpi(dataset, { kpi: 'cost-per-click', period: 'all' });
      expect(dataset.report.tables).toMatchObject([{ table: 'adSpend', refused: 0 }]);
      expect(value).toBeCloseTo(micros / 1e6 / clicks, 10);
    },
  );

  it('Meta Ads: all of its cost and link clicks', async () => {
    const csv = answerIn('meta-ads-export-csv/facebook_ads_basic_ad_data.csv') as string;
    const [spend = NaN, clicks = NaN] = totals(csv, 'spend', 'inline_link_clicks');
    const dataset = await loadDataset(csv, { asOf: 'latest', currency: 'USD', timeZone: 'UTC' });
    expect(evaluateKpi(dataset, { kpi: 'cost-per-click', period: 'all' }).value).toBeCloseTo(spend / clicks, 10);
  });
});
