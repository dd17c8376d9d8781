import { measures } from '../catalog/measures.js';
import type { Where } from './question.js';

/** Which sessions came as far as a stage, where a true/false field of theirs says so: `{ addedToCart: 'true' }`. */
export function reached(stage: string): Where | undefined {
  const measure = measures.get(stage);
  const flag = measure?.entity === 'sessions' ? measure.filter : undefined;
  return flag !== undefined && /^\w+$/.test(flag) ? { [flag]: 'true' } : undefined;
}
