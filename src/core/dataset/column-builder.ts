import type { Column } from './column.js';
import type { IssueCode } from './input.js';

/** What is wrong with a cell. */
export interface CellProblem {
  readonly code: IssueCode;
  /** For developers, in English. */
  readonly words: string;
}

/** Told of a cell that stays empty: its index among those handed over, and what is wrong where something stands there. */
export type OnEmpty = (index: number, problem?: CellProblem) => void;

/** Collects a column, many cells at a time. */
export interface ColumnBuilder<C extends Column = Column> {
  /**
   * Takes the next cells; beyond the end of `cells` they are empty. A cell that cannot be read stays empty.
   * @param ofAll how many there will be in the end, where that is known
   */
  append(cells: ArrayLike<unknown>, count: number, onEmpty: OnEmpty, ofAll?: number): void;
  /** What the numbers so far add up to; undefined of what are none. */
  readonly sum?: () => number;
  finish(): C;
}

export const isEmpty = (cell: unknown): cell is null | undefined | '' => cell == null || cell === '';
