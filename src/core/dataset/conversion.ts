import { entities } from '../catalog/entities.js';
import { measures } from '../catalog/measures.js';
import { remember } from '../remember.js';
import { addsUpExactly } from './arithmetic.js';
import type { Column, NumberColumn } from './column.js';
import { numberColumn } from './column.js';
import type { Rates } from './exchange-rates.js';
import type { Table } from './table.js';

/** Columns of money, and how often their figures hold it: once, or as a square. */
const moneyPowers: ReadonlyMap<string, number> = new Map([
  ...Object.values(entities).flatMap(({ fields }) =>
    Object.keys(fields).flatMap((field) => (fields[field]!.type === 'money' ? [[field, 1] as const] : [])),
  ),
  ...[...measures.values()].flatMap(({ id, unit }) => (unit === 'currency' ? [[id, 1] as const] : [])),
  ['orderRevenueSquares', 2],
]);

/** Converted amounts are kept to a millionth, so that they too add up to the same in any order. */
const scale = 1e6;

/**
 * A table's amounts in the reporting currency, each at the rate of its own day. Amounts that no rate fits stay as they
 * are, and the column `unconverted` names their currency. A table that has been converted is left alone.
 * @param unnamed the currency of rows that name none
 */
export function convert(table: Table, unnamed: string | undefined, reporting: string, rates: Rates): Table {
  const fields = table.fields.filter((field) => moneyPowers.has(field) && table.numbers(field));
  const currency = table.texts('currency');
  if (fields.length === 0 || table.has('unconverted')) return table;

  const values = [...(currency?.values ?? []), unnamed ?? reporting];
  const codes = Int32Array.from({ length: table.length }, (_, row) => {
    const named = currency?.codes[row] ?? -1;
    return named < 0 ? values.length - 1 : named;
  });
  const known = values.map(() => new Map<number, number>());
  const { days } = table.time;
  const worths = Float64Array.from(codes, (code, row) => {
    const day = days[row]!;
    return remember(known[code]!, day, () => rates.worth(values[code]!, reporting, day));
  });
  const lack = worths.some(Number.isNaN);
  const unconverted: Column = {
    kind: 'text',
    codes: codes.map((code, row) => (Number.isNaN(worths[row]) ? code : -1)),
    values: lack ? values : [],
  };
  const columns: Record<string, Column> = { unconverted };
  // Where all is in the reporting currency, the amounts stay whole cents.
  if (worths.some((worth) => worth !== 1 && !Number.isNaN(worth)))
    for (const field of fields) columns[field] = times(table.numbers(field)!, worths, moneyPowers.get(field)!);
  return table.with(columns);
}

function times(column: NumberColumn, worths: Float64Array, power: number): NumberColumn {
  const figures = column.values.map((value, row) => (value / column.scale) * (worths[row]! || 1) ** power);
  const whole = figures.map((figure) => Math.round(figure * scale));
  return column.exact && addsUpExactly(whole) ? numberColumn(whole, scale) : numberColumn(figures, 1, false);
}
