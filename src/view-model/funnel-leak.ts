import type { FunnelResult, FunnelStage } from '../core/evaluate/funnel-result.js';
import type { FunnelKey } from '../locale/messages.js';
import { pointsText } from './change.js';
import { figureText } from './figure.js';
import type { Words } from './words.js';

/** Unicode's isolates: they mark what is set off, and keep its direction to itself. */
const open = '\u2068';
const close = '\u2069';
const setOff = (text: string): string => open + text + close;

/**
 * Where the funnel leaks worst: how many are lost there and, where the order value is known, what that is worth.
 * @returns pieces of text, of which every second one is a stage's name or a figure; empty where nothing was lost
 */
export function leakText(
  result: FunnelResult,
  nameOf: (stage: FunnelStage) => string,
  words: Words<FunnelKey>,
): readonly string[] {
  const { worst, stages, unit, currency } = result;
  const [from, to] = [stages[(worst?.stage ?? 0) - 1], stages[worst?.stage ?? 0]];
  if (!worst || !from || !to) return [];
  const { lost, money } = worst;
  const change = worst.fell ? to.comparisons[0]?.change : undefined;
  const text = words.join(
    words.say(change === undefined ? 'funnel.leak' : 'funnel.leak.fell', {
      from: setOff(nameOf(from)),
      to: setOff(nameOf(to)),
      lost: setOff(unit ? words.say(`funnel.units.${unit}`, { count: lost }) : words.number().format(lost)),
      change: change && pointsText(change, words, true),
    }),
    words.say('funnel.worth', {
      money: money ? setOff(figureText(rounded(money), { unit: 'currency', currency }, words)) : undefined,
    }),
  );
  // A figure that ends in a full stop, such as "kr.", ends the sentence too.
  return text.replaceAll(`.${close}.`, `.${close}`).split(new RegExp(`[${open}${close}]`));
}

/** About how much: two digits say all that such a figure knows. */
export const rounded = (money: number): number => Number(money.toPrecision(2));
