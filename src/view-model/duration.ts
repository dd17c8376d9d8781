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

/** Seconds as "2 h 14 min": the largest unit that fits, and the next one below. */
export function durationParts(seconds: number, words: Words, signDisplay: 'exceptZero' | 'negative') {
  const size = Math.abs(seconds);
  const step = units[largestIn(size) + 1]?.[1];
  // Rounded first, so that 119.7 s is 2 min and not 1 min 60 s.
  const rounded = step === undefined ? size : Math.round(size / step) * step;
  const index = largestIn(rounded);
  const [unit, length] = units[index]!;
  const below = units[index + 1];
  const whole = below ? Math.floor(rounded / length) : rounded;
  const rest = below ? Math.round((rounded - whole * length) / below[1]) : 0;

  const write = (value: number, name: string, signs: typeof signDisplay, digits = 0): Intl.NumberFormatPart[] =>
    words
      .number({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits, signDisplay: signs })
      .formatToParts(value);
  const parts = write(seconds < 0 ? -whole : whole, unit, signDisplay, unit === 'second' && whole < 10 ? 1 : 0);
  return rest && below
    ? [...parts, { type: 'literal' as const, value: ' ' }, ...write(rest, below[0], 'negative')]
    : parts;
}

/** The unit that an axis up to `largest` seconds is labelled in, and its length in seconds. */
export const axisUnit = (largest: number): readonly [string, number] => units[largestIn(largest)]!;
