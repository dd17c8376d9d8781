import { entities } from '../core/catalog/entities.js';
import type { EntityDefinition } from '../core/catalog/definition.js';
import { likelyColumns } from '../core/dataset/likely-columns.js';
import type { LikelyColumn } from '../core/dataset/likely-columns.js';
import { likeliest, mapOf, mapText, optionalColumns } from '../core/dataset/mapping-help.js';
import type { Records } from '../core/dataset/records.js';
import { unreadOf } from '../core/dataset/unread.js';
import type { Unread } from '../core/dataset/unread.js';
import { KpiError } from '../core/error.js';
import { namesOf } from '../core/excerpt.js';
import type { Mapping } from './mapping.js';
import { signs } from './recognise.js';
import type { Sign } from './recognise.js';

/**
 * Why records are no table: `unrecognised-data` with the `fields` found, what was looked for, and the likely `map`.
 *
 * @param read the columns that a mapping reads already, and the mapping
 */
export function unrecognised(
  records: Records,
  { sources = [], mapping }: { readonly sources?: readonly string[]; readonly mapping?: Mapping | undefined } = {},
): KpiError {
  const { fields } = records;
  const found = unreadOf('', records, (field) => sources.includes(field));
  const likely = likelyMap(found);
  const map = likely && { ...mapping, ...likely };
  const lookedFor = signs.map((each) => ({ table: each.table, fields: wordsOf(each) }));
  return new KpiError(
    'unrecognised-data',
    `The data are not recognised by their fields: ${namesOf(fields)}. ` +
      `Looked for ${lookedFor.map((each) => `${each.table} (${each.fields})`).join('; ')}. ` +
      `Set table, or map the fields${map ? `, for example map='${mapText(map)}'` : ''}.`,
    { fields, lookedFor, map },
  );
}

function wordsOf({ table, fields, oneOf = [] }: Sign): string {
  const alternatives =
    table === 'dailyMeasures' ? 'a measure such as netSales' : oneOf.map((each) => each.join(' and ')).join(', or ');
  return [...fields, alternatives].filter(Boolean).join(', ');
}

/** What a shop most likely has, where columns look like several tables alike. */
const usual = ['orders', 'orderLines', 'dailyMeasures'];

/** From which score on a column's name holds that of a field, is a vague word for it that fits, and is a word for it. */
const holdsName = 4;
const fitsWord = 8;
const isWord = 10;

/** Whether no two rows have the same day, currency and dimensions: daily numbers have a row for each, orders have not. */
function areDaily(
  { columns }: Unread,
  { time, dimensions }: EntityDefinition,
  likely: readonly LikelyColumn[],
): boolean {
  const keys = new Set([time, 'currency', ...dimensions]);
  const key = likely.flatMap(({ field, column }) => {
    const cells = keys.has(field) ? columns.find(({ name }) => name === column)?.cells : undefined;
    return cells ? [field === time ? cells.map(dayOf) : cells] : [];
  });
  const rows = (key[0] ?? []).map((_, row) => key.map((cells) => String(cells[row])).join('\n'));
  return new Set(rows).size === rows.length;
}

/** The day that a time is written with. */
const dayOf = (cell: unknown): string => (cell instanceof Date ? cell.toDateString() : String(cell).split(/[T ]/)[0]!);

/** A map that would make the columns a table: of those whose fields all have a counterpart, and most of
 * them by name where shops seldom have such a table, the likeliest. */
function likelyMap(found: Unread): Readonly<Record<string, string>> | undefined {
  const ordered = [...usual.flatMap((id) => signs.filter(({ table }) => table === id)), ...signs];
  const candidates = ordered.flatMap(({ table, fields, oneOf = [[]] }) =>
    oneOf.flatMap((alternative) => {
      const entity = entities[table]!;
      const required = Object.keys(entity.fields).filter((field) => entity.fields[field]!.required);
      const wanted = new Set([...fields, ...alternative, ...required]);
      const likely = likelyColumns([...wanted.add(entity.time)], found.columns, { entity, areNeeded: true });
      const named = likely.filter(({ score }) => score >= holdsName).length;
      const isTold = likely.length === wanted.size && (usual.includes(table) || named * 2 > wanted.size);
      return isTold ? [{ entity, likely }] : [];
    }),
  );
  // Rows that have an order's number are no daily numbers, whatever else they have.
  const hasOrders =
    candidates.some(({ likely }) => likely.some(({ field, score }) => field === 'orderId' && score >= fitsWord)) ||
    likelyColumns(['orderId'], found.columns, { entity: entities['orders']!, areNeeded: true }).some(
      ({ score }) => score >= isWord,
    );
  const completed = candidates.map(({ entity, likely }) => ({
    entity,
    likely,
    all: [...likely, ...optionalColumns(entity, { ...found, fields: [] }, likely)],
  }));
  const best = likeliest(
    completed.filter(
      ({ entity, all }) => entity.id !== 'dailyMeasures' || (!hasOrders && areDaily(found, entity, all)),
    ),
  );
  if (!best) return undefined;
  const { all } = best;
  // What has been mapped already is left as it is.
  const map = mapOf(all.filter(({ field, column }) => field !== column));
  return Object.keys(map).length > 0 ? map : undefined;
}
