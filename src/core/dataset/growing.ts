type Typed = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows as cells are appended. */
export class Growing<T extends Typed> {
  #cells: T;
  readonly #create: (length: number) => T;
  length = 0;

  constructor(create: (length: number) => T) {
    this.#create = create;
    this.#cells = create(1024);
  }

  push(value: number): void {
    if (this.length === this.#cells.length) {
      const larger = this.#create(2 * this.length);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.length++] = value;
  }

  /** The cells so far, to be read and changed in place until the next `push`. */
  get cells(): T {
    return this.#cells.subarray(0, this.length) as T;
  }

  /** The cells, without the room to grow. */
  finish(): T {
    return this.#cells.slice(0, this.length) as T;
  }
}
