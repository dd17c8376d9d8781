import type { TemplateResult } from 'lit';
import type { Where } from '../core/dataset/where.js';
import type { Words } from '../view-model/words.js';
import type { Selection } from './selection.js';
import type { Settings } from './settings.js';

/** A selection in one widget that filters the others. */
export interface Filter {
  /** The widget that it was made in. */
  readonly source: Element;
  readonly selection: Selection;
  /** The dimension that the selection means, by its own id. */
  readonly by: string | undefined;
  /** Which rows count; undefined where only days do. */
  readonly where: Where | undefined;
  /** The only days that count, as an ISO interval. */
  readonly period: string | undefined;
  /** Takes the filter back, as the person asks. */
  readonly remove: () => void;
  /** What is selected, in words. */
  readonly text: (words: Words) => string;
  /** A button that takes the filter back, in what it filters or, as its own, in the widget that it was made in. */
  readonly chip: (words: Words, isOwn?: boolean) => TemplateResult;
}

/** The settings as the filters narrow them. */
export function narrowed(settings: Settings, filters: readonly Filter[]): Settings {
  if (filters.length === 0) return settings;
  const selectedWhere = filters.flatMap(({ where }) => (where ? [where] : []));
  const period = filters.find((filter) => filter.period !== undefined)?.period;
  return {
    ...settings,
    ...(selectedWhere.length > 0 && { selectedWhere }),
    ...(period !== undefined && { period, selectedDays: true }),
  };
}
