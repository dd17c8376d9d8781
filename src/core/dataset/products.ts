import { codesIn } from './join.js';
import type { TextColumn } from './column.js';
import type { Table } from './table.js';

const fields = ['sku', 'category', 'brand'];

/** Of no more rows than this share may it be left open what they are about. */
const tolerated = 0.05;

/**
 * What rows about goods have through the order lines, where they do not say it themselves: that of the line of their
 * order and product, else that of the product, else that of an order in which all lines have the same. Left out where it
 * cannot be told of too many rows.
 */
export const productColumns = (table: Table, lines: Table): Record<string, TextColumn | undefined> =>
  Object.fromEntries(
    fields
      .filter((field) => table.entity.dimensions.includes(field))
      .map((field) => [field, columnThrough(table, lines, field)]),
  );

function columnThrough(table: Table, lines: Table, field: string): TextColumn | undefined {
  const known = lines.texts(field);
  const own = table.texts(field);
  if (!known) return undefined;
  const values = [...new Set([...known.values, ...(own?.values ?? [])])];
  const codes = own ? codesIn(own, values) : new Int32Array(table.length).fill(-1);
  // A product is no property of itself.
  const ways = field === 'sku' ? ['orderId'] : ['orderId sku', 'sku', 'orderId'];
  for (const way of ways) if (codes.includes(-1)) fill(codes, table, lines, way.split(' '), known.codes);
  const open = codes.filter((code) => code < 0).length;
  return open > table.length * tolerated ? undefined : { kind: 'text', codes, values };
}

/** Fills empty cells with what all the lines of the same keys agree on. */
function fill(codes: Int32Array, table: Table, lines: Table, keys: readonly string[], known: Int32Array): void {
  const here = keys.map((key) => table.texts(key));
  const there = keys.map((key, nth) => lines.texts(key) && here[nth] && codesIn(lines.texts(key)!, here[nth].values));
  if (there.includes(undefined)) return;
  /** Keys as one number. */
  const keyOf = (of: readonly (Int32Array | undefined)[], row: number): number =>
    of.reduce((key, column, nth) => {
      const code = column![row]!;
      return key < 0 || code < 0 ? -1 : key * here[nth]!.values.length + code;
    }, 0);
  const agreed = new Map<number, number>();
  for (let line = 0; line < lines.length; line++) {
    const key = keyOf(there, line);
    const code = known[line]!;
    // A line that does not say it leaves open what is in an order, not what a product is.
    if (key < 0 || (code < 0 && keys.includes('sku'))) continue;
    agreed.set(key, (agreed.get(key) ?? code) === code ? code : -1);
  }
  const columns = here.map((column) => column!.codes);
  codes.forEach((code, row) => {
    if (code < 0) codes[row] = agreed.get(keyOf(columns, row)) ?? -1;
  });
}
