import type { CurrencyFound } from '../dataset/currencies.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { measuresOf } from '../term.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Window } from '../time/window.js';
import { sourceOf } from './feed.js';
import type { Reason } from './result.js';

/** The money of a window: in which currency it is, and why it cannot be one figure. */
export interface MoneyFound {
  /** Undefined where the formula reads no money, or nothing names its currency. */
  readonly currency: string | undefined;
  readonly refusal: Reason | undefined;
}

/**
 * Amounts of different currencies are never added up, nor set against each other.
 * @param expected the currency that the window is compared with; default the reporting currency
 */
export function moneyIn(
  { sources, currency, catalog }: Dataset,
  names: readonly string[],
  window: Window,
  selection: Selection,
  asOf: AsOf,
  expected = currency,
): MoneyFound {
  const money = measuresOf(names).filter((name) => catalog.measures.get(name)?.unit === 'currency');
  if (money.length === 0) return { currency: undefined, refusal: undefined };
  const found = money.flatMap((name) => sourceOf(sources, name)!.currencies(name, window, selection, asOf));
  // Lines of one order may be in several.
  const named = found.flatMap((one) => one.currency.split('+'));
  const currencies = [...new Set([expected ?? [], named].flat())];
  if (currencies.length < 2) return { currency: currencies[0], refusal: undefined };
  const refusal: Reason = found.some(({ lacksRate }) => lacksRate)
    ? { code: 'missing-rate', currencies: currencies.slice(1), ...daysOf(found) }
    : { code: 'mixed-currencies', currencies };
  return { currency: currencies[0], refusal };
}

const daysOf = (found: readonly CurrencyFound[]): Pick<Reason, 'first' | 'last'> => ({
  first: isoOf(found.reduce((first, one) => (one.first < first ? one.first : first), found[0]!.first)),
  last: isoOf(found.reduce((last, one) => (one.last > last ? one.last : last), found[0]!.last)),
});
