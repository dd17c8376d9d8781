import type { MeasureDefinition } from './definition.js';

type Declared = Omit<MeasureDefinition, 'id' | 'entity'>;
type More = Partial<Declared>;

const count = (filter?: string, more?: More): Declared => ({
  aggregation: 'count',
  unit: 'count',
  daily: 'sum',
  ...(filter === undefined ? {} : { filter }),
  ...more,
});
const sum = (expression: string, unit: Declared['unit'], filter?: string, more?: More): Declared => ({
  ...count(filter),
  aggregation: 'sum',
  expression,
  unit,
  ...more,
});
const distinct = (expression: string, filter?: string, more?: More): Declared => ({
  ...count(filter),
  aggregation: 'countDistinct',
  expression,
  daily: 'grain-only',
  ...more,
});
const quantile = (
  share: number,
  expression: string,
  unit: Declared['unit'],
  filter: string,
  more?: More,
): Declared => ({
  ...sum(expression, unit, filter),
  aggregation: 'quantile',
  share,
  daily: 'grain-only',
  ...more,
});

const orElse = (formula: string, warning?: string): More => ({
  whenAbsent: [warning === undefined ? { formula } : { formula, warning }],
});
const perLine = (expression: string, aggregation: 'sum' | 'countDistinct' = 'sum'): More => ({
  perLine: { aggregation, expression },
});
const none = orElse('0');
const costed = 'counted and cogs known';

const declared: Readonly<Record<string, Readonly<Record<string, Declared>>>> = {
  orders: {
    orders: count('counted', perLine('orderId', 'countDistinct')),
    grossSales: sum('grossSales', 'currency', 'counted', perLine('amount')),
    discounts: sum('discounts', 'currency', 'counted', { ...none, ...perLine('discount') }),
    orderRevenue: sum('grossSales - discounts', 'currency', 'counted', {
      whenAbsent: [{ formula: 'grossSales - discounts' }, { formula: 'netSales + refundedAmount' }],
      ...perLine('amount - discount'),
    }),
    shippingCharged: sum('shippingCharged', 'currency', 'counted', orElse('0', 'parts-unknown')),
    taxes: sum('taxes', 'currency', 'counted', orElse('0', 'parts-unknown')),
    duties: sum('duties', 'currency', 'counted', none),
    cogs: sum('cogs', 'currency', costed, perLine('cogs')),
    costedRevenue: sum('grossSales - discounts', 'currency', costed, {
      ...orElse('orderRevenue', 'costs-assumed-complete'),
      ...perLine('amount - discount'),
    }),
    unitsSold: sum('units', 'count', 'counted', perLine('quantity')),
    activeCustomers: distinct('customerId', 'counted', perLine('customerId', 'countDistinct')),
    newCustomers: count('counted and firstOrder'),
    returningCustomers: distinct('customerId', 'counted', {
      without: 'firstOrder',
      ...orElse('activeCustomers - newCustomers'),
    }),
    repeatCustomers: distinct('customerId', 'counted', { atLeast: 2 }),
    orderRevenueSquares: sum('(grossSales - discounts) * (grossSales - discounts)', 'square', 'counted'),
    orderUnitsSquares: sum('units * units', 'square', 'counted'),
  },
  dailyMeasures: { netSales: sum('netSales', 'currency') },
  refunds: {
    refundedAmount: sum('amount', 'currency', 'counted', orElse('0', 'refunds-unknown')),
    costedRefunds: sum('amount', 'currency', 'counted and costed', orElse('refundedAmount')),
    refundedShipping: sum('shippingAmount', 'currency', 'counted', none),
    refundedTaxes: sum('taxAmount', 'currency', 'counted', none),
    unitsReturned: sum('units', 'count', 'counted and kind in (return, exchange)'),
    restockedCost: sum('restockedCost', 'currency', 'counted and costed', none),
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
    sessionsCartAndPurchase: count(
      'addedToCart and purchased',
      orElse('min(sessionsWithPurchase, sessionsWithAddToCart)', 'overlap-assumed'),
    ),
    sessionsCheckoutAndPurchase: count(
      'checkoutStarted and purchased',
      orElse('min(sessionsWithPurchase, sessionsWithCheckout)', 'overlap-assumed'),
    ),
    organicSessions: count('channel in param(organicChannels)'),
    paidSessions: count('channel in param(paidChannels)'),
  },
  carts: {
    maturedCarts: count('matured', orElse('sessionsWithAddToCart', 'session-basis')),
    abandonedCarts: count('abandoned', orElse('sessionsWithAddToCart - sessionsCartAndPurchase', 'session-basis')),
  },
  adSpend: {
    adCost: sum('cost', 'currency', 'kind = media'),
    marketingCost: sum('cost', 'currency', undefined, orElse('adCost', 'media-only')),
    adImpressions: sum('impressions', 'count', 'kind = media'),
    adClicks: sum('clicks', 'count', 'kind = media'),
    attributedRevenue: sum('attributedRevenue', 'currency', 'kind = media'),
    attributedOrders: sum('attributedOrders', 'count', 'kind = media'),
  },
  inventorySnapshots: {
    inventoryUnits: sum('onHandUnits', 'count', undefined, { aggregation: 'last', daily: 'last' }),
    skuDaysTracked: count('listed', { per: 'sku' }),
    skuDaysOutOfStock: count('listed and onHandUnits ≤ 0', { per: 'sku' }),
  },
  stockEvents: { unitsReceived: sum('units', 'count', 'type = receipt') },
  shipments: {
    deliveredOrders: count('final and deliveredAt known'),
    cycleSeconds: sum('deliveredAt - placedAt', 'duration', 'final and deliveredAt known'),
    cycleSecondsSquares: sum(
      '(deliveredAt - placedAt) * (deliveredAt - placedAt)',
      'square',
      'final and deliveredAt known',
    ),
  },
  tickets: {
    answeredTickets: count('firstResponseAt known'),
    firstResponseSeconds: sum('firstResponseAt - createdAt', 'duration', 'firstResponseAt known'),
    firstResponseP50: quantile(
      0.5,
      'firstResponseAt - createdAt',
      'duration',
      'firstResponseAt known',
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
