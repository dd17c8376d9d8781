import type { Day } from '../time/day.js';
import type { Span } from '../time/window.js';
import type { Table } from './table.js';

/** A currency that amounts are in, and between which days. */
export interface CurrencyFound {
  readonly currency: string;
  readonly first: Day;
  readonly last: Day;
  /** Whether it was to be converted, and no rate fits. */
  readonly lacksRate: boolean;
}

/**
 * The currencies that the rows of a span name; of a table that has been converted, those that no rate was found for.
 * @param counting tells whether a row has a part in the figure; asked only where several currencies are possible
 */
export function currenciesIn(
  table: Table,
  { start, end }: Span,
  counting: () => (row: number) => boolean,
): CurrencyFound[] {
  const unconverted = table.texts('unconverted');
  const column = unconverted ?? table.texts('currency');
  if (!column || column.values.length === 0) return [];
  const { codes, values } = column;
  // Where all rows name the same one, nothing can be mixed.
  if (!unconverted && values.length === 1 && !codes.includes(-1))
    return [{ currency: values[0]!, first: start, last: end, lacksRate: false }];
  const { days } = table.time;
  const counts = counting();
  const found = new Map<number, { first: number; last: number }>();
  for (let row = 0; row < table.length; row++) {
    const code = codes[row]!;
    const day = days[row]!;
    if (code < 0 || day < start || day > end || !counts(row)) continue;
    const range = found.get(code);
    if (!range) found.set(code, { first: day, last: day });
    else {
      range.first = Math.min(range.first, day);
      range.last = Math.max(range.last, day);
    }
  }
  const lacksRate = unconverted !== undefined;
  return [...found].map(([code, { first, last }]) => ({
    ...{ currency: values[code]!, lacksRate },
    ...{ first: first as Day, last: last as Day },
  }));
}
