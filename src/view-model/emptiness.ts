import type { KpiResult } from '../core/evaluate/result.js';
import { reasonText } from './explain.js';
import type { Counted } from './figure.js';
import type { ProblemView } from './view.js';
import type { Words } from './words.js';

/** An answer that may hold no figure. */
export type Answered = Pick<KpiResult, 'reason' | 'status' | 'coverage'> & Counted;

/** What to say where the data hold nothing to show; undefined where there is a value. */
export function emptiness(result: Answered, words: Words): ProblemView | undefined {
  if (!result.reason) return undefined;
  const { rows, refused } = result.coverage;
  if (rows === 0 && refused > 0) {
    return { title: words.say('problem.data'), detail: words.say('empty.refused', { count: refused }) };
  }
  const outside = result.reason.code === 'outside-coverage' && result.reason.last !== undefined;
  const detail = reasonText(result.reason, result, words);
  return {
    title: words.say(result.status === 'missing' ? 'empty.title' : 'no-value'),
    detail: outside ? words.join(detail, words.say('empty.hint')) : detail,
  };
}
