import { remember } from '../remember.js';
import type { FlagColumn, TextColumn } from './column.js';
import type { ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { growing } from './growing.js';

/**
 * Collects texts and ids, each distinct one once.
 * @param keepsEmptyText whether an empty text is a value too, other than a cell that is absent
 * @param standard what an empty cell means
 */
export function textBuilder(keepsEmptyText = false, standard?: string): ColumnBuilder<TextColumn> {
  const codes = growing(Int32Array);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  return {
    append(cell) {
      const isAbsent = isEmpty(cell) && !(keepsEmptyText && cell === '');
      const text = isAbsent ? standard : textOf(cell);
      let code = text === undefined ? -1 : codeOf.get(text);
      if (code === undefined) codeOf.set(text!, (code = values.push(text!) - 1));
      codes.push(code);
      return isAbsent || text !== undefined ? undefined : 'expected a text';
    },
    finish: () => ({ kind: 'text', codes: codes.finish(), values }),
  };
}

const textOf = (cell: unknown): string | undefined =>
  typeof cell === 'string' || typeof cell === 'boolean' || typeof cell === 'bigint' || Number.isFinite(cell)
    ? String(cell)
    : undefined;

/** A name that a text means, or what was expected in its place. */
export type Named = { readonly name: string } | { readonly expected: string };

/** Collects names, of which some are possible. @param named is asked once for each distinct text */
export function nameBuilder(named: (text: string) => Named): ColumnBuilder<TextColumn> {
  const texts = textBuilder();
  const known = new Map<unknown, Named>();
  return {
    append(cell) {
      if (isEmpty(cell)) return texts.append(cell);
      const found = remember(known, cell, () =>
        typeof cell === 'string' ? named(cell) : { expected: 'expected a text' },
      );
      texts.append('name' in found ? found.name : undefined);
      return 'name' in found ? undefined : found.expected;
    },
    finish: () => texts.finish(),
  };
}

/** An ISO 4217 code, in whichever case. */
export function currencyNamed(text: string): Named {
  const name = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(name) ? { name } : { expected: 'expected an ISO 4217 code such as DKK' };
}

/**
 * Collects lists of texts, each as one text with commas between; a list without any is an empty cell. A cell is a list,
 * or a text with commas between.
 */
export function listBuilder(): ColumnBuilder<TextColumn> {
  const texts = textBuilder();
  return {
    append(cell) {
      const items: unknown[] = Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(',') : [cell ?? ''];
      const isList = items.every((item) => typeof item === 'string');
      const named = isList ? items.map((item) => item.trim()).filter(Boolean) : [];
      texts.append(named.join());
      return isList ? undefined : 'expected a list of texts';
    },
    finish: () => texts.finish(),
  };
}

const flags = new Map([
  ['true', 1],
  ['yes', 1],
  ['1', 1],
  ['false', 0],
  ['no', 0],
  ['0', 0],
]);

/**
 * Collects yes and no.
 * @param standard what an empty cell means; default neither
 */
export function flagBuilder(standard?: boolean): ColumnBuilder<FlagColumn> {
  const values = growing(Uint8Array);
  return {
    append(cell) {
      const isPlain = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean';
      const flag = isPlain ? flags.get(String(cell).trim().toLowerCase()) : undefined;
      values.push(flag ?? Number(standard ?? 2));
      return flag !== undefined || isEmpty(cell) ? undefined : 'expected true or false';
    },
    finish: () => ({ kind: 'flag', values: values.finish() }),
  };
}
