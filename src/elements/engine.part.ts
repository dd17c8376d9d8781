import { loadDataset as load } from '../formats/load-dataset.js';

/** Everything between data and a result. It is fetched when there are data: a card of given figures never needs it. */
export { answerEach } from '../core/evaluate/answer-each.js';
export { askedDays } from '../core/evaluate/asked-days.js';
export { dimensionOf } from '../core/evaluate/dimension-of.js';
export { evaluateKpi } from '../core/evaluate/evaluate-kpi.js';
export { reached } from '../core/evaluate/reached.js';
export { readJsonAnswer, readTextAnswer } from '../formats/json-text.js';
export { expectData } from '../formats/readers.js';
export { dataEnglish } from '../locale/en/data.js';
export { emptiness } from '../view-model/emptiness.js';
export { warnOfMisspelt } from './misspelt.js';
export { openCube } from './open-cube.js';
export { warnOfRefusedRows } from './refused-rows.js';

/** The same as for programs, with the page's clock. */
export const loadDataset: typeof load = (input, options) => load(input, { ...options, now: new Date().toISOString() });
