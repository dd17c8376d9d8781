import type { KpiError } from '../core/error.js';
import type { Values, Words } from './words.js';

/** Why a part of the script, or a provider, did not come: its words are at hand. */
export const missingText = ({ code, details }: KpiError, words: Words): string =>
  words.tell(words.messages.ui[`problem.${code as 'missing-part'}`] ?? '', details as Values);
