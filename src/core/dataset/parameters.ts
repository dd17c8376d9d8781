import { derivedParameters, parameterChoices, parameters } from '../catalog/parameters.js';
import { KpiError, unexpected } from '../error.js';
import { nearest } from '../nearest.js';
import { settingTables } from './setting-tables.js';

type Id = keyof typeof parameters;
type Kind<K extends Id> = K extends keyof typeof parameterChoices
  ? (typeof parameterChoices)[K][number]
  : (typeof parameters)[K] extends number
    ? number
    : readonly string[];

/** The catalogue's parameters as a data set has them. */
export type Parameters = { readonly [K in Id]: Kind<K> } & { readonly customerLifespanYears?: number | undefined };

/** What a parameter may be, in words and as a test. */
function expectedOf(id: Id): {
  readonly words: string | readonly string[];
  readonly fits: (value: unknown) => boolean;
} {
  if (id in parameterChoices) {
    const words: readonly string[] = parameterChoices[id as keyof typeof parameterChoices];
    return { words, fits: (value) => words.includes(value as string) };
  }
  if (typeof parameters[id] === 'number' || id in derivedParameters) {
    const fits = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
    return { words: 'a number that is not negative', fits };
  }
  const isText = (item: unknown): boolean => typeof item === 'string';
  return { words: 'a list of texts', fits: (value) => Array.isArray(value) && value.every(isText) };
}

/** What may be set. */
const ids = [...Object.keys(parameters), ...Object.keys(derivedParameters)];
const known: readonly string[] = [
  ...ids,
  ...settingTables,
  'experimentSplits',
  'limits',
  'parameters',
  'dimensions',
  'measures',
];

/** A name that is nearly one of a setting is a slip; others are the page's own, or of another version. */
function refuseSlip(name: string, value: unknown): void {
  if (value == null || known.includes(name)) return;
  const suggestion = nearest(name, known);
  if (suggestion === undefined) return;
  const message = `settings: there is no "${name}". Did you mean ${suggestion}?`;
  throw new KpiError('bad-option', message, { option: 'settings', value: name, suggestion, expected: known });
}

/** Reads the parameters among a data set's settings. @throws KpiError `bad-option` */
export function parametersIn(settings: Readonly<Record<string, unknown>>): Parameters {
  for (const name in settings) refuseSlip(name, settings[name]);
  const read = (id: Id): unknown => {
    const value = settings[id];
    if (value == null) return parameters[id];
    const { words, fits } = expectedOf(id);
    if (fits(value)) return value;
    const problem = `settings, ${id}: found ${JSON.stringify(value)}`;
    throw unexpected('bad-option', problem, `settings.${id}`, value, words);
  };
  return Object.fromEntries(ids.map((id) => [id, read(id as Id)])) as unknown as Parameters;
}
