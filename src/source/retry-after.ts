/**
 * How long a `Retry-After` header asks to wait, ms: it holds seconds, or a date.
 *
 * @returns undefined where it says neither
 */
export function retryAfter(header: unknown, now: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const pause = /GMT$/.test(header) ? Date.parse(header) - now : NaN;
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
