import { bisectRight, cumsum, randomBinomial, randomExponential, randomLcg, randomLogNormal, randomPoisson } from 'd3';

/** Chance that is the same at every run: a stream of draws from one seed, a whole number. */
export class Chance {
  /** A number in [0, 1). */
  readonly next: () => number;
  readonly #poisson: typeof randomPoisson;
  readonly #binomial: typeof randomBinomial;
  readonly #exponential: typeof randomExponential;
  readonly #logNormal: typeof randomLogNormal;

  constructor(seed: number) {
    this.next = randomLcg(seed);
    this.#poisson = randomPoisson.source(this.next);
    this.#binomial = randomBinomial.source(this.next);
    this.#exponential = randomExponential.source(this.next);
    this.#logNormal = randomLogNormal.source(this.next);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A count whose mean is known. */
  count(mean: number): number {
    return this.#poisson(mean)();
  }

  /** How many of so many, each with the same probability. */
  among(trials: number, probability: number): number {
    return trials > 0 ? this.#binomial(trials, Math.min(1, probability))() : 0;
  }

  /** A wait with the mean given, in its unit. */
  wait(mean: number): number {
    return this.#exponential(1 / mean)();
  }

  /** A positive quantity around its median; `spread` is the standard deviation of its logarithm. */
  around(median: number, spread: number): number {
    return median * this.#logNormal(0, spread)();
  }
}

/**
 * Chance for a matter of a day, which no other matter and no other day has a part in: a shop that begins later, or
 * leaves a table out, has the same days.
 */
export function chanceFor(seed: number, day: number, matter: number): Chance {
  return new Chance(scramble(scramble(scramble(seed) + day) + matter));
}

/** Spreads neighbouring numbers over all others (the finish of MurmurHash3): generators seeded side by side run alike. */
function scramble(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 1;
}

/** Choices by weight: given a number in [0, 1), one of the values. */
export function weighted<Value>(values: readonly Value[], weights: readonly number[]): (share: number) => Value {
  const sums = cumsum(weights);
  const total = sums.at(-1)!;
  return (share) => values[bisectRight(sums, share * total)]!;
}
