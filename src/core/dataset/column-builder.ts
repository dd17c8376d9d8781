import type { Column } from './column.js';

/** Collects a column, cell by cell. */
export interface ColumnBuilder<C extends Column = Column> {
  /** Takes a cell, or says what was expected; a refused cell stays empty. */
  append(cell: unknown): string | undefined;
  finish(): C;
}

export const isEmpty = (cell: unknown): cell is null | undefined | '' => cell == null || cell === '';
