/** What went wrong, for programs. */
export type KpiErrorCode =
  | 'unknown-kpi'
  | 'unknown-table'
  | 'unknown-format'
  | 'bad-option'
  | 'bad-period'
  | 'bad-date'
  | 'bad-time-zone'
  | 'bad-formula'
  | 'as-of-required'
  | 'malformed-data'
  | 'unrecognised-data'
  | 'incomplete-data'
  | 'too-large'
  | 'missing-field'
  | 'secret-in-address'
  | 'bad-address'
  | 'hook-failed'
  | 'unreachable'
  | 'bad-answer'
  | 'denied'
  | 'busy'
  | 'timeout'
  | 'missing-part'
  | 'unknown-provider'
  | 'undefined-provider';

/**
 * The one error of this library. `message` is for developers, in English: it names the field, the value and what was
 * expected. `details` holds the same facts for programs, from which the widgets word their own message.
 */
export class KpiError extends Error {
  readonly code: KpiErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: KpiErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'KpiError';
    this.code = code;
    this.details = details;
  }
}

/**
 * The error for an option's value that is not what was expected.
 * @param examples what widgets show in place of `expected` where that is a sentence: `details.expected` needs no words
 */
export const unexpected = (
  code: KpiErrorCode,
  problem: string,
  option: string,
  value: unknown,
  expected: string | readonly string[],
  examples = expected,
): KpiError =>
  new KpiError(code, `${problem}. Expected ${[expected].flat().join(', ')}.`, { option, value, expected: examples });

/** Whatever was thrown by a page's own hook becomes the one kind of error that a widget words. */
export function asKpiError(cause: unknown): KpiError {
  if (cause instanceof KpiError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new KpiError('bad-answer', message, { cause });
}
