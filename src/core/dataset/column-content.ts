import { isEmpty } from './column-builder.js';

/** What a column holds, as far as some of its cells tell. */
export interface Content {
  readonly kind: 'none' | 'bool' | 'number' | 'time' | 'email' | 'currency' | 'text' | 'other';
  /** How many cells are not empty. */
  readonly count: number;
  /** Whether no two of them are alike. */
  readonly isUnique: boolean;
  /** Of numbers: whether there are any that are not whole. */
  readonly hasDecimals: boolean;
  /** Of numbers: what they add up to. */
  readonly size: number;
}

const looks = [
  ['bool', /^(true|false|yes|no)$/i],
  ['number', /^[-+]?(\d+\.?\d*|\.\d+)$/],
  // Dates that only the rest of the text tells how to read are dates all the same.
  ['time', /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d)/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['currency', /^[A-Z]{3}$/],
  ['text', /^/],
] as const;

export function contentOf(cells: readonly unknown[]): Content {
  const filled = cells.filter((cell) => !isEmpty(cell)).map((cell) => (cell instanceof Date ? dateText(cell) : cell));
  const areTexts = filled.every((cell) => typeof cell !== 'object');
  const texts = areTexts ? filled.map((cell) => String(cell).trim()) : [];
  // One that is not known, or a sum, stands in many a column of numbers or times.
  const look = looks.find(([kind, pattern]) => {
    const matching = texts.filter((text) => pattern.test(text)).length;
    return kind === 'number' || kind === 'time' ? matching * 2 > texts.length : matching === texts.length;
  });
  const kind = filled.length === 0 ? 'none' : areTexts && look ? look[0] : 'other';
  const numbers = kind === 'number' ? texts.map(Number).filter(Number.isFinite) : [];
  return {
    kind,
    count: filled.length,
    isUnique: new Set(texts).size === filled.length,
    hasDecimals: numbers.some((number) => !Number.isInteger(number)),
    size: numbers.reduce((sum, number) => sum + Math.abs(number), 0),
  };
}

const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());
