import type { Formula } from './formula.js';
import { fold } from './formula.js';

/** A formula's text, and how tightly its outermost operator binds. */
interface Written {
  readonly text: string;
  readonly binds: number;
}

const whole = 3;
const bindings = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** A formula in the language that it is read from, with no more brackets than it needs; adding 0 is left out. */
export function writeFormula(formula: Formula): string {
  return fold<Written>(
    formula,
    (value) => ({ text: Number.isNaN(value) ? 'days()' : String(value), binds: whole }),
    (name) => ({ text: name, binds: whole }),
    (operator, left, right) => {
      if (operator === 'min' || operator === 'max') {
        return { text: `${operator}(${left.text}, ${right.text})`, binds: whole };
      }
      const binds = bindings[operator];
      if (binds === 1 && right.text === '0') return left;
      if (operator === '+' && left.text === '0') return right;
      const inner = (side: Written, least: number) => (side.binds < least ? `(${side.text})` : side.text);
      // What is taken away or divided by keeps its brackets: a - (b - c).
      const needed = operator === '-' || operator === '/' ? binds + 1 : binds;
      return { text: `${inner(left, binds)} ${operator} ${inner(right, needed)}`, binds };
    },
  ).text;
}
