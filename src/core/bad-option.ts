import { KpiError } from './error.js';
import { nearest } from './nearest.js';

/**
 * The error for an option's value that is not possible.
 * @param examples what widgets show in place of `expected` where that is a sentence
 */
export function badOption(
  option: string,
  value: unknown,
  expected: string | readonly string[],
  examples = expected,
): KpiError {
  const list = typeof expected === 'string' ? expected : expected.join(', ');
  const suggestion = typeof expected === 'string' || typeof value !== 'string' ? undefined : nearest(value, expected);
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return new KpiError('bad-option', `${option}: ${JSON.stringify(value)} is not possible.${hint} Expected ${list}.`, {
    option,
    value,
    expected: examples,
    suggestion,
  });
}

/** Refuses members that there are not: they would be passed over. @throws KpiError `bad-option`, or where it is no object */
export function refuseUnknown(option: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null) throw badOption(option, given, `an object with ${known.join(', ')}`);
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !known.includes(name)) throw badOption(option, name, known);
}
