import type { TextColumn } from './column.js';
import type { Table } from './table.js';

const fields = ['sku', 'category', 'brand'] as const;

/** Of no more rows than this share may it be left open what they are about. */
const tolerated = 0.05;

/**
 * What rows about goods have through the order lines, where they do not say it themselves: that of the line of their
 * order and product, else that of the product, else that of an order in which all lines have the same. Left out where it
 * cannot be told of too many rows.
 */
export function productColumns(table: Table, lines: Table | undefined): Record<string, TextColumn | undefined> {
  const meant = fields.filter((field) => table.entity.dimensions.includes(field));
  return Object.fromEntries(meant.map((field) => [field, lines && columnThrough(table, lines, field)]));
}

function columnThrough(table: Table, lines: Table, field: (typeof fields)[number]): TextColumn | undefined {
  const known = lines.texts(field);
  if (!known) return undefined;
  const own = table.texts(field);
  const values = [...known.values];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const ownCodes = own?.values.map((value) => codeOf.get(value) ?? values.push(value) - 1);
  const codes = Int32Array.from({ length: table.length }, (_, row) => ownCodes?.[own!.codes[row]!] ?? -1);
  // A product is no property of itself.
  const ways = [...(field === 'sku' ? [] : [['orderId', 'sku'], ['sku']]), ['orderId']];
  for (const keys of ways) if (codes.includes(-1)) fill(codes, table, lines, keys, known.codes);
  const open = codes.reduce((count, code) => count + (code < 0 ? 1 : 0), 0);
  return open > table.length * tolerated ? undefined : { kind: 'text', codes, values };
}

/** Fills empty cells with what all the lines of the same keys agree on. */
function fill(codes: Int32Array, table: Table, lines: Table, keys: readonly string[], known: Int32Array): void {
  const columns = keys.flatMap((key) => table.texts(key) ?? []);
  const others = keys.flatMap((key) => lines.texts(key) ?? []);
  if (columns.length < keys.length || others.length < keys.length) return;
  // Keys as one number, in the codes of the table that is filled.
  const coded = others.map(({ codes: there, values }, nth) => {
    const codeOf = new Map(columns[nth]!.values.map((value, code) => [value, code]));
    const codeHere = values.map((value) => codeOf.get(value) ?? -1);
    return (line: number): number => codeHere[there[line]!] ?? -1;
  });
  const keyOf = (codeIn: (nth: number) => number): number =>
    columns.reduce((key, { values }, nth) => {
      const code = codeIn(nth);
      return key < 0 || code < 0 ? -1 : key * values.length + code;
    }, 0);
  // A line that does not say it leaves open what is in an order, not what a product is.
  const isOpen = !keys.includes('sku');
  const agreed = new Map<number, number>();
  for (let line = 0; line < lines.length; line++) {
    const key = keyOf((nth) => coded[nth]!(line));
    const code = known[line]!;
    if (key < 0 || (code < 0 && !isOpen)) continue;
    agreed.set(key, (agreed.get(key) ?? code) === code ? code : -1);
  }
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! < 0) codes[row] = agreed.get(keyOf((nth) => columns[nth]!.codes[row]!)) ?? -1;
}
