import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CubeAnswer } from '../../src/core/dataset/cube-answer.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { cubeQuestion } from '../../src/core/evaluate/cube-question.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../src/core/evaluate/question.js';
import type { KpiResult } from '../../src/core/evaluate/result.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { connect, rowsOf } from './duckdb.js';
import { shopRows } from './shop-rows.js';

const createTables = `
  CREATE TABLE orders (orderId VARCHAR, placedAt TIMESTAMPTZ, grossSales DECIMAL(12, 3), discounts DECIMAL(12, 3),
    customerId VARCHAR, channel VARCHAR, isTest BOOLEAN);
  CREATE TABLE refunds (refundId VARCHAR, orderId VARCHAR, refundedAt TIMESTAMPTZ, amount DECIMAL(12, 3));
  CREATE TABLE sessions (sessionId VARCHAR, startedAt TIMESTAMPTZ, channel VARCHAR, purchased BOOLEAN);`;

/** One row for everything that happened, with the local day and the segment that it counts on. */
const facts = `
  SELECT (placedAt AT TIME ZONE $timeZone)::DATE AS day, channel, 1 AS orders, grossSales - discounts AS orderRevenue,
    (grossSales - discounts)::DOUBLE ** 2 AS orderRevenueSquares, 0 AS refundedAmount, 0 AS sessions, 0 AS sessionsWithPurchase
  FROM orders WHERE NOT isTest
  UNION ALL
  SELECT (refundedAt AT TIME ZONE $timeZone)::DATE, coalesce(orders.channel, ''), 0, 0, 0, amount, 0, 0
  FROM refunds LEFT JOIN orders USING (orderId) WHERE orders.isTest IS DISTINCT FROM true
  UNION ALL
  SELECT (startedAt AT TIME ZONE $timeZone)::DATE, channel, 0, 0, 0, 0, 1, purchased::INTEGER FROM sessions`;

const buckets = (segment: string): string => `
  SELECT strftime(day, '%Y-%m-%d') AS start, ${segment} sum(orders)::DOUBLE AS orders,
    sum(orderRevenue)::DOUBLE AS orderRevenue, sum(orderRevenueSquares) AS orderRevenueSquares,
    sum(refundedAmount)::DOUBLE AS refundedAmount, sum(sessions)::DOUBLE AS sessions, sum(sessionsWithPurchase)::DOUBLE AS sessionsWithPurchase
  FROM (${facts}) GROUP BY ALL ORDER BY ALL`;

/** Customers per window as a whole (no channel) and per channel; a window without any has 0. */
const customerWindows = `
  WITH asked AS (
    SELECT unnest(from_json($asked::JSON, '[{"start": "DATE", "end": "DATE"}]'), recursive := true)
  ), perCustomer AS (
    SELECT asked.start, asked."end", channel, customerId, count(*) AS orders
    FROM asked JOIN orders ON (placedAt AT TIME ZONE $timeZone)::DATE BETWEEN asked.start AND asked."end"
    WHERE NOT isTest AND customerId <> ''
    GROUP BY GROUPING SETS ((asked.start, asked."end", customerId), (asked.start, asked."end", channel, customerId))
  ), counted AS (
    SELECT start, "end", channel, 1 AS active, (orders >= 2)::INTEGER AS repeated FROM perCustomer
    UNION ALL SELECT start, "end", NULL, 0, 0 FROM asked
  )
  SELECT strftime(start, '%Y-%m-%d') AS start, strftime("end", '%Y-%m-%d') AS "end", channel,
    sum(active)::DOUBLE AS activeCustomers, sum(repeated)::DOUBLE AS repeatCustomers
  FROM counted GROUP BY ALL`;

/** The windows that a question needs; those of all days, which only the rows know, are asked for by their dates. */
function windowsOf(rows: Dataset, question: KpiQuestion): { start: string; end: string }[] {
  const { window } = evaluateKpi(rows, question);
  const dated = { ...question, period: `${window!.start}/${window!.end}`, compare: 'none' };
  const asked = question.period === 'all' ? dated : question;
  return cubeQuestion(rows, (shop) => evaluateKpi(shop, asked))!.windows.map((one) => {
    const [start = '', end = ''] = one.split('/');
    return { start, end };
  });
}

/**
 * How many rows stand behind a figure is another matter for a cube. Squares are summed in another order: what tests
 * make of them agrees to nine digits.
 */
const figures = ({ coverage: _, ...rest }: KpiResult): unknown =>
  JSON.parse(
    JSON.stringify(rest, (key, value: unknown) =>
      ['pValue', 'low', 'high', 'dispersion', 'orderRevenueSquares'].includes(key) && typeof value === 'number'
        ? value.toPrecision(9)
        : value,
    ),
  );

const shops = [
  ['Europe/Copenhagen', '2026-03-02', '2026-04-19', '2026-03-29T01:00Z'],
  ['Europe/Copenhagen', '2026-10-05', '2026-11-08', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-02-16', '2026-03-29', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-10-19', '2026-11-15', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-03-23', '2026-04-19', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-09-21', '2026-10-18', '2026-10-03T15:30Z'],
] as const;

describe.each(shops)('%s from %s to %s', (timeZone, first, last, change) => {
  let connection: DuckDBConnection;
  let fromRows: Dataset;

  beforeAll(async () => {
    const rows = shopRows(20_260_329, timeZone, first, last, change);
    fromRows = createDataset(rows as never, { timeZone, asOf: last, currency: 'EUR' });
    connection = await connect();
    await connection.run(createTables);
    for (const [table, records] of Object.entries(rows)) {
      await connection.run(
        `INSERT INTO ${table} BY NAME
         SELECT unnest(from_json($rows::JSON, json_structure($rows::JSON)), recursive := true)`,
        { rows: JSON.stringify(records) },
      );
    }
  });

  /** The answer that a warehouse gives to what a widget asks. */
  async function fromSql(question: KpiQuestion, asked: { start: string; end: string }[]): Promise<Dataset> {
    const answer: CubeAnswer = {
      kind: 'kpi-cube',
      version: 1,
      timeZone,
      currency: 'EUR',
      asOf: last,
      by: question.by === undefined ? [] : [question.by],
      buckets: await rowsOf(connection, buckets(question.by === undefined ? '' : 'channel,'), { timeZone }),
      windows: await rowsOf(connection, customerWindows, { timeZone, asked: JSON.stringify(asked) }),
    };
    return loadDataset(JSON.stringify(answer));
  }

  const day = change.slice(0, 10);
  const weekAfter = new Date(Date.parse(day) + 6 * 86_400_000).toISOString().slice(0, 10);
  const questions: Omit<KpiQuestion, 'kpi'>[] = [
    { period: 'last-7-days' },
    // A cube knows no hours.
    { period: `${day}/${day}`, compare: `${weekAfter}/${weekAfter}`, grain: 'day' },
    { period: `${day}/${weekAfter}`, grain: 'day' },
    { period: 'all', grain: 'week' },
    { period: 'last-month', grain: 'month', compare: `${first}/${day}` },
    { period: `${day}/${weekAfter}`, by: 'channel' },
    { period: 'last-2-weeks', by: 'channel', grain: 'week' },
    { period: 'last-14-days', by: 'channel', where: 'channel=email' },
  ];
  const kpis = ['net-sales', 'order-count', 'average-order-value', 'conversion-rate', 'repeat-purchase-rate'];

  test.each(kpis.flatMap((kpi) => questions.map((question): KpiQuestion => ({ kpi, ...question }))))(
    '$kpi $period by $by: the same from rows and from SQL',
    async (question) => {
      const expected = evaluateKpi(fromRows, question);
      const dataset = await fromSql(question, windowsOf(fromRows, question));
      expect(expected.value).toBeDefined();
      expect(figures(evaluateKpi(dataset, question))).toEqual(figures(expected));
    },
  );
});

const retail = '../shared/data/online-retail/online-retail.csv.gz';
const isThere = existsSync(retail);
if (!isThere) console.warn(`Skipped: ${retail} is absent.`);

describe.skipIf(!isThere)('Online Retail, 541,909 lines', () => {
  let connection: DuckDBConnection;
  let fromRows: Dataset;

  beforeAll(async () => {
    fromRows = await loadDataset(gunzipSync(readFileSync(retail)).toString('utf8'), {
      ...{ table: 'orderLines', currency: 'GBP', timeZone: 'Europe/London' },
      map: {
        ...{ orderId: 'InvoiceNo', placedAt: 'InvoiceDate', quantity: 'Quantity', unitPrice: 'UnitPrice' },
        ...{ customerId: 'CustomerID', country: 'Country' },
      },
      prepare: (row) =>
        Number(row['UnitPrice']) > 0 && (Number(row['Quantity']) > 0 || String(row['InvoiceNo']).startsWith('C'))
          ? row
          : undefined,
    });
    connection = await connect();
    await connection.run(`
      CREATE TABLE lines AS
      SELECT row_number() OVER () AS line, InvoiceNo, InvoiceDate::DATE AS day, Quantity::INTEGER AS quantity,
        UnitPrice::DECIMAL(12, 3) * Quantity::INTEGER AS amount, CustomerID AS customerId, Country AS country
      FROM read_csv('${retail}', all_varchar := true)
      WHERE UnitPrice::DECIMAL(12, 3) > 0 AND (Quantity::INTEGER > 0 OR InvoiceNo LIKE 'C%');
      CREATE TABLE invoices AS
      SELECT InvoiceNo, min(day) AS day, sum(amount) AS amount, arg_min(customerId, line) AS customerId,
        arg_min(country, line) AS country
      FROM lines WHERE quantity >= 0 GROUP BY InvoiceNo;`);
  }, 120_000);

  test.each<KpiQuestion>([
    { kpi: 'net-sales', period: '2011-11-01/2011-11-30', grain: 'day' },
    { kpi: 'net-sales', period: '2011-11-01/2011-11-30', grain: 'week', by: 'country' },
    { kpi: 'order-count', period: '2011-09-01/2011-11-30', grain: 'month', by: 'country' },
    { kpi: 'average-order-value', period: '2010-12-01/2011-11-30', grain: 'month' },
    { kpi: 'repeat-purchase-rate', period: '2011-11-01/2011-11-30', grain: 'week', by: 'country' },
    { kpi: 'repeat-purchase-rate', period: '2011-03-27/2011-10-30', grain: 'month' },
  ])('$kpi $period by $by', async (question) => {
    const expected = evaluateKpi(fromRows, { ...question, asOf: 'latest' });
    const segment = question.by === undefined ? '' : 'country,';
    const answer: CubeAnswer = {
      kind: 'kpi-cube',
      version: 1,
      timeZone: 'Europe/London',
      currency: 'GBP',
      asOf: '2011-12-09',
      by: question.by === undefined ? [] : ['country'],
      buckets: await rowsOf(
        connection,
        `SELECT strftime(day, '%Y-%m-%d') AS start, ${segment} sum(orders)::DOUBLE AS orders,
          sum(amount)::DOUBLE AS orderRevenue, sum(refunded)::DOUBLE AS refundedAmount
         FROM (SELECT day, country, 1 AS orders, amount, 0 AS refunded FROM invoices
           UNION ALL SELECT day, country, 0, 0, -amount FROM lines WHERE quantity < 0)
         GROUP BY ALL`,
      ),
      windows: await rowsOf(
        connection,
        `WITH asked AS (
           SELECT unnest(from_json($asked::JSON, '[{"start": "DATE", "end": "DATE"}]'), recursive := true)
         ), perCustomer AS (
           SELECT start, "end", country, customerId, count(*) AS orders
           FROM asked JOIN invoices ON day BETWEEN start AND "end" WHERE customerId <> ''
           GROUP BY GROUPING SETS ((start, "end", customerId), (start, "end", country, customerId))
         )
         SELECT strftime(start, '%Y-%m-%d') AS start, strftime("end", '%Y-%m-%d') AS "end", country,
           count(*)::DOUBLE AS activeCustomers, count(*) FILTER (orders >= 2)::DOUBLE AS repeatCustomers
         FROM perCustomer GROUP BY ALL`,
        { asked: JSON.stringify(windowsOf(fromRows, { ...question, asOf: 'latest' })) },
      ),
    };
    const dataset = await loadDataset(JSON.stringify(answer));
    expect(expected.value).toBeDefined();
    expect(figures(evaluateKpi(dataset, question))).toEqual(figures(expected));
  });
});
