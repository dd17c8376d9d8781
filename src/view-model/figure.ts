import type { Unit } from '../core/catalog/definition.js';
import { durationText } from './duration.js';
import type { Precision } from './number-format.js';
import { numberFormat } from './number-format.js';
import type { FigureView } from './view.js';
import type { Words } from './words.js';

export type Notation = 'auto' | 'standard' | 'compact';

/** What a number is counted in. */
export interface Counted {
  readonly unit: Unit;
  /** ISO 4217 code of money. */
  readonly currency: string | undefined;
}

export interface FigureOptions {
  /** Default `auto`: compact from 100,000 up where the room is narrow. */
  readonly notation?: Notation | undefined;
  readonly room?: 'wide' | 'narrow' | undefined;
  /** A plus sign before what is above zero. */
  readonly signed?: boolean;
  /** The largest figure of the same column: money has as many decimals as that one. */
  readonly largest?: number | undefined;
}

/** Units that Intl has no name for; symbols that all languages share. Above a thousand the larger one is taken. */
const symbols: Partial<Record<Unit, readonly [string, string]>> = {
  kgCO2e: ['kg CO₂e', 't CO₂e'],
  kWh: ['kWh', 'MWh'],
  kg: ['kg', 't'],
};

/** A number as drawn: percent is a fraction, a duration is seconds, money is major units. */
export function figureView(
  value: number | undefined,
  counted: Counted,
  words: Words,
  options: FigureOptions = {},
): FigureView {
  if (value === undefined) return { parts: [{ kind: 'number', text: none }], text: none, full: words.say('no-value') };
  const precision = precisionOf(value, options);
  const text = textOf(value, counted, words, { ...options, precision });
  const full = precision === 'short' ? textOf(value, counted, words, { ...options, precision: 'exact' }) : text;
  return { parts: partsOf(text), text, full: spoken(full) };
}

/** The same as one text. */
export const figureText = (
  value: number | undefined,
  counted: Counted,
  words: Words,
  options: FigureOptions = {},
): string =>
  value === undefined ? none : textOf(value, counted, words, { ...options, precision: precisionOf(value, options) });

/** A number inside a sentence: not shortened, and without the spaces between thousands that are read as a pause. */
export const spokenText = (value: number | undefined, counted: Counted, words: Words): string =>
  value === undefined ? words.say('no-value') : spoken(textOf(value, counted, words, { precision: 'usual' }));

const none = '—';

/** The same without the spaces between thousands, which are read as a pause. */
export const spoken = (text: string): string => text.replace(/(\d)[\u00a0\u202f](?=\d)/g, '$1');

function precisionOf(value: number, { notation = 'auto', room = 'wide' }: FigureOptions): Precision {
  const short = notation === 'compact' || (notation === 'auto' && room === 'narrow' && Math.abs(value) >= 100_000);
  return short ? 'short' : notation === 'standard' ? 'exact' : 'usual';
}

interface Manner extends Pick<FigureOptions, 'signed' | 'largest'> {
  readonly precision: Precision;
}

function textOf(value: number, { unit, currency }: Counted, words: Words, manner: Manner): string {
  const signDisplay = manner.signed ? 'exceptZero' : 'negative';
  if (unit === 'duration') return withMinus(durationText(value, words, signDisplay));
  const symbol = symbols[unit];
  const large = symbol !== undefined && Math.abs(value) >= 1000;
  const size = unit === 'currency' ? (manner.largest ?? value) : value;
  const format = words.number({
    ...numberFormat(size, unit, currency, large ? 'usual' : manner.precision),
    signDisplay,
  });
  const text = withMinus(format.format(large ? value / 1000 : value));
  return symbol ? `${text}\u00a0${symbol[large ? 1 : 0]}` : text;
}

/** Its sign is a real minus. */
const withMinus = (text: string): string => text.replace('-', '−');

/** A number from its first digit to its last, with its sign, which may stand before the currency. */
const numbers = /([−+]?\p{Nd}(?:\P{L}*\p{Nd})?|^[−+])/u;

/** The text with its units apart. Intl would tell its parts too, and take several times as long. */
function partsOf(text: string): FigureView['parts'] {
  const kinds = ['unit', 'number'] as const;
  const parts = text.split(numbers).map((part, index) => ({ kind: kinds[index % 2]!, text: part }));
  return parts.filter((part) => part.text !== '');
}
