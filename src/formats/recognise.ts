import { entities } from '../core/catalog/entities.js';
import { measures } from '../core/catalog/measures.js';
import { suggestField } from '../core/dataset/suggest.js';
import { KpiError } from '../core/error.js';

interface Sign {
  readonly table: string;
  /** All of these … */
  readonly fields: readonly string[];
  /** … and all of one of these. */
  readonly oneOf?: readonly (readonly string[])[];
}

/** What tells a table, the narrowest first: a refund has an order's number too, and so has a line. */
const signs: readonly Sign[] = [
  { table: 'refunds', fields: ['refundId', 'amount'] },
  { table: 'orderLines', fields: ['orderId'], oneOf: [['quantity', 'unitPrice'], ['lineTotal']] },
  { table: 'orders', fields: ['orderId', 'placedAt', 'grossSales'] },
  { table: 'sessions', fields: ['sessionId', 'startedAt'] },
  { table: 'dailyMeasures', fields: ['date'], oneOf: [...measures.keys()].map((measure) => [measure]) },
];

/**
 * Tells from the fields which table rows are.
 *
 * @throws KpiError `unrecognised-data` with the `fields` found, what was looked for, and the likely `map`
 */
export function recogniseTable(fields: readonly string[]): string {
  const found = new Set(fields);
  const all = (wanted: readonly string[]) => wanted.every((field) => found.has(field));
  const sign = signs.find((each) => all(each.fields) && (!each.oneOf || each.oneOf.some(all)));
  if (sign) return sign.table;

  const map = likelyMap(fields);
  const lookedFor = signs.map((each) => ({ table: each.table, fields: wordsOf(each) }));
  throw new KpiError(
    'unrecognised-data',
    `The data are not recognised by their fields: ${fields.join(', ') || 'none'}. ` +
      `Looked for ${lookedFor.map((each) => `${each.table} (${each.fields})`).join('; ')}. ` +
      `Set table, or map the fields${map ? `, for example map='${JSON.stringify(map)}'` : ''}.`,
    { fields, lookedFor, map },
  );
}

function wordsOf({ table, fields, oneOf = [] }: Sign): string {
  const alternatives =
    table === 'dailyMeasures' ? 'a measure such as netSales' : oneOf.map((each) => each.join(' and ')).join(', or ');
  return [...fields, alternatives].filter(Boolean).join(', ');
}

/** A map that would make the fields a table: the first table whose fields all have a likely counterpart. */
function likelyMap(fields: readonly string[]): Readonly<Record<string, string>> | undefined {
  for (const { table, fields: required, oneOf = [[]] } of signs) {
    for (const alternative of oneOf) {
      const map = likelySources([...required, ...alternative], fields);
      const time = entities[table]?.time;
      if (map) return { ...map, ...(time && likelySources([time], fields)) };
    }
  }
  return undefined;
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
