import type { NumberColumn } from './column.js';
import { numberColumn } from './column.js';
import type { ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { growing } from './growing.js';

const finestScale = 1e6;
/** No shop has larger numbers, and sums of their squares would be more than a float can hold. */
const largest = 1e30;

/**
 * Collects numbers as whole multiples of the smallest decimal unit that occurs among them.
 * @param positive whether a negative number is refused
 */
export function numberBuilder(positive: boolean): ColumnBuilder<NumberColumn> {
  const numbers = growing(Float64Array);
  let scale = 1;
  let exact = true;

  function scaled(value: number): number {
    while (exact) {
      const figure = value * scale;
      const whole = Math.round(figure);
      // A few units in the last place: 261.96000000000004 is the decimal 261.96 after somebody else's arithmetic.
      if (Math.abs(whole - figure) <= Math.abs(figure) * 2 ** -49) return whole;
      refine();
    }
    return value;
  }

  /** Goes on to the next smaller unit, or gives up on decimals. */
  function refine(): void {
    const cells = numbers.cells();
    exact = scale < finestScale;
    for (let i = 0; i < cells.length; i++) cells[i] = exact ? cells[i]! * 10 : cells[i]! / scale;
    scale = exact ? scale * 10 : 1;
  }

  return {
    append(cell) {
      const value = numberOf(cell);
      const isNegative = positive && value < 0;
      const isNumber = Math.abs(value) <= largest && !isNegative;
      numbers.push(isNumber ? scaled(value) : NaN);
      if (isNumber || isEmpty(cell)) return undefined;
      return isNegative ? 'expected a positive amount' : 'expected a number such as 1234.50';
    },
    finish: () => numberColumn(numbers.finish(), scale, exact),
  };
}

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

function numberOf(cell: unknown): number {
  if (typeof cell === 'string') return decimal.test(cell) ? Number(cell) : NaN;
  return typeof cell === 'number' || typeof cell === 'bigint' ? Number(cell) : NaN;
}
