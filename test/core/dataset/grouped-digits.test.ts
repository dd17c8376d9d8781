import { describe, expect, test } from 'vitest';
import { groupedDigits } from '../../../src/core/dataset/grouped-digits.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

function doubtful(...cells: readonly unknown[]): string[] {
  const digits = groupedDigits();
  cells.forEach((cell, row) => digits.see(row, cell));
  return digits.doubtful.map(({ text }) => text);
}

describe('points before three digits', () => {
  test('may stand between thousands where nothing in the column says otherwise', () => {
    expect(doubtful('18.250', '950', ' 1.040 ', '', '-2.000', 'n/a')).toEqual(['18.250', '1.040', '-2.000']);
    expect(doubtful('1.234.567', '1.234,50', '1.250')).toEqual(['1.250']);
    expect(doubtful('950', '', 12, undefined)).toEqual([]);
  });

  test.each([['0.250'], ['18.25'], ['1.0'], ['18250'], ['1000.125'], ['.5'], ['1.2500']])(
    'stand before decimals where the column has %s, too',
    (cell) => {
      expect(doubtful('18.250', cell)).toEqual([]);
      expect(doubtful(cell, '18.250')).toEqual([]);
    },
  );

  test.each(['2.418-', '2.418*', '2.418 CR', '2.418.', '12.418 €', '18.25-', '1.5 mio'])(
    'prove nothing in what is no number: %s',
    (cell) => {
      expect(doubtful('18.250', cell)).toEqual(['18.250']);
    },
  );

  test('are none of a number', () => {
    expect(doubtful(18.25, 1.04)).toEqual([]);
  });
});

describe('a column of money or counts that may be read in two ways', () => {
  const danish = 'date;orders;netSales\n2026-11-01;41;18.250\n2026-11-02;1.038;950\n2026-11-03;38;16.990';

  test('is refused row by row, by name', async () => {
    const { report } = await loadDataset(danish, { timeZone: 'UTC', currency: 'DKK' });
    expect(report.tables[0]).toMatchObject({ rows: 0, refused: 3 });
    expect(report.tables[0]!.issues.map(({ row, field }) => [row, field])).toEqual([
      [2, 'orders'],
      [1, 'netSales'],
      [3, 'netSales'],
    ]);
    expect(report.tables[0]!.issues[1]!.reason).toBe(
      '"18.250": thousands, or decimals? Expected a number such as 1234.50, without points between',
    );
  });

  test('is not where the money has three decimals', async () => {
    const text = 'date,netSales\n2026-11-01,18.250\n2026-11-02,16.990';
    const dataset = await loadDataset(text, { timeZone: 'UTC', currency: 'KWD' });
    expect(dataset.report.tables[0]).toMatchObject({ rows: 2, refused: 0 });
    const named = text.replace('netSales', 'currency,netSales').replaceAll(/,(?=1)/g, ',TND,');
    expect((await loadDataset(named, { timeZone: 'UTC' })).report.tables[0]).toMatchObject({ rows: 2, refused: 0 });
  });

  test('is none where it is a rate', () => {
    const rates = [{ date: '2026-11-01', base: 'EUR', quote: 'DKK', rate: '7.460' }];
    expect(createDataset({ rates }).report.tables[0]).toMatchObject({ rows: 1, refused: 0 });
  });
});
