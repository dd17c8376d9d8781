import type { ShopDay } from './calendar.js';
import { daysAfter } from './calendar.js';
import type { Columns, Row } from './columns.js';
import { columnsOf } from './columns.js';

/** What a company of forty people books of itself, month by month. Its numbers are set, not drawn. */
export interface CompanyBooks {
  readonly emissions: Columns;
  readonly resourceUse: Columns;
  readonly communityActions: Columns;
  readonly workforce: Columns;
}

const monthly = {
  /** kg CO₂e: heating, power, and what carriers burn. */
  emissions: [
    { scope: '1', category: 'heating', kgCo2e: 1_150 },
    { scope: '2', category: 'electricity', kgCo2e: 870 },
    { scope: '3', category: 'transport', kgCo2e: 6_400 },
  ],
  /** kWh, and kg. */
  resources: [
    { kind: 'energy', quantity: 9_600 },
    { kind: 'waste', treatment: 'recycled', quantity: 640 },
    { kind: 'waste', treatment: 'incinerated', quantity: 310 },
    { kind: 'material', sustainable: true, quantity: 1_450 },
    { kind: 'material', sustainable: false, quantity: 830 },
  ],
};
/** From January on: heating in winter, parcels before Christmas. */
const season = [1.25, 1.18, 1.05, 0.92, 0.82, 0.74, 0.68, 0.74, 0.86, 1, 1.22, 1.34];
/** What is saved within two years, evenly. */
const saved = 0.14;

/** Books of whole months. @param first the first day that is asked for */
export function companyBooks(all: readonly ShopDay[], first: string): CompanyBooks {
  const starts = all.map(({ date }) => date).filter((date) => date.endsWith('-01'));
  const months = starts.map((start, index) => {
    const next = starts[index + 1];
    const level = season[Number(start.slice(5, 7)) - 1]! * (1 - (saved * index) / (starts.length - 1));
    return { start, end: next ? daysAfter(next, -1) : all.at(-1)!.date, level, index };
  });
  const asked = months.filter(({ start }) => start >= first);
  const booked = (rows: readonly Row[], amount: 'kgCo2e' | 'quantity'): Columns =>
    columnsOf(
      asked.flatMap(({ start, end, level }) =>
        rows.map((row) => ({
          ...{ periodStart: start, periodEnd: end, ...row },
          [amount]: Math.round(Number(row[amount]) * level),
        })),
      ),
    );
  return {
    emissions: booked(monthly.emissions, 'kgCo2e'),
    resourceUse: booked(monthly.resources, 'quantity'),
    communityActions: columnsOf(asked.flatMap(actionsOf)),
    workforce: columnsOf(months.filter(({ index }) => index % 6 === 0).flatMap(headcounts)),
  };
}

/** A gift of money each quarter, and two to six people who help on a day of each month. */
function actionsOf({ start, index }: { readonly start: string; readonly index: number }): Row[] {
  const helpers = 2 + ((index * 5) % 5);
  const day = daysAfter(start, 9);
  return [
    ...(index % 3 === 0 ? [{ date: day, programme: 'harbour-school', amount: 12_500 }] : []),
    ...Array.from({ length: helpers }, (_, nth) => ({
      ...{ date: day, programme: 'beach-clean' },
      employeeId: `e${1 + ((index * 7 + nth * 3) % 38)}`,
    })),
  ];
}

/** Everybody, and by gender: all, and those who lead. */
function headcounts({ start, index }: { readonly start: string; readonly index: number }): Row[] {
  const grown = index / 6;
  const women = 18 + 2 * grown;
  const men = 19;
  const count = (attribute: string, attributeGroup: string, level: string, headcount: number): Row => ({
    ...{ date: start, attribute, attributeGroup, level, headcount },
  });
  return [
    count('all', 'all', 'all', women + men),
    count('gender', 'women', 'all', women),
    count('gender', 'men', 'all', men),
    count('gender', 'women', 'management', 5 + grown),
    count('gender', 'men', 'management', 8),
  ];
}
