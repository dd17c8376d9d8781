import { describe, expect, test } from 'vitest';
import type { DataInput } from '../../../src/formats/load-dataset.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

const reportOf = async (input: DataInput, options = {}) => (await loadDataset(input, options)).report.tables[0]!;

const days = '2026-11-01,41,18250.50\n2026-11-02,38,16990.00\n';
const csv = (last: string) => `date,orders,netSales\n${days}${last}\n`;

describe('a last row without a date', () => {
  test.each([
    ['Total,79,35240.50'],
    ['TOTAL:,79,35240.50'],
    ['I alt,,35240.50'],
    ['Sum,80,1'],
    ['Summa,79,'],
    ['Totalt,79,'],
    ['Razem,79,'],
    ['Suma,79,'],
    ['合計,79,35240.50'],
    [',79,35240.50'],
    [',,35240.5'],
    ['-,79,35240.500000001'],
  ])('is the total: %s', async (last) => {
    expect(await reportOf(csv(last))).toMatchObject({ rows: 2, refused: 0, issues: [], causes: [], total: 3 });
  });

  test.each([
    [',80,35240.50', 'empty'],
    [',,', undefined],
    [',79,n/a', 'empty'],
    ['Total sales,79,35240.50', 'not-a-date'],
    ['2026-13-01,79,35240.50', 'no-such-date'],
  ])('is a row that is left out, unless it holds nothing: %s', async (last, code) => {
    const report = await reportOf(csv(last));
    expect(report).toMatchObject({ rows: 2, refused: code ? 1 : 0 });
    expect(report.total).toBeUndefined();
    expect(report.issues[0]?.code).toBe(code);
  });

  test('says so in any of its cells', async () => {
    const table = {
      headers: ['date', 'channel', 'orders'],
      rows: [
        ['2026-11-01', 'email', '4'],
        ['', 'Total', '9'],
      ],
    };
    expect(await reportOf(table)).toMatchObject({ rows: 1, refused: 0, total: 2 });
  });

  test('with a date it is one where it says so and holds the sums', async () => {
    const dated = (last: string) =>
      reportOf(`orderId,placedAt,grossSales\n1,2026-11-10,1200\n2,2026-11-11,2400\n${last}\n`);
    expect(await dated('Total,2026-11-11,3600')).toMatchObject({ rows: 2, refused: 0, total: 3 });
    expect(await dated('Total,2026-11-11,500')).toMatchObject({ rows: 3, refused: 0 });
    expect(await dated('3,2026-11-11,3600')).toMatchObject({ rows: 3, refused: 0 });
  });

  test('is the total of local numbers too, and of what a map names', async () => {
    const local = 'Dato;Omsætning\n01.11.2026;18.250,50\n13.11.2026;16.990,00\n;35.240,50\n';
    const map = { date: 'Dato', netSales: 'Omsætning' };
    expect(await reportOf(local, { map })).toMatchObject({ rows: 2, refused: 0, total: 3 });
  });

  test('holds the sums of rows that were left out as well, and of no parts that nobody adds up', async () => {
    const rows = '2026-11-01,0.02,10\n2026-11-32,0.03,20\n,0.025,30\n';
    expect(await reportOf(`date,conversionRate,netSales\n${rows}`)).toMatchObject({ rows: 1, refused: 1, total: 3 });
  });
});

test('a total is none that stands between rows, and none of a single row', async () => {
  expect(await reportOf(csv('Total,79,35240.50\n2026-11-03,1,1'))).toMatchObject({ rows: 3, refused: 1 });
  expect(await reportOf('date,orders,netSales\nTotal,79,35240.50\n')).toMatchObject({ rows: 0, refused: 1 });
});

test('a row with a date that holds no sums is a row, whatever else it says', async () => {
  const rows = [
    { date: '2026-11-01', channel: 'email', orders: 2 },
    { date: '2026-11-01', channel: 'Total', orders: 3 },
  ];
  expect(await reportOf(rows)).toMatchObject({ rows: 2, refused: 0 });
});

test('what is held back at the end of a slice is read where more follows', async () => {
  const orders = Array.from({ length: 20_000 }, (_, index) => ({
    orderId: index,
    placedAt: index === 8191 ? '' : '2026-11-01',
    grossSales: index === 19_999 ? 'n/a' : 1,
  }));
  const report = await reportOf(orders);
  expect(report).toMatchObject({ rows: 19_998, refused: 2, issues: [{ row: 8192 }, { row: 20_000 }] });
  expect(report.total).toBeUndefined();
});
