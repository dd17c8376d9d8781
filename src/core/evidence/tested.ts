/** What a test says of a change. */
export interface Tested {
  /** How likely chance alone makes a change at least as large, two-sided. */
  readonly pValue: number;
  /** 95 % interval of the change. */
  readonly low: number;
  readonly high: number;
}

/** A rate and its own 95 % interval. */
export interface Estimate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The interval of the difference of two rates, out of the interval of each (Newcombe 1998, method 10). */
export function joined(current: Estimate, base: Estimate): Pick<Tested, 'low' | 'high'> {
  const difference = current.rate - base.rate;
  return {
    low: difference - Math.hypot(current.rate - current.low, base.high - base.rate),
    high: difference + Math.hypot(current.high - current.rate, base.rate - base.low),
  };
}

/**
 * How many standard errors a change is. Where nothing varies, any change is beyond all chance.
 * @param size of the figures that are compared, against which a rounding error counts as nothing
 */
export function standardised(change: number, error: number, size: number): number {
  const nothing = 1e-12 * size;
  if (error > nothing) return change / error;
  return Math.abs(change) > nothing ? Infinity : 0;
}
