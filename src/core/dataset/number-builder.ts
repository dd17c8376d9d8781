import type { NumberColumn } from './column.js';
import { numberColumn } from './column.js';
import type { CellProblem, ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import type { GroupedDigits } from './grouped-digits.js';
import { digitAt, isDigit } from '../digits.js';
import { Growing } from './growing.js';

const minus = 45;
const point = 46;
const finestScale = 1e6;
/** No shop has larger numbers, and sums of their squares would be more than a float can hold. */
const largest = 1e30;

const notANumber: CellProblem = { code: 'not-a-number', words: 'expected a number such as 1234.50' };
const notPositive: CellProblem = { code: 'not-positive', words: 'expected a positive amount' };

/**
 * Collects numbers as whole multiples of the smallest decimal unit that occurs among them.
 * @param positive whether a negative number is refused
 * @param digits watches the cells that are texts
 * @param isShare whether `3.5%` is read, as 0.035
 */
export function numberBuilder(positive: boolean, digits?: GroupedDigits, isShare = false): ColumnBuilder<NumberColumn> {
  const numbers = new Growing(Float64Array);
  let scale = 1;
  let exact = true;

  /** Goes on to smaller units until a value is a whole number of them, or gives up on decimals. */
  function fit(value: number, before: Float64Array): number {
    while (exact && !isWhole(value * scale)) {
      exact = scale < finestScale;
      for (let i = 0; i < before.length; i++) before[i] = exact ? before[i]! * 10 : before[i]! / scale;
      scale = exact ? scale * 10 : 1;
    }
    return exact ? Math.round(value * scale) : value;
  }

  return {
    append(cells, count, onEmpty, ofAll) {
      const start = numbers.length;
      const values = numbers.extend(count, ofAll);
      const least = positive ? 0 : -largest;
      for (let i = 0; i < count; i++) {
        const cell = cells[i];
        const value = typeof cell === 'number' ? cell : numberOf(cell, isShare);
        if (typeof cell === 'string') digits?.see(start + i, cell);
        if (value >= least && value <= largest) {
          const figure = value * scale;
          values[start + i] = exact && isWhole(figure) ? Math.round(figure) : fit(value, values.subarray(0, start + i));
        } else {
          values[start + i] = NaN;
          if (isEmpty(cell)) onEmpty(i);
          else onEmpty(i, positive && value < 0 ? notPositive : notANumber);
        }
      }
    },
    sum() {
      const values = numbers.extend(0).subarray(0, numbers.length);
      return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0) / scale;
    },
    finish: () => numberColumn(numbers.finish(), scale, exact),
  };
}

/** A few units in the last place: 261.96000000000004 is the decimal 261.96 after somebody else's arithmetic. */
const isWhole = (figure: number): boolean => Math.abs(Math.round(figure) - figure) <= Math.abs(figure) * 2 ** -49;

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/** A plain decimal as a text or a large integer; NaN for anything else. @param isShare whether `3.5%` is read, as 0.035 */
export function numberOf(cell: unknown, isShare: boolean): number {
  if (typeof cell !== 'string') return typeof cell === 'bigint' ? Number(cell) : NaN;
  if (isShare && cell.endsWith('%')) return numberOf(cell.slice(0, -1).trimEnd(), false) / 100;
  const value = plainDecimal(cell);
  return Number.isNaN(value) && decimal.test(cell) ? Number(cell) : value;
}

const mostDigits = 15;
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => Number(`1e${power}`));

/**
 * What nearly all cells of a text file hold, such as `-1234.50`, without a look at what else a number may be; NaN for
 * anything else, and for more digits: of so few both numbers are exact, and the quotient is the nearest float.
 */
function plainDecimal(text: string): number {
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      whole = whole * 10 + digitAt(text, at);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === point && decimals < 0) decimals = 0;
    else return NaN;
  }
  if (digits === 0 || digits > mostDigits) return NaN;
  return (first === 1 ? -whole : whole) / powersOfTen[Math.max(decimals, 0)]!;
}
