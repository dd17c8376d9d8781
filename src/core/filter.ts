import type { EntityDefinition } from './catalog/definition.js';
import { listParameters } from './catalog/parameters.js';
import { Scanner } from './scanner.js';

/**
 * Which rows count. The language: `filter := all {'or' all} ; all := atom {'and' atom} ; atom := 'not' atom |
 * '(' filter ')' | field 'known' | field 'empty' | field ('=' | '≠' | '<' | '≤' | '>' | '≥') (field | value | 'asOf') |
 * field 'in' ('(' value {',' value} ')' | 'param(' id ')') | field`.
 */
export type Filter =
  /** The true/false field is true, which an empty cell is not; or the cell is filled. */
  | { readonly kind: 'true' | 'known'; readonly field: string }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  /** Both sides are known, and this holds between them. */
  | { readonly kind: 'compare'; readonly field: string; readonly sign: Sign; readonly operand: Operand }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'in-parameter'; readonly field: string; readonly parameter: ListParameter };

export type Sign = '=' | '<' | '≤' | '>' | '≥';

export type Operand =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'asOf' };

type ListParameter = (typeof listParameters)[number];

const signs = ['=', '≠', '<', '≤', '>', '≥'] as const;

const parsed = new Map<string, Filter>();

/**
 * Reads a filter over an entity's fields, once per text; the entity's derived fields are spelt out.
 * @throws KpiError `bad-formula`, which points at the character
 */
export function parseFilter(text: string, entity: EntityDefinition): Filter {
  const id = `${entity.id} ${text}`;
  let filter = parsed.get(id);
  if (!filter) {
    const reader = new Reader(text, entity);
    parsed.set(id, (filter = reader.whole()));
  }
  return filter;
}

/** The fields that a filter reads. */
export function fieldsIn(filter: Filter): string[] {
  if (filter.kind === 'not') return fieldsIn(filter.filter);
  if ('left' in filter) return [...fieldsIn(filter.left), ...fieldsIn(filter.right)];
  const other = filter.kind === 'compare' && filter.operand.kind === 'field' ? [filter.operand.field] : [];
  return [filter.field, ...other];
}

/** Whether a filter's answer changes with the as-of day. */
export function readsAsOf(filter: Filter): boolean {
  if (filter.kind === 'not') return readsAsOf(filter.filter);
  if ('left' in filter) return readsAsOf(filter.left) || readsAsOf(filter.right);
  return filter.kind === 'compare' && filter.operand.kind === 'asOf';
}

class Reader {
  readonly #scanner: Scanner;
  readonly #entity: EntityDefinition;

  constructor(text: string, entity: EntityDefinition) {
    this.#scanner = new Scanner('filter', text);
    this.#entity = entity;
  }

  whole(): Filter {
    const filter = this.#either();
    this.#scanner.end('"and", "or" or the end');
    return filter;
  }

  #either(): Filter {
    return this.#chain('or', () => this.#chain('and', () => this.#atom()));
  }

  #chain(kind: 'and' | 'or', operand: () => Filter): Filter {
    let left = operand();
    while (this.#word(kind)) left = { kind, left, right: operand() };
    return left;
  }

  #atom(): Filter {
    if (this.#word('not')) return { kind: 'not', filter: this.#atom() };
    if (this.#scanner.take('(')) {
      const inner = this.#either();
      this.#scanner.require(')');
      return inner;
    }
    const field = this.#scanner.match(/[A-Za-z]\w*/y) ?? this.#scanner.fail('a field, "not" or "("');
    if (this.#word('known')) return { kind: 'known', field };
    if (this.#word('empty')) return { kind: 'not', filter: { kind: 'known', field } };
    if (this.#word('in')) return this.#membership(field);
    const sign = this.#scanner.take(...signs);
    if (sign) return this.#comparison(field, sign);
    const meaning = this.#entity.derived?.[field];
    return meaning === undefined ? { kind: 'true', field } : parseFilter(meaning, this.#entity);
  }

  #comparison(field: string, sign: Sign | '≠'): Filter {
    if (sign === '≠') return { kind: 'not', filter: this.#comparison(field, '=') };
    if (this.#word('asOf')) return { kind: 'compare', field, sign, operand: { kind: 'asOf' } };
    const value = this.#scanner.match(sign === '=' ? /-?\d+(\.\d+)?|[A-Za-z][\w-]*/y : /-?\d+(\.\d+)?|[A-Za-z]\w*/y);
    if (value !== undefined && Object.hasOwn(this.#entity.fields, value))
      return { kind: 'compare', field, sign, operand: { kind: 'field', field: value } };
    // Words are equal or not; there is no more or less of them.
    if (value === undefined || (sign !== '=' && !/\d$/.test(value))) {
      this.#scanner.back(value);
      this.#scanner.fail(sign === '=' ? 'a value, a field or asOf' : 'a number, a field or asOf');
    }
    return { kind: 'compare', field, sign, operand: { kind: 'value', value } };
  }

  #membership(field: string): Filter {
    if (this.#scanner.match(/param *\(/y)) {
      const parameter = this.#scanner.take(...listParameters) ?? this.#scanner.fail(listParameters.join(' or '));
      this.#scanner.require(')');
      return { kind: 'in-parameter', field, parameter };
    }
    if (!this.#scanner.take('(')) this.#scanner.fail('"(" or "param("');
    const values = [this.#value()];
    while (this.#scanner.take(',')) values.push(this.#value());
    this.#scanner.require(')');
    return { kind: 'in', field, values };
  }

  #word(word: string): boolean {
    return this.#scanner.match(new RegExp(`${word}\\b`, 'y')) !== undefined;
  }

  #value(): string {
    return this.#scanner.match(/[\w-]+/y) ?? this.#scanner.fail('a value');
  }
}
