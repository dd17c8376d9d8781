import type { TablesInput } from '../../../src/core/dataset/input.js';

/**
 * A shop so small that every KPI of 2 to 5 March 2026 can be worked out by hand. Rows of before are history: customers
 * who were there, stock to begin with, people who had subscribed.
 */
const order = (orderId: string, placedAt: string, customerId: string, grossSales: number, cogs: number, more = {}) => ({
  ...{ orderId, placedAt, customerId, grossSales, cogs, units: 1, discounts: 0, device: 'desktop' },
  ...{ shippingCharged: 0, taxes: 0, duties: 0, fulfilmentCost: 0, paymentFees: 0 },
  ...more,
});
const mobile = { device: 'mobile' };

const orders = [
  order('h1', '2024-08-01T10:00Z', 'old', 50, 20),
  order('h2', '2024-12-01T10:00Z', 'old', 50, 20),
  order('h3', '2025-02-01T10:00Z', 'fay', 70, 30),
  // From here on a year, with what March brings: 870 of 10 orders by six customers, at a cost of 405.
  order('h4', '2025-05-10T10:00Z', 'ann', 100, 40),
  order('h5', '2025-09-05T10:00Z', 'dee', 80, 40),
  order('h6', '2025-11-11T10:00Z', 'fay', 90, 45),
  order('h7', '2025-12-01T10:00Z', 'ann', 60, 30),
  order('h8', '2026-01-15T10:00Z', 'eve', 40, 20),
  order('1', '2026-03-02T10:00Z', 'ann', 200, 80, {
    ...{ units: 3, discounts: 20, shippingCharged: 15, taxes: 40, duties: 3, fulfilmentCost: 10, paymentFees: 4 },
  }),
  order('2', '2026-03-02T12:00Z', 'bob', 100, 40, { ...mobile, fulfilmentCost: 8, paymentFees: 2 }),
  order('3', '2026-03-03T10:00Z', 'bob', 120, 70, {
    ...mobile,
    ...{ units: 2, shippingCharged: 10, taxes: 20, fulfilmentCost: 8, paymentFees: 2 },
  }),
  order('4', '2026-03-04T10:00Z', 'cat', 60, 30, { ...mobile, units: 2, fulfilmentCost: 5, paymentFees: 1 }),
  order('5', '2026-03-05T10:00Z', '', 40, 10, { units: 2, fulfilmentCost: 5, paymentFees: 1 }),
];

const refunds = [
  {
    ...{ refundId: 'a', orderId: '1', refundedAt: '2026-03-03T10:00Z', amount: 60, units: 1 },
    ...{ restockedCost: 25, shippingAmount: 5, taxAmount: 12 },
  },
  { refundId: 'b', orderId: '2', refundedAt: '2026-03-04T10:00Z', amount: 10, units: 0, kind: 'refund-only' },
  { refundId: 'c', orderId: '3', refundedAt: '2026-03-05T10:00Z', amount: 60, units: 1, kind: 'exchange' },
];

const session = (sessionId: string, date: string, visitorId: string, device: string, channel: string, more = {}) => ({
  ...{ sessionId, startedAt: `${date}T09:00Z`, visitorId, device, channel, pageviews: 3, durationSeconds: '' },
  ...{ goals: [] as string[], productViewed: false, addedToCart: false, checkoutStarted: false, purchased: false },
  ...more,
});
const reached = { productViewed: true, addedToCart: true, checkoutStarted: true };
const bought = { ...reached, purchased: true };
const sessions = [
  session('h1', '2026-02-01', 'v9', 'desktop', 'direct'),
  session('h2', '2026-02-10', 'v8', 'mobile', 'direct', { platform: 'android' }),
  session('1', '2026-03-02', 'v1', 'desktop', 'direct', { ...bought, durationSeconds: 100 }),
  session('2', '2026-03-02', 'v2', 'mobile', 'organic-search', { ...bought, durationSeconds: 200 }),
  session('3', '2026-03-02', 'v3', 'mobile', 'paid-search', { pageviews: 1 }),
  session('4', '2026-03-03', 'v2', 'mobile', 'organic-search', { ...bought, durationSeconds: 300 }),
  session('5', '2026-03-03', 'v4', 'desktop', 'email', { goals: ['newsletter'] }),
  session('6', '2026-03-03', 'v5', 'mobile', 'paid-social', { pageviews: 1 }),
  session('7', '2026-03-04', 'v6', 'mobile', 'direct', { ...bought, durationSeconds: 60, platform: 'ios' }),
  session('8', '2026-03-04', 'v6', 'mobile', 'direct', { durationSeconds: 40, platform: 'ios' }),
  session('9', '2026-03-05', 'v7', 'desktop', 'organic-search', { ...reached, durationSeconds: 100 }),
  session('10', '2026-03-05', 'v1', 'desktop', 'direct', bought),
];

const cart = (cartId: string, date: string, device: string, more = {}) => ({
  ...{ cartId, createdAt: `${date}T09:00Z`, device },
  ...more,
});
const carts = [
  cart('a', '2026-03-02', 'desktop', { orderId: '1' }),
  cart('b', '2026-03-02', 'mobile', { orderId: '2' }),
  cart('c', '2026-03-03', 'mobile'),
  cart('d', '2026-03-04', 'mobile', { orderId: '4' }),
  // Not a day old when the 5th ends.
  cart('e', '2026-03-05', 'desktop'),
];

const adSpend = [
  {
    ...{ date: '2026-03-02', cost: 80, channel: 'paid-search', impressions: 1000, clicks: 50, averagePosition: 2 },
    ...{ attributedRevenue: 400, attributedOrders: 4, attributedNewCustomers: 1 },
  },
  { date: '2026-03-04', cost: 50, kind: 'other' },
  {
    ...{ date: '2026-03-05', cost: 20, channel: 'paid-social', impressions: 500, clicks: 10, averagePosition: 5 },
    ...{ attributedRevenue: 100, attributedOrders: 1, attributedNewCustomers: 1 },
  },
];

const inventorySnapshots = (
  [
    ['2026-03-01', 10, 5],
    ['2026-03-02', 8, 4],
    ['2026-03-03', 6, 0],
    ['2026-03-04', 6, 0],
    ['2026-03-05', 7, 3],
  ] as const
).flatMap(([date, x, y]) => [
  { date, sku: 'x', onHandUnits: x, unitCost: 4 },
  { date, sku: 'y', onHandUnits: y, unitCost: 10 },
]);
const stockEvents = [
  { eventId: 'a', at: '2026-03-01T08:00Z', sku: 'x', type: 'receipt', units: 5 },
  { eventId: 'b', at: '2026-03-05T08:00Z', sku: 'x', type: 'receipt', units: 2 },
  { eventId: 'c', at: '2026-03-05T08:00Z', sku: 'y', type: 'receipt', units: 6 },
  { eventId: 'd', at: '2026-03-05T09:00Z', sku: 'y', type: 'adjustment', units: -1 },
];
const shipments = [
  { shipmentId: 'a', orderId: '1', deliveredAt: '2026-03-03T10:00Z', promisedAt: '2026-03-03' },
  { shipmentId: 'b', orderId: '2', deliveredAt: '2026-03-05T12:00Z', promisedAt: '2026-03-04' },
  { shipmentId: 'c', orderId: '3', promisedAt: '2026-03-04T18:00Z' },
  { shipmentId: 'd', orderId: '4', promisedAt: '2026-03-10' },
];

const ticket = (ticketId: string, date: string, seconds: number | undefined, isComplaint: boolean) => ({
  ...{ ticketId, createdAt: `${date}T10:00:00Z`, isComplaint },
  firstResponseAt: seconds === undefined ? '' : new Date(Date.parse(`${date}T10:00:00Z`) + seconds * 1000),
});
const tickets = [
  ticket('a', '2026-03-02', 600, false),
  ticket('b', '2026-03-03', 1800, true),
  ticket('c', '2026-03-03', 3600, false),
  ticket('d', '2026-03-05', undefined, true),
];
const answers = (kind: string, scores: readonly number[]) =>
  scores.map((score, index) => ({ responseId: `${kind}${index}`, submittedAt: '2026-03-03T10:00Z', kind, score }));
const surveys = [
  ...answers('nps', [10, 9, 9, 7, 3]),
  ...answers('csat', [5, 4, 3, 2]),
  ...answers('inclusion', [5, 4, 4, 1]),
];
const reviews = [
  { reviewId: 'a', createdAt: '2026-03-02T10:00Z', rating: 5, respondedAt: '2026-03-02T11:00Z' },
  { reviewId: 'b', createdAt: '2026-03-03T10:00Z', rating: 4 },
  { reviewId: 'c', createdAt: '2026-03-03T10:00Z', rating: 3, respondedAt: '2026-03-09T10:00Z' },
];
const pageLoads = [1000, 2000, 3000, 4000, 5000].map((lcpMs) => ({ at: '2026-03-03T10:00Z', lcpMs }));

const optIn = (subscriberId: string, medium: string, date: string) => ({
  ...{ subscriberId, medium, at: `${date}T10:00Z`, type: 'opt-in' },
});
const subscriberEvents = [
  optIn('a', 'sms', '2026-01-01'),
  optIn('b', 'sms', '2026-01-05'),
  optIn('c', 'push', '2026-01-05'),
  optIn('d', 'sms', '2026-03-03'),
  // Neither of these changes anything: b is subscribed already, a is no more.
  optIn('b', 'sms', '2026-03-03'),
  { ...optIn('a', 'sms', '2026-03-05'), type: 'opt-out' },
  { ...optIn('a', 'sms', '2026-03-04'), type: 'opt-out' },
  optIn('e', 'push', '2026-03-05'),
];

const appInstalls = [
  { date: '2026-01-01', count: 3 },
  { date: '2026-03-03', count: '' },
  { date: '2026-03-05', count: 2 },
];
const socialPosts = [
  {
    ...{ postId: 'a', publishedAt: '2026-03-02T10:00Z', network: 'photos', influencer: true },
    ...{ impressions: 1000, reach: 600, likes: 30, comments: 5, shares: 5, clicks: 20, conversions: 2 },
  },
  {
    ...{ postId: 'b', publishedAt: '2026-03-04T10:00Z', network: 'photos', impressions: 500, reach: 400 },
    ...{ engagements: 10, clicks: 5, conversions: 1 },
  },
];
const socialAccounts = [
  { date: '2026-03-01', network: 'photos', account: 'shop', followers: 900 },
  { date: '2026-03-01', network: 'films', account: 'shop', followers: 100 },
  { date: '2026-03-05', network: 'photos', account: 'shop', followers: 950 },
  { date: '2026-03-05', network: 'films', account: 'shop', followers: 110 },
];

const ofMarch = { periodStart: '2026-03-01', periodEnd: '2026-03-31' };
const ofTheDays = { periodStart: '2026-03-02', periodEnd: '2026-03-05' };
const emissions = [
  { periodStart: '2026-02-01', periodEnd: '2026-02-28', scope: 1, kgCo2e: 28 },
  { ...ofMarch, scope: 1, kgCo2e: 310 },
  { ...ofMarch, scope: 2, kgCo2e: 62, method: 'location' },
  { ...ofMarch, scope: 2, kgCo2e: 31, method: 'market' },
  { ...ofMarch, scope: 3, kgCo2e: 93 },
];
const resourceUse = [
  { ...ofMarch, kind: 'energy', quantity: 310 },
  { ...ofTheDays, kind: 'waste', quantity: 40, treatment: 'recycled' },
  { ...ofTheDays, kind: 'waste', quantity: 60, treatment: 'landfill' },
  { ...ofTheDays, kind: 'material', quantity: 50, sustainable: true },
  { ...ofTheDays, kind: 'material', quantity: 150, sustainable: false },
];
const communityActions = [
  { date: '2026-03-02', amount: 500, employeeId: '' },
  { date: '2026-03-03', amount: 250, employeeId: 'e1' },
  { date: '2026-03-04', amount: '', employeeId: 'e2' },
  { date: '2026-03-05', amount: '', employeeId: 'e1' },
];

const employees = (attribute: string, attributeGroup: string, headcount: number, level = 'all') => ({
  ...{ date: '2025-06-30', attribute, attributeGroup, headcount, level },
});
const workforce = [
  employees('all', 'all', 20),
  employees('gender', 'women', 12),
  employees('gender', 'men', 7),
  employees('gender', 'undisclosed', 1),
  employees('all', 'all', 6, 'management'),
];

const participant = (unitId: string, date: string, variant: string, converted: boolean) => ({
  ...{
    experimentId: 'free-shipping',
    unitId,
    exposedAt: `${date}T10:00Z`,
    variant,
    isControl: variant === 'as-before',
  },
  converted,
});
const experimentUnits = [
  participant('a', '2026-03-02', 'as-before', true),
  participant('b', '2026-03-02', 'banner', true),
  participant('c', '2026-03-03', 'as-before', false),
  participant('d', '2026-03-03', 'banner', true),
  participant('e', '2026-03-03', 'as-before', false),
  participant('f', '2026-03-04', 'banner', false),
  participant('g', '2026-03-05', 'banner', false),
  participant('h', '2026-03-05', 'as-before', false),
];

const target = (kpiId: string, periodStart: string, periodEnd: string, value: number) => ({
  ...{ kpiId, periodStart, periodEnd, value },
});
const targets = [
  // 280 on the 2nd, and 120 less 60 given back on the 3rd.
  target('net-sales', '2026-03-02', '2026-03-03', 340),
  // 75, of which less is better; two visits of ten, of which less is better too.
  target('customer-acquisition-cost', '2026-03-02', '2026-03-05', 80),
  target('bounce-rate', '2026-03-02', '2026-03-05', 0.1),
  // Nothing was promised for the 2nd, and neither more nor less of how often posts are seen is better.
  target('on-time-delivery-rate', '2026-03-02', '2026-03-02', 0.9),
  target('impression-frequency', '2026-03-02', '2026-03-05', 1),
  // Neither is over within the four days, nor a target among the others.
  target('order-count', '2026-03-01', '2026-03-04', 1),
  target('target-attainment-rate', '2026-03-02', '2026-03-05', 1),
];

export const rows = {
  ...{ orders, refunds, sessions, carts, adSpend, inventorySnapshots, stockEvents, shipments },
  ...{ tickets, surveys, reviews, pageLoads, appInstalls, socialPosts, socialAccounts, communityActions },
  ...{ subscriberEvents, workforce, emissions, resourceUse, experimentUnits, targets },
} satisfies TablesInput;

/** The same shop counted day by day, 2 to 5 March. */
const counted: Readonly<Record<string, readonly (number | string)[]>> = {
  orders: [2, 1, 1, 1],
  grossSales: [300, 120, 60, 40],
  discounts: [20, 0, 0, 0],
  cogs: [120, 70, 30, 10],
  shippingCharged: [15, 10, 0, 0],
  taxes: [40, 20, 0, 0],
  duties: [3, 0, 0, 0],
  fulfilmentCost: [18, 8, 5, 5],
  paymentFees: [6, 2, 1, 1],
  unitsSold: [4, 2, 2, 2],
  identifiedOrders: [2, 1, 1, 0],
  activeCustomers: [2, 1, 1, 0],
  newCustomers: [1, 0, 1, 0],
  returningCustomers: [1, 1, 0, 0],
  repeatCustomers: [0, 0, 0, 0],
  refundedAmount: [0, 60, 10, 60],
  refundedShipping: [0, 5, 0, 0],
  refundedTaxes: [0, 12, 0, 0],
  unitsReturned: [0, 1, 0, 1],
  restockedCost: [0, 25, 0, 0],
  sessions: [3, 3, 2, 2],
  visitors: [3, 3, 1, 2],
  bouncedSessions: [1, 1, 0, 0],
  sessionSeconds: [300, 300, 100, 100],
  timedSessions: [2, 1, 2, 1],
  sessionsWithCheckout: [2, 1, 1, 2],
  sessionsWithPurchase: [2, 1, 1, 1],
  sessionsCheckoutAndPurchase: [2, 1, 1, 1],
  sessionsWithGoal: [0, 1, 0, 0],
  organicSessions: [1, 1, 0, 1],
  paidSessions: [1, 1, 0, 0],
  maturedCarts: [2, 1, 1, 0],
  abandonedCarts: [0, 1, 0, 0],
  lcpMsP75: ['', 4000, '', ''],
  adCost: [80, 0, 0, 20],
  marketingCost: [80, 0, 50, 20],
  adImpressions: [1000, 0, 0, 500],
  adClicks: [50, 0, 0, 10],
  attributedRevenue: [400, 0, 0, 100],
  attributedOrders: [4, 0, 0, 1],
  attributedNewCustomers: [1, 0, 0, 1],
  positionWeight: [2000, 0, 0, 2500],
  positionedImpressions: [1000, 0, 0, 500],
  inventoryUnits: [12, 6, 6, 10],
  skuDaysTracked: [2, 2, 2, 2],
  skuDaysOutOfStock: [0, 1, 1, 0],
  unitsReceived: [0, 0, 0, 8],
  deliveredOrders: [0, 1, 0, 1],
  cycleSeconds: [0, 86_400, 0, 259_200],
  promisedDeliveries: [0, 1, 2, 0],
  onTimeDeliveries: [0, 1, 0, 0],
  complaints: [0, 1, 0, 1],
  firstResponseSeconds: [600, 5400, 0, 0],
  answeredTickets: [1, 2, 0, 0],
  npsResponses: [0, 5, 0, 0],
  npsPromoters: [0, 3, 0, 0],
  npsDetractors: [0, 1, 0, 0],
  csatResponses: [0, 4, 0, 0],
  csatSatisfied: [0, 2, 0, 0],
  inclusionResponses: [0, 4, 0, 0],
  inclusionFavourable: [0, 3, 0, 0],
  reviews: [1, 2, 0, 0],
  ratingSum: [5, 7, 0, 0],
  answeredReviews: [1, 1, 0, 0],
  appInstalls: [0, 1, 0, 2],
  socialImpressions: [1000, 0, 500, 0],
  engagements: [40, 0, 10, 0],
  socialClicks: [20, 0, 5, 0],
  socialConversions: [2, 0, 1, 0],
  followers: [1000, 1000, 1000, 1060],
  averageInventoryValue: [72, 24, 24, 58],
  optIns: [0, 1, 0, 1],
  optOuts: [0, 0, 1, 0],
  socialReach: [600, '', 400, ''],
  appInstallsToDate: [3, 4, 4, 6],
  headcount: [20, 20, 20, 20],
  subscribers: [3, 4, 3, 4],
  emissionsKgCo2e: [15, 15, 15, 15],
  energyKwh: [10, 10, 10, 10],
  wasteKg: [25, 25, 25, 25],
  wasteRecycledKg: [10, 10, 10, 10],
  materialKg: [50, 50, 50, 50],
  materialSustainableKg: [12.5, 12.5, 12.5, 12.5],
  communityAmount: [500, 250, 0, 0],
  csrParticipants: [0, 1, 1, 1],
  variantUnits: [1, 1, 1, 1],
  variantConversions: [1, 1, 0, 0],
  controlUnits: [1, 2, 0, 1],
  controlConversions: [1, 0, 0, 0],
};
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];

/** How many columns of numbers the days have. */
export const columns = Object.keys(counted).length;

export const daily = {
  targets,
  dailyMeasures: [
    // What the days open with.
    { date: '2026-03-01', inventoryUnits: 15, subscribers: 3 },
    ...days.map((date, day) => ({
      date,
      ...Object.fromEntries(Object.entries(counted).map(([measure, figures]) => [measure, figures[day]])),
    })),
  ],
} satisfies TablesInput;
