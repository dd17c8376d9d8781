import type { Chance } from './chance.js';
import { story } from './story.js';

/** A product; money in whole øre, without tax. */
export interface Product {
  readonly sku: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
  /** The mean number of units beyond the first on a line. */
  readonly more: number;
}

interface Category {
  readonly name: string;
  readonly prefix: string;
  /** Its share of the lines, and the factor on it while people buy presents. */
  readonly share: number;
  readonly gifts: number;
  /** The lowest and the highest shelf price, whole kroner with tax. */
  readonly prices: readonly [number, number];
  /** Cost as a share of the price without tax. */
  readonly cost: number;
  readonly more: number;
}

const categories: readonly Category[] = [
  { name: 'Candles', prefix: 'CAN', share: 0.26, gifts: 1.5, prices: [59, 249], cost: 0.34, more: 0.6 },
  { name: 'Kitchen', prefix: 'KIT', share: 0.245, gifts: 1.1, prices: [89, 699], cost: 0.44, more: 0.35 },
  { name: 'Textiles', prefix: 'TEX', share: 0.2, gifts: 1, prices: [149, 1199], cost: 0.4, more: 0.15 },
  { name: 'Lighting', prefix: 'LIG', share: 0.14, gifts: 1.1, prices: [299, 2199], cost: 0.46, more: 0.05 },
  { name: 'Bath', prefix: 'BAT', share: 0.12, gifts: 0.9, prices: [99, 499], cost: 0.41, more: 0.2 },
  { name: 'Furniture', prefix: 'FUR', share: 0.035, gifts: 0.6, prices: [699, 2999], cost: 0.55, more: 0.04 },
];
const perCategory = 20;

/** The range: twenty products in each of six categories, the best seller first. */
export function productRange(chance: Chance): Product[] {
  return categories.flatMap(({ name, prefix, prices: [low, high], cost, more }) =>
    Array.from({ length: perCategory }, (_, rank) => {
      // Cheap things are many; a shelf price ends in 9.
      const shelf = Math.round((low * (high / low) ** (chance.next() ** 1.4)) / 10) * 10 - 1;
      const price = Math.round((shelf / 1.25) * 100);
      return {
        sku: `${prefix}-${String(rank + 1).padStart(2, '0')}`,
        category: name,
        price,
        cost: Math.round(price * cost * (0.9 + 0.2 * chance.next())),
        more,
      };
    }),
  );
}

/** How much each product is asked for: by its category, and by its rank inside it. */
export function popularity(range: readonly Product[], giftSeason = false): number[] {
  return range.map((_, index) => {
    const { share, gifts } = categories[Math.floor(index / perCategory)]!;
    return (share * (giftSeason ? gifts : 1)) / ((index % perCategory) + 3);
  });
}

/** The list price on a day, øre. */
export function priceOn(product: Product, date: string): number {
  return date < story.priceRise.from ? product.price : Math.round(product.price * story.priceRise.prices);
}
