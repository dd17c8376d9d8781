import type { KpiResult } from '../core/evaluate/result.js';
import { isAmount } from './amount.js';
import { daysIn } from './dates.js';
import { figureText } from './figure.js';
import type { TargetView } from './view.js';
import type { Words } from './words.js';

/** How far a figure is from its target. A share is named only where more is better: "110 % of target" of a cost says nothing. */
export function targetView(result: KpiResult, words: Words): TargetView | undefined {
  if (!result.target) return undefined;
  const { value, ratio, reached, pace } = result.target;
  const level = levelOf(result);
  return {
    value,
    level,
    text:
      result.better === 'up' && ratio !== undefined && ratio >= 0
        ? words.say('target.share', { share: shareText(ratio, words) })
        : words.say(reached ? 'target.reached' : 'target.missed'),
    label: words.say('target', { figure: figureText(level ?? value, result, words, { notation: 'compact' }) }),
    reached,
    share: held(ratio ?? (reached ? 1 : 0)),
    pace:
      pace === undefined || value <= 0 || result.better !== 'up'
        ? undefined
        : {
            text: words.say('target.pace', { share: shareText(pace / value, words) }),
            share: held(pace / value),
          },
  };
}

const held = (share: number): number => Math.min(1, Math.max(0, share));

/** Rounded down: 99.6 % has not reached 100 %. */
const shareText = (ratio: number, words: Words): string =>
  words.number({ style: 'percent' }).format(Math.floor(ratio * 100 + 1e-9) / 100);

/** For sums the target's share of a point of usual length; for rates the target itself. */
function levelOf(result: KpiResult): number | undefined {
  if (!result.target || !isAmount(result)) return result.target?.value;
  const days = plannedDays(result);
  const whole = result.series.filter((bucket) => bucket.complete).map(daysIn);
  // Nobody expects the same of every hour.
  if (days === undefined || whole.length === 0 || result.grain === 'hour') return undefined;
  const usual = whole.reduce((sum, length) => sum + length, 0) / whole.length;
  return (result.target.value / days) * usual;
}

/** The days that the target is for: of a running window also those to come, which the pace has counted. */
function plannedDays({ window, target, value }: KpiResult): number | undefined {
  if (!window) return undefined;
  if (window.complete) return daysIn(window);
  if (!target?.pace || !value) return undefined;
  const [hours, minutes] = (window.until ?? '24:00').split(':').map(Number);
  const elapsed = daysIn(window) - 1 + (hours ?? 0) / 24 + (minutes ?? 0) / 1440;
  return Math.round((elapsed * target.pace) / value);
}
