import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { measuresOf } from '../term.js';
import { addDays } from '../time/day.js';
import type { AsOf, Window } from '../time/window.js';
import { elapsedOn, lengthOf } from '../time/window.js';
import { carriedIn } from './carried.js';
import { tablesBehind } from './coverage.js';
import { estimatedIn } from './estimated.js';
import { sourceOf } from './feed.js';
import type { Warning } from './result.js';
import { includesTax } from './tax.js';
import { unknownsIn } from './unknowns.js';

/** What stands behind a figure: the measures that it is fed, and the terms on which they were chosen. */
export interface Behind {
  readonly measures: readonly string[];
  readonly warnings: readonly Warning[];
}

/** The terms on which every figure over these measures stands, whatever the window. */
export function standingWarnings(dataset: Dataset, { measures, warnings }: Behind): Warning[] {
  const tables = tablesBehind(dataset, measures);
  const refused = tables.reduce((sum, table) => sum + table.refused, 0);
  const isDouble = (measure: string): boolean => dataset.sources.filter((source) => source.holds(measure)).length > 1;
  return [
    ...warnings,
    ...(includesTax(dataset, measures) ? [{ code: 'tax-inclusive' } as const] : []),
    ...measuresOf(measures)
      .filter(isDouble)
      .map((measure) => ({ code: 'double-source', measure }) as const),
    ...tables.flatMap(({ overruled }) => (overruled ? [{ code: 'rows-replaced', count: overruled } as const] : [])),
    ...(refused > 0 ? [{ code: 'rows-refused', count: refused } as const] : []),
    ...tables.flatMap(({ far, last = '' }) => (far ? [{ code: 'rows-far', count: far.rows, last } as const] : [])),
    ...tables.flatMap(({ ahead, last = '' }) =>
      ahead ? [{ code: 'rows-ahead', count: ahead.rows, last } as const] : [],
    ),
    ...(dataset.zoneIsAssumed ? [{ code: 'zone-assumed', timeZone: dataset.timeZone } as const] : []),
  ];
}

const definitions: ReadonlySet<Warning['code']> = new Set([
  'orders-as-conversions',
  'ga4-bounce',
  'session-basis',
  'overlap-assumed',
  'load-event',
  'mean-not-median',
  'media-only',
  'shop-attribution',
  'follower-basis',
  'clv-revenue-basis',
  'tax-inclusive',
]);

/** Whether a warning says that a figure means something else than its name. */
export const isDefinition = ({ code }: Warning): boolean => definitions.has(code);

/** Whether two figures mean different things: they are never set against each other. */
export function definitionsDiffer(some: readonly Warning[], others: readonly Warning[]): boolean {
  const codes = (warnings: readonly Warning[]): string => {
    const found = warnings.filter(isDefinition).map(({ code }) => code);
    return [...new Set(found)].sort().join();
  };
  return codes(some) !== codes(others);
}

/** Warnings about one window: totals off their parts, and what is not in the data. */
export function windowWarnings(
  dataset: Dataset,
  measures: readonly string[],
  window: Window,
  missingDays: number,
  asOf: AsOf,
): Warning[] {
  const differs = (measure: string): boolean => sourceOf(dataset.sources, measure)!.totalsDiffer(measure, window);
  return [
    ...measuresOf(measures)
      .filter(differs)
      .map((measure) => ({ code: 'totals-differ', measure }) as const),
    ...unknownsIn(dataset, measures, window, asOf),
    ...carriedIn(dataset, measures, window, asOf),
    ...estimatedIn(dataset, measures, window, asOf),
    ...(missingDays > 0 ? [{ code: 'missing-days', count: missingDays } as const] : []),
  ];
}

/** A figure out of no row at all: a filter that the page has written may be misspelt, what a person selects is not. */
export function noMatch({ where }: Selection): Warning[] {
  const condition = where.find(({ selected }) => selected) ?? where[0];
  if (!condition) return [];
  const { dimension, values, not, selected } = condition;
  return [
    {
      code: selected ? 'no-match-selected' : 'no-match',
      condition: `${dimension}${not ? '!=' : '='}${[...values].join()}`,
    },
  ];
}

/** Whether a filter that the page has written meets no row at all: its nothing is not to be judged. */
export const isMisspelt = (warnings: readonly Warning[]): boolean => warnings.some(({ code }) => code === 'no-match');

/** A part of a day is shorter than a day. */
const isAsLong = (window: Window, shown: Window): boolean =>
  lengthOf(window) === lengthOf(shown) && (window.cutoff === undefined) === (shown.cutoff === undefined);

/** On which terms a window is compared with the shown one. */
export function comparisonWarnings(window: Window, shown: Window, missingDays: number): Warning[] {
  return [
    ...(isAsLong(window, shown) ? [] : [{ code: 'unequal-length' } as const]),
    ...(missingDays > 0 ? [{ code: 'missing-days', count: missingDays } as const] : []),
  ];
}

/** Whether rows behind one of the measures are known by their day alone. */
export const hasWholeDays = ({ sources }: Dataset, measures: readonly string[]): boolean =>
  measuresOf(measures).some((measure) => sourceOf(sources, measure)?.wholeDays(measure));

/** A window as it is read. Whole days cannot be cut: over measures of such rows it ends with the last complete day. */
export function withoutPartOfDay(dataset: Dataset, measures: readonly string[], window: Window): Window {
  if (window.cutoff === undefined) return window;
  return hasWholeDays(dataset, measures)
    ? { ...window, end: addDays(window.end, -1), cutoff: undefined }
    : { ...window, passed: elapsedOn(window, dataset.zone) };
}
