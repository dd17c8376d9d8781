import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput } from '../../src/formats/load-dataset.js';
import { dateOrderOf, readLocalDate } from '../../src/formats/local-dates.js';
import { decimalSignOf, likelySignOf, readLocalNumber } from '../../src/formats/local-numbers.js';
import { localised } from '../../src/formats/localised.js';
import { recordsOf } from '../../src/core/dataset/records.js';

describe('the decimal sign', () => {
  test.each([
    ['12,5', ','],
    ['1.234,50', ','],
    ['1 234,50', ','],
    ['1\u00a0234,50', ','],
    ['1.234.567', ','],
    ['-0,5 kr.', ','],
    ['€ 12,50', ','],
    ['12.5', '.'],
    ['1,234.50', '.'],
    ['1’234.50', '.'],
    ['1,234,567', '.'],
    ['1.234', undefined],
    ['1,234', undefined],
    ['499,-', ','],
    ['1.234,- kr.', ','],
    ['499-', undefined],
    ['1234', undefined],
    ['1.250,00-', ','],
    ['(1,250.00)', '.'],
    ['(5)', undefined],
    ['１.２５０,00', undefined],
    ['1,00,000.00', undefined],
    ['1.2.2026', undefined],
    ['12,34,56', undefined],
    ['A-12,5', undefined],
    ['', undefined],
  ])('of %j', (text, sign) => {
    expect(decimalSignOf(text)).toBe(sign);
  });

  test.each([
    ['0,013', ','],
    ['0.013 kr.', '.'],
    ['1865,123', ','],
    ['1 735,029 $', ','],
    ["1'735.029", '.'],
    ['1.735,029', ','],
    ['1.234 kr.', undefined],
  ])('of three decimals: %j', (text, sign) => {
    expect(decimalSignOf(text)).toBe(sign);
  });

  test.each([
    ['1.234 kr.', ','],
    ['kr. 1.234', ','],
    ['NT$1,234', '.'],
    ['1,250元', '.'],
    ['1.234 KWD', undefined],
    ['3.456 %', undefined],
    ['1.234', undefined],
    ['0.123 kr.', undefined],
    ['1.234,50 kr.', undefined],
  ])('that money without one of three decimals makes likely: %j', (text, sign) => {
    expect(likelySignOf(text)).toBe(sign);
  });

  test.each([
    ['1.234,50', ',', '1234.50', ''],
    ['1.234', ',', '1234', ''],
    ['1.234', '.', '1.234', ''],
    ['1,234', '.', '1234', ''],
    ['−1.234,5 kr.', ',', '-1234.5', 'kr.'],
    ['DKK -3,00', ',', '-3.00', 'DKK'],
    ['NT$1,200', '.', '1200', 'NT$'],
    ['kr. 1.250,50', ',', '1250.50', 'kr.'],
    ['-kr.1.250,50', ',', '-1250.50', 'kr.'],
    ['kr. 1,250.50', '.', '1250.50', 'kr.'],
    ['1.250,-', ',', '1250.00', ''],
    ['kr. 499,-', ',', '499.00', 'kr.'],
    ['499,– kr.', ',', '499.00', 'kr.'],
    ['12 zł', ',', '12', 'zł'],
    ['3,5 %', ',', '3.5%', '%'],
    ['5%', '.', '5%', '%'],
    ['1.250,00-', ',', '-1250.00', ''],
    ['1.250,00- kr.', ',', '-1250.00', 'kr.'],
    ['kr 1.250,00-', ',', '-1250.00', 'kr'],
    ['1,250.00−', '.', '-1250.00', ''],
    ['(1.250,00)', ',', '-1250.00', ''],
    ['(1.250,00 kr.)', ',', '-1250.00', 'kr.'],
    ['$ (1,250.00)', '.', '-1250.00', '$'],
    ['499,--', ',', '499.00', ''],
    ['-499,-', ',', '-499.00', ''],
    ['1\u2009250,50', ',', '1250.50', ''],
    ['1\u202f250,50', ',', '1250.50', ''],
    ["1'250.50", '.', '1250.50', ''],
    ['12 stk.', ',', '12', 'stk.'],
    ['1,250元', '.', '1250', '元'],
  ] as const)('%j with %j is %j', (text, sign, plain, unit) => {
    expect(readLocalNumber(text, sign)).toEqual({ plain, unit });
  });

  test.each([
    ['1.23', ','],
    ['499,-', '.'],
    ['1,250.00,-', '.'],
    ['1,250.00,-', ','],
    ['kr. .50', '.'],
    ['$. 50', '.'],
    ['1,2,3', '.'],
    ['--1', '.'],
    ['-1,5-', ','],
    ['-(1,5)', ','],
    ['(-1,5)', ','],
    ['(1,5', ','],
    ['0.013', ','],
    ['0,013', '.'],
    ['1,5)', ','],
    ['1,250.00 CR', '.'],
    ['1,5 mio', ','],
    ['1.250 tkr', ','],
    ['１２３', '.'],
    ['-€-1', '.'],
    ['€1 kr.', '.'],
    ['% 5', '.'],
    ['3 items', '.'],
    ['12a', '.'],
  ] as const)('%j with %j is no number', (text, sign) => {
    expect(readLocalNumber(text, sign)).toBeUndefined();
  });

  const locales = ['en-US', 'en-GB', 'da-DK', 'nb-NO', 'sv-SE', 'pl-PL', 'zh-TW', 'de-DE', 'de-CH', 'fr-FR', 'es-ES'];

  test('law: what a country writes is read as what was meant', () => {
    const numbers = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.constantFrom(...locales), numbers, (locale, number) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number);
        const sign = new Intl.NumberFormat(locale).format(1.5).charAt(1) as ',' | '.';
        expect(decimalSignOf(text)).toBe(sign);
        expect(Number(readLocalNumber(text, sign)?.plain)).toBe(number);
      }),
    );
  });

  test.each(['1', '1.'])('a hundred thousand times %j and a letter is no number', (part) => {
    expect(readLocalNumber(`${part.repeat(1e5)}x`, ',')).toBeUndefined();
  });

  test('law: any text is read or is no number', () => {
    const texts = fc.string({ unit: fc.constantFrom(..."0123456789.,' -−+€kr\u00a0"), maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.constantFrom(',' as const, '.' as const), (text, sign) => {
        const plain = readLocalNumber(text, sign)?.plain;
        expect(plain === undefined || Number.isFinite(Number(plain))).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    [['31.12.2026', '1.1.2027'], 'dmy'],
    [['01.02.2026'], 'dmy'],
    [['01-02-2026'], 'dmy'],
    [['31/12/2026', '01/02/2026'], 'dmy'],
    [['12/31/2026', '01/02/2026'], 'mdy'],
    [['2026/12/31'], 'ymd'],
    [['2026年1月5日'], 'ymd'],
    [['01/02/2026'], undefined],
    [['31/12/2026', '12/31/2026'], undefined],
    [['2026-12-31'], undefined],
    [['31.12.26'], undefined],
    [['31.12.2026', 'Total'], undefined],
  ] as const)('%j are written %s', (texts, order) => {
    expect(dateOrderOf(texts)).toBe(order);
  });

  test('what something else tells decides where the dates do not', () => {
    expect(dateOrderOf(['01/02/2026'], 'dmy')).toBe('dmy');
    expect(dateOrderOf(['12/31/2026'], 'dmy')).toBe('mdy');
  });

  test.each([
    ['1.2.2026', 'dmy', '2026-02-01'],
    ['01/02/2026', 'mdy', '2026-01-02'],
    ['2026年1月5日', 'ymd', '2026-01-05'],
    ['31. 12. 2026', 'dmy', '2026-12-31'],
    ['31.12.2026 9:05', 'dmy', '2026-12-31T09:05:00'],
    ['31.12.2026, 14.05.30', 'dmy', '2026-12-31T14:05:30'],
    ['12/31/2026 2:05 PM', 'mdy', '2026-12-31T14:05:00'],
    ['12/31/2026, 12:05 a.m.', 'mdy', '2026-12-31T00:05:00'],
    ['31.12.2026 tomorrow', 'dmy', undefined],
    ['31.12.20266', 'dmy', undefined],
  ] as const)('%j as %s is %j', (text, order, iso) => {
    expect(readLocalDate(text, order)).toBe(iso);
  });
});

describe('a text as a whole', () => {
  const read = async (input: DataInput) => {
    const { report } = await loadDataset(input);
    return [
      report.tables.map(({ rows, refused, first, last }) => [rows, refused, first, last]),
      report.notes.map(({ code }) => code),
    ];
  };
  const comma = 'decimal-comma';
  const dayFirst = 'day-first';
  const monthFirst = 'month-first';

  test.each<[string, DataInput, unknown]>([
    [
      'CSV of a Danish spreadsheet',
      'date;orders;netSales\n30.11.2026;1.041;18.250,50\n1.12.2026;38;990,00\n',
      [[[2, 0, '2026-11-30', '2026-12-01']], [comma, dayFirst]],
    ],
    [
      'CSV of an American one',
      'date,orders,netSales\n11/30/2026,"1,041","$18,250.50"\n12/1/2026,38,$990.00\n',
      [[[2, 0, '2026-11-30', '2026-12-01']], [monthFirst]],
    ],
    [
      'a table in a page',
      {
        headers: ['date', 'orders', 'netSales'],
        rows: [
          ['2026年11月30日', '41', 'NT$18,250'],
          ['2026年12月1日', '38', 'NT$990'],
        ],
      },
      [[[2, 0, '2026-11-30', '2026-12-01']], []],
    ],
    [
      'without a currency, nobody knows whether 18,250 is eighteen thousand',
      'date;netSales\n2026-11-01;18,250\n',
      [[[0, 1, undefined, undefined]], []],
    ],
    [
      'dates that may be of either order are refused, not guessed',
      'date,orders\n03/04/2026,41\n04/05/2026,38\n',
      [[[0, 2, undefined, undefined]], []],
    ],
    [
      'a decimal comma tells that days stand first',
      'date;netSales\n03/04/2026;41,50\n',
      [[[1, 0, '2026-04-03', '2026-04-03']], [comma, dayFirst]],
    ],
    [
      'columns that are written differently are read each by itself',
      'date;netSales;orders\n2026-11-01;41,50;41.5\n',
      [[[1, 0, '2026-11-01', '2026-11-01']], [comma]],
    ],
    [
      'a word among numbers and dates is its row’s own to answer for',
      'date;netSales\n30.11.2026;18.250,50\n1.12.2026;n/a\n1.12.2026;990,00\nTotal;19.240,50\n',
      [[[2, 1, '2026-11-30', '2026-12-01']], [comma, dayFirst]],
    ],
    [
      'amounts in two currencies are left to the row’s own',
      'date;netSales\n2026-11-01;€ 41,50\n2026-11-02;41,50 kr.\n',
      [[[0, 2, undefined, undefined]], ['marks-mixed', comma]],
    ],
  ])('%s', async (_, input, expected) => {
    expect(await read(input)).toEqual(expected);
  });

  describe('with a cell that is written otherwise than its column', () => {
    const twenty = (cell: (index: number) => string) => Array.from({ length: 20 }, (_, index) => cell(index));
    const dated = (cells: readonly string[]) =>
      ['date;netSales', ...cells.map((cell, day) => `2026-11-${String(day + 1).padStart(2, '0')};${cell}`)].join('\n');
    const salesOf = async (cells: readonly string[], currency = 'DKK') => {
      const dataset = await loadDataset(dated(cells), { currency, timeZone: 'UTC', asOf: 'latest' });
      const { series } = evaluateKpi(dataset, { kpi: 'net-sales', period: 'all', compare: 'none', grain: 'day' });
      const ofDay = new Map(series.map(({ start, value }) => [Number(start.slice(8)), value]));
      return { values: cells.map((_, row) => ofDay.get(row + 1)), report: dataset.report };
    };

    test('reads it by the sign that it proves, and tells of it', async () => {
      const { values, report } = await salesOf([...twenty(() => '1.234,50'), '99.95', '1 000', '-7,5']);
      expect(values).toEqual([...twenty(() => '').map(() => 1234.5), 99.95, 1000, -7.5]);
      expect(report.notes).toMatchObject([
        { code: 'decimals-mixed', details: { column: 'netSales', value: '99.95', row: 21 } },
      ]);
    });

    test.each(['1.234', '1,234', '-12.500'])('refuses %j alone, which may be either', async (text) => {
      const { values, report } = await salesOf(['1.234,50', text, '99.95', '12']);
      expect(values).toEqual([1234.5, undefined, 99.95, 12]);
      expect(report.tables).toMatchObject([
        { rows: 3, refused: 1, issues: [{ row: 2, field: 'netSales', value: `"${text}"` }] },
      ]);
    });

    test('law: no number of such a column is read a thousand times too large or too small', async () => {
      const written = fc.tuple(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom('da-DK', 'en-US'),
        fc.nat({ max: 3 }),
      );
      // "1.000" and "0,001": only the other two prove a sign.
      const thousand: [number, 'da-DK', number][] = [
        [1000, 'da-DK', 0],
        [1, 'da-DK', 3],
      ];
      await fc.assert(
        fc.asyncProperty(fc.array(written, { minLength: 2, maxLength: 20 }), async (numbers) => {
          const shown = numbers.map(([number, locale, digits]) => {
            const value = number / 10 ** digits;
            return { value, text: new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(value) };
          });
          const both = [{ value: 1.5, text: '1,5' }, { value: 1.5, text: '1.5' }, ...shown];
          const { values } = await salesOf(both.map(({ text }) => text));
          values.forEach((value, row) => {
            if (value !== undefined) expect(value).toBe(both[row]!.value);
          });
        }),
        { examples: [[thousand]], numRuns: 50 },
      );
    });

    test.each([
      [
        ['1.250,00', '1.250,00-', '(7,50)', '−3'],
        [1250, -1250, -7.5, -3],
      ],
      [
        ['12.50-', '3.00-'],
        [-12.5, -3],
      ],
      [
        ['1250', '300-', '(20)'],
        [1250, -300, -20],
      ],
      [
        ['DKK 1,504.696', 'DKK 759.994', '(DKK 3,178.309)'],
        [1504.696, 759.994, -3178.309],
      ],
      [
        ['0,013 kr.', '1.504 kr.', '12 kr.'],
        [0.013, 1504, 12],
      ],
      [
        ['1.504 kr.', 'n/a', '12 kr.'],
        [1504, undefined, 12],
      ],
      [
        ['1.504 kr.', '1,504 kr.', '12 kr.'],
        [undefined, undefined, 12],
      ],
      [
        ['1.504,00 kr.', '1,504.00 kr.', '1.504 kr.'],
        [1504, 1504, undefined],
      ],
      [
        ['300-', '(20)'],
        [undefined, undefined],
      ],
      [
        ['1.250', '300-'],
        [undefined, undefined],
      ],
      [
        ['1250.00', '１２３', '300.00 CR'],
        [1250, undefined, undefined],
      ],
    ])('reads what each cell proves, and refuses what it leaves open: %j', async (cells, expected) => {
      const { values, report } = await salesOf(cells);
      expect(values).toEqual(expected);
      expect(report.tables[0]!.refused).toBe(expected.filter((value) => value === undefined).length);
    });

    test('law: an amount is read as what any language means by it, or refused', async () => {
      const locales =
        'da nb sv pl zh-Hant en en-IN en-ZA de de-CH de-AT fr fr-CH it es pt pt-BR nl cs fi ja ar-EG hi th hu lv bg tr he';
      const style = fc.record({
        locale: fc.constantFrom(...locales.split(' ')),
        currency: fc.constantFrom('DKK', 'EUR', 'PLN', 'TWD', 'USD', 'JPY', 'CHF'),
        currencyDisplay: fc.constantFrom('symbol', 'code', 'narrowSymbol', 'name'),
        currencySign: fc.constantFrom('standard', 'accounting'),
        digits: fc.nat({ max: 2 }),
      });
      const amounts = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 6 });
      let hasRead = false;
      await fc.assert(
        fc.asyncProperty(style, amounts, async ({ locale, digits, ...format }, numbers) => {
          const written = new Intl.NumberFormat(locale, {
            ...{ ...format, style: 'currency', minimumFractionDigits: digits, maximumFractionDigits: digits },
          });
          const meant = numbers.map((number) => number / 10 ** digits);
          const { values } = await salesOf(
            meant.map((amount) => written.format(amount)),
            format.currency,
          );
          values.forEach((value, row) => {
            hasRead ||= value !== undefined;
            if (value !== undefined) expect(value).toBe(meant[row]! + 0);
          });
        }),
        { numRuns: 200 },
      );
      expect(hasRead).toBe(true);
    });

    test('leaves out a currency that one in ten rows has at most, and tells of it', async () => {
      const { values, report } = await salesOf([...twenty(() => 'kr 1.200,00'), '€ 12,00', '1.200,00 kr.']);
      expect(values).toEqual([...twenty(() => '').map(() => 1200), undefined, 1200]);
      expect(report.notes[0]).toMatchObject({
        ...{ code: 'marks-mixed', details: { column: 'netSales', value: '€ 12,00', row: 21 } },
      });
      expect(report.tables).toMatchObject([{ refused: 1, issues: [{ row: 21, code: 'not-a-number' }] }]);
    });

    test.each([
      ['€ 12,50', 'DKK'],
      ['12,50 EUR', 'DKK'],
      ['$12.50', 'DKK'],
      ['12,50 kr.', 'EUR'],
      ['12,50 zł', 'SEK'],
      ['NT$1,250', 'USD'],
    ])('refuses %s as %s, and tells of it', async (cell, currency) => {
      const csv = `date;netSales\n2026-11-01;${cell}\n2026-11-02;${cell}\n`;
      const { report } = await loadDataset(csv, { currency });
      expect(report.notes).toContainEqual(
        expect.objectContaining({ code: 'marks-foreign', details: { column: 'netSales', row: 1, value: cell } }),
      );
      expect(report.tables).toMatchObject([{ rows: 0, refused: 2, issues: [{ value: `"${cell}"` }, {}] }]);
      const table = { headers: ['date', 'netSales'], rows: [['2026-11-01', cell]] };
      expect((await loadDataset(table, { currency })).report.tables).toMatchObject([{ rows: 0, refused: 1 }]);
      expect((await loadDataset(csv)).report.tables).toMatchObject([{ rows: 2, refused: 0 }]);
    });

    test.each([
      ['12,50 kr.', 'NOK'],
      ['$12.50', 'TWD'],
      ['12,50 EUR', 'EUR'],
      ['12 stk.', 'DKK'],
    ])('%s may be %s', async (cell, currency) => {
      const { report } = await loadDataset(`date;netSales\n2026-11-01;${cell}\n`, { currency });
      expect(report).toMatchObject({ tables: [{ rows: 1, refused: 0 }] });
    });

    test('where rows name their currency, the marks are theirs', async () => {
      const csv = 'orderId;placedAt;grossSales;currency\n1;2026-11-01;€ 12,50;EUR\n2;2026-11-02;€ 9,00;EUR\n';
      const { report } = await loadDataset(csv, { currency: 'DKK', settings: { rates: [] } });
      expect(report.tables).toMatchObject([{ rows: 2, refused: 0 }]);
    });

    test('tells no currencies where weights and volumes stand', async () => {
      const { notes } = (await loadDataset('date;netSales;campaign\n2026-11-01;41,50;5 kg\n2026-11-02;3,50;7 ml\n'))
        .report;
      expect(notes.map(({ code }) => code)).toEqual([comma]);
    });
  });

  test.each<[string, DataInput, string]>([
    ['a date', 'date;netSales\n99.12.2026;1,5\n31.12.2026;2,5\n30.12.2026;2,5\n', '"99.12.2026"'],
    [
      'a date in a table',
      {
        headers: ['date', 'netSales'],
        rows: [
          ['99.12.2026', '1'],
          ['31.12.2026', '2'],
        ],
      },
      '"99.12.2026"',
    ],
    ['a number', 'date;orders;netSales\n2026-12-31;1;1,5\n2026-12-30;1;1.2.3,4\n2026-12-29;2;2,5\n', '"1.2.3,4"'],
    [
      'an amount that may not be negative',
      'refundId;orderId;refundedAt;amount\n1;1;31.12.2026;-1.234,50 kr.\n2;2;31.12.2026;2,50 kr.\n',
      '"-1.234,50 kr."',
    ],
  ])('quotes %s that is refused as it is written', async (_, input, value) => {
    const { report } = await loadDataset(input);
    expect(report.tables).toMatchObject([{ refused: 1, issues: [{ value }] }]);
    expect(report.tables[0]!.issues[0]!.reason).toContain(`${value}: `);
  });

  test('quotes what is mapped as it is written', async () => {
    const csv = 'Dato;Beløb\n31.12.2026;1,5\n99.12.2026;2,5\n';
    const { report } = await loadDataset(csv, { map: { date: 'Dato', netSales: { path: 'Beløb', scale: 0.01 } } });
    expect(report.tables).toMatchObject([{ issues: [{ row: 2, field: 'date', value: '"99.12.2026"' }] }]);
  });

  test('is read alike in its later slices', async () => {
    const slices = [[{ a: '1,5' }], [{ a: '1.234' }, { a: 'n/a' }, { a: 7 }]].map(recordsOf);
    const cells: unknown[] = [];
    for await (const records of localised(slices, () => undefined)) cells.push(...Array.from(records.cells('a') ?? []));
    expect(cells).toEqual(['1.5', '1234', 'n/a', 7]);
  });

  test('what JSON writes is handed on as it is', async () => {
    const records = recordsOf([{ date: '2026-11-01', netSales: '18250.50', sku: '1.234', name: 'Kr 5,- off' }]);
    for await (const same of localised([records], () => expect.fail('a note'))) expect(same).toBe(records);
  });
});
