type Typed = Float64Array | Int32Array | Uint8Array;

/** By so much it grows: copied more often than if it doubled, it never holds much more than is in it. */
const growth = 1.25;

/** A typed array that grows. Its cells are written in place. */
export class Growing<T extends Typed> {
  /** How many cells are taken. */
  length = 0;
  readonly #type: new (length: number) => T;
  #room: T;

  constructor(type: new (length: number) => T) {
    this.#type = type;
    this.#room = new type(0);
  }

  /**
   * Takes so many cells more, which are still to be written; returns all of them, and perhaps room behind them.
   * @param ofAll how many there will be in the end, where that is known
   */
  extend(count: number, ofAll = 0): T {
    const length = this.length + count;
    if (length > this.#room.length) {
      const larger = new this.#type(Math.max(length, ofAll || Math.ceil(growth * this.#room.length)));
      larger.set(this.#room);
      this.#room = larger;
    }
    this.length = length;
    return this.#room;
  }

  /** The cells, without the room to grow, which is given back. */
  finish(): T {
    const cells = this.length === this.#room.length ? this.#room : this.#room.slice(0, this.length);
    this.#room = new this.#type(0);
    return cells as T;
  }
}
