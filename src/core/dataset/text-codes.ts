/** Numbers texts in the order in which they first come. */
export class TextCodes {
  /** Each distinct text, by its number. */
  readonly values: string[] = [];
  #codes: Map<string, number> | undefined;
  #text = '';
  #code = -1;

  of(text: string): number {
    if (text === this.#text && this.#code >= 0) return this.#code;
    this.#text = text;
    return (this.#code = this.#find(text));
  }

  /** Ids mostly come in order: one that stands behind all before it is new, and nothing needs to be looked up. */
  #find(text: string): number {
    const { values } = this;
    if (!this.#codes) {
      if (isBehind(text, values.at(-1))) return values.push(text) - 1;
      this.#codes = new Map(values.map((value, code) => [value, code]));
    }
    let code = this.#codes.get(text);
    if (code === undefined) this.#codes.set(text, (code = values.push(text) - 1));
    return code;
  }
}

/** In the order of numbers without leading zeros: of two texts the longer one is behind. */
const isBehind = (text: string, last = ''): boolean =>
  text.length > last.length || (text.length === last.length && text > last);
