import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeRows } from '../../src/formats/alike-rows.js';
import { objectsOf } from '../../src/formats/records-slices.js';

const rowsIn = (text: string, separator: ',' | '\n' = ','): readonly unknown[] | undefined => {
  const rows = alikeRows(text, separator);
  return rows && objectsOf(rows);
};
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Values as they may be written, some of which are none in JSON. */
const simple = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
  fc.integer().map(String),
  fc.nat({ max: 1e9 }).map((cents) => (cents / 100).toFixed(2)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  fc.constantFrom('null', 'true', 'false', '0', '-0', '0.10', '-0.5', '999999999999999', '0.000000000000001', '""'),
);
const rare = fc.oneof(
  fc.constantFrom('9999999999999999', '1e3', '1E-2', '0.1234567890123456', '{}', '[1,2]', '{"a":1}', '"\\u00e6"'),
  fc.constantFrom('01', '-', '.5', '5.', '1.2.3', '-01', 'nul', 'truefalse', '"a\tb"', '"a\nb"', '"', 'NaN', '+1', ''),
);
const names = fc.uniqueArray(fc.oneof(fc.constantFrom('orderId', 'a b', '1', '__proto__'), fc.string()), {
  minLength: 1,
  maxLength: 4,
});
const blank = fc.constantFrom('', ' ');
/** Rows with the same names in the same order, written by one program. */
const tableOf = (values: fc.Arbitrary<string>) =>
  fc
    .tuple(names, fc.nat({ max: 8 }), blank, blank)
    .chain(([fields, more, afterColon, afterComma]) =>
      fc
        .array(fc.tuple(...fields.map(() => values)), { minLength: 1 + more, maxLength: 1 + more })
        .map((rows) =>
          rows.map(
            (cells) =>
              `{${cells.map((cell, nth) => `${JSON.stringify(fields[nth])}:${afterColon}${cell}`).join(`,${afterComma}`)}}`,
          ),
        ),
    );

describe('rows that are alike', () => {
  test('are read by column, as programs write them', () => {
    const text =
      '{"orderId": "o1", "grossSales": 12.50, "isTest": false}, {"orderId": "o2", "grossSales": -3, "isTest": null}';
    expect(rowsIn(text)).toEqual([
      { orderId: 'o1', grossSales: 12.5, isTest: false },
      { orderId: 'o2', grossSales: -3, isTest: null },
    ]);
    expect(rowsIn('{"a":1}\n{"a":2}', '\n')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(rowsIn(' {"a":1} ')).toEqual([{ a: 1 }]);
  });

  test.each([
    ['another name', '{"a":1},{"b":2}'],
    ['another order', '{"a":1,"b":2},{"b":2,"a":1}'],
    ['a field less', '{"a":1,"b":2},{"a":1}'],
    ['a field more', '{"a":1},{"a":1,"b":2}'],
    ['a name twice', '{"a":1,"a":2}'],
    ['no field', '{}'],
    ['an escape', String.raw`{"a":"\""}`],
    ['a list', '{"a":[1]}'],
    ['an object', '{"a":{"b":1}}'],
    ['a row that is none', '{"a":1},2'],
    ['a text that does not end', '{"a":"1}'],
    ['no comma between', '{"a":1}{"a":2}'],
    ['something behind', '{"a":1},{"a":2}]'],
    ['lines in a list', '{"a":1}\n{"a":2}'],
  ])('is left to JSON.parse: %s', (_, text) => {
    expect(alikeRows(text, ',')).toBeUndefined();
  });

  test('a text that goes over a line is left too', () => {
    expect(alikeRows('{"a":"1\n2"}', '\n')).toBeUndefined();
    expect(alikeRows('{"a":"1"},{"a":"2"}', '\n')).toBeUndefined();
  });

  test('law: what is read is what JSON.parse finds, and what it refuses is not read', () => {
    fc.assert(
      fc.property(tableOf(fc.oneof({ weight: 20, arbitrary: simple }, { weight: 1, arbitrary: rare })), (rows) => {
        const list = rowsIn(rows.join());
        if (list) expect(list).toEqual(parsed(`[${rows.join()}]`));
        const lines = rowsIn(rows.join('\n'), '\n');
        if (lines) expect(lines).toEqual(rows.join('\n').split('\n').map(parsed));
      }),
      { numRuns: 2000 },
    );
  });

  test('law: a character more or less makes no other rows of it', () => {
    const changed = fc.tuple(
      tableOf(simple),
      fc.nat(),
      fc.nat(1),
      fc.constantFrom('', '"', ',', ':', '{', '}', '0', '.', '-', ' ', '\n', '\t', '\\', 'e'),
    );
    fc.assert(
      fc.property(changed, ([rows, place, drop, add]) => {
        const text = rows.join();
        const at = place % text.length;
        const broken = text.slice(0, at) + add + text.slice(at + drop);
        const list = rowsIn(broken);
        if (list) expect(list).toEqual(parsed(`[${broken}]`));
      }),
      { numRuns: 4000 },
    );
  });

  test('law: rows without escapes and long numbers are read', () => {
    const plain = fc.oneof(
      fc.stringMatching(/^[ !#-[\]-~æøåął繁]*$/).map((text) => JSON.stringify(text)),
      fc.integer().map(String),
      fc.constantFrom('null', 'true', 'false', '0.05'),
    );
    const table = tableOf(plain).filter((rows) => !rows[0]!.includes('\\'));
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsIn(rows.join())).toEqual(parsed(`[${rows.join()}]`));
      }),
    );
  });
});
