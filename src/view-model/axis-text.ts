import type { Unit } from '../core/catalog/definition.js';
import { durationUnit } from './duration.js';
import type { Words } from './words.js';

/** A value on an axis, without its currency, in the unit and with the decimals that the axis's largest value asks for. */
export function axisText(value: number, largest: number, unit: Unit, words: Words): string {
  const [name, length] = unit === 'duration' ? durationUnit(Math.abs(largest)) : ['', 1];
  const shown = Math.abs(unit === 'percent' ? largest * 100 : largest / length);
  const options: Intl.NumberFormatOptions = {
    signDisplay: 'negative',
    maximumFractionDigits: shown > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(shown)))) : 0,
    ...(unit === 'percent' && { style: 'percent' }),
    ...(name && { style: 'unit', unit: name, unitDisplay: 'short' }),
    ...(unit !== 'percent' && !name && shown >= 1000 && { notation: 'compact', maximumSignificantDigits: 3 }),
  };
  return words
    .number(options)
    .format(value / length)
    .replace('-', '−');
}
