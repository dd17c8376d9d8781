import { decimals } from './number-format.js';
import type { Words } from './words.js';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const largestIn = (seconds: number): number => {
  const index = units.findIndex(([, size]) => seconds >= size);
  return index < 0 ? units.length - 1 : index;
};

/** Decimals of a few seconds: two digits that tell one page load from another. */
const decimalsOf = (seconds: number): number => (seconds === 0 || seconds >= 9.95 ? 0 : seconds < 0.995 ? 2 : 1);

/** Seconds as "2 h 14 min": the largest unit that fits, and the next one below; "2.0 s" where they are few. */
export function durationText(seconds: number, words: Words, signDisplay: 'exceptZero' | 'negative'): string {
  const size = Math.abs(seconds);
  const step = units[largestIn(size) + 1]?.[1];
  const digits = step === undefined ? decimalsOf(size) : 0;
  const perStep = 10 ** digits;
  // Rounded first, so that 119.7 s is 2 min and not 1 min 60 s.
  const rounded = step === undefined ? Math.round(size * perStep) / perStep : Math.round(size / step) * step;
  const index = largestIn(rounded);
  const [unit, length] = units[index]!;
  const below = units[index + 1];
  const whole = below ? Math.floor(rounded / length) : rounded;
  const rest = below ? Math.round((rounded - whole * length) / below[1]) : 0;

  const write = (value: number, name: string, signs: typeof signDisplay, digits = 0): string =>
    words
      .number({ style: 'unit', unit: name, unitDisplay: 'short', signDisplay: signs, ...decimals(digits) })
      .format(value);
  const text = write(seconds < 0 ? -whole : whole, unit, signDisplay, digits);
  return rest && below ? `${text} ${write(rest, below[0], 'negative')}` : text;
}

/** The unit that an axis up to `largest` seconds is labelled in, and its length in seconds. */
export const durationUnit = (largest: number): readonly [string, number] => units[largestIn(largest)]!;
