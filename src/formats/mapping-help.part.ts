/** What only help with a mapping needs: columns that nothing reads, or fields that are missing. */
export { likelyNotes, withLikelyMap } from '../core/dataset/mapping-help.js';
export { unrecognised } from './unrecognised.js';
