import type { Condition } from './measure-source.js';
import type { KpiError } from '../error.js';
import { unexpected } from '../error.js';

/** Which rows count, by dimension: these values, or all but these. */
export type Where = Readonly<Record<string, string | readonly string[] | { readonly not: string | readonly string[] }>>;

/** Conditions as text or as an object; in a list all of them count. */
export type Conditions = string | Where | readonly (string | Where)[];

/** An example, which people of any language read. */
const expected = "channel=email,organic-search device!=mobile campaign='Black Friday, DK'";

/**
 * One condition: a name, `=` or `!=`, and values with commas between them, quoted where they hold blanks or commas. A
 * single quote between single quotes is doubled.
 */
const condition =
  /\s*([A-Za-z]\w*)(!?=)((?:'(?:[^']|'')*'|"[^"]*"|[^\s,'"]+)(?:,(?:'(?:[^']|'')*'|"[^"]*"|[^\s,'"]+))*)\s*/y;
const quotedOrPlain = /'((?:[^']|'')*)'|"([^"]*)"|([^,]+)/g;

/** Reads which rows count. @throws KpiError `bad-option` */
export function parseWhere(where: Conditions | undefined): Condition[] {
  if (where === undefined || where === '') return [];
  if (isList(where)) return where.flatMap(parseWhere);
  return typeof where === 'string'
    ? parseText(where)
    : Object.entries(where).map(([dimension, value]) => parseValue(dimension, value));
}

const isList = (where: Conditions): where is readonly (string | Where)[] => Array.isArray(where);

/** Conditions as text, always the same for the same ones: sorted, each once. `parseWhere` reads it. */
export const writeWhere = (conditions: readonly Condition[]): string =>
  [...new Set(conditions.map(writeCondition))].sort().join(' ');

const writeCondition = ({ dimension, values, not }: Condition): string =>
  `${dimension}${not ? '!=' : '='}${[...values].map(quoted).sort().join()}`;

const quoted = (value: string): string => (/^[^\s,'"]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`);

function parseText(text: string): Condition[] {
  const conditions: Condition[] = [];
  condition.lastIndex = 0;
  while (condition.lastIndex < text.trimEnd().length) {
    const position = condition.lastIndex;
    const match = condition.exec(text);
    if (!match) throw badWhere(text, `cannot read "${text.slice(position)}"`);
    const values = [...match[3]!.matchAll(quotedOrPlain)].map(
      ([, single, double, plain]) => single?.replaceAll("''", "'") ?? double ?? plain ?? '',
    );
    conditions.push({ dimension: match[1]!, values: new Set(values), not: match[2] === '!=' });
  }
  return conditions;
}

function parseValue(dimension: string, value: Where[string]): Condition {
  const not = typeof value === 'object' && value !== null && 'not' in value;
  const values: unknown = not ? value.not : value;
  const list: unknown[] = Array.isArray(values) ? values : [values];
  if (list.length === 0 || !list.every((item) => typeof item === 'string'))
    throw badWhere(dimension, `${dimension} needs texts`);
  return { dimension, values: new Set(list), not };
}

const badWhere = (value: string, problem: string): KpiError =>
  unexpected('bad-option', `where: ${problem}`, 'where', value, expected);
