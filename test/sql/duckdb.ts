import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { CubeRow } from '../../src/core/dataset/cube-answer.js';

/** An empty database in memory, whose session counts in UTC. */
export async function connect(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  return connection;
}

/** The rows of an answer; numbers must come as DOUBLE, dates as text. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: Readonly<Record<string, DuckDBValue>> = {},
): Promise<CubeRow[]> {
  const answer = await connection.runAndReadAll(sql, parameters);
  return answer.getRowObjectsJS() as CubeRow[];
}
