import { TextIndex } from './text-index.js';

/** Numbers texts in the order in which they first come. */
export class TextCodes {
  /** Each distinct text, by its number. */
  readonly values: string[] = [];
  #index: TextIndex | undefined;

  of(text: string): number {
    const { values } = this;
    if (!this.#index) {
      // Ids mostly come in order. One that is behind all before it is new, and nothing needs to be looked up.
      const latest = values.length - 1;
      const last = values[latest] ?? '';
      if (isBehind(text, last)) return values.push(text) - 1;
      if (text === last && latest >= 0) return latest;
      this.#index = new TextIndex(values);
    }
    const known = this.#index.codeOf(text);
    if (known !== undefined) return known;
    const code = values.push(text) - 1;
    this.#index.add(text, code);
    return code;
  }
}

/** In the order of numbers without leading zeros: of two texts the longer one is behind. */
const isBehind = (text: string, other: string): boolean =>
  text.length > other.length || (text.length === other.length && text > other);
