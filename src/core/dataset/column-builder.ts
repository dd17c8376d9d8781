import type { Column } from './column.js';

/** Told of a cell that stays empty: its index among those handed over, and what was expected where something stands there. */
export type OnEmpty = (index: number, problem?: string) => void;

/** Collects a column, many cells at a time. */
export interface ColumnBuilder<C extends Column = Column> {
  /** Takes the next cells; beyond the end of `cells` they are empty. A cell that cannot be read stays empty. */
  append(cells: ArrayLike<unknown>, count: number, onEmpty: OnEmpty): void;
  finish(): C;
}

export const isEmpty = (cell: unknown): cell is null | undefined | '' => cell == null || cell === '';
