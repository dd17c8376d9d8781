import type { KpiError } from '../core/error.js';
import type { Values, Words } from './words.js';

/** Why a part of the script, or a provider, did not come; in words that have the message of its code. */
export const missingText = ({ code, details }: KpiError, words: Words): string =>
  words.say(`problem.${code as 'missing-part'}`, details as Values);
