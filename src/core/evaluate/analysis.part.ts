/** What few shops have: experiments, and targets that are figures themselves. */
export { plannedSplits, strayPlans } from '../dataset/planned-splits.js';
export { experimentIn } from './experiment.js';
export { targetMeasures } from './target-measures.js';
