import type { Words } from './words.js';

/** Whether parts come to their total, but for what their decimals cannot hold. */
export function addUp(parts: readonly (number | undefined)[], total: number | undefined): boolean {
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  return total !== undefined && Math.abs(sum - total) <= 1e-6 * Math.max(1, Math.abs(total));
}

/**
 * Shares in tenths of a percent, by the largest remainder: as they are written they add up to 100 %. Equal parts are
 * written alike: where that cannot be, each share is rounded on its own.
 * @returns undefined where the parts are none of a whole: one is unknown or negative, or they do not add up
 */
export function sharesOf(
  parts: readonly (number | undefined)[],
  total: number | undefined,
  words: Words,
): readonly { readonly value: number; readonly text: string }[] | undefined {
  const known = parts.filter((part) => part !== undefined && part >= 0) as number[];
  if (!total || known.length < parts.length || !addUp(known, total)) return undefined;
  const exact = known.map((part) => (part / total) * 1000);
  const missing = 1000 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const byRemainder = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || exact[b]! - exact[a]!);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)));
  const [last, next] = byRemainder.slice(raised.size - 1).map((nth) => exact[nth]);
  const rounded = (share: number, nth: number): number =>
    raised.size > 0 && last === next ? Math.round(share) : Math.floor(share) + (raised.has(nth) ? 1 : 0);
  const tenths = exact.map(rounded);
  const format = words.number({ style: 'percent', minimumFractionDigits: 1 });
  return known.map((part, nth) => ({ value: part / total, text: format.format(tenths[nth]! / 1000) }));
}
