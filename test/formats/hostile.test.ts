import { describe, expect, test } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const elements = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const order = (more: string) => `[{"orderId":"a","placedAt":"2026-11-01",${more}}]`;
/** Each ten times the one before: a gigabyte, were they read. */
const bomb = [
  '<!ENTITY e0 "0123456789">',
  ...Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`),
].join('');
const digits = '9'.repeat(1e6);

// What a page cannot choose: whoever can write a field of an order can write these.
describe('hostile data', () => {
  test.each([
    ['lists in lists', lists(10_000)],
    ['objects in objects', objects(10_000)],
    ['a table that is a deep list', `{"orders":${lists(10_000)}}`],
    ['an option that is a deep object', `{"currency":${objects(10_000)},"orders":[]}`],
    ['an end that never comes', '['.repeat(100_000)],
    ['tables by the names of an object’s own', '{"__proto__":[{"a":1}],"constructor":[{"b":1}]}'],
    ['lists in lists, a line', `${lists(10_000)}\n${lists(10_000)}`],
    ['elements in elements', `<?xml version="1.0"?>${elements(10_000)}`],
    ['elements in a report', `<result><nb_visits>${elements(10_000)}</nb_visits></result>`],
    ['elements that never end', `<result>${'<a>'.repeat(100_000)}`],
    ['entities of entities', `<?xml version="1.0"?><!DOCTYPE a [${bomb}]><result><nb_visits>&e9;</nb_visits></result>`],
    ['entities of an object’s own', '<result><nb_visits>&valueOf;</nb_visits></result>'],
    ['a table without end', '<table>'.repeat(10_000)],
  ])('%s: a clear refusal', async (_, text) => {
    const error: unknown = await loadDataset(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KpiError);
    expect((error as KpiError).message.length).toBeLessThan(1000);
  });

  test.each([
    ['a deep object for an amount', order(`"grossSales":${objects(10_000)}`)],
    ['a deep list for an amount', order(`"grossSales":${lists(10_000)}`)],
    ['a million digits', order(`"grossSales":${digits}`)],
    ['a million digits as text', order(`"grossSales":"${digits}"`)],
    ['a million digits in CSV', `orderId,placedAt,grossSales\na,2026-11-01,${digits}\n`],
  ])('%s: the row is refused, briefly', async (_, text) => {
    const { report } = await loadDataset(text);
    expect(report.tables).toMatchObject([{ rows: 0, refused: 1, issues: [{ field: 'grossSales' }] }]);
    expect(report.tables[0]!.issues[0]!.reason.length).toBeLessThan(200);
  });

  test.each([
    ['names of an object’s own', order('"grossSales":10,"__proto__":{"grossSales":99},"constructor":2')],
    ['the same as CSV', '__proto__,constructor,orderId,placedAt,grossSales\n1,2,a,2026-11-01,10\n'],
    ['halves of characters', order('"grossSales":10,"channel":"\\udfff","country":"\\ud800"')],
  ])('%s are data', async (_, text) => {
    const dataset = await loadDataset(text);
    const question = { kpi: 'total-sales', period: 'all', compare: 'none', asOf: 'latest' };
    expect(evaluateKpi(dataset, question).value).toBe(10);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
