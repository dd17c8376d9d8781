import { normalTails } from './normal.js';

/**
 * How likely chance alone takes counts at least so far from planned shares (Pearson's χ² test).
 * @param weights what each count is planned as a share of; of one count nothing can be told
 */
export function shareTails(counts: readonly number[], weights: readonly number[]): number {
  const [all, whole] = [counts, weights].map((each) => each.reduce((sum, one) => sum + one, 0)) as [number, number];
  const chiSquare = counts.reduce((sum, count, index) => {
    const expected = (all * weights[index]!) / whole;
    return count === expected ? sum : sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquareTail(chiSquare, counts.length - 1);
}

/** How likely a χ² variable is at least so large. @param degrees of freedom, a whole number; of none it is 0 for sure */
export function chiSquareTail(chiSquare: number, degrees: number): number {
  if (degrees < 1 || chiSquare <= 0) return 1;
  if (chiSquare === Infinity) return 0;
  const half = chiSquare / 2;
  // Two degrees more are one term more.
  const isOdd = degrees % 2 === 1;
  let tail = isOdd ? normalTails(Math.sqrt(chiSquare)) : Math.exp(-half);
  let term = Math.exp(-half) * (isOdd ? 2 * Math.sqrt(half / Math.PI) : half);
  for (let known = isOdd ? 1 : 2; known < degrees; known += 2, term *= half / (known / 2)) tail += term;
  return tail;
}
