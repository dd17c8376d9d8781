/** Øre as kroner. Sums are kept in whole øre, so that no cell carries somebody's binary fractions. */
export const kroner = (ore: number): number => ore / 100;
