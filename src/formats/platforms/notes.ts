import type { DataNote } from '../../core/dataset/input.js';
import { note } from '../note.js';

/** That a list is just as long as a page, which nothing else tells from the whole; undefined where it is not. */
export function perhapsAPage({ length: rows }: readonly unknown[], sizes: readonly number[]): DataNote | undefined {
  const message = `${rows} rows are as many as a page holds; there may be more.`;
  return sizes.includes(rows) ? note('perhaps-a-page', message, { rows }) : undefined;
}

/** That the orders tell of refunds, and not on which day. @param remedy what to ask for, in English */
export const undatedRefunds = (remedy: string): DataNote =>
  note('undated-refunds', `There are refunds without a date, which count nowhere. ${remedy}`);
