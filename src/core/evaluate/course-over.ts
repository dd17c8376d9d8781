import type { Buckets } from '../time/buckets.js';
import { writtenBucket } from '../time/buckets.js';
import type { Course } from './course.js';
import { courseThrough } from './course.js';
import type { FedWindow } from './fed.js';
import type { FormulaInUse } from './formula-in-use.js';
import type { Bucket } from './result.js';

/** A figure over the buckets of a window. */
export const courseOver = (buckets: Buckets, fed: FedWindow | undefined, use: FormulaInUse): Course =>
  fed ? new CourseOver(buckets, fed, use) : courseThrough([]);

/** It is worked out when it is first read: many a line is never drawn. */
class CourseOver implements Course {
  readonly #buckets: Buckets;
  readonly #fed: FedWindow;
  readonly #use: FormulaInUse;
  #complete: Uint8Array | undefined;

  constructor(buckets: Buckets, fed: FedWindow, use: FormulaInUse) {
    this.#buckets = buckets;
    this.#fed = fed;
    this.#use = use;
  }

  /** Handed on as it is. */
  readonly at = (index: number): Bucket => {
    const value = this.values[index]!;
    const hasValue = !Number.isNaN(value);
    return {
      ...writtenBucket(this.#buckets, index),
      value: hasValue ? value : undefined,
      reason: hasValue ? undefined : this.#use.figure(this.#fed.at(index)).reason,
      complete: this.complete[index] === 1,
    };
  };

  get length(): number {
    return this.#buckets.length;
  }

  get values(): Float64Array {
    return this.#use.values(this.#fed.columns());
  }

  get complete(): Uint8Array {
    return (this.#complete ??= this.#readComplete());
  }

  #readComplete(): Uint8Array {
    const { complete, starts, ends } = this.#buckets;
    if (this.#fed.whole.missingDays === 0) return complete;
    const { days } = this.#fed.columns();
    return complete.map((uncut, index) => (days[index] === ends[index]! - starts[index]! + 1 ? uncut : 0));
  }
}
