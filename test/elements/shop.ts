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

/** The same lines as CSV with a header. */
export const shopCsv = [
  'orderId,placedAt,customerId,quantity,lineTotal,channel',
  ...orderLines.map((line) => Object.values(line).join(',')),
].join('\n');
