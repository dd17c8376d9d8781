import { describe, expect, it } from 'vitest';
import { KpiError } from '../../../src/core/error.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import { answerIn, hasAnswers } from './reading.js';

/** What a collected answer is found to be, by its shape alone: its tables, or whose it is and why it is refused. */
async function found(path: string): Promise<string> {
  const answer = answerIn(path);
  try {
    const { report } = await loadDataset(typeof answer === 'string' ? answer : JSON.stringify(answer));
    return report.tables
      .map(({ table, rows, refused }) => `${table} ${rows}${refused ? ` −${refused}` : ''}`)
      .join(', ');
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    const { format } = error.details;
    return typeof format === 'string' ? `${error.code} ${format}` : error.code;
  }
}

describe.skipIf(!hasAnswers)('collected answers that are named wrongly (../shared/data/api)', () => {
  const answers = {
    shopify: 'shopify-admin-rest/orders.json',
    woocommerce: 'woocommerce-rest-v3/orders--list-all-orders.json',
    ga4: 'ga4-data-api/derived-runReport-date-device-sessions.json',
    stripe: 'stripe/refund.json',
    amazon: 'amazon-sp-api/report-sales-and-traffic-1.json',
    plausible: 'plausible-stats-v2/timeseries-response.json',
    matomo: 'matomo-reporting-json/ReportExporting_VisitsSummary.get_exported.json',
  };
  const pairs = Object.entries(answers).flatMap(([platform, path]) =>
    Object.keys(answers).flatMap((format) => (format === platform ? [] : ([[platform, format, path]] as const))),
  );

  it.each(pairs)('of %s as %s are refused', async (_, format, path) => {
    await expect(loadDataset(JSON.stringify(answerIn(path)), { format })).rejects.toBeInstanceOf(KpiError);
  });
});

describe.skipIf(!hasAnswers)('collected answers are recognised by their shape (../shared/data/api)', () => {
  it.each([
    ['shopify-admin-rest/orders.json', 'orders 1, orderLines 3'],
    ['shopify-admin-rest/order_with_properties.json', 'orders 1, orderLines 2'],
    ['shopify-admin-rest/abandoned_checkouts.json', 'incomplete-data shopify'],
    ['shopify-admin-rest/inventory_levels.json', 'unrecognised-data shopify'],
    ['shopify-admin-rest/refund.json', 'refunds 1'],
    ['shopify-admin-rest/customers.json', 'unrecognised-data'],
    ['shopify-admin-rest/events.json', 'missing-field'],
    ['shopify-admin-rest/products.json', 'unrecognised-data'],
    ['shopify-admin-rest/tender_transactions.json', 'unrecognised-data'],
    ['woocommerce-rest-v3/orders--list-all-orders.json', 'orders 2, orderLines 4'],
    ['woocommerce-rest-v3/orders--retrieve-an-order.json', 'orders 1, orderLines 2'],
    ['woocommerce-rest-v3/order-refunds--list-all-refunds.json', 'refunds 2'],
    ['woocommerce-rest-v3/order-refunds--retrieve-a-refund.json', 'refunds 1'],
    ['woocommerce-rest-v3/reports--retrieve-sales-report.json', 'dailyMeasures 2'],
    ['woocommerce-rest-v3/customers--list-all-customers.json', 'unrecognised-data'],
    ['woocommerce-rest-v3/products--list-all-products.json', 'unrecognised-data'],
    ['woocommerce-rest-v3/reports--retrieve-top-sellers-report.json', 'unrecognised-data'],
    ['ga4-data-api/derived-runReport-date-device-sessions.json', 'dailyMeasures 120'],
    ['ga4-data-api/derived-runReport-channel-group-sessions.json', 'unrecognised-data ga4'],
    ['ga4-data-api/derived-runReport-engagement-rate.json', 'unrecognised-data ga4'],
    ['ga4-data-api/runReport-country-active-users.json', 'unrecognised-data ga4'],
    ['ga4-data-api/runReport-hostname.json', 'unrecognised-data ga4'],
    ['ga4-data-api/runReport-hourly-sessions.json', 'dailyMeasures 1'],
    ['stripe/charge.json', 'orders 0'],
    ['stripe/refund.json', 'refunds 1'],
    ['stripe/payout.json', 'unrecognised-data'],
    ['amazon-sp-api/report-sales-and-traffic-1.json', 'dailyMeasures 4'],
    ['amazon-sp-api/report-sales-and-traffic-2.json', 'unrecognised-data amazon'],
    ['matomo-reporting-json/ReportExporting_VisitsSummary.get_exported.json', 'unrecognised-data matomo'],
    ['matomo-reporting-json/ReportExporting_Referrers.getWebsites_exported.json', 'unrecognised-data matomo'],
    ['matomo-reporting-xml/test_ecommerceOrderWithItems__VisitsSummary.get_day.xml', 'unrecognised-data matomo'],
    ['matomo-reporting-xml/test_ecommerceOrderWithItems_GoalOrder__Goals.get_day.xml', 'unrecognised-data matomo'],
    ['matomo-reporting-xml/test___DevicesDetection.getType_day.xml', 'unrecognised-data'],
    ['matomo-reporting-xml/test___PagePerformance.get_day.xml', 'unrecognised-data'],
    ['plausible-stats-v2/timeseries-response.json', 'dailyMeasures 7'],
    ['plausible-stats-v2/pagination-response.json', 'unrecognised-data plausible'],
    ['plausible-stats-v1/example-02.json', 'unrecognised-data'],
    ['plausible-stats-v1/example-07.json', 'unrecognised-data plausible'],
    ['cube-load/data-blending-load-responses.json', 'unrecognised-data cubejs'],
    ['google-ads-export-csv/campaign_stats_data.csv', 'adSpend 16'],
    ['google-ads-export-csv/campaign_history_data.csv', 'unrecognised-data'],
    ['meta-ads-export-csv/facebook_ads_basic_ad_data.csv', 'adSpend 10'],
    ['meta-ads-export-csv/facebook_ads_demographics_country_data.csv', 'adSpend 10'],
    ['meta-ads-export-csv/facebook_ads_basic_ad_actions_data.csv', 'unrecognised-data'],
    ['crux-api/3-200-origin-level-crux-api-data.json', 'dailyMeasures 1'],
    ['crux-api/1-200-url-level-crux-history-api-data.json', 'dailyMeasures 25'],
    ['lighthouse/lhr-sample_v2.json.gz', 'pageLoads 1'],
    ['zendesk-export-csv/ticket_data.csv', 'tickets 8'],
    ['zendesk-export-csv/ticket_comment_data.csv', 'unrecognised-data'],
    ['klaviyo-export-csv/event.csv', 'unrecognised-data klaviyo'],
    ['klaviyo-export-csv/campaign.csv', 'unrecognised-data'],
    ['adobe-commerce/rest-order-create-invoice-2.json', 'unrecognised-data'],
  ])('%s: %s', async (path, expected) => {
    expect(await found(path)).toBe(expected);
  });
});
