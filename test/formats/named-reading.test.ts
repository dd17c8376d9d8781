import { describe, expect, test } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';
import { namedReading } from '../../src/formats/named-reading.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';

const options: LoadOptions = { timeZone: 'UTC', currency: 'DKK' };

/** The sum of the last day, and how many rows were refused. */
async function read(input: DataInput, format: string): Promise<[number | undefined, number]> {
  const dataset = await loadDataset(input, { ...options, format });
  const { value } = evaluateKpi(dataset, { kpi: 'net-sales', period: 'last-1-days', asOf: 'latest' });
  return [value, dataset.report.tables[0]!.refused];
}

describe('a reading that is named', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ])('delimiter=%s', async (name, delimiter) => {
    // Without a name the blank columns would make another one the commonest.
    const other = delimiter === ';' ? ',' : ';';
    const csv = `date${delimiter}"netSales"${delimiter}a${other}${other}${other}${other}\n2026-11-01${delimiter}12.50${delimiter}x\n`;
    expect(await read(csv, `csv delimiter=${name}`)).toEqual([12.5, 0]);
    await expect(read(csv, 'csv')).rejects.toMatchObject({ code: 'unrecognised-data' });
  });

  test.each([
    ['csv decimal=comma', '18.250', 18250],
    ['csv decimal=point', '18.250', 18.25],
    ['csv decimal=comma', '"18,250"', 18.25],
    ['csv decimal=point', '"18,250"', 18250],
    ['csv decimal=comma', '"1.234,5 kr."', 1234.5],
  ])('%s: %s', async (format, cell, value) => {
    const csv = `date,netSales\n2026-11-01,${cell}\n`;
    expect(await read(csv, format)).toEqual([value, 0]);
  });

  test('a table in a page has a decimal sign, too', async () => {
    const table = { headers: ['date', 'netSales'], rows: [['2026-11-01', '18.250']] };
    expect(await read(table, 'table decimal=comma')).toEqual([18250, 0]);
    expect(await read(table, 'table')).toEqual([undefined, 1]);
  });

  test('what is written in another way is refused, not guessed', async () => {
    expect(await read('date;netSales\n2026-11-01;1.234,50\n', 'csv decimal=point')).toEqual([undefined, 1]);
  });

  test('charset=windows-1252, whatever the bytes look like', async () => {
    const text = 'date;netSales;channel\n2026-11-01;12,50;Søgning\n';
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const channels = async (format: string, data: Uint8Array<ArrayBuffer>) => {
      const dataset = await loadDataset(data, { ...options, format });
      const { segments } = evaluateKpi(dataset, { kpi: 'net-sales', period: 'all', asOf: 'latest', by: 'channel' });
      return [segments.map(({ key }) => key), dataset.report.notes.map(({ code }) => code)];
    };
    expect(await channels('csv charset=windows-1252', bytes)).toEqual([['Søgning'], ['decimal-comma']]);
    // Bytes of UTF-8, read as the page says.
    expect(await channels('csv charset=windows-1252', new TextEncoder().encode(text))).toEqual([
      ['SÃ¸gning'],
      ['decimal-comma'],
    ]);
  });

  test('a platform’s export is CSV', async () => {
    const csv = 'date;cost_micros;impressions;clicks;campaign_id\n2026-11-01;1000000;5;1;7\n';
    const { report } = await loadDataset(csv, { ...options, format: 'google-ads delimiter=semicolon' });
    expect(report.tables).toMatchObject([{ rows: 1, refused: 0 }]);
  });
});

describe('a name that there is not', () => {
  test.each([
    ['csv', 'delimiter=semikolon', 'comma, semicolon, tab, pipe', 'semicolon'],
    ['csv', 'delimiter=;', 'comma, semicolon, tab, pipe', undefined],
    ['csv', 'decimal=dot', 'comma, point', undefined],
    ['csv', 'charset=klingon', 'windows-1252', undefined],
    ['csv', 'delimitr=comma', 'delimiter, decimal, charset', 'delimiter'],
    ['csv', 'semicolon', 'delimiter, decimal, charset', undefined],
    ['csv', '__proto__=x', 'delimiter, decimal, charset', undefined],
    ['csv', 'delimiter=constructor', 'comma, semicolon, tab, pipe', undefined],
    ['table', 'delimiter=comma', 'decimal', undefined],
    ['json', 'decimal=comma', 'nothing more', undefined],
  ])('%s %s', (format, word, expected, suggestion) => {
    let failure: unknown;
    try {
      namedReading(format, [word]);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(KpiError);
    const { code, message, details } = failure as KpiError;
    expect([code, details['option'], details['value'], details['suggestion']]).toEqual([
      'bad-option',
      'format',
      word,
      suggestion,
    ]);
    expect(message).toContain(expected);
  });

  test('is refused before anything is read', async () => {
    await expect(read('a;b', 'csv  delimiter=semikolon ')).rejects.toMatchObject({ code: 'bad-option' });
  });

  test('a comma cannot be both', () => {
    expect(() => namedReading('csv', ['delimiter=comma', 'decimal=comma'])).toThrow('a comma cannot stand');
  });

  test('an unknown format is one, whatever stands behind it', async () => {
    await expect(read('a,b', 'cvs delimiter=comma')).rejects.toMatchObject({ code: 'unknown-format' });
  });
});

describe('a share', () => {
  test('is read where the field may be one: a target, a stated total, a measure in percent', async () => {
    const targets = [
      { kpiId: 'conversion-rate', periodStart: '2026-11-01', periodEnd: '2026-11-30', value: '3.5%' },
      { kpiId: 'net-sales', periodStart: '2026-11-01', periodEnd: '2026-11-30', value: '1000' },
    ];
    const { targets: read, report } = await loadDataset({ targets }, options);
    expect(report.tables).toMatchObject([{ table: 'targets', rows: 2, refused: 0 }]);
    expect(Array.from(read[0]!.numbers('value')!.values, (value) => value / read[0]!.numbers('value')!.scale)).toEqual([
      0.035, 1000,
    ]);
  });

  test('as a country writes it', async () => {
    const csv = 'kpiId;periodStart;periodEnd;value\nconversion-rate;2026-11-01;2026-11-30;3,5 %\n';
    const { report, targets } = await loadDataset(csv, { ...options, table: 'targets' });
    expect(report.tables).toMatchObject([{ rows: 1, refused: 0 }]);
    const { values, scale } = targets[0]!.numbers('value')!;
    expect(values[0]! / scale).toBe(0.035);
  });

  test('elsewhere it is refused by name', async () => {
    const { report } = await loadDataset('date;netSales\n2026-11-01;3,5 %\n', options);
    expect(report.tables[0]!.issues).toMatchObject([{ field: 'netSales', code: 'not-a-number', value: '"3,5 %"' }]);
  });
});
