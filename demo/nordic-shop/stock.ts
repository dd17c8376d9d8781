import { rollup, sum } from 'd3';
import { daysAfter } from './calendar.js';
import type { ShopDay } from './calendar.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { kroner } from './money.js';
import type { OrderLine } from './orders.js';
import { popularity } from './products.js';
import type { Product } from './products.js';

const unitsAWeek = 1_500;
const weeksOrdered = 8;
const weeksAhead = 5.5;
/** In October and November the shelves are filled for Christmas. */
const beforeChristmas = 2;
/** How much of a week's sales the buyers take into next week's reckoning. */
const attention = 0.2;

interface Shelf {
  onHand: number;
  /** Units a week, as the buyers reckon. */
  pace: number;
  incoming: { units: number; on: string }[];
}

/** The warehouse: goods go out with every order and come in some weeks after they were asked for. */
export class Warehouse {
  readonly #shelves: ReadonlyMap<Product, Shelf>;
  #sold: OrderLine[] = [];

  constructor(range: readonly Product[], scale: number, chance: Chance) {
    const weights = popularity(range);
    const total = sum(weights);
    this.#shelves = new Map(
      range.map((product, index) => {
        const pace = unitsAWeek * scale * (weights[index]! / total);
        return [product, { onHand: Math.ceil(pace * (4 + 6 * chance.next())), pace, incoming: [] }];
      }),
    );
  }

  /**
   * A day's goods in and out. A product may be sold before it is there: its stock is negative then.
   * @returns on Saturdays the stock of every product at the end of the day
   */
  pass({ date, weekday }: ShopDay, lines: readonly OrderLine[], chance: Chance): Row[] {
    this.#sold.push(...lines);
    for (const shelf of this.#shelves.values()) {
      shelf.onHand += sum(shelf.incoming, ({ units, on }) => (on === date ? units : 0));
      shelf.incoming = shelf.incoming.filter(({ on }) => on > date);
    }
    for (const { product, quantity } of lines) this.#shelves.get(product)!.onHand -= quantity;
    if (weekday !== 6) return [];
    const sold = rollup(
      this.#sold,
      (some) => sum(some, ({ quantity }) => quantity),
      ({ product }) => product,
    );
    this.#sold = [];
    return [...this.#shelves].map(([product, shelf]) => {
      shelf.pace += attention * ((sold.get(product) ?? 0) - shelf.pace);
      this.#buy(shelf, date, chance);
      const { sku, category, cost } = product;
      return { date, sku, category, onHandUnits: shelf.onHand, unitCost: kroner(cost) };
    });
  }

  /** Buyers order when the shelf and what is under way last for less than the weeks ahead. */
  #buy({ onHand, pace, incoming }: Shelf, date: string, chance: Chance): void {
    const season = ['10', '11'].includes(date.slice(5, 7)) ? beforeChristmas : 1;
    if (onHand + sum(incoming, ({ units }) => units) > pace * weeksAhead * season) return;
    const on = daysAfter(date, Math.round(7 * chance.around(3.5, 0.3)));
    incoming.push({ units: Math.ceil(pace * weeksOrdered), on });
  }
}
