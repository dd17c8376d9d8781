import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

const orders = [{ orderId: '1', placedAt: '2026-03-02T09:00', grossSales: 10, channel: 'email' }];
const dataset = createDataset({ orders }, { currency: 'DKK', timeZone: 'Europe/Copenhagen' });
const question = { kpi: 'order-count', period: 'all', asOf: 'latest' };

describe('a question of a program without types', () => {
  test.each<[string, unknown]>([
    ['kpi', undefined],
    ['period', 5],
    ['by', ['channel']],
    ['compare', 5],
    ['compare', 'previous-decade'],
    ['compare', ['previous-period', 'x']],
    ['asOf', 20260302],
  ])('%s: %j is named', (option, value) => {
    expect(() => evaluateKpi(dataset, { ...question, [option]: value })).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ option }) }),
    );
  });

  test.each([
    ['comapre', 'compare'],
    ['week-start', 'weekStart'],
    ['wher', 'where'],
    ['colour', undefined],
  ])('an option that there is not, %s, is refused rather than left unread', (option, suggestion) => {
    expect(() => evaluateKpi(dataset, { ...question, [option]: 'x' })).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        details: expect.objectContaining({ option: 'question', value: option, suggestion }),
      }),
    );
    // One that is not set is not asked.
    expect(evaluateKpi(dataset, { ...question, [option]: undefined }).value).toBe(1);
  });

  test('a slip of the finger is answered with what was meant', () => {
    const slip = (option: string, value: string) => () => evaluateKpi(dataset, { ...question, [option]: value });
    expect(slip('kpi', 'order-cuont')).toThrow(/Did you mean order-count\?/);
    expect(slip('by', 'chanel')).toThrow(/Did you mean channel\?/);
    expect(slip('compare', 'previous-yaer')).toThrow(/Did you mean previous-year\?/);
    expect(slip('weekStart', 'Monday')).toThrow(/Did you mean monday\?/);
  });

  test('a data set that is none, and no question at all', () => {
    expect(() => evaluateKpi(undefined as never, question)).toThrow(/dataset/);
    expect(() => evaluateKpi(dataset, undefined as never)).toThrow(/question/);
  });

  test.each([null, [orders[0]], { orders: null }, { orders: 'x' }])('tables that are none: %j', (tables) => {
    expect(() => createDataset(tables as never)).toThrow(expect.objectContaining({ code: 'malformed-data' }));
  });
});

describe('options of a data set', () => {
  const refused = (options: unknown) => {
    const made = () => createDataset({ orders }, options as never);
    return { made, loaded: () => loadDataset({ orders }, options as never) };
  };

  test.each([
    ['timezone', 'timeZone'],
    ['curency', 'currency'],
    ['kpiDefinition', 'kpiDefinitions'],
    ['kpis', undefined],
    ['colour', undefined],
  ])('that there is not, %s, is refused rather than left unread', async (option, suggestion) => {
    const { made, loaded } = refused({ [option]: 'x' });
    const error = expect.objectContaining({
      code: 'bad-option',
      details: expect.objectContaining({ option: 'options', value: option, suggestion }),
    }) as unknown;
    expect(made).toThrow(error);
    await expect(loaded()).rejects.toEqual(error);
  });

  test('may be left open', async () => {
    const { made, loaded } = refused({ colour: undefined, timeZone: undefined });
    expect([made(), await loaded()].map(({ report }) => report.tables[0]?.rows)).toEqual([1, 1]);
  });

  test.each([null, 'csv', 5])('%j is none', async (options) => {
    const { made, loaded } = refused(options);
    expect(made).toThrow(/options: .* Expected an object with currency, timeZone/);
    await expect(loaded()).rejects.toThrow(/options: .* Expected an object with currency, timeZone/);
  });

  test.each([{ id: 'x-y', unit: 'count', formula: 'orders' }, 'orders', [null]])(
    'kpiDefinitions are a list of definitions, not %j',
    async (kpiDefinitions) => {
      const { made, loaded } = refused({ kpiDefinitions });
      expect(made).toThrow(
        expect.objectContaining({ code: 'bad-option', message: expect.stringMatching(/^kpiDefinitions/) as string }),
      );
      await expect(loaded()).rejects.toMatchObject({
        code: 'bad-option',
        message: expect.stringMatching(/^kpiDefinitions/),
      });
    },
  );
});

test('as of a Date is as of its instant', () => {
  const instant = '2026-03-02T12:00:00.000Z';
  const ask = (asOf: string | Date) => evaluateKpi(dataset, { ...question, period: 'today', asOf });
  expect(ask(new Date(instant))).toEqual(ask(instant));
});

describe('rows that were refused', () => {
  const bad = { orderId: '2', placedAt: '2026-03-02', grossSales: '12,50' };

  test('make a figure partial, and are said', () => {
    const some = createDataset({ orders: [...orders, bad] }, { timeZone: 'UTC' });
    expect(evaluateKpi(some, question)).toMatchObject({
      value: 1,
      status: 'partial',
      warnings: [{ code: 'rows-refused', count: 1 }],
    });
  });
});

describe('daily numbers with totals and parts', () => {
  const rows = [
    { date: '2026-03-01', channel: 'email', orders: 100 },
    { date: '2026-03-01', channel: 'direct', orders: 200 },
    { date: '2026-03-02', channel: 'email', orders: 10 },
    { date: '2026-03-02', channel: 'direct', orders: 20 },
    { date: '2026-03-02', channel: '', orders: 31 },
  ];
  const ask = (dailyMeasures: typeof rows, period: string) =>
    evaluateKpi(createDataset({ dailyMeasures }, { timeZone: 'UTC' }), { ...question, period });

  test('a day takes its total where it has one, else the sum of its parts', () => {
    expect(ask(rows, '2026-03-01/2026-03-02').series.map(({ value }) => value)).toEqual([300, 31]);
  });

  test('totals more than 0.5 % off their parts are said', () => {
    expect(ask(rows, '2026-03-02/2026-03-02').warnings).toEqual([{ code: 'totals-differ', measure: 'orders' }]);
    expect(ask(rows, '2026-03-01/2026-03-01').warnings).toEqual([]);
  });
});
