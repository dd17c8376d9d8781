import { KpiError } from '../../core/error.js';

/** A stage, with a name of its own. */
export interface StageChoice {
  /** Id of the measure that the stage counts. */
  readonly measure: string;
  /** Replaces the stage's name. */
  readonly heading?: string | undefined;
}

/** What `stages` may hold: ids separated by spaces, or a list. */
export type StageChoices = string | readonly (string | StageChoice)[];

/** Ids separated by spaces, as the core takes them, and the names that the page gives to some. */
export interface ChosenStages {
  readonly ids: string;
  readonly headings: Readonly<Record<string, string>>;
}

/** @throws KpiError `bad-option` for what is neither ids nor a list of stages */
export function readStages(stages: StageChoices): ChosenStages {
  const list: unknown = typeof stages === 'string' ? stages.split(/\s+/).filter(Boolean) : stages;
  if (!Array.isArray(list)) throw badStages(stages);
  const chosen = list.map((stage: unknown): StageChoice => {
    if (typeof stage === 'string') return { measure: stage };
    if (isChoice(stage)) return stage;
    throw badStages(stage);
  });
  return {
    ids: chosen.map(({ measure }) => measure).join(' '),
    headings: Object.fromEntries(chosen.flatMap(({ measure, heading }) => (heading ? [[measure, heading]] : []))),
  };
}

const isChoice = (stage: unknown): stage is StageChoice =>
  typeof stage === 'object' && stage !== null && 'measure' in stage && typeof stage.measure === 'string';

const expected = 'ids such as "sessions sessionsWithPurchase", or a list of { measure, heading }';
const badStages = (value: unknown): KpiError =>
  new KpiError('bad-option', `stages: ${JSON.stringify(value)} is not possible. Expected ${expected}.`, {
    option: 'stages',
    value,
    expected,
  });
