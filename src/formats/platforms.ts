import { KpiError, unexpected } from '../core/error.js';
import { formats, isFormat } from './format-names.js';
import type { Adapter } from './platforms/answer.js';

/** A platform whose answers or exports can be read. */
export interface Platform {
  /** What `format` calls it. */
  readonly name: string;
  /** What people call it; default its name. */
  readonly title?: string;
  /** What tells an answer: paths in the JSON, split by blanks; all of one text tell it (`0.line_items 0.parent_id`). */
  readonly signs?: readonly string[];
  /** What tells an export: columns of its header, split by blanks; all of one text tell it. */
  readonly columns?: readonly string[];
  /** Fetches what reads it. */
  readonly load: () => Promise<Adapter>;
}

/** The narrower first: the first whose signs are found reads the answer. */
const platforms: Platform[] = [
  {
    name: 'shopify',
    title: 'Shopify',
    signs: [
      'orders.0.line_items orders.0.created_at',
      'checkouts.0.abandoned_checkout_url',
      'inventory_levels.0.inventory_item_id',
      'refunds.0.refund_line_items',
      'refund.refund_line_items',
      'order.line_items order.created_at',
    ],
    load: () => import('./platforms/shopify.part.js'),
  },
  {
    name: 'woocommerce',
    title: 'WooCommerce',
    signs: [
      '0.line_items 0.date_created_gmt',
      'line_items date_created_gmt',
      'orders.0.line_items orders.0.date_created_gmt',
      '0.totals_grouped_by 0.totals',
      'intervals.0.subtotals',
    ],
    load: () => import('./platforms/woocommerce.part.js'),
  },
  {
    name: 'ga4',
    title: 'Google Analytics 4',
    signs: ['metricHeaders rows', 'dimensionHeaders metricHeaders'],
    load: () => import('./platforms/ga4.part.js'),
  },
  {
    name: 'stripe',
    title: 'Stripe',
    signs: ['object data has_more', 'object amount_captured', 'object charge created'],
    load: () => import('./platforms/stripe.part.js'),
  },
  {
    name: 'amazon',
    title: 'Amazon',
    signs: ['salesAndTrafficByDate', 'payload.Orders', 'payload.0.interval'],
    load: () => import('./platforms/amazon.part.js'),
  },
  {
    name: 'plausible',
    title: 'Plausible',
    signs: ['query.site_id results', 'results.0.date results.0.visitors', 'results.0.date results.0.visits'],
    load: () => import('./platforms/plausible.part.js'),
  },
  {
    name: 'matomo',
    title: 'Matomo',
    signs: [
      'nb_visits',
      '*.nb_visits',
      '*.0.nb_visits',
      '*.revenue_subtotal',
      'results.result.nb_visits',
      'results.result.*.nb_visits',
      'results.result.*.revenue_subtotal',
    ],
    load: () => import('./platforms/matomo.part.js'),
  },
  {
    name: 'magento',
    title: 'Adobe Commerce',
    signs: [
      'items.0.increment_id items.0.base_currency_code',
      'orders.items.0.increment_id',
      'creditmemos.items.0.increment_id',
    ],
    load: () => import('./platforms/magento.part.js'),
  },
  {
    name: 'cubejs',
    title: 'Cube',
    signs: ['query data annotation', 'results.0.query results.0.data', 'loadResponse.results'],
    load: () => import('./platforms/cubejs.part.js'),
  },
  {
    name: 'google-ads',
    title: 'Google Ads',
    columns: ['date cost_micros impressions clicks'],
    load: () => import('./platforms/google-ads.part.js'),
  },
  {
    name: 'meta-ads',
    title: 'Meta Ads',
    signs: ['data.0.date_start data.0.spend'],
    columns: ['date spend impressions inline_link_clicks', 'date_start spend impressions'],
    load: () => import('./platforms/meta-ads.part.js'),
  },
  {
    name: 'crux',
    title: 'Chrome UX Report',
    signs: ['record.metrics record.key'],
    load: () => import('./platforms/crux.part.js'),
  },
  {
    name: 'lighthouse',
    title: 'Lighthouse',
    signs: ['lighthouseVersion audits', 'lighthouseResult.audits', '0.lighthouseVersion', '0.lighthouseResult'],
    load: () => import('./platforms/lighthouse.part.js'),
  },
  {
    name: 'zendesk',
    title: 'Zendesk',
    signs: ['tickets.0.via tickets.0.created_at'],
    columns: ['id created_at via_channel requester_id'],
    load: () => import('./platforms/zendesk.part.js'),
  },
  {
    name: 'klaviyo',
    title: 'Klaviyo',
    signs: ['data.0.relationships.metric', 'data.attributes.results', 'data.attributes.dates'],
    columns: ['person_id metric_id datetime', 'List Revenue Unsubscribes Bounces'],
    load: () => import('./platforms/klaviyo.part.js'),
  },
];

/**
 * Adds a platform to those that data are recognised as, before all others; `format` may name it. One of the same name
 * is replaced.
 *
 * @throws KpiError `bad-option` for a name that is taken by a format or no name at all
 */
export function registerFormat(platform: Platform): void {
  const { name } = platform;
  if (!/^[a-z][a-z0-9-]*$/.test(name) || isFormat(name)) {
    const message = `registerFormat: expected a name of small letters, digits and hyphens that no format has, found "${name}".`;
    throw new KpiError('bad-option', message, { option: 'name', value: name });
  }
  const known = platforms.findIndex((each) => each.name === name);
  if (known >= 0) platforms.splice(known, 1);
  platforms.unshift(platform);
}

/** @throws KpiError `unknown-format` */
export function platformNamed(name: string): Platform {
  const found = platforms.find((platform) => platform.name === name);
  if (found) return found;
  const expected = [...formats, ...platforms.map((platform) => platform.name)];
  throw unexpected('unknown-format', `Unknown format "${name}"`, 'format', name, expected);
}

/** The first platform one of whose signs is found whole. */
export const platformWith = (kind: 'signs' | 'columns', isThere: (sign: string) => boolean): Platform | undefined =>
  platforms.find((platform) => platform[kind]?.some((signs) => signs.split(' ').every(isThere)));
