import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';
import { loadDataset } from '../../src/formats/load-dataset.js';

async function read(text: string, delimiter?: string) {
  const told: unknown[] = [];
  const rows: unknown[][] = [];
  let fields: readonly string[] = [];
  for await (const records of readCsv([text], delimiter, ({ details }) => told.push(details))) {
    fields = records.fields;
    for (let row = 0; row < records.length; row++) rows.push(fields.map((field) => records.cells(field)![row]));
  }
  return { fields, rows, told };
}

describe('above the header of CSV', () => {
  const table = { fields: ['date', 'orders', 'netSales'], rows: [['2026-11-01', '41', '99.50']] };
  const body = 'date,orders,netSales\n2026-11-01,41,99.50\n';

  test.each<[string, string, string | undefined]>([
    ['stands a title', `Sales report\n${body}`, '"Sales report"'],
    ['stand a title and a blank line', `Sales report\n\n${body}`, '"Sales report"'],
    ['stand lines that a spreadsheet has filled up', `Sales report,,\n,,\n${body}`, '"Sales report"'],
    ['stand several', `Sales report\nDemo shop\n"As of 1 Dec, 2026"\n${body}`, '"Sales report"'],
    ['stand blank lines alone', `\n  \n,,\n${body}`, undefined],
    ['stands how it is written, and a title', `sep=,\nSales report\n${body}`, '"Sales report"'],
  ])('%s', async (_, text, title) => {
    expect(await read(text)).toEqual({ ...table, told: title === undefined ? [] : [{ text: title }] });
  });

  test('stands a title with a comma, or one in two cells, above semicolons', async () => {
    const wide =
      'date;orders;netSales;channel;device\n2026-11-01;41;99,50;email;mobile\n2026-11-02;3;9,50;email;mobile\n';
    for (const title of ['Sales report, November 2026', 'Period;1.11.2026 - 30.11.2026;;;'])
      expect(await read(`${title}\n${wide}`)).toMatchObject({
        fields: ['date', 'orders', 'netSales', 'channel', 'device'],
        rows: [
          ['2026-11-01', '41', '99,50', 'email', 'mobile'],
          ['2026-11-02', '3', '9,50', 'email', 'mobile'],
        ],
        told: [{}],
      });
  });

  test('stands a title, and one row below has a cell too many', async () => {
    const rows = 'Ordrenr;Dato;Beløb\n1;01.11.2026;1.250,50\n2;13.11.2026;499,00;loose\n3;14.11.2026;9,00\n';
    for (const title of ['Salg november;;', 'Salg november'])
      expect(await read(`${title}\n${rows}`)).toEqual({
        fields: ['Ordrenr', 'Dato', 'Beløb'],
        rows: [
          ['1', '01.11.2026', '1.250,50'],
          ['2', '13.11.2026', '499,00'],
          ['3', '14.11.2026', '9,00'],
        ],
        told: [{ text: '"Salg november"' }],
      });
  });

  test.each([
    'Salgsrapport;Januar 2026',
    'Salgsrapport;Januar 2026;',
    'Salgsrapport;Januar 2026\nButik;Nord\n',
    'Salgsrapport, Januar 2026',
    'Salgsrapport;01.01.2026',
  ])('stands a title of two cells: %s', async (title) => {
    const rows = 'Ordrenr;Dato;Beløb\n1;01.11.2026;1.250,50\n2;13.11.2026;499,00\n;;1.749,50\n';
    const { fields, rows: found, told } = await read(`${title}\n${rows}`);
    expect(fields).toEqual(['Ordrenr', 'Dato', 'Beløb']);
    expect(found).toHaveLength(3);
    expect(told).toHaveLength(1);
  });

  test.each<[string, string, readonly string[]]>([
    ['two names, where all rows have three', 'Shop\nNorth,South\n1,2,3\n4,5,6\n', ['Shop']],
    ['columns without names', 'date,orders,,,\n2026-11-01,41,a,b,c\n', ['date', 'orders']],
    ['a header of one name and rows of more', 'date\n2026-11-01,41\n', ['date']],
    ['no header: the first row is no title', '2026-11-01,41\n2026-11-02,38,x,y,z\n', ['2026-11-01', '41']],
    ['texts with commas', 'date;note\n2026-11-01;a, b, c, d\n2026-11-02;a, b, c, d\n', ['date', 'note']],
    ['a row above what may be a header', 'Shop\n2026-11-01,41,9\ndate,orders,netSales\n', ['Shop']],
    ['two cells above names of which no row is', 'Shop,Demo\nNorth,South,West\nred,green,blue\n', ['Shop', 'Demo']],
    ['two cells above names without rows', 'Shop,Demo\ndate,orders,netSales\n', ['Shop', 'Demo']],
    ['two names, and a row with cells too many', 'date,netSales\nn/a,x,y\n2026-11-01,12\n', ['date', 'netSales']],
  ])('is nothing to be left out: %s', async (_, text, fields) => {
    expect(await read(text)).toMatchObject({ fields, told: [] });
  });

  test('what is left out is told in the report, with the first line', async () => {
    const { report } = await loadDataset(`Sales report\n\n${body}`);
    expect(report).toMatchObject({
      tables: [{ table: 'dailyMeasures', rows: 1, refused: 0 }],
      notes: [{ code: 'lines-above', details: { text: '"Sales report"' } }],
    });
  });

  test('what is no header is named in the error', async () => {
    await expect(loadDataset('Sales report\n1;2;3\n4;5;6\n')).rejects.toMatchObject({
      ...{ code: 'unrecognised-data', details: { fields: ['Sales report'] } },
    });
  });

  test('law: of a table that begins with its header nothing is left out', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a, b', 'x;y', 'Total', '2026-11-01', '1.234,50', '7'),
      fc.string({ maxLength: 4 }),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((each) => each.trim()));
    const rows = fc.array(row, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), async (all, delimiter) => {
        const quoted = all.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter));
        const {
          fields,
          rows: found,
          told,
        } = await read([['date', 'orders', 'netSales'].join(delimiter), ...quoted].join('\n'));
        expect(fields).toEqual(['date', 'orders', 'netSales']);
        expect(found).toEqual(all);
        expect(told).toEqual([]);
      }),
    );
  });
});
