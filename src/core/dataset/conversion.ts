import { entities } from '../catalog/entities.js';
import type { Catalog } from '../catalog/catalog.js';
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
 * @param catalog whose measures may stand in columns of daily numbers
 */
export function convert(
  table: Table,
  unnamed: string | undefined,
  reporting: string,
  rates: Rates,
  catalog: Catalog,
): Table {
  const isMoney = (field: string) => moneyPowers.has(field) || catalog.measures.get(field)?.unit === 'currency';
  const fields = table.fields.filter((field) => isMoney(field) && table.numbers(field));
  const currency = table.texts('currency');
  if (fields.length === 0 || table.has('unconverted')) return table;

  const values = [...(currency?.values ?? []), unnamed ?? reporting];
  const known = values.map(() => new Map<number, number>());
  const { days } = table.time;
  const worths = new Float64Array(table.length);
  const codes = new Int32Array(table.length).fill(-1);
  let lacks = false;
  let differs = false;
  for (let row = 0; row < table.length; row++) {
    const named = currency?.codes[row] ?? -1;
    const code = named < 0 ? values.length - 1 : named;
    const day = days[row]!;
    const worth = remember(known[code]!, day, () => rates.worth(values[code]!, reporting, day));
    worths[row] = worth || 1;
    differs ||= worth !== 1;
    if (worth) continue;
    codes[row] = code;
    lacks = true;
  }
  const columns: Record<string, Column> = { unconverted: { kind: 'text', codes, values: lacks ? values : [] } };
  // Where all is in the reporting currency, the amounts stay whole cents.
  if (differs)
    for (const field of fields) columns[field] = times(table.numbers(field)!, worths, moneyPowers.get(field) ?? 1);
  return table.with(columns);
}

function times({ values, scale: own, exact }: NumberColumn, worths: Float64Array, power: number): NumberColumn {
  const figures = values.map((value, row) => (value / own) * worths[row]! ** power);
  const whole = figures.map((figure) => Math.round(figure * scale));
  return exact && addsUpExactly(whole) ? numberColumn(whole, scale) : numberColumn(figures, 1, false);
}
