import type { DataNote } from '../core/dataset/input.js';
import { recordsOf, sliced } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { fetched } from '../core/fetched.js';
import type { Contents } from './contents.js';
import type { KpiError } from '../core/error.js';
import { unexpected } from '../core/error.js';
import { note } from './note.js';
import { platformNamed, platformWith } from './platforms.js';
import type { Platform } from './platforms.js';
import { Answer } from './platforms/answer.js';
import type { Row } from './platforms/answer.js';
import { summedDays } from './platforms/summed-days.js';
import { rowsIn } from './records-slices.js';

/**
 * Reads a platform's answer: of the one that is named, or with `auto` of the one that its shape tells.
 *
 * @returns undefined where no platform is named and none is told
 * @throws KpiError `unknown-format`, `unrecognised-data`, `incomplete-data`, `missing-part`, or `bad-option` where the
 *   answer is another platform's
 */
export async function readPlatform(value: unknown, name: string): Promise<Contents | undefined> {
  const answer = new Answer(name, value);
  const hasSign = (path: string): boolean => answer.has(path);
  const platform = name === 'auto' ? platformWith('signs', hasSign) : platformNamed(name);
  if (!platform) return undefined;
  if (name !== 'auto') refuseOther(platform, 'signs', hasSign);
  const told = new Answer(platform.name, value);
  const { read } = await fetched(platform.load());
  if (!read) throw told.unlike(`an export with columns such as ${platform.columns?.join('; ')}`);
  const { declared = {}, tables, notes = [] } = read(told);
  return {
    declared,
    tables: Object.entries(tables).map(([table, rows]) => ({
      name: table,
      slices: rowsIn(sliced(table === 'dailyMeasures' ? summedDays(rows) : rows)),
      hasHeader: false,
    })),
    notes: [platformNote(platform), ...notes.filter((each) => each !== undefined)],
  };
}

const platformNote = ({ name, title = name }: Platform): DataNote =>
  note('platform', `The data were read as those of ${title}.`, { platform: name, title });

/** What bears another platform's signs and none of the named one's would be read as something that it is not. */
function refuseOther(named: Platform, kind: 'signs' | 'columns', isThere: (sign: string) => boolean): void {
  const isOwn = !named[kind] || named[kind].some((signs) => signs.split(' ').every(isThere));
  const other = isOwn ? undefined : platformWith(kind, isThere);
  if (!other) return;
  const problem = `format: these are data of ${other.name}, not of ${named.name}`;
  throw unexpected('bad-option', problem, 'format', named.name, other.name);
}

/** What brings rows of an export into our fields. */
export interface ExportReader {
  /** Whose it is. */
  readonly note: DataNote;
  read(records: Records): Records;
  /** Why an export of which all rows were left out is refused. @param rows how many there were */
  nothingIn(rows: number): KpiError;
}

/**
 * What reads an export: of the platform that is named, or with `auto` of the one that the columns tell.
 *
 * @returns undefined where no platform is named and none is told
 * @throws KpiError `unknown-format`, `unrecognised-data`, `missing-part`, or `bad-option` where the rows are another
 *   platform's
 */
export async function exportReader(fields: readonly string[], name: string): Promise<ExportReader | undefined> {
  const found = new Set(fields);
  const hasColumn = (column: string): boolean => found.has(column);
  const platform = name === 'auto' ? platformWith('columns', hasColumn) : platformNamed(name);
  if (!platform) return undefined;
  if (name !== 'auto') refuseOther(platform, 'columns', hasColumn);
  const { row } = await fetched(platform.load());
  const told = new Answer(platform.name, Object.fromEntries(fields.map((field) => [field, ''])));
  if (!row) throw told.unlike('an answer as JSON');
  return {
    note: platformNote(platform),
    read: (records) => mapped(records, platform.name, row),
    nothingIn: (rows) => told.unlike(`a row that a measure needs among ${rows}`),
  };
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
