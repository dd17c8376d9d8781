import { describe, expect, test } from 'vitest';
import type { KpiErrorCode } from '../../src/core/error.js';
import { KpiError } from '../../src/core/error.js';
import { Retries } from '../../src/source/retries.js';

const failure = (code: KpiErrorCode, details = {}) => new KpiError(code, '', details);
const of = (status: number, retryAfter?: number) =>
  failure(status === 429 ? 'busy' : status < 404 ? 'denied' : 'bad-answer', { status, retryAfter: String(retryAfter) });

/** The pauses after a failure that comes again and again, until there is no hope; thirty at most. */
function pauses(cause: unknown, circumstances = {}): number[] {
  const retries = new Retries({ canRenew: false, random: () => 0.5, ...circumstances });
  const found: number[] = [];
  for (let pause = retries.pauseAfter(cause); pause !== undefined; pause = retries.pauseAfter(cause)) {
    found.push(pause);
    if (found.length === 30) break;
  }
  return found;
}

describe('after a failure', () => {
  test.each<[string, unknown]>([
    ['a network error', failure('unreachable')],
    ['a hook that throws', failure('hook-failed')],
    ['500', of(500)],
    ['503', of(503)],
    ['429 without a word when', of(429)],
  ])('%s: three more attempts, ever further apart', (_, cause) => {
    expect(pauses(cause)).toEqual([750, 1500, 3000]);
    expect(pauses(cause, { random: () => 0 })).toEqual([500, 1000, 2000]);
    expect(pauses(cause, { random: () => 1 })).toEqual([1000, 2000, 4000]);
  });

  test.each<[string, unknown]>([
    ['400', of(400)],
    ['401 without a hook', of(401)],
    ['403', of(403)],
    ['404', of(404)],
    ['a timeout', failure('timeout')],
    ['data that cannot be read', failure('malformed-data')],
    ['an error inside a 200', failure('bad-answer', { reason: 'No such field' })],
    ['what is no error of ours', new Error('gone')],
  ])('%s: none', (_, cause) => {
    expect(pauses(cause)).toEqual([]);
  });

  test('401 with a hook: one, at once', () => {
    expect(pauses(of(401), { canRenew: true })).toEqual([0]);
  });

  test('offline: none, the network being back asks anew', () => {
    expect(pauses(failure('unreachable'), { isOffline: () => true })).toEqual([]);
  });
});

describe('told to wait', () => {
  test.each([429, 503])('by %d: as long as it says, two minutes in all', (status) => {
    expect(pauses(of(status, 50))).toEqual([50_000, 50_000]);
    expect(pauses(of(status, 120))).toEqual([120_000]);
    expect(pauses(of(status, 121))).toEqual([]);
  });

  test('"now", for ever: it comes to an end', () => {
    expect(pauses(of(429, 0))).toEqual(Array.from({ length: 24 }, () => 1000));
  });

  test('another status is not: 500 backs off by itself', () => {
    expect(pauses(of(500, 60))).toEqual([750, 1500, 3000]);
  });
});

describe('a success', () => {
  test('forgives failures and lets a token be renewed again', () => {
    const retries = new Retries({ canRenew: true, random: () => 0 });
    for (const status of [500, 500, 500, 401]) retries.pauseAfter(of(status));
    expect([of(500), of(401)].map((cause) => retries.pauseAfter(cause))).toEqual([undefined, undefined]);
    retries.succeeded();
    expect([of(500), of(401)].map((cause) => retries.pauseAfter(cause))).toEqual([500, 0]);
  });

  test('does not give back what was waited', () => {
    const retries = new Retries({ canRenew: false });
    expect(retries.pauseAfter(of(429, 100))).toBe(100_000);
    retries.succeeded();
    expect(retries.pauseAfter(of(429, 30))).toBeUndefined();
  });
});
