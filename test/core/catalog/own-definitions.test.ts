import { describe, expect, it } from 'vitest';
import { catalogWith } from '../../../src/core/catalog/own-definitions.js';
import type { OwnDefinitions, OwnKpi } from '../../../src/core/catalog/own-definitions.js';

const kpi = (more: Partial<OwnKpi>): OwnKpi => ({ id: 'own-kpi', unit: 'ratio', formula: 'orders', ...more });
const withKpi = (more: Partial<OwnKpi>, others: OwnDefinitions = {}) =>
  catalogWith({ ...others, kpis: [kpi(more)] }).kpis.get(more.id ?? 'own-kpi');

describe('a shop’s own KPI', () => {
  it.each([
    ['orderRevenue - refundedAmount', 'SUM'],
    ['0.25 * orderRevenue + orders / 2', 'SUM'],
    ['discounts / grossSales', 'ROS'],
    ['orders * units', 'ROS', { measures: { units: { entity: 'orders', aggregation: 'count' } } }],
    ['activeCustomers', 'RECOMPUTE'],
    ['orderRevenue / days()', 'ROS'],
    ['kpi(net-sales) / 7', 'ROS'],
  ] as [string, string, OwnDefinitions?][])('%s is %s over periods', (formula, acrossPeriods, others) => {
    expect(withKpi({ formula }, others)).toMatchObject({ acrossPeriods });
  });

  it('says itself what it is, where it knows better', () => {
    expect(withKpi({ acrossPeriods: 'RECOMPUTE', direction: 'down' })).toMatchObject({
      ...{ acrossPeriods: 'RECOMPUTE', direction: 'down', group: 'own', defaultComparison: 'previous-period' },
    });
  });

  it('may be made of others, and of parameters', () => {
    const { kpis } = catalogWith({
      kpis: [kpi({ id: 'a', formula: 'kpi(b) * param(staff)' }), kpi({ id: 'b', formula: 'kpi(roas) / 2' })],
      parameters: { staff: 4 },
    });
    expect([...kpis.keys()].slice(-2)).toEqual(['a', 'b']);
  });

  it.each([
    [{ formula: 'orders / ordrs' }, 'kpiDefinitions, own-kpi: there is no "ordrs". Did you mean orders?'],
    [{ formula: 'orders /' }, 'found the end at character 9'],
    [{ formula: 'param(staf)' }, 'there is no "staf"'],
    [{ formula: 'kpi(net-sale)' }, 'there is no "net-sale"'],
    [{ formula: 'kpi(own-kpi) + 1' }, 'own-kpi → own-kpi'],
    [{ id: 'net-sales' }, '"net-sales" is there already'],
    [{ id: 'Gift share' }, '"Gift share" is no id'],
    [{ fallbacks: [{ formula: 'nothing' }] }, 'there is no "nothing"'],
    [{ testInputs: { successes: 'ordrs', trials: 'sessions' } }, 'Did you mean orders?'],
  ] as [Partial<OwnKpi>, string][])('%o is refused by name', (more, message) => {
    expect(() => withKpi(more, { parameters: { staff: 4 } })).toThrow(message);
  });

  it('is refused where two lead to each other', () => {
    const kpis = [kpi({ id: 'a', formula: 'kpi(b)' }), kpi({ id: 'b', formula: 'kpi(a)' })];
    expect(() => catalogWith({ kpis })).toThrow('a → b → a');
  });
});

describe('a shop’s own measure', () => {
  it('reads fields of its table, and those that the shop adds', () => {
    const { measures } = catalogWith({
      dimensions: { giftWrap: { entity: 'orders', type: 'bool' } },
      measures: { giftOrders: { entity: 'orders', aggregation: 'count', filter: 'counted and giftWrap' } },
    });
    expect(measures.get('giftOrders')).toMatchObject({ entity: 'orders', unit: 'count', daily: 'sum' });
  });

  it.each([
    [{ big: { entity: 'order', aggregation: 'count' } }, 'there is no "order". Did you mean orders?'],
    [{ big: { entity: 'orders', aggregation: 'sum', expression: 'grosSales' } }, 'Did you mean grossSales?'],
    [{ big: { entity: 'orders', aggregation: 'count', filter: 'counted and giftWrap' } }, 'there is no "giftWrap"'],
    [{ orders: { entity: 'orders', aggregation: 'count' } }, '"orders" is there already'],
  ] as [OwnDefinitions['measures'], string][])('%o is refused by name', (measures, message) => {
    expect(() => catalogWith({ measures: measures! })).toThrow(message);
  });
});
