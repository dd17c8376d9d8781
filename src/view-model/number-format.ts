import type { Unit } from '../core/catalog/definition.js';
import { minorUnits } from '../core/minor-units.js';

/** `short` may lose digits, `usual` is what a figure is read as, `exact` keeps all that its unit has. */
export type Precision = 'short' | 'usual' | 'exact';

/** So many decimals. */
export const decimals = (digits: number, atLeast = digits): Intl.NumberFormatOptions => ({
  minimumFractionDigits: atLeast,
  maximumFractionDigits: digits,
});

/** Decimals that a price in this currency is shown with: some have minor units on paper, and none in a shop. */
const shownDigits = (code: string | undefined): number => (/^(HUF|TWD)$/.test(code ?? '') ? 0 : minorUnits(code));

/** How Intl writes a number of this unit and size. Durations are written by duration.ts. */
export function numberFormat(
  value: number,
  unit: Unit,
  currency: string | undefined,
  precision: Precision,
): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  const style: Intl.NumberFormatOptions = unit === 'percent' ? { style: 'percent' } : money(unit, currency);
  if (precision === 'short' && unit !== 'percent' && size >= 10_000) {
    return { ...style, notation: 'compact', maximumSignificantDigits: 3 };
  }
  switch (unit) {
    case 'currency': {
      if (precision === 'exact') return { ...style, ...decimals(minorUnits(currency)) };
      const digits = size < 10_000 ? shownDigits(currency) : 0;
      return { ...style, ...decimals(digits, precision === 'short' && Number.isInteger(value) ? 0 : digits) };
    }
    case 'percent':
      return { ...style, ...decimals(size === 0 ? 0 : size < 0.01 ? 2 : 1) };
    case 'count':
      return decimals(0);
    case 'ratio':
      // What is not nothing is not shown as 0.
      return size > 0 && size < 0.01 ? { maximumSignificantDigits: 2 } : decimals(2);
    default:
      return decimals(1, 0);
  }
}

function money(unit: Unit, currency: string | undefined): Intl.NumberFormatOptions {
  return unit === 'currency' && /^[a-z]{3}$/i.test(currency ?? '') ? { style: 'currency', currency: currency! } : {};
}
