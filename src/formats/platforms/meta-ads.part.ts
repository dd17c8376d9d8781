/**
 * Meta Ads: `insights` of the Marketing API by day (`time_increment=1`), and the same as exported by connectors (Fivetran).
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `date_start`, in exports `date` | `date` | |
 * | `spend`, `account_currency` | `cost`, `currency` | |
 * | `impressions`, `inline_link_clicks`, else `clicks` | `impressions`, `clicks` | clicks that lead to the shop, where they are told |
 * | `actions` and `action_values` of `omni_purchase`, else `purchase` | `attributedOrders`, `attributedRevenue` | |
 * | `campaign_name`, else `campaign_id`; `country` | `campaign`, `country` | |
 *
 * Refused: spans of several days, a page of many (`paging.next`). Dropped: reach and frequency, which do not add up.
 * https://developers.facebook.com/docs/marketing-api/insights
 */
import type { Answer, Reading, Row } from './answer.js';

export function read(answer: Answer): Reading {
  const days = answer.list('data');
  if (answer.has('paging.next')) throw answer.incomplete('it has a next page; ask with a larger limit.');
  if (!answer.isList('data') || !days.every((day) => day.has('spend') && isDay(day))) {
    throw answer.unlike('insights of a day each (time_increment=1) with spend');
  }
  return { tables: { adSpend: days.map(row) } };
}

const isDay = (day: Answer): boolean => day.has('date_start') && day.text('date_start') === day.text('date_stop');

export function row(day: Answer): Row {
  const purchases = (list: string) =>
    ['omni_purchase', 'purchase']
      .map((type) => day.list(list).find((action) => action.text('action_type') === type))
      .find((action) => action !== undefined)
      ?.number('value');
  return {
    date: day.text('date_start') ?? day.text('date'),
    cost: day.number('spend'),
    currency: day.text('account_currency'),
    impressions: day.number('impressions'),
    clicks: day.number('inline_link_clicks') ?? day.number('clicks'),
    attributedOrders: purchases('actions'),
    attributedRevenue: purchases('action_values'),
    campaign: day.text('campaign_name') ?? day.text('campaign_id'),
    country: day.text('country'),
    channel: 'paid-social',
    network: 'meta-ads',
  };
}
