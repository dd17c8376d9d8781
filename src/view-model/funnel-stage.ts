import type { FunnelFigures, FunnelResult, FunnelStage, RateComparison } from '../core/evaluate/funnel-result.js';
import { funnelEnglish } from '../locale/en/funnel.js';
import type { FunnelKey } from '../locale/messages.js';
import { pointsText } from './change.js';
import { measureName } from './explain.js';
import { figureText, spokenText } from './figure.js';
import type { Notation } from './figure.js';
import { rounded } from './funnel-leak.js';
import type { ChangeView, Tone } from './view.js';
import type { Words } from './words.js';

export interface FunnelOptions {
  /** In place of the funnel's name. */
  readonly heading?: string | undefined;
  /** In place of the stages' names, by measure id. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
  readonly notation?: Notation | undefined;
}

/** How a rate moved against the first comparison. */
export interface RateChange {
  readonly glyph: ChangeView['glyph'];
  readonly tone: Tone;
  /** Signed, in percentage points. */
  readonly text: string;
}

/** A share of another stage, a fraction. */
export interface RateView {
  readonly value: number;
  readonly text: string;
  /** The same rate in the first comparison. */
  readonly before: number | undefined;
  readonly change: RateChange | undefined;
}

/** A stage in words. */
export interface StageView {
  readonly measure: string;
  readonly name: string;
  readonly value: number | undefined;
  /** The count, or "—". */
  readonly text: string;
  /** The count of the first comparison. */
  readonly before: number | undefined;
  readonly ofPrevious: RateView | undefined;
  readonly ofFirst: RateView | undefined;
  /** How many did not come: "−1,204". */
  readonly lost: string | undefined;
  /** What they would have brought, short: "≈ 540k kr." */
  readonly money: string | undefined;
  /** How many came in at this stage alone: "+340 entered here". */
  readonly entered: string | undefined;
  /** How many came another way: "+312". */
  readonly skipped: string | undefined;
  /** Whether the funnel leaks worst on the way here. */
  readonly worst: boolean;
  /** Everything above as it is read aloud. */
  readonly spoken: string;
}

/**
 * A stage's short name; one that the language does not know is called by its measure. With a conversion window the
 * sessions that begin a funnel are counted as their visitors, and are called so.
 */
export function stageName(
  measure: string,
  unit: FunnelResult['unit'],
  words: Words<FunnelKey>,
  headings: FunnelOptions['headings'] = {},
): string {
  const counted = unit === 'visitor' && measure === 'sessions' ? 'visitors' : measure;
  const key = `funnel.stage.${counted}`;
  const known = Object.hasOwn(funnelEnglish, key) ? words.say(key as FunnelKey) : undefined;
  return headings[measure] || known || measureName(counted, words) || measure;
}

/** @param segment the name of the group of units, which is read aloud before the stage */
export function stageView(
  stage: FunnelStage,
  index: number,
  { stages, worst }: FunnelFigures,
  result: FunnelResult,
  nameOf: (stage: FunnelStage) => string,
  segment: string,
  words: Words<FunnelKey>,
  { notation }: FunnelOptions,
): StageView {
  const count = { unit: 'count', currency: undefined } as const;
  const counted = (value: number, signed = false) => figureText(value, count, words, { notation, signed });
  const other = stage.comparisons[0];
  const before = stages[index - 1]?.value;
  const surplus = stage.value !== undefined && before !== undefined ? Math.max(0, stage.value - before) : 0;
  const { money } = stage;
  const about = { unit: 'currency', currency: result.currency } as const;
  const rate = (value: number | undefined, was: number | undefined, change: RateChange | undefined) =>
    value === undefined || index === 0
      ? undefined
      : { value, text: figureText(value, { unit: 'percent', currency: undefined }, words), before: was, change };
  const view = {
    measure: stage.measure,
    name: nameOf(stage),
    value: stage.value,
    text: figureText(stage.value, count, words, { notation }),
    before: other?.value,
    ofPrevious: rate(stage.ofPrevious, other?.ofPrevious, other && rateChange(other, words)),
    ofFirst: rate(stage.ofFirst, other?.ofFirst, other && rateChange(other.overall, words)),
    lost: stage.lost ? counted(-stage.lost) : undefined,
    money: money ? `≈ ${figureText(rounded(money), about, words, { notation: 'compact' })}` : undefined,
    entered: surplus > 0 ? words.say('funnel.entered', { count: counted(surplus, true) }) : undefined,
    skipped: stage.skipped > 0 ? counted(stage.skipped, true) : undefined,
    worst: worst?.stage === index,
  };
  return { ...view, spoken: spokenStage(view, segment, words) };
}

/** A change with the core's verdict. */
export function rateChange(
  { change, direction, evidence }: RateComparison,
  words: Words<FunnelKey>,
): RateChange | undefined {
  if (change === undefined) return undefined;
  const glyph = evidence === 'noise' && change !== 0 ? '≈' : glyphOf(change);
  return {
    glyph,
    tone: evidence === 'significant' ? direction : 'neutral',
    text: pointsText(change, words, true),
  };
}

/** Less than is written has no direction. */
const glyphOf = (change: number): RateChange['glyph'] =>
  change === 0 ? '=' : Math.abs(change) < 0.000_05 ? '≈' : change > 0 ? '▲' : '▼';

type Spoken = Omit<StageView, 'spoken'>;

/** "Added to cart: 9860. Of previous stage: 20.5% (−3.1 pp). Of first stage: 11.7%. Lost: −38,260 (≈ 540k kr.)." */
function spokenStage(stage: Spoken, segment: string, words: Words<FunnelKey>): string {
  const said = (label: string, text: string | undefined, more?: string) =>
    text === undefined ? '' : words.sentence(words.labelled(label, words.aside(text, more)));
  const count = spokenText(stage.value, { unit: 'count', currency: undefined }, words);
  return words.join(
    said(segment ? words.labelled(segment, stage.name) : stage.name, count),
    said(words.say('funnel.of-previous'), stage.ofPrevious?.text, stage.ofPrevious?.change?.text),
    said(words.say('funnel.of-first'), stage.ofFirst?.text, stage.ofFirst?.change?.text),
    said(words.say('funnel.lost'), stage.lost, stage.money),
    said(words.say('funnel.skipped'), stage.skipped),
    stage.entered ? words.sentence(stage.entered) : '',
  );
}
