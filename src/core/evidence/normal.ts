/** How many standard errors the 95 % interval of a normal variable reaches to each side. */
export const z95 = 1.959963984540054;

const rootOfTwoOverPi = Math.sqrt(2 / Math.PI);

/**
 * How likely a normal variable lies at least so many standard deviations away from its mean, to either side.
 * Far out it is as exact as near the mean, relative to its size.
 */
export function normalTails(z: number): number {
  const x = Math.abs(z);
  const density = rootOfTwoOverPi * Math.exp((-x * x) / 2);
  if (x > 3) {
    // Laplace's continued fraction: x + 1/(x + 2/(x + 3/(x + …))).
    let fraction = x;
    for (let k = 40; k > 0; k--) fraction = x + k / fraction;
    return density / fraction;
  }
  let sum = 0;
  for (let term = x, k = 3; sum + term !== sum; term *= (x * x) / k, k += 2) sum += term;
  return 1 - density * sum;
}
