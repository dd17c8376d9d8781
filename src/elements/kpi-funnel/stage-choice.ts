import { readList } from '../choice-list.js';

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

const written = {
  option: 'stages',
  key: 'measure',
  expected: 'ids such as "sessions sessionsWithPurchase", or a list of { measure, heading }',
};

/** @throws KpiError `bad-option` for what is neither ids nor a list of stages */
export function readStages(stages: StageChoices | undefined): ChosenStages {
  const chosen = readList<StageChoice>(stages, written);
  return {
    ids: chosen.map(({ measure }) => measure).join(' '),
    headings: Object.fromEntries(chosen.flatMap(({ measure, heading }) => (heading ? [[measure, heading]] : []))),
  };
}
