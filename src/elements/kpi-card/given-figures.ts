import type { Better, Unit } from '../../core/catalog/definition.js';
import { unexpected } from '../../core/error.js';
import type { KpiError } from '../../core/error.js';
import { givenResult } from '../../core/evaluate/given.js';
import type { KpiResult } from '../../core/evaluate/result.js';

const units = [
  'currency',
  'percent',
  'ratio',
  'count',
  'duration',
  'score',
  'rating',
  'kgCO2e',
  'kWh',
  'kg',
] as const satisfies readonly Unit[];
const directions = ['up', 'down', 'neutral'] as const satisfies readonly Better[];

/** Figures as they stand in attributes. */
export interface GivenAttributes {
  readonly value: string | number;
  readonly previous?: string | number | undefined;
  readonly target?: string | number | undefined;
  readonly unit?: string | undefined;
  readonly direction?: string | undefined;
  readonly currency?: string | undefined;
  /** Whether it is the figure's own, and not that of the page as a whole. */
  readonly isOwnCurrency?: boolean | undefined;
  readonly kpi?: string | undefined;
}

/**
 * Reads given figures as a result.
 * @throws KpiError `bad-option` naming the attribute, its value and what is allowed
 */
export function readGiven(given: GivenAttributes): KpiResult {
  const unit = oneOf('unit', given.unit ?? likelyUnit(given), units);
  if (unit === 'currency' && !/^[A-Z]{3}$/.test(given.currency ?? '')) {
    throw badOption('currency', given.currency ?? '', 'an ISO 4217 code such as DKK', 'DKK, EUR, …');
  }
  const value = number('value', given.value, unit);
  const previous = optionalNumber('previous', given.previous, unit);
  const target = optionalNumber('target', given.target, unit);
  const isWhole = [value, previous, target].every((figure) => !(figure! % 1));
  return givenResult({
    // Of what is counted on average there are parts.
    unit: unit === 'count' && !isWhole ? 'ratio' : unit,
    value,
    previous,
    target,
    direction: oneOf('direction', given.direction ?? 'up', directions),
    currency: given.currency,
    kpi: given.kpi,
  });
}

/** In what a figure is counted where nothing is said: a share is no money, nor are orders, whatever the page's currency is. */
function likelyUnit({ value, currency, isOwnCurrency, kpi }: GivenAttributes): Unit {
  if (/%|-(rate|margin|share)$/.test(`${value}${kpi}`)) return 'percent';
  const isMoney = isOwnCurrency || !kpi || /contribution|cost|profit|revenue|sales|value/.test(kpi);
  return currency && isMoney ? 'currency' : 'count';
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw badOption(option, value, allowed.join(', '));
  return known;
}

const optionalNumber = (option: string, value: string | number | undefined, unit: Unit) =>
  value === undefined || value === '' ? undefined : number(option, value, unit);

/** A plain number; `3.5%` is 0.035. Text such as `1.240` of money or a count, which may be thousands, is refused. */
function number(option: string, value: string | number, unit: Unit): number {
  const [, digits = '', percent] = /^\s*([-−+]?[\d.]+(?:e[-+]?\d+)?)\s*(%?)\s*$/i.exec(String(value)) ?? [];
  const read = Number(digits.replace('−', '-') || NaN);
  if (!Number.isFinite(read)) throw badOption(option, String(value), '1240.5, 3.5%');
  const isAmount = unit === 'currency' || unit === 'count';
  if (typeof value === 'string' && isAmount && !percent && /^\W?[1-9]\d{0,2}\.\d{3}$/.test(digits))
    throw badOption(option, value, `${digits.replace('.', '')} or ${digits}0`);
  return percent ? read / 100 : read;
}

const badOption = (option: string, value: string, expected: string, examples = expected): KpiError =>
  unexpected('bad-option', `${option}="${value}" is not possible`, option, value, expected, examples);
