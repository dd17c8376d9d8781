import type { Where } from '../../core/evaluate/question.js';
import type { Selection } from '../selection.js';

/** A selection in one widget that filters the others. */
export interface Filter {
  /** The widget that it was made in. */
  readonly source: Element;
  readonly selection: Selection;
  /** Which rows count. */
  readonly where: Where;
  /** The only days that count, as an ISO interval. */
  readonly period: string | undefined;
  /** Takes the filter back, as the person asks. */
  readonly remove: () => void;
}
