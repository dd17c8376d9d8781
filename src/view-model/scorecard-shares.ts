import type { Words } from './words.js';

/** Whether parts come to their total, but for what their decimals cannot hold. */
export function addUp(parts: readonly (number | undefined)[], total: number | undefined): boolean {
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  return total !== undefined && Math.abs(sum - total) <= 1e-6 * Math.max(1, Math.abs(total));
}

/**
 * Shares in tenths of a percent, by the largest remainder: as they are written they add up to 100 %.
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
  const tenths = exact.map(Math.floor);
  const missing = 1000 - tenths.reduce((sum, part) => sum + part, 0);
  const remainder = (nth: number): number => exact[nth]! - tenths[nth]!;
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(b) - remainder(a));
  for (const nth of byRemainder.slice(0, Math.max(0, missing))) tenths[nth]! += 1;
  const format = words.number({ style: 'percent', minimumFractionDigits: 1 });
  return known.map((part, nth) => ({ value: part / total, text: format.format(tenths[nth]! / 1000) }));
}
