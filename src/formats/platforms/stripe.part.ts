/**
 * Stripe: lists of charges, of refunds and of Checkout sessions.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | a charge that succeeded: `amount_captured` | an order's `grossSales` | all that was paid: tax and shipping included |
 * | a paid Checkout session: `amount_subtotal`, `total_details` | `grossSales`, `discounts`, `shippingCharged`, `taxes` | without tax, as long as prices exclude it |
 * | `payment_intent`, else the charge's `id` | `orderId` | |
 * | `created` | `placedAt`, `refundedAt` | Unix seconds |
 * | `livemode` false | `isTest` | |
 * | `balance_transaction.fee`, where expanded | `paymentFees` | in the currency of the balance: only where that is the charge's |
 * | a refund, also of `charge.refunds.data` | a refund of kind `refund-only` | but `failed` and `canceled` ones |
 *
 * Amounts are whole numbers of the minor unit: none for yen, three decimals for dinars; ISK and UGX keep two and MGA none
 * with Stripe. Dropped: cards, names, e-mails, addresses. Authorised and not captured is no sale. Refused: a list that
 * `has_more`. https://docs.stripe.com/api/charges, https://docs.stripe.com/currencies
 */
import { minorUnits } from '../../core/minor-units.js';
import type { Answer, Reading, Row } from './answer.js';
import { undatedRefunds } from './notes.js';

/** Where Stripe differs from ISO 4217. */
const ownUnits: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

export function read(answer: Answer): Reading {
  const list = answer.isList('data') ? answer.list('data') : [answer];
  const [kind] = list.length > 0 ? list.map((item) => item.text('object')) : ['charge'];
  if (answer.is('has_more')) throw answer.incomplete('it has more; ask for all pages and give one list.');
  if (!kind || list.some((item) => item.text('object') !== kind)) throw answer.unlike('a list of one kind of objects');
  switch (kind) {
    case 'charge':
      return readCharges(list);
    case 'refund':
      return { tables: { refunds: refundsOf(list) } };
    case 'checkout.session':
      return { tables: { orders: list.filter((session) => session.text('payment_status') === 'paid').map(sessionOf) } };
    default:
      throw answer.unlike('a list of charges, refunds or Checkout sessions');
  }
}

function readCharges(charges: readonly Answer[]): Reading {
  const paid = charges.filter((charge) => charge.text('status') === 'succeeded' && charge.is('captured'));
  const cut = paid.find((charge) => charge.is('refunds.has_more'));
  if (cut) throw cut.incomplete('a charge has more refunds than it holds; give the list of refunds.');
  const refunds = paid.flatMap((charge) => refundsOf(charge.list('refunds.data'), charge));
  const isUntold = paid.some((charge) => (charge.number('amount_refunded') ?? 0) > 0 && !charge.isList('refunds.data'));
  return {
    declared: { settings: { taxTreatment: 'inclusive' } },
    tables: {
      orders: paid.map(chargeOf),
      ...(paid.some((charge) => charge.isList('refunds.data')) && { refunds }),
    },
    notes: [isUntold ? undatedRefunds('Ask with expand[]=data.refunds.') : undefined],
  };
}

function chargeOf(charge: Answer): Row {
  const fees = charge.at('balance_transaction');
  const isSame = fees.text('currency') === charge.text('currency');
  return {
    ...orderOf(charge),
    grossSales: amountOf(charge, 'amount_captured'),
    paymentFees: isSame ? amountOf(fees, 'fee') : undefined,
    country: charge.text('shipping.address.country'),
  };
}

const sessionOf = (session: Answer): Row => ({
  ...orderOf(session),
  grossSales: amountOf(session, 'amount_subtotal'),
  discounts: amountOf(session, 'total_details.amount_discount'),
  shippingCharged: amountOf(session, 'total_details.amount_shipping'),
  taxes: amountOf(session, 'total_details.amount_tax'),
});

const orderOf = (record: Answer): Row => ({
  orderId: referenceIn(record, 'payment_intent') ?? record.text('id'),
  placedAt: timeOf(record),
  currency: currencyOf(record),
  customerId: referenceIn(record, 'customer'),
  isTest: record.mentions('livemode') && !record.is('livemode'),
});

const refundsOf = (refunds: readonly Answer[], charge?: Answer): readonly Row[] =>
  refunds
    .filter((refund) => !['failed', 'canceled'].includes(refund.text('status') ?? ''))
    .map((refund) => ({
      refundId: refund.text('id'),
      orderId: charge
        ? orderOf(charge)['orderId']
        : (referenceIn(refund, 'payment_intent') ?? referenceIn(refund, 'charge')),
      refundedAt: timeOf(refund),
      currency: currencyOf(refund),
      amount: amountOf(refund, 'amount'),
      kind: 'refund-only',
      reason: refund.text('reason'),
    }));

/** The identifier of another object, which may stand here whole. */
const referenceIn = (record: Answer, field: string): string | undefined =>
  record.text(field) ?? record.text(`${field}.id`);

const currencyOf = (record: Answer): string | undefined => record.text('currency')?.toUpperCase();

function amountOf(record: Answer, field: string): number | undefined {
  const amount = record.number(field);
  const currency = currencyOf(record);
  return amount === undefined ? undefined : amount / 10 ** (ownUnits[currency ?? ''] ?? minorUnits(currency));
}

function timeOf(record: Answer): string | undefined {
  const time = new Date((record.number('created') ?? NaN) * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
