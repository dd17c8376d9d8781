import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import * as stripe from '../../../src/formats/platforms/stripe.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

/** 2026-11-01T12:00:00Z */
const noon = 1_793_534_400;
const charge = {
  object: 'charge',
  id: 'ch_1',
  amount: 12_500,
  amount_captured: 12_500,
  amount_refunded: 0,
  captured: true,
  created: noon,
  currency: 'dkk',
  customer: 'cus_1',
  livemode: true,
  payment_intent: 'pi_1',
  status: 'succeeded',
  billing_details: { name: 'Jane', email: 'jane@example.com' },
  shipping: { address: { country: 'DK' } },
};
const list = (...data: object[]) => ({ object: 'list', has_more: false, data });
const only = (changes: object) => readWith(stripe, list({ ...charge, ...changes })).tables['orders']?.[0];

describe('a charge of Stripe', () => {
  it('is an order of all that was paid', () => {
    expect(only({})).toEqual({
      orderId: 'pi_1',
      placedAt: '2026-11-01T12:00:00.000Z',
      currency: 'DKK',
      customerId: 'cus_1',
      isTest: false,
      grossSales: 125,
      country: 'DK',
    });
  });

  it.each([
    ['dkk', 125],
    ['jpy', 12_500],
    ['kwd', 12.5],
    // As Stripe writes them, not as ISO 4217 does.
    ['isk', 125],
    ['ugx', 125],
    ['mga', 12_500],
  ])('in %s has the decimals of that currency', (currency, grossSales) => {
    expect(only({ currency })).toMatchObject({ grossSales });
  });

  it.each([{ status: 'failed' }, { status: 'pending' }, { captured: false }])('is no sale with %o', (changes) => {
    expect(only(changes)).toBeUndefined();
  });

  it('of a guest has no customer; of test mode is a test; whole objects are as good as their identifiers', () => {
    expect(only({ customer: null, livemode: false })).toMatchObject({ customerId: undefined, isTest: true });
    expect(only({ customer: { id: 'cus_2' }, payment_intent: null })).toMatchObject({
      orderId: 'ch_1',
      customerId: 'cus_2',
    });
  });

  it('knows its fee in its own currency only', () => {
    const fee = { fee: 250, currency: 'dkk' };
    expect(only({ balance_transaction: fee })).toMatchObject({ paymentFees: 2.5 });
    expect(only({ balance_transaction: { ...fee, currency: 'eur' } })?.['paymentFees']).toBeUndefined();
  });

  it('carries that its sales include tax', async () => {
    const dataset = await loadDataset(list(charge), { timeZone: 'UTC', asOf: '2026-11-02' });
    const { value, warnings } = evaluateKpi(dataset, { kpi: 'net-sales', period: '2026-11-01/2026-11-01' });
    expect(value).toBe(125);
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['tax-inclusive', 'refunds-unknown']));
  });

  it('keeps no name', () => {
    expect(JSON.stringify(readWith(stripe, list(charge)))).not.toMatch(/jane/i);
  });
});

describe('a refund of Stripe', () => {
  const refund = {
    object: 'refund',
    id: 're_1',
    amount: 2550,
    charge: 'ch_1',
    payment_intent: 'pi_1',
    created: noon + 86_400,
    currency: 'dkk',
    status: 'succeeded',
    reason: 'requested_by_customer',
  };
  const expected = {
    refundId: 're_1',
    orderId: 'pi_1',
    refundedAt: '2026-11-02T12:00:00.000Z',
    currency: 'DKK',
    amount: 25.5,
    kind: 'refund-only',
    reason: 'requested_by_customer',
  };

  it('is on its own day, in a list or inside its charge', () => {
    expect(readWith(stripe, list(refund)).tables).toEqual({ refunds: [expected] });
    const refunds = { data: [refund, { ...refund, id: 're_2', status: 'failed' }], has_more: false };
    expect(readWith(stripe, list({ ...charge, refunds })).tables['refunds']).toEqual([expected]);
  });

  it('whose day is not told is noted', () => {
    const { tables, notes } = readWith(stripe, list({ ...charge, amount_refunded: 2550 }));
    expect(tables['refunds']).toBeUndefined();
    expect(notes).toMatchObject([
      { code: 'undated-refunds', message: expect.stringContaining('expand[]=data.refunds') as string },
    ]);
  });
});

describe('a list of Stripe', () => {
  it('of Checkout sessions tells tax, shipping and discount apart; what is not paid is no order', () => {
    const session = {
      object: 'checkout.session',
      id: 'cs_1',
      payment_intent: 'pi_1',
      payment_status: 'paid',
      amount_subtotal: 10_000,
      total_details: { amount_discount: 1000, amount_shipping: 500, amount_tax: 2375 },
      created: noon,
      currency: 'eur',
      customer: null,
      livemode: true,
    };
    const { orders } = readWith(stripe, list(session, { ...session, id: 'cs_2', payment_status: 'unpaid' })).tables;
    expect(orders).toMatchObject([
      { orderId: 'pi_1', grossSales: 100, discounts: 10, shippingCharged: 5, taxes: 23.75 },
    ]);
  });

  it('that has more is refused, and so is one of something else', () => {
    expect(refusal(() => readWith(stripe, { ...list(charge), has_more: true }))).toContain('incomplete-data');
    const cut = { ...charge, refunds: { data: [], has_more: true } };
    expect(refusal(() => readWith(stripe, list(cut)))).toContain('incomplete-data');
    expect(refusal(() => readWith(stripe, list({ object: 'payout' })))).toContain('unrecognised-data');
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(
        stripe,
        list(charge),
        list({ ...charge, refunds: { data: [{ ...charge, object: 'refund' }] } }),
      ),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Stripe (../shared/data/api)', () => {
  it('charge.json is authorised and not captured: no sale', () => {
    expect(readWith(stripe, answerIn('stripe/charge.json')).tables['orders']).toEqual([]);
  });

  it('refund.json gives one dollar back', () => {
    expect(readWith(stripe, answerIn('stripe/refund.json')).tables['refunds']).toMatchObject([
      { orderId: 'ch_1PgafuB7WZ01zgkWXYmPNZs8', amount: 1, currency: 'USD', refundedAt: '2009-02-13T23:31:30.000Z' },
    ]);
  });
});
