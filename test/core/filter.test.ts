import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/core/at-once.js';
import type { EntityDefinition } from '../../src/core/catalog/definition.js';
import { datasetBuilder } from '../../src/core/dataset/builder.js';
import { maskOf } from '../../src/core/dataset/mask.js';
import { parametersIn } from '../../src/core/dataset/parameters.js';
import { recordsOf } from '../../src/core/dataset/records.js';
import { tableBuilder } from '../../src/core/dataset/table-builder.js';
import * as rowReader from '../../src/core/dataset/rows.part.js';
import { fieldsIn, parseFilter, readsAsOf } from '../../src/core/filter.js';
import { zoneOf } from '../../src/core/time/zone.js';

const parcels: EntityDefinition = {
  id: 'parcels',
  key: [],
  time: 'sentAt',
  dimensions: [],
  fields: {
    sentAt: { type: 'datetime' },
    promisedAt: { type: 'datetime' },
    arrivedAt: { type: 'datetime' },
    weight: { type: 'decimal' },
    limit: { type: 'decimal' },
    carrier: { type: 'string' },
    channel: { type: 'enum' },
    express: { type: 'bool' },
    goals: { type: 'string[]' },
  },
  derived: { late: 'arrivedAt > promisedAt or arrivedAt empty and promisedAt < asOf', heavy: 'weight ≥ 10' },
};

const rows = [
  {
    ...{ sentAt: '2026-03-01T08:00Z', promisedAt: '2026-03-03T12:00Z', arrivedAt: '2026-03-02T09:00Z' },
    ...{ weight: 2.5, limit: 2.5, carrier: 'post-nord', channel: 'organic-search', express: true, goals: ['a', 'b'] },
  },
  {
    ...{ sentAt: '2026-03-01T09:00Z', promisedAt: '2026-03-02T12:00Z', arrivedAt: '2026-03-02T13:00Z' },
    ...{ weight: 10, limit: 2.25, carrier: 'ups', channel: 'paid-search', express: false, goals: [] },
  },
  { sentAt: '2026-03-01T10:00Z', promisedAt: '2026-03-04T12:00Z', weight: 0, limit: 1, carrier: 'ups', goals: '' },
  { sentAt: '2026-03-01T11:00Z', express: 'no', channel: 'email', goals: 'signup, b' },
];

const builder = tableBuilder(parcels, zoneOf('UTC'));
builder.append(recordsOf(rows));
const { table } = atOnce(builder.finishInSteps());
const passing = (text: string): number[] => {
  const mask = maskOf(parseFilter(text, parcels), table, {
    asOf: Date.parse('2026-03-04T12:00Z'),
    parameters: parametersIn({ organicChannels: ['organic-search', 'email'] }),
  });
  return [...mask].flatMap((mark, row) => (mark === 1 ? row + 1 : []));
};

describe('the filter language', () => {
  test.each([
    ['express', [1]],
    ['not express', [2, 3, 4]],
    ['weight known', [1, 2, 3]],
    ['weight empty', [4]],
    ['arrivedAt known', [1, 2]],
    ['express known', [1, 2, 4]],
    ['goals empty', [2, 3]],
    ['not goals empty', [1, 4]],
    ['weight = 2.5', [1]],
    ['weight ≠ 2.5', [2, 3, 4]],
    ['weight ≥ 2.5', [1, 2]],
    ['weight >= 2.5', [1, 2]],
    ['weight<=2.5', [1, 3]],
    ['weight != 2.5', [2, 3, 4]],
    ['weight > 2.5', [2]],
    ['weight ≤ 2.5', [1, 3]],
    ['weight < 2.5', [3]],
    ['weight ≥ -1', [1, 2, 3]],
    ['weight = limit', [1]],
    ['weight < limit', [3]],
    ['carrier = ups', [2, 3]],
    ['carrier = post-nord', [1]],
    ['carrier ≠ ups', [1, 4]],
    ['carrier = nobody', []],
    ['carrier in (ups, dhl)', [2, 3]],
    ['carrier in (post-nord)', [1]],
    ['not carrier in (post-nord)', [2, 3, 4]],
    ['channel in param(organicChannels)', [1, 4]],
    ['channel in param(paidChannels)', [2]],
    ['arrivedAt ≤ promisedAt', [1]],
    ['promisedAt ≤ asOf', [1, 2, 3]],
    ['promisedAt < asOf', [1, 2]],
    ['weight in (2)', []],
    ['weight', []],
    // `and` binds closer than `or`, `not` closer than both.
    ['express or weight = 0 and carrier = ups', [1, 3]],
    ['(express or weight = 0) and carrier = ups', [3]],
    ['not express and carrier = ups', [2, 3]],
    ['not (express or carrier = ups)', [4]],
    ['not not express', [1]],
    // Derived fields are filters themselves.
    ['heavy', [2]],
    ['late', [2]],
    ['not late and not heavy', [1, 3, 4]],
  ])('%s', (text, expected) => {
    expect(passing(text)).toEqual(expected);
  });

  test.each([
    ['', 0, 'the end', 'a field, "not" or "("'],
    ['express and', 11, 'the end', 'a field, "not" or "("'],
    ['express heavy', 8, 'h', '"and", "or" or the end'],
    ['(express', 8, 'the end', '")"'],
    ['express)', 7, ')', '"and", "or" or the end'],
    ['weight =', 8, 'the end', 'a value without quotes, a field or asOf'],
    ['weight ≥ heavy', 9, 'h', 'a number, a field or asOf'],
    ['carrier in ups', 11, 'u', '"(" or "param("'],
    ['carrier in ()', 12, ')', 'a value without quotes'],
    ['carrier in (ups dhl)', 16, 'd', '")"'],
    ['channel in param(colours)', 17, 'c', 'organicChannels or paidChannels'],
    ['weight ~ 2', 7, '~', '"and", "or" or the end'],
    ['alert(1)', 5, '(', '"and", "or" or the end'],
  ])('%j is wrong at character %d', (filter, position, found, expected) => {
    expect(() => parseFilter(filter, parcels)).toThrow(
      expect.objectContaining({ code: 'bad-formula', details: { filter, position, found, expected } }),
    );
  });

  test('says which fields it reads, and whether it looks at the clock', () => {
    const late = parseFilter('late and carrier in (ups) and not express', parcels);
    expect([...new Set(fieldsIn(late))]).toEqual(['arrivedAt', 'promisedAt', 'carrier', 'express']);
    expect(
      ['late', 'not late', 'heavy', 'weight = limit'].map((text) => readsAsOf(parseFilter(text, parcels))),
    ).toEqual([true, true, false, false]);
  });
});

describe('parameters', () => {
  test('are the shop’s where it sets them, else the catalogue’s', () => {
    expect(parametersIn({ cartWindowHours: 48, rates: {} })).toMatchObject({ cartWindowHours: 48, maxStaleDays: 7 });
  });

  test('with a slip in the name are refused, with the name that was meant; other names are the page’s own', () => {
    expect(() => datasetBuilder({ settings: { taxTretment: 'inclusive' } })).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        message: 'settings: there is no "taxTretment". Did you mean taxTreatment?',
        details: expect.objectContaining({
          option: 'settings',
          value: 'taxTretment',
          suggestion: 'taxTreatment',
        }) as unknown,
      }),
    );
    expect(() => datasetBuilder({ settings: { controltotals: [] } })).toThrow('controlTotals');
    expect(datasetBuilder({ settings: { theirs: 1 } }).finish(rowReader).parameters).toEqual(parametersIn({}));
  });

  test.each([
    ['cartWindowHours', '24'],
    ['cartWindowHours', -1],
    ['maxStaleDays', Infinity],
    ['paidChannels', 'paid-search'],
    ['organicChannels', [1]],
  ])('%s %j is refused', (id, value) => {
    expect(() => datasetBuilder({ settings: { [id]: value } })).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        details: expect.objectContaining({ option: `settings.${id}`, value }) as unknown,
      }),
    );
  });
});
