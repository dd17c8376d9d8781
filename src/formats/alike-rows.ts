import type { Records } from '../core/dataset/records.js';
import { recordsOf } from '../core/dataset/records.js';
import { digitAt, isDigit } from '../core/digits.js';

/** What stands between two rows, beside blanks: those of a list, or of lines. */
export type Separator = ',' | '\n';

/** Backslashes, and characters that JSON allows between values at most. */
const special = { ',': /[^ -[\]-\uffff]/, '\n': /[^\n -[\]-\uffff]/ };
const between = { ',': /} *, *(?={)/y, '\n': /} *\n *(?={)/y };
const beginning = / *(?={)/y;
const name = /[{,] *"([^"]*)" *: */y;
const ending = /} *$/y;

const [quote, minus, point, zero] = [34, 45, 46, 48];
/** A number of so many digits is exact, and so is its quotient by a power of ten. */
const mostDigits = 15;
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);
const words = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;
const other = Symbol();

/**
 * Reads rows of JSON that have the same fields in the same order, as programs write them: between their values stands
 * the same text in each, and only the values need a look. No object is made for a row.
 *
 * @returns undefined where rows are not alike, hold lists, objects or escaped characters, or are no JSON at all
 */
export function alikeRows(text: string, separator: Separator): Records | undefined {
  if (special[separator].test(text)) return undefined;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };
  const pass = (literal: string): boolean => {
    if (!text.startsWith(literal, at)) return false;
    at += literal.length;
    return true;
  };
  const value = (): unknown => {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const start = at + 1;
      at = text.indexOf('"', start) + 1;
      return at > 0 ? text.slice(start, at - 1) : other;
    }
    if (code === minus || isDigit(code)) return number();
    const word = words.find(([literal]) => pass(literal));
    return word ? word[1] : other;
  };
  const number = (): unknown => {
    const isNegative = text.charCodeAt(at) === minus;
    if (isNegative) at++;
    const start = at;
    let whole = 0;
    let dot = -1;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) whole = whole * 10 + digitAt(text, at);
      else if (code === point && dot < 0) dot = at;
      else break;
    }
    const integers = (dot < 0 ? at : dot) - start;
    const decimals = dot < 0 ? 0 : at - dot - 1;
    if (integers === 0 || integers + decimals > mostDigits || dot === at - 1) return other;
    if (integers > 1 && text.charCodeAt(start) === zero) return other;
    const size = whole / powersOfTen[decimals]!;
    return isNegative ? -size : size;
  };

  // The first row tells what the others look like.
  const literals: string[] = [];
  const columns = new Map<string, unknown[]>();
  match(beginning);
  for (let found = match(name); found; found = match(name)) {
    const first = value();
    if (first === other || found[0][0] !== (literals.length === 0 ? '{' : ',')) return undefined;
    literals.push(found[0]);
    columns.set(found[1]!, [first]);
  }
  const cells = [...columns.values()];
  // A name that stands twice means its last value.
  if (cells.length === 0 || cells.length < literals.length) return undefined;
  let rows = 1;
  const next = match(between[separator])?.[0];
  for (let isNext = next !== undefined; isNext; isNext = pass(next!)) {
    for (let nth = 0; nth < literals.length; nth++) {
      if (!pass(literals[nth]!)) return undefined;
      const cell = value();
      if (cell === other) return undefined;
      cells[nth]!.push(cell);
    }
    rows++;
  }
  if (!match(ending) || (separator === '\n' && text.split('\n').length !== rows)) return undefined;
  return recordsOf(Object.fromEntries(columns));
}
