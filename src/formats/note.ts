import type { DataNote } from '../core/dataset/input.js';

/** What the notes of our own formats are known by; each is worded in every language. */
export type NoteCode =
  | 'platform'
  | 'charset-assumed'
  | 'characters-lost'
  | 'lines-above'
  | 'decimal-comma'
  | 'decimals-mixed'
  | 'marks-mixed'
  | 'marks-foreign'
  | 'day-first'
  | 'month-first'
  | 'perhaps-a-page'
  | 'sampled'
  | 'rows-withheld'
  | 'rest-as-other'
  | 'laboratory'
  | 'undated-refunds'
  | 'imports-uncounted';

/** A note on the data. @param message for developers, in English @param details the same facts for programs */
export const note = (code: NoteCode, message: string, details: DataNote['details'] = {}): DataNote => ({
  code,
  message,
  details,
});

/** Hears notes while data are read. */
export type Tell = (note: DataNote) => void;
