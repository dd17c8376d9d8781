import { remember } from '../remember.js';
import type { FlagColumn, TextColumn } from './column.js';
import type { CellProblem, ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { Growing } from './growing.js';
import { TextCodes } from './text-codes.js';

const notAText: CellProblem = { code: 'not-a-text', words: 'expected a text' };
const notAList: CellProblem = { code: 'not-a-text', words: 'expected a list of texts' };
const notACurrency: CellProblem = { code: 'not-a-currency', words: 'expected an ISO 4217 code such as DKK' };
const notAFlag: CellProblem = { code: 'not-a-flag', words: 'expected true or false' };

/**
 * Collects texts and ids, each distinct one once.
 * @param keepsEmptyText whether an empty text is a value too, other than a cell that is absent
 * @param standard what an empty cell means
 */
export function textBuilder(keepsEmptyText = false, standard?: string): ColumnBuilder<TextColumn> {
  return codedTexts(
    (cell) => (isEmpty(cell) && !(keepsEmptyText && cell === '') ? standard : textOf(cell)),
    (cell) => (isEmpty(cell) ? undefined : notAText),
    true,
  );
}

/**
 * @param read the text that a cell stands for, undefined where it is none
 * @param problemOf what is wrong with such a cell; undefined where it is empty
 * @param areThemselves whether texts that are not empty stand for themselves, and need not be read
 */
function codedTexts(
  read: (cell: unknown) => string | undefined,
  problemOf: (cell: unknown) => CellProblem | undefined,
  areThemselves = false,
): ColumnBuilder<TextColumn> {
  const codes = new Growing(Int32Array);
  const texts = new TextCodes();
  return {
    append(cells, count, onEmpty, ofAll) {
      const start = codes.length;
      const room = codes.extend(count, ofAll);
      for (let i = 0; i < count; i++) {
        const cell = cells[i];
        const text = areThemselves && typeof cell === 'string' && cell !== '' ? cell : read(cell);
        room[start + i] = text === undefined ? -1 : texts.of(text);
        if (text === undefined) onEmpty(i, problemOf(cell));
      }
    },
    finish: () => ({ kind: 'text', codes: codes.finish(), values: texts.values }),
  };
}

const textOf = (cell: unknown): string | undefined =>
  typeof cell === 'string' || typeof cell === 'boolean' || typeof cell === 'bigint' || isExact(cell)
    ? String(cell)
    : undefined;

/** Ids with more digits than a number holds come out of JSON as others, and different ones as the same. */
const isExact = (cell: unknown): boolean => typeof cell === 'number' && Math.abs(cell) <= Number.MAX_SAFE_INTEGER;

/** A name that a text means, or why it is none. */
export type Named = { readonly name: string } | { readonly problem: CellProblem };

/** Collects names, of which some are possible. @param named is asked once for each distinct text */
export function nameBuilder(named: (text: string) => Named): ColumnBuilder<TextColumn> {
  const known = new Map<unknown, Named>();
  const find = (cell: unknown): { readonly name?: string; readonly problem?: CellProblem } =>
    isEmpty(cell) ? {} : remember(known, cell, () => (typeof cell === 'string' ? named(cell) : { problem: notAText }));
  return codedTexts(
    (cell) => find(cell).name,
    (cell) => find(cell).problem,
  );
}

/** An ISO 4217 code, in whichever case. */
export function currencyNamed(text: string): Named {
  const name = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(name) ? { name } : { problem: notACurrency };
}

/**
 * Collects lists of texts, each as one text with commas between; a list without any is an empty cell. A cell is a list,
 * or a text with commas between.
 */
export function listBuilder(): ColumnBuilder<TextColumn> {
  const itemsOf = (cell: unknown): unknown[] =>
    Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(',') : [cell ?? ''];
  const isList = (items: unknown[]): items is string[] => items.every((item) => typeof item === 'string');
  return codedTexts(
    (cell) => {
      const items = itemsOf(cell);
      if (!isList(items)) return undefined;
      const named = items.map((item) => item.trim()).filter(Boolean);
      return named.join() || undefined;
    },
    (cell) => (isList(itemsOf(cell)) ? undefined : notAList),
  );
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
  const flagsSoFar = new Growing(Uint8Array);
  const empty = Number(standard ?? 2);
  return {
    append(cells, count, onEmpty, ofAll) {
      const start = flagsSoFar.length;
      const values = flagsSoFar.extend(count, ofAll);
      for (let i = 0; i < count; i++) {
        const cell = cells[i];
        const flag = typeof cell === 'boolean' ? Number(cell) : flagIn(cell);
        values[start + i] = flag ?? empty;
        if (flag === undefined) onEmpty(i, isEmpty(cell) ? undefined : notAFlag);
      }
    },
    finish: () => ({ kind: 'flag', values: flagsSoFar.finish() }),
  };
}

const flagIn = (cell: unknown): number | undefined =>
  typeof cell === 'string' || typeof cell === 'number' ? flags.get(String(cell).trim().toLowerCase()) : undefined;
