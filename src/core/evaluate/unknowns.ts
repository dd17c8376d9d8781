import type { MeasureDefinition } from '../catalog/definition.js';
import type { Column } from '../dataset/column.js';
import { cellsOf, knownIn } from '../dataset/column.js';
import type { Dataset } from '../dataset/dataset.js';
import type { MeasureRows } from '../dataset/measure-source.js';
import { atomsIn, fieldsIn, parseFilter } from '../filter.js';
import { namesIn, parseFormula } from '../formula.js';
import { remember } from '../remember.js';
import { measuresOf } from '../term.js';
import type { AsOf, Span } from '../time/window.js';
import { sourceOf } from './feed.js';
import type { Warning } from './result.js';

/** So large a share of empty cells is passed over in silence. */
const tolerated = 0.05;

/** Columns that have no empty cell at all need no second look. */
const complete = new WeakMap<Column, boolean>();

/** What the rows of a window leave open: empty cells in the fields that measures read, and customers from before the data. */
export function unknownsIn(dataset: Dataset, names: readonly string[], window: Span, asOf: AsOf): Warning[] {
  const shares = new Map<string, number>();
  for (const name of measuresOf(names)) {
    const rows = sourceOf(dataset.sources, name)?.rows(name, [], asOf);
    for (const field of rows ? fieldsRead(dataset.catalog.measures.get(name)!, rows) : []) {
      const share = emptyShare(rows!, field, window);
      if (share > tolerated) shares.set(field, Math.max(share, shares.get(field) ?? 0));
    }
  }
  const empty = [...shares].map(([field, share]) => ({ code: 'unknown-values', field, share }) as const);
  return hasShortHistory(dataset, names, window, asOf) ? [...empty, { code: 'short-history' }] : empty;
}

/** Whether in a window customers of before the data may pass for new. */
export const hasShortHistory = (dataset: Dataset, names: readonly string[], window: Span, asOf: AsOf): boolean =>
  measuresOf(names).some((name) => startsShort(dataset, name, window, asOf));

/** The fields of a measure's rows that may be empty without a meaning: numbers and true/false; an empty amount is none. */
function fieldsRead({ expression, filter, aggregation, known }: MeasureDefinition, { table }: MeasureRows): string[] {
  // What one kind of record says, the others leave empty.
  const types = known === undefined ? ['int', 'decimal', 'bool'] : ['int', 'decimal'];
  const parsed = filter === undefined ? undefined : parseFilter(filter, table.entity);
  const inExpression =
    expression === undefined || aggregation === 'countDistinct' ? [] : namesIn(parseFormula(expression));
  const asked = new Set(parsed && atomsIn(parsed).flatMap(({ kind, field }) => (kind === 'known' ? field : [])));
  const fields = [...inExpression, ...(parsed ? fieldsIn(parsed) : [])].filter((field) => !asked.has(field));
  return [...new Set(fields)].filter((field) => {
    const definition = table.entity.fields[field];
    return definition && definition.default === undefined && types.includes(definition.type);
  });
}

/** The share of a window's rows in which a field is empty. A number need be known only of the rows that count. */
function emptyShare({ table, mask }: MeasureRows, field: string, { start, end }: Span): number {
  const column = table.column(field);
  if (!column || isComplete(column)) return 0;
  const isKnown = knownIn(column);
  const counted = column.kind === 'number' ? mask : undefined;
  const { days } = table.time;
  let rows = 0;
  let empty = 0;
  for (let row = 0; row < table.length; row++) {
    if (days[row]! < start || days[row]! > end || (counted && counted[row] !== 1)) continue;
    rows++;
    if (!isKnown(row)) empty++;
  }
  return rows === 0 ? 0 : empty / rows;
}

const isComplete = (column: Column): boolean =>
  remember(complete, column, () => {
    const isKnown = knownIn(column);
    return cellsOf(column).every((_, row) => isKnown(row));
  });

/** Whether a window lies so near the first day of the data that customers of before may pass for new. */
function startsShort(dataset: Dataset, name: string, window: Span, asOf: AsOf): boolean {
  const { filter, without } = dataset.catalog.measures.get(name)!;
  if (without !== 'firstOrder' && !filter?.includes('firstOrder')) return false;
  const source = sourceOf(dataset.sources, name);
  const rows = source?.rows(name, [], asOf);
  const isTold = rows?.table.has('isFirstOrder') ?? true;
  if (isTold || dataset.report.tables.some(({ table, rows: count }) => table === 'customers' && count > 0))
    return false;
  const first = source?.coverage(name, asOf)?.first ?? -Infinity;
  return window.start < first + dataset.parameters.activityWindowDays;
}
