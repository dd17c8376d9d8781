import type { Buckets } from '../time/buckets.js';
import { writtenBucket } from '../time/buckets.js';
import type { Course } from './course.js';
import { courseThrough } from './course.js';
import type { FedWindow } from './fed.js';
import type { FormulaInUse } from './formula-in-use.js';

/** A figure over the buckets of a window. It is worked out when it is first read: many a line is never drawn. */
export function courseOver(buckets: Buckets, fed: FedWindow | undefined, use: FormulaInUse): Course {
  if (!fed) return courseThrough([]);
  const { length, starts, ends } = buckets;
  const read = (): Pick<Course, 'values' | 'complete'> => {
    const own = fed.columns();
    const isWhole = (index: number): boolean => own.days[index] === ends[index]! - starts[index]! + 1;
    const complete =
      fed.whole.missingDays === 0
        ? buckets.complete
        : buckets.complete.map((uncut, index) => (isWhole(index) ? uncut : 0));
    return { values: use.values(own), complete };
  };
  let known: ReturnType<typeof read> | undefined;
  const columns = () => (known ??= read());
  return {
    length,
    get values() {
      return columns().values;
    },
    get complete() {
      return columns().complete;
    },
    at(index) {
      const { values, complete } = columns();
      const value = values[index]!;
      const hasValue = !Number.isNaN(value);
      return {
        ...writtenBucket(buckets, index),
        value: hasValue ? value : undefined,
        reason: hasValue ? undefined : use.figure(fed.at(index)).reason,
        complete: complete[index] === 1,
      };
    },
  };
}
