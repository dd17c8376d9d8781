import type { Table } from './table.js';

/** A row of the table `rates`: on `date` (ISO) one unit of `base` costs `rate` units of `quote` (ISO 4217). */
export interface ExchangeRate {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: number;
}

/** Exchange rates, read. */
export interface Rates {
  /** The currency that all rates are into; undefined where there are several. */
  readonly quote: string | undefined;
  /** What a unit of `from` is worth in `to` on a day; NaN where no rate fits. */
  worth(from: string, to: string, day: number): number;
}

/** A rate holds until the next one, and no longer than so many days: banks quote none on holidays. */
const daysValid = 7;

/**
 * Reads tables of rates; of two for the same day the later one counts. A pair may be quoted either way round, or both
 * currencies against a third one, as central banks do.
 * @returns undefined without a rate
 */
export function ratesIn(tables: readonly Table[]): Rates | undefined {
  const given = new Map<string, number>();
  const inverse = new Map<string, number>();
  const quotes = new Set<string>();
  const currencies = new Set<string>();
  for (const table of tables) {
    if (table.length === 0) continue;
    const [bases, quoted] = [table.texts('base')!, table.texts('quote')!];
    const { values, scale } = table.numbers('rate')!;
    table.time.days.forEach((day, row) => {
      const [base, quote] = [bases.values[bases.codes[row]!]!, quoted.values[quoted.codes[row]!]!];
      const rate = values[row]! / scale;
      // A rate of 0 is none.
      if (1 / rate === Infinity) return;
      given.set(`${base} ${quote} ${day}`, rate);
      inverse.set(`${quote} ${base} ${day}`, 1 / rate);
      quotes.add(quote);
      currencies.add(base).add(quote);
    });
  }
  const thirds = [...currencies].sort();

  function direct(from: string, to: string, day: number): number {
    if (from === to) return 1;
    for (let age = 0; age <= daysValid; age++) {
      const pair = `${from} ${to} ${day - age}`;
      const rate = given.get(pair) ?? inverse.get(pair);
      if (rate !== undefined) return rate;
    }
    return NaN;
  }

  return given.size === 0
    ? undefined
    : {
        quote: quotes.size === 1 ? [...quotes][0] : undefined,
        worth(from, to, day) {
          let worth = direct(from, to, day);
          for (const third of thirds)
            if (Number.isNaN(worth)) worth = direct(from, third, day) * direct(third, to, day);
          return worth;
        },
      };
}
