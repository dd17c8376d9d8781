import type { FailedKpi } from '../core/evaluate/answer-each.js';
import { problem } from '../view-model/problem.js';
import type { FailedFigure } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';

/** What has been told to the developer, by widget. */
const told = new WeakMap<Element, Set<string>>();

/**
 * Those of several figures that cannot be shown, and why; the developer is told once.
 *
 * @param headings the page's own names, by the places of what was asked for
 */
export function failedFigures(
  widget: Element,
  failed: readonly FailedKpi[],
  headings: readonly (string | undefined)[],
  words: Words,
): readonly FailedFigure[] {
  const before = told.get(widget) ?? new Set();
  told.set(widget, before);
  return failed.map(({ kpi, place, error }) => {
    if (!before.has(error.message)) console.warn(`<${widget.localName}> ${error.message}`);
    before.add(error.message);
    return { key: kpi, heading: headings[place] || kpi, reason: problem(error, words).detail };
  });
}
