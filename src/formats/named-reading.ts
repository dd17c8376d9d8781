import { KpiError } from '../core/error.js';
import { nearest } from '../core/nearest.js';
import type { DecimalSign } from './local-numbers.js';

/** How a text is to be read, where the page says so and it need not be told by the text. */
export interface NamedReading {
  readonly delimiter?: string;
  readonly decimal?: DecimalSign;
  /** A label that browsers know. */
  readonly charset?: string;
}

const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };
const decimals: Readonly<Record<string, DecimalSign>> = { comma: ',', point: '.' };

/** What may be named of a format; a platform's export is CSV. */
const optionsOf = (format: string): readonly string[] =>
  ({ auto: [], json: [], ndjson: [], table: ['decimal'] })[format] ?? ['delimiter', 'decimal', 'charset'];

/**
 * Reads what stands behind a format's name: `delimiter=semicolon decimal=comma charset=windows-1252`.
 *
 * @param format its name
 * @param named the words behind it
 * @throws KpiError `bad-option`
 */
export function namedReading(format: string, named: readonly string[]): NamedReading {
  const reading: { -readonly [Name in keyof NamedReading]: NamedReading[Name] } = {};
  const possible = optionsOf(format);
  for (const word of named) {
    const [name = '', value = ''] = word.split('=');
    if (!possible.includes(name)) throw badWord(`${format} takes no "${name}"`, word, possible, name);
    if (name === 'delimiter') reading.delimiter = oneOf(delimiters, value, word);
    else if (name === 'decimal') reading.decimal = oneOf(decimals, value, word);
    else reading.charset = charset(value, word);
  }
  if (reading.decimal !== ',' || reading.delimiter !== ',') return reading;
  throw badWord('a comma cannot stand between cells and before decimals', named.join(' '), ['delimiter=semicolon']);
}

function oneOf<Value>(values: Readonly<Record<string, Value>>, name: string, word: string): Value {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw badWord(`"${word}" is not possible`, word, Object.keys(values), name);
  return value;
}

function charset(label: string, word: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw badWord(`"${word}" is no charset`, word, ['utf-8', 'windows-1252', 'utf-16le', 'iso-8859-2']);
  }
}

/** @param name of what is expected, as it was written */
function badWord(problem: string, value: string, expected: readonly string[], name?: string): KpiError {
  const suggestion = name === undefined ? undefined : nearest(name, expected);
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return new KpiError('bad-option', `format: ${problem}.${hint} Expected ${expected.join(', ') || 'nothing more'}.`, {
    option: 'format',
    value,
    expected,
    suggestion,
  });
}
