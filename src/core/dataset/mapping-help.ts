import { catalog as catalogue } from '../catalog/catalog.js';
import type { Catalog } from '../catalog/catalog.js';
import type { EntityDefinition } from '../catalog/definition.js';
import { KpiError } from '../error.js';
import type { DataNote } from './input.js';
import type { LikelyColumn } from './likely-columns.js';
import { likelyColumns } from './likely-columns.js';
import type { Unread } from './unread.js';

/** The map that the data were read by: what is suggested stands beside it. */
type Given = Readonly<Record<string, unknown>>;

/**
 * The same error with the columns that are likely the missing ones: `suggestion` for the field that it names, and
 * `map`, which would read all that are needed. Any other error is handed back.
 */
export function withLikelyMap(
  error: unknown,
  unread: readonly Unread[],
  { entities }: Catalog = catalogue,
  given: Given = {},
): unknown {
  if (!(error instanceof KpiError) || error.code !== 'missing-field') return error;
  const { table, field } = error.details as { readonly table?: string; readonly field?: string };
  const found = unread.find((each) => each.table === table);
  const entity = found && entities[found.table];
  if (!entity) return error;
  const likely = neededColumns(entity, found);
  if (likely.length === 0) return error;
  const map = { ...given, ...mapOf([...likely, ...optionalColumns(entity, found, likely)]) };
  const suggestion = likely.find((each) => each.field === field)?.column;
  const looks = likely.map((each) => `"${each.column}" looks like ${each.field}`).join(', ');
  return new KpiError('missing-field', `${error.message} ${looks}: map='${mapText(map)}'.`, {
    ...error.details,
    suggestion,
    map,
  });
}

/** What stands for the fields that a table cannot do without. Of groups of which it needs one, the likeliest. */
function neededColumns(entity: EntityDefinition, { fields, columns }: Unread): readonly LikelyColumn[] {
  const isMissing = (field: string) => !fields.includes(field);
  const required = Object.keys(entity.fields).filter((field) => entity.fields[field]!.required);
  const { oneOf = [[]] } = entity;
  const isThere = oneOf.some((group) => !group.some(isMissing));
  const groups = isThere ? [[]] : oneOf;
  const candidates = groups.map((group) => {
    const wanted = [...new Set([...required, ...group, entity.time])].filter(isMissing);
    return { likely: likelyColumns(wanted, columns, { entity, areNeeded: true }) };
  });
  return likeliest(candidates)?.likely ?? [];
}

/** The candidate whose columns are likely on the average; of equals the first. */
export function likeliest<Candidate extends { readonly likely: readonly LikelyColumn[] }>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  const mean = ({ likely }: Candidate) => likely.reduce((sum, { score }) => sum + score, 0) / (likely.length || 1);
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best && mean(best) >= mean(each) ? best : each),
    undefined,
  );
}

/** What plainly stands for other fields of the table. */
export function optionalColumns(
  entity: EntityDefinition,
  { fields, columns }: Unread,
  taken: readonly LikelyColumn[] = [],
): readonly LikelyColumn[] {
  const isTaken = (name: string) => taken.some(({ field, column }) => field === name || column === name);
  const missing = [...new Set([...Object.keys(entity.fields), ...entity.dimensions])].filter(
    (field) => !fields.includes(field) && !isTaken(field),
  );
  const left = columns.filter(({ name }) => !isTaken(name));
  return likelyColumns(missing, left, { entity, areNeeded: false });
}

/** What plainly tells of refunds beside orders or their lines, of which no field is: that there are none is not so. */
function refundColumns(
  entity: EntityDefinition,
  { columns }: Unread,
  taken: readonly LikelyColumn[],
): readonly LikelyColumn[] {
  if (entity.id !== 'orders' && entity.id !== 'orderLines') return [];
  const left = columns.filter(({ name }) => !taken.some(({ column }) => column === name));
  return likelyColumns(['refundedAmount'], left, { entity, areNeeded: false }).map((each) => ({
    ...each,
    field: 'refunds.amount',
  }));
}

/** Which columns are not read though they plainly stand for fields, with the `map` that would read them. */
export function likelyNotes(
  unread: readonly Unread[],
  { entities, measures }: Catalog = catalogue,
  given: Given = {},
): readonly DataNote[] {
  const isThere = (id: string) => unread.some(({ table }) => table === id);
  return unread.flatMap((found) => {
    const { table } = found;
    const entity = entities[table]!;
    const daily = table === 'dailyMeasures' ? [...measures.keys()] : [];
    const likely = optionalColumns({ ...entity, dimensions: [...entity.dimensions, ...daily] }, found);
    const refunds = isThere('refunds') ? [] : refundColumns(entity, found, likely);
    if (likely.length + refunds.length === 0) return [];
    const columns = [...likely, ...refunds].map(({ column, field }) => `${column} (${field})`).join(', ');
    const map = likely.length > 0 ? mapText({ ...given, ...mapOf(likely) }) : undefined;
    const toRead = [
      ...(map === undefined ? [] : [` To read them: map='${map}'.`]),
      ...(refunds.length > 0 ? [' Refunds are rows of a table of their own, refunds.'] : []),
    ];
    const message = `${table}: these columns are not read, but look like fields: ${columns}.${toRead.join('')}`;
    return [{ code: 'likely-fields', message, details: { table, columns, map } }];
  });
}

export const mapOf = (likely: readonly LikelyColumn[]): Readonly<Record<string, string>> =>
  Object.fromEntries(likely.map(({ field, column }) => [field, column]));

/** As it may be pasted between the quotes of an attribute. */
export const mapText = (map: Given): string => JSON.stringify(map).replaceAll("'", '\\u0027');
