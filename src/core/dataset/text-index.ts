import { digitAt, isDigit } from '../digits.js';

/** Longer ones are not safely told apart as numbers. */
const mostDigits = 9;
/** A table of so many places, and of so many for each text, is no waste of memory. */
const freePlaces = 2 ** 16;
const placesPerText = 8;

/**
 * Finds texts that were seen before. Ids that are counted up, such as `1042` or `c1042`, are places in a table; others
 * are looked up as texts.
 */
export class TextIndex {
  readonly #prefix: string;
  #places = new Int32Array(64).fill(-1);
  readonly #others = new Map<string, number>();
  #size = 0;

  /** @param texts each a different one; they are known by their index */
  constructor(texts: readonly string[]) {
    this.#prefix = withoutNumber(texts[0] ?? '');
    texts.forEach((text, code) => this.add(text, code));
  }

  codeOf(text: string): number | undefined {
    const code = this.#places[this.#numberOf(text)] ?? -1;
    return code >= 0 ? code : this.#others.size > 0 ? this.#others.get(text) : undefined;
  }

  /** @param text one that is not known */
  add(text: string, code: number): void {
    const number = this.#numberOf(text);
    this.#size++;
    if (number < 0 || number >= freePlaces + this.#size * placesPerText) this.#others.set(text, code);
    else {
      if (number >= this.#places.length) this.#grow(number);
      this.#places[number] = code;
    }
  }

  #grow(number: number): void {
    const places = new Int32Array(2 * number).fill(-1, this.#places.length);
    places.set(this.#places);
    this.#places = places;
  }

  /** The number behind the prefix; -1 where there is none, or where another text would have the same. */
  #numberOf(text: string): number {
    const prefix = this.#prefix;
    const first = prefix.length;
    const { length } = text;
    if (length <= first || length > first + mostDigits) return -1;
    for (let at = 0; at < first; at++) if (text.charCodeAt(at) !== prefix.charCodeAt(at)) return -1;
    if (digitAt(text, first) === 0 && length > first + 1) return -1;
    let number = 0;
    for (let at = first; at < length; at++) {
      if (!isDigit(text.charCodeAt(at))) return -1;
      number = number * 10 + digitAt(text, at);
    }
    return number;
  }
}

function withoutNumber(text: string): string {
  let end = text.length;
  while (end > 0 && isDigit(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}
