import { z95 } from './normal.js';

/**
 * How likely Student's t lies at least so far from 0, to either side: the regularised incomplete beta function of
 * ν ÷ (ν + t²) at ν/2 and 1/2. Far out it is as exact as near 0, relative to its size. Written out because a library's
 * weighs many times as much as all tests together (jstat 18 kB, @stdlib 52 kB compressed).
 * @param freedom degrees of freedom ν, whole or not
 */
export function studentTails(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return 0;
  const square = t * t;
  const inside = square / (freedom + square);
  const half = freedom / 2;
  // t × density × 2, from which both expansions start.
  const start = 2 * Math.abs(t) * density(t, freedom);
  if (square <= 3) {
    let sum = 0;
    for (let term = start, n = 0; sum + term !== sum; n++) {
      sum += term;
      term *= (inside * (half + 0.5 + n)) / (1.5 + n);
    }
    return 1 - sum;
  }
  // DLMF 8.17.22, from its inner end.
  const outside = freedom / (freedom + square);
  let fraction = 1;
  for (let m = Math.ceil(40 + 2 * Math.sqrt(freedom)); m >= 0; m--) {
    const next = m + 1;
    const even = (next * (0.5 - next) * outside) / ((half + 2 * next - 1) * (half + 2 * next));
    const odd = (-(half + m) * (half + 0.5 + m) * outside) / ((half + 2 * m) * (half + 2 * m + 1));
    fraction = 1 + odd / (1 + even / fraction);
  }
  return start / (freedom * fraction);
}

/** The last interval: over windows of the same length all figures have the same. */
let last = { freedom: Infinity, t: z95 };

/** How far the 95 % interval of Student's t reaches to each side. */
export function student95(freedom: number): number {
  if (freedom !== last.freedom) last = { freedom, t: solve95(freedom) };
  return last.t;
}

function solve95(freedom: number): number {
  let t = z95;
  // Newton's steps from below: the tails fall ever more slowly, so that no step goes too far.
  for (let step = 1; step > 1e-13 * t; t += step) step = (studentTails(t, freedom) - 0.05) / (2 * density(t, freedom));
  return t;
}

const density = (t: number, freedom: number): number =>
  (gammaRatio(freedom / 2) / Math.sqrt(freedom * Math.PI)) *
  Math.exp((-(freedom + 1) / 2) * Math.log1p((t * t) / freedom));

/** Γ(x + 1/2) ÷ Γ(x), for x above 0. */
function gammaRatio(x: number): number {
  if (x < 16) return (gammaRatio(x + 1) * x) / (x + 0.5);
  const y = 1 / (x * x);
  return Math.sqrt(x) * Math.exp((-1 / 8 + y * (1 / 192 + y * (-1 / 640 + (y * 17) / 14336))) / x);
}
