import type { Better, Unit } from '../../core/catalog/definition.js';
import { KpiError } from '../../core/error.js';
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
  readonly kpi?: string | undefined;
}

/**
 * Reads given figures as a result.
 * @throws KpiError `bad-option` naming the attribute, its value and what is allowed
 */
export function readGiven(given: GivenAttributes): KpiResult {
  const unit = oneOf('unit', given.unit ?? (given.currency === undefined ? 'count' : 'currency'), units);
  if (unit === 'currency' && !/^[A-Z]{3}$/.test(given.currency ?? '')) {
    throw badOption('currency', given.currency ?? '', 'an ISO 4217 code such as DKK');
  }
  return givenResult({
    unit,
    value: number('value', given.value),
    previous: optionalNumber('previous', given.previous),
    target: optionalNumber('target', given.target),
    direction: oneOf('direction', given.direction ?? 'up', directions),
    currency: given.currency,
    kpi: given.kpi,
  });
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw badOption(option, value, allowed.join(', '));
  return known;
}

const optionalNumber = (option: string, value: string | number | undefined) =>
  value === undefined || value === '' ? undefined : number(option, value);

/** A plain number; `3.5%` is 0.035. */
function number(option: string, value: string | number): number {
  const [, digits, percent] = /^\s*([-−+]?[\d.]+(?:e[-+]?\d+)?)\s*(%?)\s*$/i.exec(String(value)) ?? [];
  const read = digits === undefined ? NaN : Number(digits.replace('−', '-'));
  if (!Number.isFinite(read)) throw badOption(option, String(value), '1240.5, 3.5%');
  return percent ? read / 100 : read;
}

function badOption(option: string, value: string, expected: string): KpiError {
  return new KpiError('bad-option', `${option}="${value}": expected ${expected}.`, { option, value, expected });
}
