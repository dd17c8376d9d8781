import { KpiError } from './error.js';

/** Reads a text of one of the catalogue's small languages, symbol by symbol. */
export class Scanner {
  readonly #language: string;
  readonly #text: string;
  #at = 0;

  /** @param language what the text is, for errors: `formula`, `filter` */
  constructor(language: string, text: string) {
    this.#language = language;
    this.#text = text;
  }

  /** Takes the first of the symbols that comes next. */
  take<T extends string>(...symbols: readonly T[]): T | undefined {
    this.#skipBlanks();
    const found = symbols.find((symbol) => this.#text.startsWith(symbol, this.#at));
    if (found) this.#at += found.length;
    return found;
  }

  /** @param pattern sticky */
  match(pattern: RegExp): string | undefined {
    this.#skipBlanks();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#at += found.length;
    return found;
  }

  /** @throws KpiError `bad-formula` */
  require(symbol: string): void {
    if (!this.take(symbol)) this.fail(`"${symbol}"`);
  }

  /** @throws KpiError `bad-formula` */
  end(expected: string): void {
    this.#skipBlanks();
    if (this.#at < this.#text.length) this.fail(expected);
  }

  /** Goes back over what was matched, so that an error points at it. */
  back(matched = ''): void {
    this.#at -= matched.length;
  }

  /** @throws KpiError `bad-formula`, which points at the character */
  fail(expected: string): never {
    this.#skipBlanks();
    const position = this.#at;
    const found = this.#text[position] ?? 'the end';
    throw new KpiError(
      'bad-formula',
      `${this.#language} "${this.#text}": found ${found} at character ${position + 1}. Expected ${expected}.`,
      { [this.#language]: this.#text, position, found, expected },
    );
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }
}
