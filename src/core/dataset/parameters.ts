import { parameters } from '../catalog/parameters.js';
import { unexpected } from '../error.js';

type Id = keyof typeof parameters;
type Kind<T> = T extends number ? number : readonly string[];

/** The catalogue's parameters as a data set has them. */
export type Parameters = { readonly [K in Id]: Kind<(typeof parameters)[K]> };

/** Reads the parameters among a data set's settings. @throws KpiError `bad-option` */
export function parametersIn(settings: Readonly<Record<string, unknown>>): Parameters {
  const read = (id: Id): unknown => {
    const value = settings[id];
    if (value == null) return parameters[id];
    const isNumber = typeof parameters[id] === 'number';
    const fits = isNumber
      ? typeof value === 'number' && value >= 0 && value < Infinity
      : Array.isArray(value) && value.every((item) => typeof item === 'string');
    if (fits) return value;
    const expected = isNumber ? 'a number that is not negative' : 'a list of texts';
    const problem = `settings, ${id}: found ${JSON.stringify(value)}`;
    throw unexpected('bad-option', problem, `settings.${id}`, value, expected);
  };
  return Object.fromEntries(Object.keys(parameters).map((id) => [id, read(id as Id)])) as unknown as Parameters;
}
