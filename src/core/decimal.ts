const finest = 6;

/**
 * Adds two figures as decimals: 5.2 + (−5) is 0.2, where binary fractions give 0.20000000000000018. Figures with more
 * than six decimals are added as they are.
 */
export function addDecimals(left: number, right: number): number {
  const sum = left + right;
  const scale = Math.max(scaleOf(left), scaleOf(right));
  return Number.isFinite(scale) ? Math.round(sum * scale) / scale : sum;
}

/** The power of ten that makes a whole number of a short decimal; Infinity for others. */
function scaleOf(figure: number): number {
  for (let scale = 1; scale <= 10 ** finest; scale *= 10)
    if (Math.round(figure * scale) / scale === figure) return scale;
  return Infinity;
}
