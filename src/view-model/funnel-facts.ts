import type { FunnelResult } from '../core/evaluate/funnel-result.js';
import { besideText, momentText, rangeText, windowText } from './dates.js';
import { figureText } from './figure.js';
import type { FactView } from './view.js';
import type { Words } from './words.js';

/**
 * The proof of a funnel: which days, against which, how long a unit had, and how much of the data was used.
 * @param within the conversion window as it was asked for: `7d`
 */
export function funnelFacts(result: FunnelResult, words: Words, within: string | undefined): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (term: Parameters<Words['say']>[0], detail: string | undefined) => {
    if (detail) facts.push({ term: words.say(term), detail });
  };
  const { window, coverage, secondsToConvert: time } = result;
  add('fact.period', window && windowText(window, words));
  add('fact.zone', window?.timeZone);
  for (const other of result.comparisons) {
    add('fact.compared', window ? besideText(other.window, window, words) : rangeText(other.window, words));
  }
  const days = Number.parseInt(within ?? '', 10);
  add('funnel.window', days > 0 ? words.say('days', { count: days }) : undefined);
  add(
    'funnel.time',
    time === undefined ? undefined : figureText(time, { unit: 'duration', currency: undefined }, words),
  );
  if (coverage.rows > 0) {
    const rows = words.number().format(coverage.rows);
    add('fact.rows', coverage.refused ? words.say('fact.rows.refused', { rows, refused: coverage.refused }) : rows);
  }
  if (coverage.first && coverage.last) {
    add('fact.coverage', rangeText({ start: coverage.first, end: coverage.last }, words));
  }
  add('fact.as-of', result.asOf && momentText(result.asOf, window?.timeZone, words));
  return facts;
}
