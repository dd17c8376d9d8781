/** A small shop: 1 to 4 orders a day over eight weeks of 2025, in kroner, always the same. */
export const orderLines = Array.from({ length: 56 }, (_, day) =>
  Array.from({ length: 1 + ((day * 7) % 4) }, (_, index) => ({
    orderId: `o${day}-${index}`,
    placedAt: new Date(Date.UTC(2025, 8, 26 + day, 10)).toISOString(),
    customerId: `c${(day * 3 + index) % 40}`,
    quantity: 1 + (index % 2),
    lineTotal: 200 + ((day * 37 + index * 11) % 90),
    channel: index % 2 ? 'email' : 'organic-search',
  })),
).flat();

/** As a data set: complete up to 20 November 2025. */
export const shop = { timeZone: 'UTC', currency: 'DKK', asOf: '2025-11-20', orderLines };

/** 30 visits a day, of which 15 see a product, 5 fill a cart, 3 begin to pay and 2 buy. */
export const sessions = Array.from({ length: 56 * 30 }, (_, visit) => ({
  sessionId: `s${visit}`,
  startedAt: new Date(Date.UTC(2025, 8, 26 + Math.floor(visit / 30), visit % 24)).toISOString(),
  channel: visit % 2 ? 'email' : 'organic-search',
  productViewed: visit % 30 < 15,
  addedToCart: visit % 30 < 5,
  checkoutStarted: visit % 30 < 3,
  purchased: visit % 30 < 2,
}));

/** The same shop with its visits. */
export const withVisits = { ...shop, sessions };

/** The same lines as CSV with a header. */
export const shopCsv = [
  'orderId,placedAt,customerId,quantity,lineTotal,channel',
  ...orderLines.map((line) => Object.values(line).join(',')),
].join('\n');
