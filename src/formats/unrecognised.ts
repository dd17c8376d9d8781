import { entities } from '../core/catalog/entities.js';
import { plain, suggestField } from '../core/dataset/suggest.js';
import { KpiError } from '../core/error.js';
import { excerptOf, namesOf } from '../core/excerpt.js';
import { signs } from './recognise.js';
import type { Sign } from './recognise.js';

/** Why rows with such fields are no table: `unrecognised-data` with the `fields` found, what was looked for, and the likely `map`. */
export function unrecognised(fields: readonly string[]): KpiError {
  const map = likelyMap(fields);
  const lookedFor = signs.map((each) => ({ table: each.table, fields: wordsOf(each) }));
  return new KpiError(
    'unrecognised-data',
    `The data are not recognised by their fields: ${namesOf(fields)}. ` +
      `Looked for ${lookedFor.map((each) => `${each.table} (${each.fields})`).join('; ')}. ` +
      `Set table, or map the fields${map ? `, for example map='${JSON.stringify(map)}'` : ''}.`,
    { fields, lookedFor, map },
  );
}

/** Why a value is no data set: `unrecognised-data` with the `fields` found. */
export function unrecognisedValue(value: unknown): KpiError {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const found = fields.length > 0 ? `an object with ${namesOf(fields)}` : excerptOf(value);
  const tables = Object.keys(entities);
  return new KpiError(
    'unrecognised-data',
    `Expected rows, or an object with tables (${tables.join(', ')}); found ${found}.`,
    { fields, tables },
  );
}

function wordsOf({ table, fields, oneOf = [] }: Sign): string {
  const alternatives =
    table === 'dailyMeasures' ? 'a measure such as netSales' : oneOf.map((each) => each.join(' and ')).join(', or ');
  return [...fields, alternatives].filter(Boolean).join(', ');
}

/** A map that would make the fields a table: of those whose fields all have a counterpart, the nearest in name. */
function likelyMap(fields: readonly string[]): Readonly<Record<string, string>> | undefined {
  const candidates = signs.flatMap(({ table, fields: required, oneOf = [[]] }) =>
    oneOf.flatMap((alternative) => {
      const map = likelySources([...required, ...alternative], fields);
      return map ? [{ map, likeness: likenessOf(map), time: entities[table]?.time }] : [];
    }),
  );
  const [first, ...others] = candidates;
  if (!first) return undefined;
  const { map, time } = others.reduce((best, each) => (each.likeness > best.likeness ? each : best), first);
  return { ...map, ...(time && likelySources([time], fields)) };
}

/** How many of the fields differ from their counterparts in case and punctuation only; 1 for all. */
function likenessOf(map: Readonly<Record<string, string>>): number {
  const pairs = Object.entries(map);
  return pairs.filter(([field, source]) => plain(field) === plain(source)).length / pairs.length;
}

function likelySources(wanted: readonly string[], fields: readonly string[]): Record<string, string> | undefined {
  const map: Record<string, string> = {};
  for (const field of wanted) {
    const source = fields.includes(field) ? field : suggestField(field, fields);
    if (!source || Object.values(map).includes(source)) return undefined;
    map[field] = source;
  }
  return map;
}
