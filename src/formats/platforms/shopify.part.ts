/**
 * Shopify Admin REST: `orders.json`, `checkouts.json` beside orders, `inventory_levels.json`, refunds.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `processed_at`, else `created_at` | `placedAt` | what Shopify's own reports go by |
 * | `customer.id` | `customerId` | none: a guest |
 * | `total_line_items_price` | `grossSales` | with gift cards or tips among the lines: the others; with `taxes_included`: each line ÷ (1 + its rates) |
 * | `discount_allocations` of lines | `discounts` | without any: `total_discounts` |
 * | `shipping_lines`, `total_tax`, `original_total_duties_set` | `shippingCharged`, `taxes`, `duties` | |
 * | `cancelled_at`, `test`, `shipping_address.country_code` | `cancelledAt`, `isTest`, `country` | else the billing country |
 * | `line_items` | `orderLines` | `vendor` is the brand; gift cards and tips are no sale |
 * | `refunds` | `refunds` | on their own day; `refund_discrepancy` is merchandise, `shipping_refund` shipping |
 * | `checkouts` | `carts` | converted ones are the orders with a `checkout_id` |
 * | `inventory_levels` | `inventorySnapshots` | one snapshot, dated by the newest `updated_at`; the item is the sku |
 *
 * Dropped: names, e-mails, addresses, notes, payments.
 * Assumed: amounts are in the shop's currency (`currency`), not in what the customer paid in. A page cannot be told from
 * the whole; as many orders as a page holds are noted. https://shopify.dev/docs/api/admin-rest
 */
import { addDecimals } from '../../core/decimal.js';
import type { Answer, Reading, Row } from './answer.js';
import { perhapsAPage } from './notes.js';

/** A page by default, and at most. */
const pageSizes: readonly number[] = [50, 250];

export function read(answer: Answer): Reading {
  if (answer.has('order')) return readOrders([answer.at('order')], []);
  if (answer.isList('orders')) return readOrders(answer.list('orders'), answer.list('checkouts'));
  if (answer.has('refund')) return { tables: { refunds: [refundOf(answer.at('refund'))] } };
  if (answer.isList('refunds')) {
    return { tables: { refunds: answer.list('refunds').map((refund) => refundOf(refund)) } };
  }
  if (answer.isList('inventory_levels')) return readLevels(answer);
  if (answer.isList('checkouts')) {
    throw answer.incomplete(
      'abandoned checkouts tell no rate without the orders; give both, as { orders, checkouts }.',
    );
  }
  throw answer.unlike('orders, refunds, inventory_levels, or checkouts beside orders');
}

function readOrders(orders: readonly Answer[], checkouts: readonly Answer[]): Reading {
  const withRefunds = orders.some((order) => order.isList('refunds'));
  return {
    tables: {
      orders: orders.map(orderOf),
      orderLines: orders.flatMap(linesOf),
      ...(withRefunds && {
        refunds: orders.flatMap((order) => order.list('refunds').map((refund) => refundOf(refund, order))),
      }),
      ...(checkouts.length > 0 && { carts: cartsOf(orders, checkouts) }),
    },
    notes: [perhapsAPage(orders, pageSizes)],
  };
}

function orderOf(order: Answer): Row {
  const lines = order.list('line_items');
  const isStated = !order.is('taxes_included') && lines.every(isSale);
  const isAllocated = lines.some((line) => line.isList('discount_allocations'));
  return {
    orderId: order.id('id'),
    placedAt: order.text('processed_at') ?? order.text('created_at'),
    currency: order.text('currency'),
    customerId: order.id('customer.id'),
    grossSales: (isStated ? order.number('total_line_items_price') : undefined) ?? ofSales(order, amountOf),
    discounts: isAllocated ? ofSales(order, discountOf) : order.number('total_discounts'),
    shippingCharged: order.isList('shipping_lines')
      ? order.sum('shipping_lines', (line) => (shippingOf(line) ?? 0) / taxFactor(line, order))
      : undefined,
    taxes: order.number('total_tax'),
    duties: order.number('original_total_duties_set.shop_money.amount'),
    units: order.sum('line_items', (line) => (isSale(line) ? line.number('quantity') : 0)),
    cancelledAt: order.text('cancelled_at'),
    isTest: order.is('test'),
    country: order.text('shipping_address.country_code') ?? order.text('billing_address.country_code'),
  };
}

const ofSales = (order: Answer, amount: (line: Answer) => number): number =>
  order.sum('line_items', (line) => (isSale(line) ? amount(line) / taxFactor(line, order) : 0));

const linesOf = (order: Answer): readonly Row[] =>
  order
    .list('line_items')
    .filter(isSale)
    .map((line) => ({
      orderId: order.id('id'),
      lineId: line.id('id'),
      sku: line.text('sku'),
      quantity: line.number('quantity'),
      unitPrice: (line.number('price') ?? NaN) / taxFactor(line, order),
      discount: discountOf(line) / taxFactor(line, order),
      brand: line.text('vendor'),
    }));

/** @param order undefined where a refund comes alone: its amounts are then taken to be without tax */
function refundOf(refund: Answer, order?: Answer): Row {
  const goods = refund.list('refund_line_items').filter((line) => isSale(line.at('line_item')));
  const ofGoods = (amount: (line: Answer) => number | undefined) =>
    refund.sum('refund_line_items', (line) => (isSale(line.at('line_item')) ? amount(line) : 0));
  // What is given back beside the lines is written as a negative amount.
  const beside = (kind: string) =>
    refund.sum('order_adjustments', (each) => (each.text('kind') === kind ? -(each.number('amount') ?? 0) : 0));
  const withTax = order?.is('taxes_included') ?? false;
  const ofLines = ofGoods((line) => {
    const quantity = line.number('quantity');
    const amount = line.number('subtotal') ?? amountOf(line.at('line_item'), quantity);
    return withTax ? amount - (line.number('total_tax') ?? 0) : amount;
  });
  const isCancellation = goods.length > 0 && goods.every((line) => line.text('restock_type') === 'cancel');
  return {
    refundId: refund.id('id'),
    orderId: refund.id('order_id') ?? order?.id('id'),
    refundedAt: refund.text('processed_at') ?? refund.text('created_at'),
    currency: order?.text('currency') ?? refund.text('transactions.0.currency'),
    amount: addDecimals(ofLines, beside('refund_discrepancy')),
    shippingAmount: beside('shipping_refund'),
    taxAmount: addDecimals(
      ofGoods((line) => line.number('total_tax')),
      refund.sum('order_adjustments', (each) => -(each.number('tax_amount') ?? 0)),
    ),
    units: ofGoods((line) => line.number('quantity')),
    kind: isCancellation ? 'cancellation' : goods.length > 0 ? 'return' : 'refund-only',
  };
}

/** Checkouts that were left, and those that became orders: the list of checkouts holds none of these. */
function cartsOf(orders: readonly Answer[], checkouts: readonly Answer[]): readonly Row[] {
  const left = checkouts.map((checkout) => ({
    cartId: checkout.id('id'),
    createdAt: checkout.text('created_at'),
    lastActivityAt: checkout.text('updated_at'),
    convertedAt: checkout.text('completed_at'),
    country: checkout.text('shipping_address.country_code'),
  }));
  const bought = orders
    .filter((order) => order.has('checkout_id') && !order.is('test'))
    .map((order) => ({
      cartId: order.id('checkout_id'),
      createdAt: order.text('created_at'),
      convertedAt: order.text('created_at'),
      orderId: order.id('id'),
      country: order.text('shipping_address.country_code'),
    }));
  return [...left, ...bought];
}

function readLevels(answer: Answer): Reading {
  const levels = answer.list('inventory_levels').filter((level) => level.has('available'));
  const days = levels.map((level) => level.text('updated_at')?.slice(0, 10) ?? '').sort();
  const date = days.at(-1);
  if (date === '') throw answer.unlike('inventory_levels with updated_at, which dates them');
  return {
    tables: {
      inventorySnapshots: levels.map((level) => ({
        date,
        sku: level.id('inventory_item_id'),
        location: level.id('location_id'),
        onHandUnits: level.number('available'),
      })),
    },
    notes: [perhapsAPage(levels, pageSizes)],
  };
}

/** Selling a gift card is no sale, and a tip is none, whose line alone has this field, be it null. */
const isSale = (line: Answer): boolean => !line.is('gift_card') && !line.mentions('tip_payment_gateway');

const amountOf = (line: Answer, quantity = line.number('quantity')): number =>
  (line.number('price') ?? NaN) * (quantity ?? NaN);

const discountOf = (line: Answer): number => line.sum('discount_allocations', (each) => each.number('amount'));

const shippingOf = (line: Answer): number | undefined => line.number('discounted_price') ?? line.number('price');

/** What a price of a shop with prices including tax is divided by. */
const taxFactor = (line: Answer, order: Answer): number =>
  order.is('taxes_included') ? 1 + line.sum('tax_lines', (each) => each.number('rate')) : 1;
