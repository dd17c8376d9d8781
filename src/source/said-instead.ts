import { KpiError } from '../core/error.js';
import { plainAddress } from './plain-address.js';

/**
 * What a server says in place of data, in an answer that calls itself a success: that it is still at work (Cube), or
 * that it could not answer (GraphQL and many others).
 *
 * @param value what the answer holds
 * @param from where it came from
 * @returns undefined where it holds data
 */
export function saidInstead(value: unknown, from: URL): KpiError | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { error, errors } = value as Readonly<Record<string, unknown>>;
  const address = plainAddress(from);
  if (typeof error === 'string' && /^continue wait$/i.test(error)) {
    return new KpiError('busy', `${address} is still computing the answer.`, { address, retryAfter: '1' });
  }
  const reason = reasonOf(Array.isArray(errors) ? errors[0] : undefined) ?? reasonOf(error);
  if (reason === undefined) return undefined;
  return new KpiError('bad-answer', `${address} answered with an error: ${reason}`, {
    ...{ address, reason, instead: 'error' },
  });
}

function reasonOf(error: unknown): string | undefined {
  const told: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  if (typeof told === 'string' && told !== '') return told.slice(0, 200);
  return typeof error === 'object' && error !== null ? 'it does not say which' : undefined;
}
