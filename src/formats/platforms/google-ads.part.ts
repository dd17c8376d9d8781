/**
 * Google Ads: statistics of accounts, campaigns, ad groups or keywords as exported by connectors (Fivetran), a row a day.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `date` | `date` | |
 * | `cost_micros` ÷ 1,000,000 | `cost` | in the account's currency, which the export does not name |
 * | `impressions`, `clicks` | `impressions`, `clicks` | |
 * | `conversions`, `conversions_value` | `attributedOrders`, `attributedRevenue` | taken to be purchases |
 * | `device` | `device` | `HIGH_END_MOBILE` is mobile |
 * | `ad_network_type` | `channel` | `SEARCH` and its partners paid search, `CONTENT` display, `YOUTUBE` paid video, others paid other |
 * | `campaign_id`, of campaigns `id` | `campaign` | |
 *
 * Files of several levels hold the same money: give one of them. https://fivetran.com/docs/connectors/applications/google-ads
 */
import type { Answer, Row } from './answer.js';

const channels = new Map([
  ['SEARCH', 'paid-search'],
  ['SEARCH_PARTNERS', 'paid-search'],
  ['CONTENT', 'display'],
  ['YOUTUBE', 'paid-video'],
  ['YOUTUBE_WATCH', 'paid-video'],
]);

export function row(row: Answer): Row {
  const network = row.text('ad_network_type');
  const device = row.text('device');
  return {
    date: row.text('date'),
    cost: (row.number('cost_micros') ?? NaN) / 1e6,
    impressions: row.number('impressions'),
    clicks: row.number('clicks'),
    attributedOrders: row.number('conversions'),
    attributedRevenue: row.number('conversions_value'),
    device: device === 'HIGH_END_MOBILE' ? 'mobile' : row.device('device'),
    channel: network && (channels.get(network) ?? 'paid-other'),
    campaign: row.text('campaign_id') ?? (row.has('base_campaign') ? row.text('id') : undefined),
    network: 'google-ads',
  };
}
