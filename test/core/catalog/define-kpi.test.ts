import { expect, test } from 'vitest';
import { createDataset, defineKpi, evaluateKpi, kpiCatalog } from '../../../src/headless.js';
import type { OwnKpi } from '../../../src/headless.js';

const giftShare: OwnKpi = {
  ...{ id: 'gift-share', unit: 'percent', direction: 'up', formula: 'giftOrders / orders' },
  name: { en: 'Gift orders', da: 'Gaveordrer' },
};
const measures = {
  giftOrders: { entity: 'orders', aggregation: 'count', filter: 'counted and discounts > 0', name: 'Gifts' },
} as const;

test('a definition is checked, completed by its formula, and the same in JSON', () => {
  const defined = defineKpi(giftShare, { measures });
  expect(defined).toEqual({
    ...giftShare,
    ...{ group: 'own', acrossPeriods: 'ROS', test: 'days', defaultComparison: 'previous-period' },
  });
  expect(Object.isFrozen(defined)).toBe(true);
  expect(defineKpi(JSON.parse(JSON.stringify(defined)) as OwnKpi, { measures })).toEqual(defined);
  // It is no part of the catalogue, nor of any data set but those that are given it.
  expect(kpiCatalog.has('gift-share')).toBe(false);
  const orders = [5, 0].map((discounts, orderId) => ({ orderId, placedAt: '2026-03-02', grossSales: 50, discounts }));
  const dataset = createDataset({ orders }, { timeZone: 'UTC', kpiDefinitions: [defined], settings: { measures } });
  const result = evaluateKpi(dataset, { kpi: 'gift-share', period: '2026-03-02/2026-03-02', asOf: '2026-03-02' });
  expect(result.value).toBe(0.5);
});

test('it may be made of others', () => {
  const kpis = [defineKpi(giftShare, { measures })];
  const half = defineKpi(
    { id: 'half', unit: 'percent', formula: 'kpi(gift-share) / param(halves)' },
    {
      ...{ measures, kpis, parameters: { halves: 2 } },
    },
  );
  expect(half).toMatchObject({ id: 'half', acrossPeriods: 'ROS', direction: 'neutral' });
});

test.each([
  [{ formula: 'giftOrders / ordrs' }, 'there is no "ordrs". Did you mean orders?'],
  [{ formula: 'giftOrders /' }, 'found the end at character 13'],
  [{ formula: 'kpi(gift-share)' }, 'gift-share → gift-share'],
  [{ id: 'net-sales' }, '"net-sales" is there already'],
  [{ unit: 'EUR' as 'ratio' }, 'unit: found "EUR"'],
])('what is wrong is said at once: %o', (wrong, message) => {
  expect(() => defineKpi({ ...giftShare, ...wrong }, { measures })).toThrow(message);
});

test.each([
  [{ mesures: measures }, 'others: "mesures" is not possible. Did you mean measures?'],
  [{ kpis: { 'gift-share': giftShare } }, 'Expected a list of definitions'],
  [null, 'Expected an object with kpis, measures, dimensions, parameters'],
])('what else is defined is not passed over: %o', (others, message) => {
  expect(() => defineKpi(giftShare, others as never)).toThrow(message);
});
