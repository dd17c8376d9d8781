/** Everything between data and a result. It is fetched when there are data: a card of given figures never needs it. */
export { answerEach } from '../core/evaluate/answer-each.js';
export { askedDays } from '../core/evaluate/asked-days.js';
export { dimensionOf } from '../core/evaluate/dimension-of.js';
export { evaluateKpi } from '../core/evaluate/evaluate-kpi.js';
export { reached } from '../core/evaluate/reached.js';
export { readJsonAnswer, readTextAnswer } from '../formats/json-text.js';
export { loadDataset } from '../formats/load-dataset.js';
export { expectData } from '../formats/readers.js';
export { dataEnglish } from '../locale/en/data.js';
export { warnOfMisspelt } from './misspelt.js';
export { openCube } from './open-cube.js';
export { warnOfRefusedRows } from './refused-rows.js';
