import { expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { KpiError } from '../../../src/core/error.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';

const tables = { orders: [{ orderId: '1', placedAt: '2026-03-01', grossSales: 300 }] };
const options = { timeZone: 'UTC', currency: 'DKK', asOf: 'latest' };
const dataset = createDataset(tables, options);
const kpi = (question: object) => () => evaluateKpi(dataset, { kpi: 'net-sales', ...question });
const funnel = (question: object) => () => evaluateFunnel(dataset, question);

// Widgets show them inside a sentence of the reader's language: the English sentence is for developers.
test.each<[string, () => unknown, string, RegExp]>([
  ['currency', () => createDataset(tables, { ...options, currency: 'kr' }), 'DKK, EUR, …', /ISO 4217 code/],
  ['timeZone', () => createDataset(tables, { ...options, timeZone: 'Copenhagen' }), 'Europe/Copenhagen', /IANA name/],
  ['asOf', kpi({ asOf: 'yesterday' }), 'latest, 2026-01-31, 2026-01-31T14:05:00Z', /neither "latest"/],
  ['period', kpi({ period: '2026-02-30/2026-03-01' }), '2026-01-31', /an ISO date that exists/],
  ['fiscalYearStart', kpi({ fiscalYearStart: '04-31' }), '07-01, 04-06, …', /up to the 28th/],
  ['window', funnel({ window: 'a week' }), '7d, 14d, …', /a number of days/],
  ['stages', funnel({ stages: 'sessions' }), 'sessions sessionsWithPurchase, …', /at least two measures/],
])('%s names examples that need no translation', (option, ask, expected, message) => {
  try {
    ask();
  } catch (error) {
    expect(error).toBeInstanceOf(KpiError);
    const { details, message: text } = error as KpiError;
    expect(details).toMatchObject({ option, expected });
    expect(text).toMatch(message);
    return;
  }
  expect.unreachable();
});
