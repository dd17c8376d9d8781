import type { KpiResult } from '../core/evaluate/result.js';

/** Sums and counts, whose size is their distance from zero; a formula that divides makes a rate. */
export const isAmount = ({ unit, formula }: KpiResult): boolean =>
  !formula.includes('/') && unit !== 'percent' && unit !== 'ratio' && unit !== 'score' && unit !== 'rating';
