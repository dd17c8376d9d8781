import { KpiError } from './error.js';

/** A formula of the catalogue's small language: `expr := term {('+' | '-') term}`, over names and numbers. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

export type Operator = '+' | '-' | '*' | '/';

const parsed = new Map<string, Formula>();

/** Reads a formula, once per text. @throws KpiError `bad-formula`, which points at the character */
export function parseFormula(text: string): Formula {
  let formula = parsed.get(text);
  if (!formula) parsed.set(text, (formula = new Reader(text).whole()));
  return formula;
}

/** The names in a formula, in the order of their first use. */
export function namesIn(formula: Formula): string[] {
  if (formula.kind === 'number') return [];
  if (formula.kind === 'name') return [formula.name];
  return [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])];
}

/** Works a formula out with any kind of number: figures, or whole columns. */
export function fold<T>(
  formula: Formula,
  number: (value: number) => T,
  name: (name: string) => T,
  operation: (operator: Operator, left: T, right: T) => T,
): T {
  if (formula.kind === 'number') return number(formula.value);
  if (formula.kind === 'name') return name(formula.name);
  const left = fold(formula.left, number, name, operation);
  return operation(formula.operator, left, fold(formula.right, number, name, operation));
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Formula {
    const formula = this.#sum();
    if (this.#peek() !== '') this.#fail('an operator or the end');
    return formula;
  }

  #sum(): Formula {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()));
  }

  #chain(operators: readonly Operator[], operand: () => Formula): Formula {
    let left = operand();
    for (let operator = this.#take(operators); operator; operator = this.#take(operators)) {
      left = { kind: 'operation', operator, left, right: operand() };
    }
    return left;
  }

  #factor(): Formula {
    if (this.#take(['('])) {
      const inner = this.#sum();
      if (!this.#take([')'])) this.#fail('")"');
      return inner;
    }
    const number = this.#match(/\d+(\.\d+)?/y);
    if (number) return { kind: 'number', value: Number(number) };
    const name = this.#match(/[A-Za-z]\w*/y);
    if (name) return { kind: 'name', name };
    return this.#fail('a number, a name or "("');
  }

  #peek(): string {
    while (this.#text[this.#at] === ' ') this.#at++;
    return this.#text[this.#at] ?? '';
  }

  #take<T extends string>(symbols: readonly T[]): T | undefined {
    const next = this.#peek();
    const found = symbols.find((symbol) => symbol === next);
    if (found) this.#at++;
    return found;
  }

  #match(pattern: RegExp): string | undefined {
    this.#peek();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#at += found.length;
    return found;
  }

  #fail(expected: string): never {
    const found = this.#peek() || 'the end';
    throw new KpiError(
      'bad-formula',
      `formula "${this.#text}": found ${found} at character ${this.#at + 1}. Expected ${expected}.`,
      {
        formula: this.#text,
        position: this.#at,
        found,
        expected,
      },
    );
  }
}
