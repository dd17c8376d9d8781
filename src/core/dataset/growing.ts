type Typed = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows as cells are appended. */
export interface Growing<T extends Typed> {
  push(cell: number): void;
  /** The cells so far, to be read and changed in place until the next `push`. */
  cells(): T;
  /** The cells, without the room to grow. */
  finish(): T;
}

export function growing<T extends Typed>(type: new (length: number) => T): Growing<T> {
  let room = new type(1024);
  let length = 0;
  return {
    push(cell) {
      if (length === room.length) {
        const larger = new type(2 * length);
        larger.set(room);
        room = larger;
      }
      room[length++] = cell;
    },
    cells: () => room.subarray(0, length) as T,
    finish: () => room.slice(0, length) as T,
  };
}
