import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { rows } from './small-shop.js';
import specification from './specification.json' with { type: 'json' };

// The small shop on 9 March, when nothing happens: before it and after it the data speak of everything.
const company = ['emissions', 'resourceUse'].map((entityId) => ({ entityId, from: '2026-03-01', to: '2026-03-12' }));
const ad = { channel: 'paid-search', impressions: 9, clicks: 9, averagePosition: 1, attributedRevenue: 9 };
const tables = {
  ...rows,
  emissions: rows.emissions.slice(0, 1),
  resourceUse: rows.resourceUse.slice(1),
  adSpend: [...rows.adSpend, { ...ad, date: '2026-03-12', cost: 9, attributedOrders: 9, attributedNewCustomers: 9 }],
  appInstalls: [...rows.appInstalls, { date: '2026-03-12', count: 9 }],
};
const on = (day: string, kpi: string, asOf = '2026-03-12') => {
  const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf, settings: { coverage: company } });
  const { value, reason } = evaluateKpi(dataset, { kpi, period: `${day}/${day}`, compare: 'none' });
  return value ?? reason?.code;
};

/** Figures that something stands under on a day without anything. */
const stillThere: Readonly<Record<string, number | string>> = {
  // Taken over the year before: as in small-shop.test.ts.
  'customer-lifetime-value': 108,
  // All five who were there on the 8th are on the 9th.
  'customer-retention-rate': 5 / 5,
  'customer-churn-rate': 0,
  // Nothing sold of the 10 on hand, no one left of 4 subscriptions, none of 20 employees took part.
  'sell-through-rate': 0 / 10,
  'opt-out-rate': 0 / 4,
  'csr-participation-rate': 0 / 20,
  // Visitors 6 and 8 within 30 days, of 6 downloads.
  'app-active-user-ratio': 2 / 6,
  // 21 tables tell of the day that nothing was.
  'data-completeness': 21 / 21,
  // No count of the stock, so none to take a mean of.
  'inventory-turnover': 'no-values',
  // Shares of a whole, and of which.
  'traffic-source-share': 'choose-segment',
  'workforce-representation': 'choose-segment',
  // What was counted last holds for a week, and what is subscribed until it ends.
  'inventory-level': 10,
  'social-followers': 1060,
  'sms-subscribers': 2,
  'push-subscribers': 2,
};
const empty: Readonly<Record<string, number | string>> = {
  C0: 0,
  D0: 'zero-denominator',
  Q0: 'no-values',
  S0: 'outside-coverage',
};

describe('a day on which nothing happens', () => {
  test.each(specification.kpis)('$id ($whenEmpty)', ({ id, whenEmpty }) => {
    const expected = stillThere[id] ?? empty[whenEmpty]!;
    const found = on('2026-03-09', id);
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 12);
    else expect(found).toBe(expected);
  });

  const isShare = (id: string): boolean => stillThere[id] === 'choose-segment';

  test.each([...kpiCatalog.keys()].filter((id) => !isShare(id)))('%s on a day that the data do not reach', (id) => {
    expect(on('2020-03-09', id)).toBe('outside-coverage');
  });

  // A snapshot holds for a week, and nothing before the first one.
  test.each([
    ['inventory-level', '2026-03-12', '2026-03-13', 10],
    ['social-followers', '2026-03-12', '2026-03-13', 1060],
    ['sms-subscribers', '2026-01-01', '2025-12-31', 1],
    ['push-subscribers', '2026-01-05', '2025-12-31', 1],
  ])('%s stands on %s, and no more on %s', (id, known, unknown, value) => {
    expect(on(known, id, '2026-04-20')).toBe(value);
    expect(on(unknown, id, '2026-04-20')).toBe('outside-coverage');
  });
});
