import type { NumberColumn } from './column.js';
import { Growing } from './growing.js';

const finestScale = 1e6;

/** Collects numbers as whole multiples of the smallest decimal unit that occurs among them. */
export class NumberBuilder {
  readonly #values = new Growing((length) => new Float64Array(length));
  readonly #positive: boolean;
  #scale = 1;
  #exact = true;

  /** @param positive whether a negative number is refused */
  constructor(positive: boolean) {
    this.#positive = positive;
  }

  /** Takes a cell, or says what was expected; a refused cell stays empty. */
  append(cell: unknown): string | undefined {
    if (cell == null || cell === '') {
      this.#values.push(NaN);
      return undefined;
    }
    const value = numberOf(cell);
    if (!Number.isFinite(value) || (this.#positive && value < 0)) {
      this.#values.push(NaN);
      return this.#positive && value < 0 ? 'expected a positive amount' : 'expected a number such as 1234.50';
    }
    this.#values.push(this.#scaled(value));
    return undefined;
  }

  finish(): NumberColumn {
    return { kind: 'number', values: this.#values.finish(), scale: this.#scale, exact: this.#exact };
  }

  #scaled(value: number): number {
    while (this.#exact) {
      const scaled = value * this.#scale;
      const whole = Math.round(scaled);
      // A few units in the last place: 261.96000000000004 is the decimal 261.96 after somebody else's arithmetic.
      if (Math.abs(whole - scaled) <= Math.abs(scaled) * 2 ** -49) return whole;
      this.#refine();
    }
    return value;
  }

  /** Goes on to the next smaller unit, or gives up on decimals. */
  #refine(): void {
    const cells = this.#values.cells;
    if (this.#scale < finestScale) {
      this.#scale *= 10;
      for (let i = 0; i < cells.length; i++) cells[i]! *= 10;
    } else {
      for (let i = 0; i < cells.length; i++) cells[i]! /= this.#scale;
      this.#scale = 1;
      this.#exact = false;
    }
  }
}

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

function numberOf(cell: unknown): number {
  if (typeof cell === 'string') return decimal.test(cell) ? Number(cell) : NaN;
  return typeof cell === 'number' || typeof cell === 'bigint' ? Number(cell) : NaN;
}
