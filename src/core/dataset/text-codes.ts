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
      if (isBehind(text, last)) return values.push(alone(text)) - 1;
      if (text === last && latest >= 0) return latest;
      this.#index = new TextIndex(values);
    }
    const known = this.#index.codeOf(text);
    if (known !== undefined) return known;
    const own = alone(text);
    const code = values.push(own) - 1;
    this.#index.add(own, code);
    return code;
  }
}

/** In the order of numbers without leading zeros: of two texts the longer one is behind. */
const isBehind = (text: string, other: string): boolean =>
  text.length > other.length || (text.length === other.length && text > other);

/** Engines keep all of a text alive for a part of it that is longer than 12 characters. */
const alone = (text: string): string => (text.length > 12 ? [text.slice(0, 1), text.slice(1)].join('') : text);
