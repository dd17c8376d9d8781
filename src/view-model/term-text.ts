import { termOf } from '../core/term.js';
import { measureName } from './explain.js';
import { segmentText } from './segment-text.js';
import type { Words } from './words.js';

/** What a formula reads: a measure, or one within a scope: "Sessions (Mobile)", "Orders (365 days)". */
export function termText(name: string, words: Words): string {
  const { measure, scopes } = termOf(name);
  const asides = scopes.flatMap((scope) => {
    if (scope.kind === 'total') return words.say('segments.total');
    if (scope.kind === 'trailing')
      return scope.days.kind === 'number' ? words.say('days', { count: scope.days.value }) : [];
    return scope.conditions.map(
      ({ dimension, not, value }) => `${not ? '≠ ' : ''}${segmentText(dimension, value, words)}`,
    );
  });
  return words.aside(measureName(measure, words) ?? measure, asides.join(', '));
}
