import type { MeasureDefinition } from './definition.js';

type More = Partial<MeasureDefinition>;
type Declared = Omit<MeasureDefinition, 'id' | 'entity'>;

const count = (filter?: string, more?: More): Declared => ({
  aggregation: 'count',
  unit: 'count',
  daily: 'sum',
  ...(filter && { filter }),
  ...more,
});
const sum = (expression: string, unit: Declared['unit'], filter?: string, more?: More): Declared =>
  count(filter, { aggregation: 'sum', expression, unit, ...more });
const money = (expression: string, filter?: string, more?: More): Declared => sum(expression, 'currency', filter, more);
const distinct = (expression: string, filter?: string, more?: More): Declared =>
  count(filter, { aggregation: 'countDistinct', expression, daily: 'grain-only', ...more });
const quantile = (share: number, expression: string, unit: Declared['unit'], filter: string, more?: More): Declared =>
  sum(expression, unit, filter, { aggregation: 'quantile', share, daily: 'grain-only', ...more });

const orElse = (formula: string, warning?: string): More => ({
  whenAbsent: [{ formula, ...(warning && { warning }) }],
});
const perLine = (expression: string, aggregation: 'sum' | 'countDistinct' = 'sum'): More => ({
  perLine: { aggregation, expression },
});
const none = orElse('0');
const someParts = orElse('0', 'parts-unknown');
const onCarts = (formula: string): More => orElse(formula, 'session-basis');
const overlap = (stage: string): More => orElse(`min(sessionsWithPurchase, ${stage})`, 'overlap-assumed');

const after = 'grossSales - discounts';
const costed = 'counted and cogs known';
const media = 'kind = media';
const arrived = 'final and deliveredAt known';
const cycle = 'deliveredAt - placedAt';
const answered = 'firstResponseAt known';
const response = 'firstResponseAt - createdAt';

const declared: Readonly<Record<string, Readonly<Record<string, Declared>>>> = {
  orders: {
    orders: count('counted', perLine('orderId', 'countDistinct')),
    grossSales: money('grossSales', 'counted', perLine('amount')),
    discounts: money('discounts', 'counted', { ...none, ...perLine('discount') }),
    orderRevenue: money(after, 'counted', {
      whenAbsent: [{ formula: after }, { formula: 'netSales + refundedAmount' }],
      ...perLine('amount - discount'),
    }),
    shippingCharged: money('shippingCharged', 'counted', someParts),
    taxes: money('taxes', 'counted', someParts),
    duties: money('duties', 'counted', none),
    cogs: money('cogs', costed, perLine('cogs')),
    costedRevenue: money(after, costed, {
      ...orElse('orderRevenue', 'costs-assumed-complete'),
      ...perLine('amount - discount'),
    }),
    unitsSold: sum('units', 'count', 'counted', perLine('quantity')),
    activeCustomers: distinct('customerId', 'counted', perLine('customerId', 'countDistinct')),
    newCustomers: count('counted and firstOrder', perLine('orderId', 'countDistinct')),
    returningCustomers: distinct('customerId', 'counted', {
      without: 'firstOrder',
      ...orElse('activeCustomers - newCustomers'),
    }),
    repeatCustomers: distinct('customerId', 'counted', { atLeast: 2 }),
    orderRevenueSquares: sum(`(${after}) * (${after})`, 'square', 'counted'),
    orderUnitsSquares: sum('units * units', 'square', 'counted'),
  },
  dailyMeasures: { netSales: money('netSales') },
  refunds: {
    refundedAmount: money('amount', 'counted', orElse('0', 'refunds-unknown')),
    costedRefunds: money('amount', 'counted and costed', orElse('refundedAmount')),
    refundedShipping: money('shippingAmount', 'counted', none),
    refundedTaxes: money('taxAmount', 'counted', none),
    unitsReturned: sum('units', 'count', 'counted and kind in (return, exchange)'),
    restockedCost: money('restockedCost', 'counted and costed', none),
  },
  sessions: {
    sessions: count(),
    visitors: distinct('visitorId'),
    bouncedSessions: count(
      'pageviews = 1 and not addedToCart and not purchased and goals empty',
      orElse('sessions - engagedSessions', 'ga4-bounce'),
    ),
    engagedSessions: count('engaged'),
    sessionSeconds: sum('durationSeconds', 'duration', 'durationSeconds known'),
    timedSessions: count('durationSeconds known', orElse('sessions')),
    sessionsWithProductView: count('productViewed'),
    sessionsWithAddToCart: count('addedToCart'),
    sessionsWithCheckout: count('checkoutStarted'),
    sessionsWithPurchase: count('purchased', orElse('orders', 'orders-as-conversions')),
    sessionsCartAndPurchase: count('addedToCart and purchased', overlap('sessionsWithAddToCart')),
    sessionsCheckoutAndPurchase: count('checkoutStarted and purchased', overlap('sessionsWithCheckout')),
    organicSessions: count('channel in param(organicChannels)'),
    paidSessions: count('channel in param(paidChannels)'),
  },
  carts: {
    maturedCarts: count('matured', onCarts('sessionsWithAddToCart')),
    abandonedCarts: count('abandoned', onCarts('sessionsWithAddToCart - sessionsCartAndPurchase')),
    convertedCarts: count('matured and orderedInTime', onCarts('sessionsCartAndPurchase')),
  },
  adSpend: {
    adCost: money('cost', media),
    marketingCost: money('cost', undefined, orElse('adCost', 'media-only')),
    adImpressions: sum('impressions', 'count', media),
    adClicks: sum('clicks', 'count', media),
    attributedRevenue: money('attributedRevenue', media),
    attributedOrders: sum('attributedOrders', 'count', media),
  },
  inventorySnapshots: {
    inventoryUnits: sum('onHandUnits', 'count', undefined, { aggregation: 'last', daily: 'last' }),
    skuDaysTracked: count('listed', { per: 'sku' }),
    skuDaysOutOfStock: count('listed and onHandUnits ≤ 0', { per: 'sku' }),
  },
  stockEvents: { unitsReceived: sum('units', 'count', 'type = receipt') },
  shipments: {
    deliveredOrders: count(arrived),
    cycleSeconds: sum(cycle, 'duration', arrived),
    cycleSecondsSquares: sum(`(${cycle}) * (${cycle})`, 'square', arrived),
  },
  tickets: {
    answeredTickets: count(answered),
    firstResponseSeconds: sum(response, 'duration', answered),
    firstResponseP50: quantile(
      0.5,
      response,
      'duration',
      answered,
      orElse('firstResponseSeconds / answeredTickets', 'mean-not-median'),
    ),
  },
  surveys: {
    npsResponses: count('kind = nps'),
    npsPromoters: count('kind = nps and score ≥ 9'),
    npsDetractors: count('kind = nps and score ≤ 6'),
  },
  pageLoads: {
    lcpMsP75: quantile(0.75, 'lcpMs', 'ms', 'lcpMs known', orElse('loadMsP75', 'load-event')),
    loadMsP75: quantile(0.75, 'loadMs', 'ms', 'loadMs known'),
  },
  socialPosts: {
    socialImpressions: sum('impressions', 'count'),
    socialClicks: sum('clicks', 'count'),
    socialConversions: sum('conversions', 'count'),
  },
};

/** The named aggregates by id; catalogue, section 2. */
export const measures: ReadonlyMap<string, MeasureDefinition> = new Map(
  Object.entries(declared).flatMap(([entity, ofEntity]) =>
    Object.entries(ofEntity).map(([id, measure]) => [id, { id, entity, ...measure }]),
  ),
);
