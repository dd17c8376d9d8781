import { recordsOf } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { fetched } from '../core/fetched.js';
import type { Contents } from './contents.js';
import { platformNamed, platformWith } from './platforms.js';
import { Answer } from './platforms/answer.js';
import type { Row } from './platforms/answer.js';
import { summedDays } from './platforms/summed-days.js';
import { slicesOf } from './records-slices.js';

/**
 * Reads a platform's answer: of the one that is named, or with `auto` of the one that its shape tells.
 *
 * @returns undefined where no platform is named and none is told
 * @throws KpiError `unknown-format`, `unrecognised-data`, `incomplete-data` or `missing-part`
 */
export async function readPlatform(value: unknown, name: string): Promise<Contents | undefined> {
  const answer = new Answer(name, value);
  const platform = name === 'auto' ? platformWith('signs', (path) => answer.has(path)) : platformNamed(name);
  if (!platform) return undefined;
  const told = new Answer(platform.name, value);
  const { read } = await fetched(platform.load());
  if (!read) throw told.unlike(`an export with columns such as ${platform.columns?.join('; ')}`);
  const { declared = {}, tables, notes = [] } = read(told);
  return {
    declared,
    tables: Object.entries(tables).map(([table, rows]) => ({
      name: table,
      slices: slicesOf(recordsOf(table === 'dailyMeasures' ? summedDays(rows) : rows)),
      hasHeader: false,
    })),
    notes: notes.filter((note) => note !== undefined),
  };
}

/**
 * What brings rows of an export into our fields: of the platform that is named, or with `auto` of the one that the
 * columns tell; where none does, they are handed on.
 *
 * @throws KpiError `unknown-format`, `unrecognised-data` or `missing-part`
 */
export async function exportReader(fields: readonly string[], name: string): Promise<(records: Records) => Records> {
  const found = new Set(fields);
  const platform = name === 'auto' ? platformWith('columns', (column) => found.has(column)) : platformNamed(name);
  if (!platform) return (records) => records;
  const { row } = await fetched(platform.load());
  if (row) return (records) => mapped(records, platform.name, row);
  throw new Answer(platform.name, Object.fromEntries(fields.map((field) => [field, '']))).unlike('an answer as JSON');
}

/** Rows that the adapter leaves out are no rows; a row that cannot be read stays, for the core to refuse. */
function mapped(records: Records, platform: string, read: (row: Answer) => Row | undefined): Records {
  const columns = records.fields.map((field) => [field, records.cells(field)] as const);
  const rows: Row[] = [];
  const problems = new Map<number, string>();
  for (let index = 0; index < records.length; index++) {
    const problem = records.problem?.(index);
    if (problem) problems.set(rows.length, problem);
    const row = read(
      new Answer(platform, Object.fromEntries(columns.map(([field, cells]) => [field, cells?.[index]]))),
    );
    if (row || problem) rows.push(row ?? {});
  }
  return { ...recordsOf(rows), problem: (row) => problems.get(row) };
}
