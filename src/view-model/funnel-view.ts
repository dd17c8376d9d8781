import type { FunnelFigures, FunnelResult, FunnelStage, StageComparison } from '../core/evaluate/funnel-result.js';
import { funnelEnglish } from '../locale/en/funnel.js';
import type { FunnelKey } from '../locale/messages.js';
import { cautionOf } from './card-view.js';
import { besideText, windowText } from './dates.js';
import { reasonText } from './explain.js';
import { figureText, figureView, spoken } from './figure.js';
import { leakText } from './funnel-leak.js';
import { rateChange, stageName, stageView } from './funnel-stage.js';
import type { FunnelOptions, StageView } from './funnel-stage.js';
import { segmentCount, segmentText } from './segment-text.js';
import type { ChangeView, FigureView, WidgetView } from './view.js';
import type { Words } from './words.js';

export interface SegmentView {
  readonly key: string;
  readonly name: string;
  readonly stages: readonly StageView[];
}

/** What a funnel says about a result. */
export interface FunnelView extends WidgetView {
  /** The share of the first stage that reached the last one. */
  readonly figure: FigureView;
  /** What a stage counts, a sentence. */
  readonly counting: string;
  /** From where to where: "Sessions → Purchased". */
  readonly path: string;
  readonly stages: readonly StageView[];
  /** The largest ones, largest first. */
  readonly segments: readonly SegmentView[];
  /** Names of the rates and counts that every stage has. */
  readonly labels: {
    readonly previous: string;
    readonly first: string;
    readonly lost: string;
    readonly skipped: string;
    readonly all: string;
  };
  /** The worst leak, in words and money; every other piece is a stage's name or a figure, set off. */
  readonly leak: readonly string[];
  /** On which terms the rates stand, short enough for the face. */
  readonly asides: readonly string[];
}

/** How many segments an eye keeps apart; the table has them all. */
const shownSegments = 6;

/** @returns the words for a funnel */
export function funnelView(result: FunnelResult, plain: Words, options: FunnelOptions = {}): FunnelView {
  const words = plain.saying(funnelEnglish);
  const namesOf = (stage: FunnelStage) => stageName(stage.measure, result.unit, words, options.headings);
  const stagesOf = (figures: FunnelFigures, name = ''): StageView[] =>
    figures.stages.map((stage, index) => stageView(stage, index, figures, result, namesOf, name, words, options));
  const [first, last] = [result.stages[0], result.stages.at(-1)];
  const percent = { unit: 'percent', currency: undefined } as const;
  const larger = result.stages.flatMap((stage, index) => {
    const before = result.stages[index - 1];
    const grew = before && (stage.value ?? 0) > (before.value ?? Infinity);
    return grew ? [words.say('funnel.larger', { from: namesOf(before), to: namesOf(stage) })] : [];
  });
  const caution = words.join(cautionOf(result, words) ?? '', ...larger);
  const { segments } = result;
  const shown = segments.slice(0, shownSegments).map((segment) => {
    const name = segmentText(result.by, segment.key, words);
    return { key: segment.key, name, stages: stagesOf(segment, name) };
  });
  const counting = words.say(result.mode === 'closed' ? 'funnel.closed' : 'funnel.open');
  const time = result.secondsToConvert;
  const view = {
    heading: options.heading || words.say('funnel.purchase'),
    counting,
    figure: figureView(last?.ofFirst, percent, words),
    path: first && last ? `${namesOf(first)} → ${namesOf(last)}` : '',
    period: result.window ? windowText(result.window, words) : '',
    changes: last && first !== last ? last.comparisons.map((other) => overall(other, result, words)) : [],
    caution: caution || undefined,
    reason: result.reason && reasonText(result.reason, { unit: 'count', currency: result.currency }, words),
    stages: stagesOf(result),
    segments: shown,
    labels: {
      previous: words.say('funnel.of-previous'),
      first: words.say('funnel.of-first'),
      lost: words.say('funnel.lost'),
      skipped: words.say('funnel.skipped'),
      all: words.say('funnel.all'),
    },
    leak: leakText(result, namesOf, words),
    asides: [
      ...(time === undefined ? [] : [words.labelled(words.say('funnel.time'), durationText(time, words))]),
      ...(result.pending ? [words.say('funnel.pending', { count: result.pending })] : []),
      ...(result.mode === 'open' ? [counting] : []),
      ...(shown.length < segments.length
        ? [words.say('segments.shown', { shown: shown.length, count: segmentCount(result) })]
        : []),
    ],
  };
  return { ...view, sentence: sentenceOf(view, result, words) };
}

const durationText = (seconds: number, words: Words<FunnelKey>): string =>
  figureText(seconds, { unit: 'duration', currency: undefined }, words);

const datesOf = (
  other: FunnelResult['comparisons'][number] | undefined,
  { window }: FunnelResult,
  words: Words<FunnelKey>,
) => other && window && besideText(other.window, window, words);

/** The change of the whole funnel against one comparison. */
function overall(other: StageComparison, result: FunnelResult, words: Words<FunnelKey>): ChangeView {
  const change = rateChange(other.overall, words);
  const period = datesOf(
    result.comparisons.find(({ name }) => name === other.name),
    result,
    words,
  );
  return {
    name: other.name,
    glyph: change?.glyph ?? '',
    tone: change?.tone ?? 'neutral',
    text: change?.text ?? '—',
    against: period ? words.say('against', { period }) : words.say('against.previous'),
    base: figureText(other.ofFirst, { unit: 'percent', currency: undefined }, words),
    evidence: change ? '' : words.say('evidence.missing', { period: period ?? words.say('line.previous') }),
  };
}

/** A label inside a sentence. */
const inSentence = (label: string, { lang }: Words<FunnelKey>): string =>
  label.charAt(0).toLocaleLowerCase(lang) + label.slice(1);

function sentenceOf(view: Omit<FunnelView, 'sentence'>, result: FunnelResult, words: Words<FunnelKey>): string {
  const figure = words.labelled(view.heading, view.figure.full);
  const whole = [view.path, view.period].filter(Boolean).join(', ');
  const change = view.changes[0];
  const text = words.join(
    words.sentence(words.aside(figure, whole)),
    view.reason ?? '',
    view.caution ?? '',
    change && change.text !== '—' ? words.sentence(`${change.text} ${change.against}`) : '',
    ...view.stages.map(({ name, text, ofPrevious }) => {
      const rate = ofPrevious && words.labelled(inSentence(view.labels.previous, words), ofPrevious.text);
      return words.sentence(words.aside(words.labelled(name, text), rate));
    }),
    view.leak.join(''),
    ...(result.stages.length > 0 ? view.asides.map((text) => (/[.。]$/.test(text) ? text : words.sentence(text))) : []),
  );
  return spoken(text);
}
