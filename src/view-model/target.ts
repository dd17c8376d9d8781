import { courseOf } from '../core/evaluate/course.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { isAmount } from './amount.js';
import { daysIn } from './dates.js';
import { warningOf, warningText } from './explain.js';
import { figureText } from './figure.js';
import type { TargetView } from './view.js';
import type { Words } from './words.js';

/** How far a figure is from its target. A share is named only where more is better: "110 % of target" of a cost says nothing. */
export function targetView(result: KpiResult, words: Words): TargetView | undefined {
  // What has no value, or one of a part of the days, has neither reached it nor missed it.
  if (result.target?.reached === undefined) return undefined;
  const { value, ratio, pace } = result.target;
  const level = levelOf(result);
  // What is to stay below and still adds up is there only if it leads there.
  const isDown = result.better === 'down';
  const reached = result.target.reached && !(isDown && pace !== undefined && pace > value);
  return {
    value,
    level,
    text:
      result.better === 'up' && ratio !== undefined && ratio >= 0
        ? words.say('target.share', { share: shareText(ratio, words) })
        : words.say(statusOf(result.target)),
    label: words.say('target', { figure: figureText(level ?? value, result, words, { notation: 'compact' }) }),
    reached,
    share: held(ratio ?? (reached ? 1 : 0)),
    pace:
      pace === undefined || value <= 0
        ? undefined
        : {
            text: words.say('target.pace', {
              share: isDown ? figureText(pace, result, words, { notation: 'compact' }) : shareText(pace / value, words),
            }),
            share: isDown ? 0 : held(pace / value),
          },
  };
}

/** Why a figure is not held against a target. */
export function targetNote({ target, value, warnings }: KpiResult, words: Words): string | undefined {
  const isWithheld = value !== undefined && target && target.reached === undefined;
  const why = warningOf(warnings, isWithheld ? 'missing-days' : 'target-of-whole');
  return why && warningText(why, words);
}

const statusOf = ({ reached, pace }: NonNullable<KpiResult['target']>) =>
  !reached ? 'target.missed' : pace === undefined ? 'target.reached' : 'target.within';

const held = (share: number): number => Math.min(1, Math.max(0, share));

/** 99.6 % has not reached 100 %. */
const shareText = (ratio: number, words: Words): string =>
  words.number({ style: 'percent' }).format(ratio < 1 ? Math.min(ratio, 0.99) : ratio);

/** For sums the target's share of a point of usual length; for rates the target itself. */
function levelOf(result: KpiResult): number | undefined {
  const { target, window, grain } = result;
  if (!target || !isAmount(result)) return target?.value;
  const days = target.days ?? (window && daysIn(window));
  // Nobody expects the same of every hour.
  if (days === undefined || grain === 'hour') return undefined;
  const { complete, at } = courseOf(result);
  const positions = [...complete.keys()].filter((index) => complete[index] === 1);
  const whole = positions.map((index) => (grain === 'day' ? 1 : daysIn(at(index))));
  if (whole.length === 0) return undefined;
  const usual = whole.reduce((sum, length) => sum + length, 0) / whole.length;
  return (target.value / days) * usual;
}
