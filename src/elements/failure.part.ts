/** What is needed once a widget has no figures to show: the words for it, and what can be done. */
export { problem } from '../view-model/problem.js';
export { failedFigures } from './failed-figures.js';
export { failureStyles as styles } from './failure.styles.js';
export { nothingGiven } from './nothing-given.js';
export { remedy } from './remedy.js';
export { tryAgain } from './try-again.js';
