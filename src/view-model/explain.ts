import type { Reason, Warning } from '../core/evaluate/result.js';
import type { Counted } from './figure.js';
import { figureText } from './figure.js';
import { dayText, rangeText } from './dates.js';
import { dimensionText } from './segment-text.js';
import type { Values, Words } from './words.js';

/** A measure's name, or a KPI's; one that the language does not know is called by its id. */
export const measureName = (id: string | undefined, words: Words): string | undefined =>
  id === undefined ? undefined : (words.messages.measures[id] ?? words.messages.kpis[id]?.name ?? id);

const shareText = (share: number | undefined, words: Words): string | undefined =>
  share === undefined ? undefined : figureText(share, { unit: 'percent', currency: undefined }, words);

/** Why there is no value. */
export function reasonText(reason: Reason, counted: Counted, words: Words): string {
  const figure = (value: number | undefined) => (value === undefined ? undefined : figureText(value, counted, words));
  return words.say(`reason.${reason.code}`, {
    measure: measureName(reason.measure, words),
    dimension: reason.dimension && dimensionText(reason.dimension, words),
    instead: reason.instead,
    first: reason.first && dayText(reason.first, words),
    last: reason.last && dayText(reason.last, words),
    share: shareText(reason.share, words),
    currencies: reason.currencies?.join(', '),
    range: reason.first && reason.last && rangeText({ start: reason.first, end: reason.last }, words),
    low: figure(reason.low),
    high: figure(reason.high),
  });
}

/** A warning of which the code is known: which words it needs. */
type Coded<Code extends Warning['code']> = Warning & { readonly code: Code };

/** The first warning with one of these codes. */
export const warningOf = <Code extends Warning['code']>(
  warnings: readonly Warning[],
  ...codes: readonly Code[]
): Coded<Code> | undefined =>
  warnings.find((warning): warning is Coded<Code> => (codes as readonly string[]).includes(warning.code));

/** On which terms a value stands. */
export function warningText<Code extends Warning['code']>(
  warning: Coded<Code>,
  words: Words & Readonly<{ say: (key: `warning.${NoInfer<Code>}`, values: Values) => string }>,
): string {
  const plain = (value: number | undefined) =>
    value === undefined ? undefined : words.number({ maximumFractionDigits: 2 }).format(value);
  return words.say(`warning.${warning.code}`, {
    measure: measureName(warning.measure, words),
    count: warning.count,
    share: shareText(warning.share, words),
    field: warning.field,
    timeZone: warning.timeZone,
    condition: warning.condition,
    // Of people, and of how often they saw something.
    low: plain(warning.low),
    high: plain(warning.high),
    source: warning.source,
    last: warning.last && dayText(warning.last, words),
  });
}
