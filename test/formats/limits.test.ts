import { describe, expect, test } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import { joined, limitsIn, meterOf } from '../../src/core/dataset/limits.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';

/** A text that never ends, as bytes or as strings, and whether somebody has had enough of it. */
function endless(begin: string, more: string, asBytes = true): { stream: ReadableStream; isCancelled: () => boolean } {
  let isCancelled = false;
  let isFirst = true;
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    pull(controller) {
      const text = (isFirst ? begin : '') + more.repeat(Math.ceil(50_000 / more.length));
      isFirst = false;
      controller.enqueue(asBytes ? encoder.encode(text) : text);
    },
    cancel: () => void (isCancelled = true),
  });
  return { stream, isCancelled: () => isCancelled };
}

const csv = ['date,orders\n', '2026-11-01,1\n'] as const;
const limited = (limits: object): LoadOptions => ({ timeZone: 'UTC', settings: { limits } });
const rows = Array.from({ length: 3 }, (_, day) => ({ date: `2026-11-0${day + 1}`, orders: 1 }));

describe('a stream that never ends', () => {
  test.each<[string, readonly [string, string], boolean]>([
    ['of CSV', csv, true],
    ['of CSV as text', csv, false],
    ['of one line of CSV', ['date,orders\n', 'x'], true],
    ['of CSV with an open quote', ['date,orders\n"', 'x\n'], true],
    ['of NDJSON', ['{"date":"2026-11-01","orders":1}\n', '{"date":"2026-11-02","orders":1}\n'], true],
    ['of a JSON list', ['[{"date":"2026-11-01","orders":1}', ',{"date":"2026-11-02","orders":1}'], true],
    ['of a JSON object', ['{"orders":[1', ',1'], true],
    ['of XML', ['<?xml version="1.0"?><result>', '<row/>'], true],
  ])('%s is refused at the limit of bytes, and no more of it is asked for', async (_, [begin, more], asBytes) => {
    const { stream, isCancelled } = endless(begin, more, asBytes);
    await expect(loadDataset(stream as DataInput, limited({ bytes: 1_000_000 }))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('more than 1000000 bytes') as string,
      details: { unit: 'bytes', limit: 1_000_000, megabytes: 1 },
    });
    expect(isCancelled()).toBe(true);
  });

  test.each<[string, readonly [string, string]]>([
    ['of CSV', csv],
    ['of NDJSON', ['{"date":"2026-11-01","orders":1}\n', '{"date":"2026-11-02","orders":1}\n']],
    ['of a JSON list', ['[{"date":"2026-11-01","orders":1}', ',{"date":"2026-11-02","orders":1}']],
  ])('%s is refused at the limit of rows', async (_, [begin, more]) => {
    const { stream, isCancelled } = endless(begin, more);
    await expect(loadDataset(stream as DataInput, limited({ rows: 20_000 }))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('settings.limits.rows') as string,
      details: { unit: 'rows', limit: 20_000 },
    });
    expect(isCancelled()).toBe(true);
  });
});

describe('limits', () => {
  test('what just fits is read', async () => {
    const text = JSON.stringify(rows);
    const { report } = await loadDataset(text, limited({ rows: 3, bytes: text.length }));
    expect(report.tables).toMatchObject([{ rows: 3 }]);
    await expect(loadDataset(text, limited({ bytes: text.length - 1 }))).rejects.toMatchObject({ code: 'too-large' });
    await expect(loadDataset(rows, limited({ rows: 2 }))).rejects.toMatchObject({ details: { found: 3, limit: 2 } });
  });

  test('count the rows of all tables, for createDataset too', () => {
    const refunds = [{ refundId: 'r', orderId: 'o', refundedAt: '2026-11-01', amount: 1 }];
    expect(() => createDataset({ dailyMeasures: rows, refunds }, limited({ rows: 3 }))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  test('five million orders as half a gigabyte are within them', () => {
    const { rows: most, bytes } = limitsIn({});
    expect([most >= 5_000_000, bytes >= 500_000_000]).toEqual([true, true]);
    expect(() => meterOf(limitsIn({}))(500_000_000)).not.toThrow();
  });

  test('data do not set them for themselves', async () => {
    const data = { settings: { limits: { rows: 1e9 } }, dailyMeasures: rows };
    await expect(loadDataset(data, limited({ rows: 2 }))).rejects.toMatchObject({ code: 'too-large' });
    const { settings } = await loadDataset(data, { timeZone: 'UTC' });
    expect(settings['limits']).toBeUndefined();
  });

  test.each([
    [{ rows: 0 }],
    [{ rows: '5' }],
    [{ bytes: NaN }],
    [{ row: 5 }],
    [5],
    [{ __proto__: null, constructor: 1 }],
  ])('that are none, such as %j, are refused by name', async (limits) => {
    await expect(loadDataset(rows, { settings: { limits } })).rejects.toMatchObject({
      code: 'bad-option',
      details: { option: 'settings.limits' },
    });
  });

  test('a text longer than an engine can hold is too large', () => {
    const long = 'x'.repeat(2 ** 29 - 25);
    expect(() => joined(long, 'xx')).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
