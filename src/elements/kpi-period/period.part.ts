/** What is needed once a person opens a list of the picker. */
export { OwnRange } from './own-range.js';
export { renderComparisons, renderPeriods } from './lists.js';
export { periodListStyles as styles } from './period-lists.styles.js';
