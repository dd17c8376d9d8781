/**
 * WooCommerce REST v3: lists of orders and of refunds, the sales report, and the revenue statistics of its analytics.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `date_created_gmt` | `placedAt`, `refundedAt` | UTC, though it does not say so; else `date_created`, in the shop's zone |
 * | `customer_id` | `customerId` | 0: a guest |
 * | `line_items.subtotal` | `grossSales` | without tax, whatever `prices_include_tax` |
 * | `discount_total`, `shipping_total`, `total_tax` | `discounts`, `shippingCharged`, `taxes` | |
 * | `status` `cancelled` | `cancelledAt` | when it was last changed |
 * | `status` `pending failed checkout-draft auto-draft trash` | – | no orders, as in WooCommerce's own reports |
 * | `_wc_order_attribution_…` in `meta_data` | `device`, `source`, `campaign` | |
 * | a refund's `amount` − its shipping − its tax | `amount` | an amount without lines is merchandise |
 * | `totals` by day of the sales report | `orders`, `unitsSold`, `orderRevenue`, … | sales − tax − shipping |
 * | `intervals.subtotals` of the statistics | `grossSales`, `discounts`, `refundedAmount`, … | totals are worked out anew |
 *
 * Dropped: names, e-mails, addresses, notes, fees. Gift cards are made by plug-ins and cannot be told. What an order
 * says of its own refunds has no date: they are read from a list of refunds, beside the orders as
 * `{ orders, refunds }`. A page cannot be told from the whole; as many as a page holds are noted.
 * https://woocommerce.github.io/woocommerce-rest-api-docs
 */
import { addDecimals } from '../../core/decimal.js';
import type { Answer, Reading, Row } from './answer.js';
import { perhapsAPage, undatedRefunds } from './notes.js';

const pageSizes = [10, 100];
const noOrders = new Set(['pending', 'failed', 'checkout-draft', 'auto-draft', 'trash']);

export function read(answer: Answer): Reading {
  if (answer.isList('intervals')) return readStatistics(answer);
  // An order has refunds of its own.
  if (!answer.isList('line_items') && (answer.isList('orders') || answer.isList('refunds'))) {
    return readLists(answer.list('orders'), answer.isList('refunds') ? answer.list('refunds') : undefined);
  }
  const list = answer.isList() ? answer.list() : [answer];
  if (list.every((each) => each.has('refunded_by'))) return readLists([], list);
  if (list.every((each) => each.isList('line_items'))) return readLists(list, undefined);
  if (list[0]?.has('totals_grouped_by')) return readReport(list[0]);
  throw answer.unlike('orders, refunds, a sales report or revenue statistics');
}

function readLists(orders: readonly Answer[], refunds: readonly Answer[] | undefined): Reading {
  const placed = orders.filter((order) => !noOrders.has(order.text('status') ?? ''));
  const isUndated = !refunds && orders.some((order) => order.list('refunds').length > 0);
  return {
    tables: {
      ...(orders.length > 0 && { orders: placed.map(orderOf), orderLines: placed.flatMap(linesOf) }),
      ...(refunds && { refunds: refunds.map(refundOf) }),
    },
    notes: [
      ...[orders, refunds ?? []].map((list) => perhapsAPage(list, pageSizes)),
      isUndated ? undatedRefunds('Give the list of refunds too, as { orders, refunds }.') : undefined,
    ],
  };
}

function orderOf(order: Answer): Row {
  const told = (key: string) =>
    order
      .list('meta_data')
      .find((meta) => meta.text('key') === `_wc_order_attribution_${key}`)
      ?.text('value');
  return {
    orderId: order.id('id'),
    placedAt: timeOf(order, 'date_created'),
    currency: order.text('currency'),
    customerId: order.id('customer_id'),
    grossSales: order.sum('line_items', (line) => line.number('subtotal') ?? NaN),
    discounts: order.number('discount_total'),
    shippingCharged: order.number('shipping_total'),
    taxes: order.number('total_tax'),
    units: order.sum('line_items', (line) => line.number('quantity')),
    cancelledAt: order.text('status') === 'cancelled' ? timeOf(order, 'date_modified') : undefined,
    country: order.text('shipping.country') ?? order.text('billing.country'),
    device: told('device_type')?.toLowerCase(),
    source: told('utm_source'),
    campaign: told('utm_campaign'),
  };
}

const linesOf = (order: Answer): readonly Row[] =>
  order.list('line_items').map((line) => ({
    orderId: order.id('id'),
    lineId: line.id('id'),
    sku: line.text('sku') ?? line.id('variation_id') ?? line.id('product_id'),
    quantity: line.number('quantity'),
    lineTotal: line.number('subtotal'),
    discount: addDecimals(line.number('subtotal') ?? NaN, -(line.number('total') ?? NaN)),
  }));

/** Amounts of a refund's lines are negative. */
function refundOf(refund: Answer): Row {
  const sumOf = (lists: readonly string[], amount: string) =>
    lists.reduce(
      (sum, list) =>
        addDecimals(
          sum,
          refund.sum(list, (line) => -(line.number(amount) ?? 0)),
        ),
      0,
    );
  const shippingAmount = sumOf(['shipping_lines'], 'total');
  const taxAmount = sumOf(['line_items', 'shipping_lines', 'fee_lines'], 'total_tax');
  const units = sumOf(['line_items'], 'quantity');
  const [, orderOfLink] = /orders\/(\d+)$/.exec(refund.text('_links.up.0.href') ?? '') ?? [];
  return {
    refundId: refund.id('id'),
    orderId: refund.id('parent_id') ?? orderOfLink,
    refundedAt: timeOf(refund, 'date_created'),
    currency: refund.text('currency'),
    amount: addDecimals(refund.number('amount') ?? NaN, -addDecimals(shippingAmount, taxAmount)),
    shippingAmount,
    taxAmount,
    units,
    kind: units > 0 ? 'return' : 'refund-only',
  };
}

function timeOf(record: Answer, field: string): string | undefined {
  const utc = record.text(`${field}_gmt`);
  return utc === undefined ? record.text(field) : `${utc}Z`;
}

function readReport(report: Answer): Reading {
  if (report.text('totals_grouped_by') !== 'day')
    throw report.incomplete('its totals are not by day; ask for at most three months.');
  return {
    tables: {
      dailyMeasures: report.members('totals').map(([date, day]) => {
        const orderRevenue = ['tax', 'shipping'].reduce(
          (rest, part) => addDecimals(rest, -(day.number(part) ?? NaN)),
          day.number('sales') ?? NaN,
        );
        const discounts = day.number('discount');
        return {
          date,
          orders: day.number('orders'),
          unitsSold: day.number('items'),
          orderRevenue,
          discounts,
          grossSales: addDecimals(orderRevenue, discounts ?? NaN),
          taxes: day.number('tax'),
          shippingCharged: day.number('shipping'),
        };
      }),
    },
  };
}

function readStatistics(answer: Answer): Reading {
  const intervals = answer.list('intervals');
  const stated = answer.number('totals.orders_count');
  const found = answer.sum('intervals', (interval) => interval.number('subtotals.orders_count'));
  if (stated !== undefined && stated !== found) {
    throw answer.incomplete(`its intervals hold ${found} of ${stated} orders; ask with a larger per_page.`);
  }
  const isDays = intervals.every((interval) => /^\d{4}-\d\d-\d\d$/.test(interval.text('interval') ?? ''));
  if (!isDays) throw answer.unlike('intervals of a day each (interval=day)');
  return {
    tables: {
      dailyMeasures: intervals.map((interval) => {
        const sums = interval.at('subtotals');
        return {
          date: interval.text('interval'),
          orders: sums.number('orders_count'),
          unitsSold: sums.number('num_items_sold'),
          grossSales: sums.number('gross_sales'),
          discounts: sums.number('coupons'),
          refundedAmount: sums.number('refunds'),
          shippingCharged: sums.number('shipping'),
          taxes: sums.number('taxes'),
        };
      }),
    },
  };
}
