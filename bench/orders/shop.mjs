/** Orders of a made-up shop, the same for everybody: a customer has four orders on average, over two years. */
const MS_PER_DAY = 86_400_000;
const firstDay = Date.UTC(2025, 0, 1) / MS_PER_DAY;
export const days = 730;

/** The two windows that are asked about: 28 days, and the 28 before. */
export const windows = [days - 28, days - 56].map((start) => ({ start, end: start + 27 }));
export const isoOf = (day) => new Date((firstDay + day) * MS_PER_DAY).toISOString().slice(0, 10);
/** The day of an ISO text, counted from the first. */
export const dayOf = (text) => Date.parse(`${text.slice(0, 10)}T00:00Z`) / MS_PER_DAY - firstDay;

/** @returns columns of equal length, in the order of time; money has two decimals */
export function makeColumns(count) {
  let state = 11;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const columns = { orderId: [], placedAt: [], customerId: [], grossSales: [], discounts: [] };
  const customers = Math.max(1, Math.round(count / 4));
  for (let row = 0; row < count; row++) {
    const at = firstDay * MS_PER_DAY + Math.floor(((row + random()) / count) * days * 86_400) * 1000;
    const sales = Math.round(2_000 + 18_000 * random() ** 2);
    columns.orderId.push(`o${row}`);
    columns.placedAt.push(`${new Date(at).toISOString().slice(0, 19)}Z`);
    columns.customerId.push(`c${Math.floor(customers * random() ** 1.5)}`);
    columns.grossSales.push(sales / 100);
    columns.discounts.push(random() < 0.2 ? Math.round(sales / 10) / 100 : 0);
  }
  return columns;
}

export const toRows = ({ orderId, placedAt, customerId, grossSales, discounts }) =>
  orderId.map((id, row) => ({
    orderId: id,
    placedAt: placedAt[row],
    customerId: customerId[row],
    grossSales: grossSales[row],
    discounts: discounts[row],
  }));

export const toCsv = (columns) => {
  const fields = Object.keys(columns);
  const lines = columns.orderId.map((_, row) => fields.map((field) => columns[field][row]).join(','));
  return [fields.join(','), ...lines].join('\n');
};
