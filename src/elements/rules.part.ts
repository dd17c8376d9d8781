/** What is needed once rules may speak of figures: which of them fire, their words, and what is shown of them. */
export { Rules } from './rules.js';
