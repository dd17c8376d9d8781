import type { LoadOptions } from '../formats/load-dataset.js';
import type { RequestHook } from '../source/endpoint.js';
import type { OwnMessages } from '../locale/messages.js';
import type { Question } from '../core/evaluate/question.js';

/** Settings that a provider hands down, by property name. Text is as written in the attribute; nothing is checked yet. */
export interface Settings {
  src?: string;
  query?: string;
  format?: string;
  table?: string;
  map?: LoadOptions['map'];
  period?: string;
  asOf?: string;
  compare?: string;
  grain?: string;
  where?: Question['where'];
  /** What a person has selected in other widgets, beside `where` and in place of `period`. */
  selectedWhere?: Question['selectedWhere'];
  selectedDays?: boolean;
  refreshEvery?: string;
  timeZone?: string;
  weekStart?: string;
  fiscalYearStart?: string;
  currency?: string;
  lang?: string;
  theme?: string;
  appearance?: string;
  density?: string;
  notation?: string;
  request?: RequestHook;
  prepare?: LoadOptions['prepare'];
  settings?: Readonly<Record<string, unknown>>;
  kpiDefinitions?: LoadOptions['kpiDefinitions'];
  messages?: OwnMessages;
}

/** Settings that decide how rows are read: a widget with its own cannot share its provider's data set. */
export const readingSettings = [
  'query',
  'format',
  'table',
  'map',
  'prepare',
  'request',
  'timeZone',
  'currency',
  'settings',
  'kpiDefinitions',
] as const satisfies readonly (keyof Settings)[];

/** The first settings win; one that is absent or empty is left to those behind it. */
export function mergeSettings(...levels: readonly (Settings | undefined)[]): Settings {
  const merged: Record<string, unknown> = {};
  for (const level of levels) {
    for (const name in level) {
      const value = level[name as keyof Settings];
      if (value != null && value !== '') merged[name] ??= value;
    }
  }
  return merged;
}
