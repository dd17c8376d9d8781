import { describe, expect, it } from 'vitest';
import { catalogWith } from '../../../src/core/catalog/own-definitions.js';
import type { OwnDefinitions, OwnKpi } from '../../../src/core/catalog/own-definitions.js';

const kpi = (more: Partial<OwnKpi>): OwnKpi => ({ id: 'own-kpi', unit: 'ratio', formula: 'orders', ...more });
const withKpi = (more: Partial<OwnKpi>, others: OwnDefinitions = {}) =>
  catalogWith({ ...others, kpis: [kpi(more)] }).kpis.get(more.id ?? 'own-kpi');

describe('a shop’s own KPI', () => {
  it.each([
    ['orderRevenue - refundedAmount', 'SUM', 'days'],
    ['0.25 * orderRevenue + orders / 2', 'SUM', 'days'],
    ['kpi(net-sales) / 7', 'SUM', 'days'],
    ['kpi(order-count) * param(staff)', 'SUM', 'days'],
    ['discounts / grossSales', 'ROS', 'days'],
    ['discounts / grossSales * 100', 'ROS', 'days'],
    ['orderRevenue / orders / 2', 'ROS', 'days'],
    ['orderRevenue / days()', 'ROS', 'days'],
    ["where(orders, device = 'mobile') / orders", 'ROS', 'days'],
    // Of these the days tell nothing.
    ['orders * unitsSold', 'RECOMPUTE', 'none'],
    ['1000 / orders', 'RECOMPUTE', 'none'],
    ['min(orders, sessions)', 'RECOMPUTE', 'none'],
    ['orderRevenue - param(staff)', 'RECOMPUTE', 'none'],
    ['activeCustomers', 'RECOMPUTE', 'none'],
    ['orderRevenue / activeCustomers', 'RECOMPUTE', 'none'],
    ['trailing(orders, 7)', 'RECOMPUTE', 'none'],
    ['kpi(customer-lifetime-value)', 'RECOMPUTE', 'none'],
  ])('%s is %s over periods, tested by %s', (formula, acrossPeriods, test) => {
    expect(withKpi({ formula }, { parameters: { staff: 4 } })).toMatchObject({ acrossPeriods, test });
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
    [{ formula: 'orders /' }, 'kpiDefinitions, own-kpi: formula "orders /": found the end at character 9'],
    [{ formula: 'param(staf)' }, 'kpiDefinitions, own-kpi: param(staf): there is no "staf". Did you mean staff?'],
    [{ formula: 'kpi(net-sale)' }, 'kpi(net-sale): there is no "net-sale". Did you mean net-sales?'],
    [{ formula: 'kpi(own-kpi) + 1' }, 'kpiDefinitions, own-kpi: kpi(own-kpi) refers to itself: own-kpi → own-kpi'],
    [
      { formula: "where(orders, chanel = 'email')" },
      'kpiDefinitions, own-kpi, where: "chanel" is not possible. Did you mean channel?',
    ],
    [{ formula: "orders / total(where(orders, devise = 'x'))" }, 'Did you mean device?'],
    [{ formula: 'trailing(orders, param(staf))' }, 'Did you mean staff?'],
    [
      { formula: 'trailing(orders, orders)' },
      'kpiDefinitions, own-kpi: trailing: expected a number of days, found orders',
    ],
    [{ testInputs: { successes: "where(orders, chanel = 'x')", trials: 'orders' } }, 'Did you mean channel?'],
    [{ id: 'net-sales' }, '"net-sales" is there already'],
    [{ id: 'Gift share' }, '"Gift share" is no id'],
    [{ fallbacks: [{ formula: 'nothing' }] }, 'there is no "nothing"'],
    [{ testInputs: { successes: 'ordrs', trials: 'sessions' } }, 'Did you mean orders?'],
    [{ test: 'two-proportion' }, 'testInputs: found nothing. Expected successes, trials'],
    [{ formula: '42' }, 'Expected a formula that reads a measure'],
    [{ formula: 'param(toString)' }, 'there is no "toString"'],
    [{ directon: 'up' } as Partial<OwnKpi>, 'there is no "directon". Did you mean direction?'],
    [{ unit: 'EUR' as 'ratio' }, 'unit: found "EUR". Expected currency'],
    [{ direction: 'Down' as 'down' }, 'direction: found "Down". Expected up'],
  ] as [Partial<OwnKpi>, string][])('%o is refused by name', (more, message) => {
    expect(() => withKpi(more, { parameters: { staff: 4 } })).toThrow(message);
  });

  it('may ask for dimensions of the shop’s own, and for true/false fields', () => {
    const dimensions = { giftWrap: { entity: 'orders', type: 'bool' } } as const;
    for (const formula of ["where(orders, giftWrap = 'true')", "where(sessions, addedToCart = 'true')"])
      expect(catalogWith({ kpis: [kpi({ id: 'own', formula })], dimensions }).kpis.get('own')).toMatchObject({
        formula,
      });
    expect(() => catalogWith({ kpis: [kpi({ formula: "where(orders, giftwrap = 'true')" })], dimensions })).toThrow(
      'Did you mean giftWrap?',
    );
  });

  it('is refused where there is none', () => {
    expect(() => catalogWith({ kpis: [null as never] })).toThrow(
      'kpiDefinitions: found null. Expected definitions such as',
    );
  });

  it('is refused where two lead to each other', () => {
    const kpis = [kpi({ id: 'a', formula: 'kpi(b)' }), kpi({ id: 'b', formula: 'kpi(a)' })];
    expect(() => catalogWith({ kpis })).toThrow('a → b → a');
  });
});

it('puts together what KPIs name twice once, and refuses what grows beyond any use', () => {
  // Each names the next twice: 2⁹ = 512 orders are too many to read, 2⁴⁰ to work out.
  const nested = (levels: number) =>
    Array.from({ length: levels }, (_, level) =>
      kpi({ id: `k${level}`, formula: level + 1 < levels ? `kpi(k${level + 1}) + kpi(k${level + 1})` : 'orders' }),
    );
  expect(catalogWith({ kpis: nested(10) }).kpis.get('k0')).toMatchObject({ acrossPeriods: 'SUM' });
  expect(() => catalogWith({ kpis: nested(40) })).toThrow('kpi(k29) comes to more than 1000 parts');
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
    [
      { big: { entity: 'orders', aggregation: 'sum', expression: 'units +' } },
      'settings.measures, big: formula "units +"',
    ],
    [
      { big: { entity: 'orders', aggregation: 'count', filter: 'units =>' } },
      'settings.measures, big: filter "units =>"',
    ],
    [{ big: { entity: 'orders', aggregation: 'sum' } }, 'expression: found nothing. Expected a text'],
    [{ big: { entity: 'orders', aggregation: 'avg' as 'sum', expression: 'units' } }, 'found "avg". Expected count'],
    [{ big: { entity: 'orders', aggregation: 'quantile', expression: 'units', share: 50 } }, 'between 0 and 1'],
  ] as [OwnDefinitions['measures'], string][])('%o is refused by name', (measures, message) => {
    expect(() => catalogWith({ measures: measures! })).toThrow(message);
  });

  it('may leave out the lines of cancelled orders', () => {
    const measures = { giftLines: { entity: 'orderLines', aggregation: 'count', filter: 'counted' } } as const;
    expect(catalogWith({ measures }).measures.get('giftLines')).toMatchObject({ entity: 'orderLines' });
  });
});

it('keeps a shop’s own parameters apart from those of the catalogue', () => {
  expect(() => catalogWith({ parameters: { customerLifespanYears: 3 } })).toThrow('is there already');
  expect(() => catalogWith({ parameters: { staff: NaN } })).toThrow('settings.parameters, staff');
});
