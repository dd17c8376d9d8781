import type { EntityDefinition } from './catalog/definition.js';
import { listParameters, valueParameters } from './catalog/parameters.js';
import { remember } from './remember.js';
import { Scanner } from './scanner.js';

/**
 * Which rows count. The language: `filter := all {'or' all} ; all := atom {'and' atom} ; atom := 'not' atom |
 * '(' filter ')' | field 'known' | field 'empty' | field ('=' | '≠' | '<' | '≤' | '>' | '≥', also typed as != <= >=)
 * (field | value | 'asOf') | field '=' 'param(' id ')' |
 * field 'in' ('(' value {',' value} ')' | 'param(' id ')') | field`.
 */
export type Filter =
  | Atom
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter };

/** A condition on one field. */
export type Atom =
  /** The true/false field is true, which an empty cell is not; or the cell is filled. */
  | { readonly kind: 'true' | 'known'; readonly field: string }
  /** Both sides are known, and this holds between them. */
  | { readonly kind: 'compare'; readonly field: string; readonly sign: Sign; readonly operand: Operand }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'in-parameter'; readonly field: string; readonly parameter: ListParameter };

export type Sign = '=' | '<' | '≤' | '>' | '≥';

export type Operand =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'asOf' };

type ListParameter = (typeof listParameters | typeof valueParameters)[number];

const signs = ['=', '≠', '!=', '<=', '≤', '<', '>=', '≥', '>'] as const;

/** What keyboards have. */
const typed = { '!=': '≠', '<=': '≤', '>=': '≥' } as const;

const parsed = new WeakMap<EntityDefinition, Map<string, Filter>>();

/**
 * Reads a filter over an entity's fields, once per text; the entity's derived fields are spelt out.
 * @throws KpiError `bad-formula`, which points at the character
 */
export const parseFilter = (text: string, entity: EntityDefinition): Filter =>
  remember(
    remember(parsed, entity, () => new Map<string, Filter>()),
    text,
    () => readFilter(text, entity),
  );

/** The conditions that a filter is made of. */
export function atomsIn(filter: Filter): Atom[] {
  if (filter.kind === 'not') return atomsIn(filter.filter);
  return 'left' in filter ? [...atomsIn(filter.left), ...atomsIn(filter.right)] : [filter];
}

/** The fields that a filter reads. */
export const fieldsIn = (filter: Filter): string[] =>
  atomsIn(filter).flatMap((atom) =>
    atom.kind === 'compare' && atom.operand.kind === 'field' ? [atom.field, atom.operand.field] : atom.field,
  );

/** Whether a filter's answer changes with the as-of day. */
export const readsAsOf = (filter: Filter): boolean =>
  atomsIn(filter).some((atom) => atom.kind === 'compare' && atom.operand.kind === 'asOf');

function readFilter(text: string, entity: EntityDefinition): Filter {
  const scanner = new Scanner('filter', text);
  const word = (name: string): boolean => scanner.match(new RegExp(`${name}\\b`, 'y')) !== undefined;
  const value = (): string => scanner.match(/[\w-]+/y) ?? scanner.fail('a value without quotes');

  function chain(kind: 'and' | 'or', operand: () => Filter): Filter {
    let left = operand();
    while (word(kind)) left = { kind, left, right: operand() };
    return left;
  }

  const either = (): Filter => chain('or', () => chain('and', atom));

  function atom(): Filter {
    if (word('not')) return { kind: 'not', filter: atom() };
    if (scanner.take('(')) {
      const inner = either();
      scanner.require(')');
      return inner;
    }
    const field = scanner.match(/[A-Za-z]\w*/y) ?? scanner.fail('a field, "not" or "("');
    if (word('known')) return { kind: 'known', field };
    if (word('empty')) return { kind: 'not', filter: { kind: 'known', field } };
    if (word('in')) return membership(field);
    const found = scanner.take(...signs);
    const sign = found && (found in typed ? typed[found as keyof typeof typed] : (found as '≠' | Sign));
    if (sign === '≠') return { kind: 'not', filter: comparison(field, '=') };
    if (sign) return comparison(field, sign);
    const meaning = entity.derived?.[field];
    return meaning === undefined ? { kind: 'true', field } : parseFilter(meaning, entity);
  }

  function comparison(field: string, sign: Sign): Filter {
    const compare = (operand: Operand): Filter => ({ kind: 'compare', field, sign, operand });
    if (word('asOf')) return compare({ kind: 'asOf' });
    if (sign === '=' && scanner.match(/param *\(/y)) return named(field, valueParameters);
    const found = scanner.match(sign === '=' ? /-?\d+(\.\d+)?|[A-Za-z][\w-]*/y : /-?\d+(\.\d+)?|[A-Za-z]\w*/y);
    if (found !== undefined && Object.hasOwn(entity.fields, found)) return compare({ kind: 'field', field: found });
    // Words are equal or not; there is no more or less of them.
    if (found !== undefined && (sign === '=' || /\d$/.test(found))) return compare({ kind: 'value', value: found });
    scanner.back(found);
    return scanner.fail(sign === '=' ? 'a value without quotes, a field or asOf' : 'a number, a field or asOf');
  }

  function named(field: string, parameters: readonly ListParameter[]): Filter {
    const parameter = scanner.take(...parameters) ?? scanner.fail(parameters.join(' or '));
    scanner.require(')');
    return { kind: 'in-parameter', field, parameter };
  }

  function membership(field: string): Filter {
    if (scanner.match(/param *\(/y)) {
      return named(field, listParameters);
    }
    if (!scanner.take('(')) scanner.fail('"(" or "param("');
    const values = [value()];
    while (scanner.take(',')) values.push(value());
    scanner.require(')');
    return { kind: 'in', field, values };
  }

  const filter = either();
  scanner.end('"and", "or" or the end');
  return filter;
}
