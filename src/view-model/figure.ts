import type { Unit } from '../core/catalog/definition.js';
import { durationParts } from './duration.js';
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

type Part = FigureView['parts'][number];

const smallPrint = new Set(['currency', 'percentSign', 'compact', 'unit', 'literal']);

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
  const parts = partsOf(value, counted, words, { ...options, precision });
  const text = joined(parts);
  const full = precision === 'short' ? textOf(value, counted, words, { ...options, precision: 'exact' }) : text;
  return { parts, text, full: spoken(full) };
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

const signDisplayOf = ({ signed = false }: Manner) => (signed ? 'exceptZero' : 'negative');

/** How a number that is no duration is written: its format, the amount in it, and the symbol that follows. */
function formatOf(value: number, { unit, currency }: Counted, words: Words, manner: Manner) {
  const symbol = symbols[unit];
  const large = symbol !== undefined && Math.abs(value) >= 1000;
  const size = unit === 'currency' ? (manner.largest ?? value) : value;
  const options = numberFormat(size, unit, currency, large ? 'usual' : manner.precision);
  return {
    format: words.number({ ...options, signDisplay: signDisplayOf(manner) }),
    amount: large ? value / 1000 : value,
    symbol: symbol && `\u00a0${symbol[large ? 1 : 0]}`,
  };
}

function textOf(value: number, counted: Counted, words: Words, manner: Manner): string {
  if (counted.unit === 'duration') return joined(merge(durationParts(value, words, signDisplayOf(manner))));
  const { format, amount, symbol = '' } = formatOf(value, counted, words, manner);
  return format.format(amount).replace('-', '−') + symbol;
}

/** A number from its first digit to its last, with its sign, which may stand before the currency. */
const numbers = /([−+]?\p{Nd}(?:.*\p{Nd})?|^[−+])/su;

/** The text with its units apart. Intl would tell its parts too, and take several times as long. */
function partsOf(value: number, counted: Counted, words: Words, manner: Manner): readonly Part[] {
  if (counted.unit === 'duration') return merge(durationParts(value, words, signDisplayOf(manner)));
  const kinds = ['unit', 'number'] as const;
  const parts = textOf(value, counted, words, manner).split(numbers);
  return parts.map((text, index) => ({ kind: kinds[index % 2]!, text })).filter(({ text }) => text !== '');
}

/** Neighbours of one kind become one part; the sign is a real minus. */
function merge(parts: readonly Intl.NumberFormatPart[]): readonly Part[] {
  const merged: { kind: Part['kind']; text: string }[] = [];
  for (const { type, value } of parts) {
    const kind = smallPrint.has(type) ? 'unit' : 'number';
    const text = type === 'minusSign' ? '−' : value;
    const last = merged.at(-1);
    if (last?.kind === kind) last.text += text;
    else merged.push({ kind, text });
  }
  return merged;
}

const joined = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
