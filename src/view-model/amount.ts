import type { KpiResult } from '../core/evaluate/result.js';

/** Sums and counts, whose size is their distance from zero. */
export const isAmount = ({ flow, unit }: KpiResult): boolean => flow && unit !== 'percent' && unit !== 'ratio';
