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
  readonly kpi?: string | undefined;
}

/**
 * Reads given figures as a result.
 * @throws KpiError `bad-option` naming the attribute, its value and what is allowed
 */
export function readGiven(given: GivenAttributes): KpiResult {
  // A share is no money, whatever the page's currency is.
  const isShare = /%|-(rate|margin|share)$/.test(`${given.value}${given.kpi}`);
  const likely = isShare ? 'percent' : given.currency === undefined ? 'count' : 'currency';
  const unit = oneOf('unit', given.unit ?? likely, units);
  if (unit === 'currency' && !/^[A-Z]{3}$/.test(given.currency ?? '')) {
    throw badOption('currency', given.currency ?? '', 'an ISO 4217 code such as DKK');
  }
  return givenResult({
    unit,
    value: number('value', given.value, unit),
    previous: optionalNumber('previous', given.previous, unit),
    target: optionalNumber('target', given.target, unit),
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

const badOption = (option: string, value: string, expected: string): KpiError =>
  unexpected('bad-option', `${option}="${value}" is not possible`, option, value, expected);
