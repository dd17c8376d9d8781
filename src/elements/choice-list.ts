import { KpiError } from '../core/error.js';

/** How a list of choices is written. */
export interface ChoiceList {
  /** The setting that holds it. */
  readonly option: string;
  /** The member of a choice that names it. */
  readonly key: string;
  /** For the error. */
  readonly expected: string;
}

/**
 * Reads ids separated by spaces, or a list of ids and of objects that hold one.
 * @throws KpiError `bad-option` for anything else that a page may hand over
 */
export function readList<Choice>(value: unknown, { option, key, expected }: ChoiceList): readonly Choice[] {
  const bad = (found: unknown) => {
    const message = `${option}: ${JSON.stringify(found)} is not possible. Expected ${expected}.`;
    return new KpiError('bad-option', message, { option, value: found, expected });
  };
  const list: unknown = typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : (value ?? []);
  if (!Array.isArray(list)) throw bad(value);
  return list.map((choice: unknown) => {
    if (typeof choice === 'string') return { [key]: choice };
    if (typeof choice === 'object' && choice !== null && typeof Reflect.get(choice, key) === 'string') return choice;
    throw bad(choice);
  }) as Choice[];
}
