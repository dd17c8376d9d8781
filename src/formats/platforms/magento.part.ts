/**
 * Adobe Commerce (Magento) REST: `/V1/orders`, `/V1/creditmemos`, and both as `{ orders, creditmemos }`.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `entity_id`; of a credit memo `order_id` | `orderId` | |
 * | `created_at` | `placedAt`, `refundedAt` | UTC, though it does not say so |
 * | `base_currency_code` | `currency` | amounts are the `base_` ones |
 * | `base_subtotal`, `base_shipping_amount`, `base_tax_amount` | `grossSales`, `shippingCharged`, `taxes` | without tax |
 * | `base_discount_amount` | `discounts` | negative; less `base_discount_tax_compensation_amount`, the tax in it |
 * | `customer_id` | `customerId` | none: a guest |
 * | `state` `canceled` | `cancelledAt` | when it was last updated |
 * | `items` without a `parent_item_id` | `orderLines` | a configurable product's children are the same piece |
 * | a credit memo's `base_subtotal` + `base_adjustment`, less its discount | a refund's `amount` | |
 *
 * Refused: fewer items than `total_count`. Noted: refunds that orders tell without a date. Dropped: names, e-mails,
 * addresses but the country. Orders in the state `pending_payment` are left out: nobody has paid.
 * https://developer.adobe.com/commerce/webapi/rest
 */
import { addDecimals } from '../../core/decimal.js';
import type { Answer, Reading, Row } from './answer.js';
import { undatedRefunds } from './notes.js';

export function read(answer: Answer): Reading {
  const parts = answer.isList('items') ? [answer] : [answer.at('orders'), answer.at('creditmemos')];
  const lists = parts.map(itemsOf);
  const items = lists.flat();
  if (lists.every((list) => list === undefined)) throw answer.unlike('orders or credit memos: { items, total_count }');
  const memos = items.filter((item) => item?.has('order_id')) as Answer[];
  const orders = items.filter((item) => item?.has('total_qty_ordered') || item?.has('base_grand_total')) as Answer[];
  const placed = orders.filter((order) => !order.has('order_id') && order.text('state') !== 'pending_payment');
  if (items.length > 0 && memos.length + orders.length === 0) throw answer.unlike('orders or credit memos');
  const hasMemos = memos.length > 0 || answer.has('creditmemos');
  const isUntold = !hasMemos && placed.some((order) => (order.number('base_total_refunded') ?? 0) > 0);
  return {
    tables: {
      ...((placed.length > 0 || !hasMemos) && { orders: placed.map(orderOf), orderLines: placed.flatMap(linesOf) }),
      ...(hasMemos && { refunds: memos.map(refundOf) }),
    },
    notes: [isUntold ? undatedRefunds('Give { orders, creditmemos }.') : undefined],
  };
}

function itemsOf(answer: Answer): readonly Answer[] | undefined {
  if (!answer.isList('items')) return undefined;
  const items = answer.list('items');
  const total = answer.number('total_count') ?? items.length;
  if (total > items.length) throw answer.incomplete(`${items.length} of ${total} items; ask with a larger pageSize.`);
  return items;
}

const orderOf = (order: Answer): Row => ({
  orderId: order.id('entity_id'),
  placedAt: timeOf(order, 'created_at'),
  currency: order.text('base_currency_code'),
  customerId: order.id('customer_id'),
  grossSales: order.number('base_subtotal'),
  discounts: discountOf(order),
  shippingCharged: order.number('base_shipping_amount'),
  taxes: order.number('base_tax_amount'),
  units: order.number('total_qty_ordered'),
  cancelledAt: order.text('state') === 'canceled' ? timeOf(order, 'updated_at') : undefined,
  country:
    order.text('extension_attributes.shipping_assignments.0.shipping.address.country_id') ??
    order.text('billing_address.country_id'),
});

const linesOf = (order: Answer): readonly Row[] =>
  order
    .list('items')
    .filter((item) => !item.has('parent_item_id') && !item.has('parent_item'))
    .map((item) => ({
      orderId: order.id('entity_id'),
      lineId: item.id('item_id'),
      sku: item.text('sku'),
      quantity: item.number('qty_ordered'),
      lineTotal: item.number('base_row_total'),
      discount: discountOf(item),
    }));

function refundOf(memo: Answer): Row {
  const goods = addDecimals(memo.number('base_subtotal') ?? NaN, -(discountOf(memo) ?? 0));
  const units = memo.sum('items', (item) => item.number('qty'));
  return {
    refundId: memo.id('entity_id'),
    orderId: memo.id('order_id'),
    refundedAt: timeOf(memo, 'created_at'),
    currency: memo.text('base_currency_code'),
    amount: addDecimals(goods, memo.number('base_adjustment') ?? 0),
    shippingAmount: memo.number('base_shipping_amount'),
    taxAmount: memo.number('base_tax_amount'),
    units,
    kind: units > 0 ? 'return' : 'refund-only',
  };
}

/** Where prices include tax, so does the discount. */
function discountOf(record: Answer): number | undefined {
  const discount = record.number('base_discount_amount');
  if (discount === undefined) return undefined;
  return addDecimals(Math.abs(discount), -Math.abs(record.number('base_discount_tax_compensation_amount') ?? 0));
}

const timeOf = (record: Answer, field: string): string | undefined => record.text(field)?.replace(' ', 'T').concat('Z');
