import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import type { KpiDefinition } from '../../../src/core/catalog/definition.js';
import { resolveFormula } from '../../../src/core/evaluate/resolve-formula.js';

/** The measures and warnings that a KPI comes down to where the data hold these measures. */
function resolve(kpi: string | KpiDefinition, ...held: string[]): unknown {
  const definition = typeof kpi === 'string' ? kpiCatalog.get(kpi)! : kpi;
  const found = resolveFormula(definition, (measure) => held.includes(measure));
  return 'missing' in found
    ? `no ${found.missing}`
    : [found.measures, found.warnings.map(({ code, measure }) => [code, measure].join(' ').trim())];
}

describe('which formula', () => {
  test('the KPI’s own, where the data hold its measures', () => {
    expect(resolve('net-sales', 'orderRevenue', 'refundedAmount', 'netSales')).toEqual([
      ['orderRevenue', 'refundedAmount'],
      [],
    ]);
  });

  test('one that refers to other KPIs and to settings', () => {
    const definition: KpiDefinition = { ...kpiCatalog.get('net-sales')!, formula: 'kpi(order-count) * param(share)' };
    const found = resolveFormula(definition, (measure) => measure === 'orders', { share: 0.5 });
    expect(found).toMatchObject({ text: 'orders * 0.5', measures: ['orders'] });
    expect(() => resolveFormula(definition, () => true)).toThrow('param(share): there is no "share".');
  });

  test('another for the same figure', () => {
    expect(resolve('net-sales', 'orderRevenue', 'netSales')).toEqual([['netSales'], []]);
  });

  test('stand-ins, one inside the other, with what they cost', () => {
    expect(resolve('net-sales', 'orderRevenue')).toEqual([['orderRevenue'], ['refunds-unknown refundedAmount']]);
    expect(resolve('net-sales', 'grossSales')).toEqual([['grossSales'], ['refunds-unknown refundedAmount']]);
    expect(resolve('net-sales', 'grossSales', 'discounts', 'refundedAmount')).toEqual([
      ['grossSales', 'discounts', 'refundedAmount'],
      [],
    ]);
    expect(resolve('average-order-value', 'netSales', 'orders')).toEqual([
      ['netSales', 'orders'],
      ['refunds-unknown refundedAmount'],
    ]);
    expect(resolve('conversion-rate', 'orders', 'sessions')).toEqual([
      ['orders', 'sessions'],
      ['orders-as-conversions sessionsWithPurchase'],
    ]);
    expect(resolve('total-sales', 'orderRevenue', 'refundedAmount')).toEqual([
      ['orderRevenue', 'refundedAmount'],
      ['parts-unknown shippingCharged', 'parts-unknown taxes'],
    ]);
  });

  test('another on other terms comes last', () => {
    const kpi: KpiDefinition = {
      ...kpiCatalog.get('order-count')!,
      formula: 'unitsSold',
      fallbacks: [{ formula: 'orders', warning: 'orders-as-conversions' }],
    };
    expect(resolve(kpi, 'orders')).toEqual([['orders'], ['orders-as-conversions']]);
    expect(resolve(kpi, 'orders', 'unitsSold')).toEqual([['unitsSold'], []]);
  });

  test('otherwise the first measure that is missing is named', () => {
    expect(resolve('net-sales')).toBe('no orderRevenue');
    expect(resolve('conversion-rate', 'orders')).toBe('no sessions');
    expect(resolve('repeat-purchase-rate', 'repeatCustomers')).toBe('no activeCustomers');
  });
});
