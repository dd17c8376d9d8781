import { entities } from '../core/catalog/entities.js';
import { measures } from '../core/catalog/measures.js';
import { plain, suggestField } from '../core/dataset/suggest.js';
import { KpiError } from '../core/error.js';

interface Sign {
  readonly table: string;
  /** All of these … */
  readonly fields: readonly string[];
  /** … and all of one of these. */
  readonly oneOf?: readonly (readonly string[])[];
}

const sign = (table: string, fields: string, oneOf?: readonly string[]): Sign => ({
  table,
  fields: fields.split(' '),
  ...(oneOf && { oneOf: oneOf.map((group) => group.split(' ')) }),
});

/** What rows of ad spend have beside date and cost, and daily numbers have not. */
const adColumns = ['impressions', 'clicks', 'network', 'kind', 'campaign', 'attributedRevenue'];

/** What tells a table, the narrowest first: a refund has an order's number too, and so have a line and a parcel. */
const signs: readonly Sign[] = [
  sign('refunds', 'refundId amount'),
  sign('shipments', 'shipmentId orderId'),
  sign('carts', 'cartId createdAt'),
  sign('surveys', 'responseId submittedAt score'),
  sign('tickets', 'ticketId createdAt'),
  sign('orderLines', 'orderId', ['quantity unitPrice', 'lineTotal']),
  sign('orders', 'orderId placedAt grossSales'),
  sign('sessions', 'sessionId startedAt'),
  sign('events', 'at name', ['sessionId', 'visitorId']),
  sign('pageLoads', 'at', ['lcpMs', 'loadMs']),
  sign('inventorySnapshots', 'date sku onHandUnits'),
  sign('stockEvents', 'at sku type units'),
  sign('socialPosts', 'postId publishedAt'),
  sign('customers', 'customerId firstOrderAt'),
  sign('adSpend', 'date cost', adColumns),
  sign('dailyMeasures', 'date', [...measures.keys()]),
];

/**
 * Tells from the fields which table rows are.
 *
 * @throws KpiError `unrecognised-data` with the `fields` found, what was looked for, and the likely `map`
 */
export function recogniseTable(fields: readonly string[]): string {
  const table = tableOf(fields);
  if (table !== undefined) return table;

  const map = likelyMap(fields);
  const lookedFor = signs.map((each) => ({ table: each.table, fields: wordsOf(each) }));
  throw new KpiError(
    'unrecognised-data',
    `The data are not recognised by their fields: ${fields.join(', ')}. ` +
      `Looked for ${lookedFor.map((each) => `${each.table} (${each.fields})`).join('; ')}. ` +
      `Set table, or map the fields${map ? `, for example map='${JSON.stringify(map)}'` : ''}.`,
    { fields, lookedFor, map },
  );
}

/** The table that rows with such fields are; undefined where nothing tells. */
export function tableOf(fields: readonly string[]): string | undefined {
  const found = new Set(fields);
  const all = (wanted: readonly string[]) => wanted.every((field) => found.has(field));
  return signs.find((each) => all(each.fields) && (!each.oneOf || each.oneOf.some(all)))?.table;
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
