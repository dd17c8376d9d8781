import type { Chance } from './chance.js';

/** Who has bought before. The more often and the later somebody did, the likelier they come again. */
export class Customers {
  /** A customer for each purchase so far, by country. */
  readonly #purchases = new Map<string, string[]>();
  #number = 0;

  /**
   * @param known customers of each country from before the data begins
   * @param scale the size of the shop: 0.1 knows a tenth of them
   */
  constructor(known: Readonly<Record<string, number>>, scale: number) {
    for (const [country, count] of Object.entries(known)) {
      this.#purchases.set(
        country,
        Array.from({ length: Math.ceil(count * scale) }, () => this.#next()),
      );
    }
  }

  /** Somebody who buys in a country: one who has bought before, where there is one, or a new customer. */
  buy(country: string, isReturning: boolean, chance: Chance): string {
    const earlier = this.#purchases.get(country) ?? [];
    const again = isReturning ? earlier[Math.floor(earlier.length * chance.next() ** 0.6)] : undefined;
    const customer = again ?? this.#next();
    earlier.push(customer);
    this.#purchases.set(country, earlier);
    return customer;
  }

  #next(): string {
    return `c${++this.#number}`;
  }
}
