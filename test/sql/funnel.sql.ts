import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { evaluateFunnel } from '../../src/core/evaluate/evaluate-funnel.js';
import type { FunnelFigures } from '../../src/core/evaluate/funnel-result.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { connect, rowsOf } from './duckdb.js';

const path = '../shared/data/ecom-events/ecom.csv.gz';
const oracle = '../shared/oracles/retail-kpis.json';
const isThere = existsSync(path) && existsSync(oracle);
if (!isThere) console.warn(`Skipped: ${path} or ${oracle} is absent.`);

const names: Readonly<Record<string, string>> = {
  product_view: 'view_item',
  shipping_details: 'begin_checkout',
};

/** Each session with its first moment, its dimensions, and the first moment of each step. */
const sessions = `
  CREATE TABLE sessions AS
  SELECT session_id, arg_min(user_id, line) AS visitor, arg_min(platform, line) AS platform, min(moment) AS t0,
    min(moment) FILTER (event = 'product_view') AS t1, min(moment) FILTER (event = 'add_to_cart') AS t2,
    min(moment) FILTER (event = 'shipping_details') AS t3, min(moment) FILTER (event = 'purchase') AS t4
  FROM (
    SELECT *, "timestamp"::TIMESTAMP AS moment, row_number() OVER (ORDER BY "timestamp"::TIMESTAMP, file_line) AS line
    FROM (SELECT *, row_number() OVER () AS file_line FROM read_csv('${path}', all_varchar := true))
  ) GROUP BY session_id`;

const closed = (group: string): string => `
  SELECT ${group} AS key, count(*)::DOUBLE AS v0, count(t1)::DOUBLE AS v1,
    count(*) FILTER (t1 IS NOT NULL AND t2 IS NOT NULL)::DOUBLE AS v2,
    count(*) FILTER (t1 IS NOT NULL AND t2 IS NOT NULL AND t3 IS NOT NULL)::DOUBLE AS v3,
    count(*) FILTER (t1 IS NOT NULL AND t2 IS NOT NULL AND t3 IS NOT NULL AND t4 IS NOT NULL)::DOUBLE AS v4,
    count(t2)::DOUBLE AS o2, count(t3)::DOUBLE AS o3, count(t4)::DOUBLE AS o4,
    median(epoch(t4 - t0)) FILTER (t1 IS NOT NULL AND t2 IS NOT NULL AND t3 IS NOT NULL)::DOUBLE AS seconds
  FROM sessions WHERE t0::DATE BETWEEN $start AND $end GROUP BY ALL`;

/** Visitors from their first session of the period on, for seven days; those who may still buy are pending. */
const visitors = `
  WITH entered AS (
    SELECT visitor, min(t0) AS since, arg_min(platform, t0) AS platform
    FROM sessions WHERE t0::DATE BETWEEN $start AND $end GROUP BY visitor
  ), reached AS (
    SELECT visitor, any_value(since) AS since, any_value(entered.platform) AS platform,
      coalesce(bool_or(t1 < until), false) AS r1, coalesce(bool_or(t2 < until), false) AS r2,
      coalesce(bool_or(t3 < until), false) AS r3, coalesce(bool_or(t4 < until), false) AS r4
    FROM (SELECT *, least(since + INTERVAL 7 DAY, $now::TIMESTAMP) AS until FROM entered) AS entered
    JOIN sessions USING (visitor) WHERE t0 >= since AND t0 < until GROUP BY visitor
  ), counted AS (SELECT *, NOT r4 AND since + INTERVAL 7 DAY > $now::TIMESTAMP AS pending FROM reached)
  SELECT platform AS key, count(*) FILTER (pending)::DOUBLE AS pending,
    count(*) FILTER (NOT pending)::DOUBLE AS v0, count(*) FILTER (NOT pending AND r1)::DOUBLE AS v1,
    count(*) FILTER (NOT pending AND r1 AND r2)::DOUBLE AS v2,
    count(*) FILTER (NOT pending AND r1 AND r2 AND r3)::DOUBLE AS v3,
    count(*) FILTER (NOT pending AND r1 AND r2 AND r3 AND r4)::DOUBLE AS v4
  FROM counted GROUP BY ALL`;

describe.skipIf(!isThere)('an event log of 3,605 sessions, against SQL', () => {
  let connection: DuckDBConnection;
  let dataset: Dataset;

  beforeAll(async () => {
    dataset = await loadDataset(gunzipSync(readFileSync(path)).toString('utf8'), {
      ...{ table: 'events', timeZone: 'UTC' },
      map: { at: 'timestamp', sessionId: 'session_id', visitorId: 'user_id', device: 'platform', name: 'event' },
      prepare: (row) => ({ ...row, event: names[String(row['event'])] ?? row['event'] }),
    });
    connection = await connect();
    await connection.run(sessions);
  });

  const counts = ({ stages }: FunnelFigures): (number | undefined)[] => stages.map(({ value }) => value);
  const windows = [
    ['2024-01-01', '2024-12-31'],
    ['2024-03-10', '2024-03-24'],
    ['2024-05-06', '2024-05-06'],
  ] as const;

  test('holds what the oracle counts', () => {
    const { ecomEvents } = JSON.parse(readFileSync(oracle, 'utf8')) as {
      ecomEvents: { sessions: number; sessionsWith: Record<string, number>; conversionRate: number };
    };
    const { stages } = evaluateFunnel(dataset, { period: 'all', asOf: 'latest' });
    const reached = stages.map(({ value, skipped }) => value! + skipped);
    const { product_view, add_to_cart, purchase } = ecomEvents.sessionsWith;
    expect([reached[0], reached[1], reached[2], reached[4]]).toEqual([
      ecomEvents.sessions,
      product_view,
      add_to_cart,
      purchase,
    ]);
    expect(reached[4]! / reached[0]!).toBeCloseTo(ecomEvents.conversionRate, 14);
  });

  test.each(windows)('closed, from %s to %s', async (start, end) => {
    const result = evaluateFunnel(dataset, { period: `${start}/${end}`, asOf: '2024-12-31', by: 'device' });
    const [whole] = await rowsOf(connection, closed("''"), { start, end });
    expect(counts(result)).toEqual([whole!['v0'], whole!['v1'], whole!['v2'], whole!['v3'], whole!['v4']]);
    expect(result.stages.map(({ value, skipped }) => value! + skipped).slice(2)).toEqual([
      whole!['o2'],
      whole!['o3'],
      whole!['o4'],
    ]);
    expect(result.secondsToConvert).toBe(whole!['seconds'] ?? undefined);
    const split = await rowsOf(connection, closed('platform'), { start, end });
    expect(Object.fromEntries(result.segments.map((segment) => [segment.key, counts(segment)]))).toEqual(
      Object.fromEntries(split.map(({ key, v0, v1, v2, v3, v4 }) => [key, [v0, v1, v2, v3, v4]])),
    );
  });

  test.each<readonly [start: string, end: string, asOf: string]>([
    ...windows.map((window) => [...window, '2024-12-31'] as const),
    ['2024-03-01', '2024-03-20', '2024-03-20'],
  ])('visitors within seven days, from %s to %s as of %s', async (start, end, asOf) => {
    const { segments, pending } = evaluateFunnel(dataset, {
      ...{ period: `${start}/${end}`, asOf, window: '7d', by: 'device' },
    });
    const now = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 19);
    const split = await rowsOf(connection, visitors, { start, end, now });
    expect(Object.fromEntries(segments.map((of) => [of.key, [of.pending, ...counts(of)]]))).toEqual(
      Object.fromEntries(split.map(({ key, pending: open, v0, v1, v2, v3, v4 }) => [key, [open, v0, v1, v2, v3, v4]])),
    );
    expect(pending).toBe(split.reduce((sum, { pending: open }) => sum + Number(open), 0));
  });
});
