import { describe, expect, test } from 'vitest';
import type { CubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import { answeredCube } from '../../../src/core/evaluate/answered-cube.js';

const question: CubeQuestion = {
  ...{ measures: ['orders', 'visitors'], windows: ['2026-10-01/2026-10-28', '2026-11-01/2026-11-28'], grain: 'day' },
  ...{ by: [], where: 'device=mobile', timeZone: 'Europe/Copenhagen', asOf: '2026-11-20' },
};
const answer = {
  kind: 'kpi-cube',
  version: 1,
  timeZone: 'Europe/Copenhagen',
  where: 'device=mobile',
  buckets: [{ start: '2026-10-04', orders: 3 }],
};
const days = (entityId: string) => [
  { entityId, from: '2026-10-01', to: '2026-10-28' },
  { entityId, from: '2026-11-01', to: '2026-11-20' },
];

describe('the answer to a cube question', () => {
  test('knows the days that were asked for', () => {
    expect(answeredCube(answer, question)).toEqual({
      ...answer,
      asOf: '2026-11-20',
      coverage: days('dailyMeasures'),
    });
  });

  test.each([
    ['2026-10-20', '2026-10-20'],
    // While a day is running, the one before it is the last that is complete: in Copenhagen it is the 21st already.
    ['2026-10-20T12:00:00Z', '2026-10-19'],
    ['2026-10-20T23:00:00Z', '2026-10-20'],
    ['2026-10-20T23:00', '2026-10-19'],
  ])('of %s knows the days up to %s', (asOf, to) => {
    const from = '2026-10-01';
    expect(answeredCube({ ...answer, asOf }, question)).toMatchObject({
      asOf: to,
      coverage: [{ entityId: 'dailyMeasures', from, to }],
    });
  });

  test('of a later day knows those that were asked for', () => {
    for (const asOf of ['2026-11-21', '2026-11-22T09:00:00Z'])
      expect(answeredCube({ ...answer, asOf }, question)).toMatchObject({
        asOf: '2026-11-20',
        coverage: days('dailyMeasures'),
      });
  });

  test('may be split by more than was asked', () => {
    const by = ['device', 'channel'];
    expect(answeredCube({ ...answer, by }, { ...question, by: ['channel'] }).by).toEqual(by);
  });

  test('without a row knows no measure that it does not name', () => {
    expect(answeredCube({ ...answer, buckets: [] }, question)).toMatchObject({ coverage: days('dailyMeasures') });
    expect(answeredCube({ ...answer, buckets: [] }, question)).not.toHaveProperty('measures');
    const measures = ['orders'];
    expect(answeredCube({ ...answer, buckets: [], measures }, question)).toMatchObject({ measures });
  });

  test('says itself which days it knows; of what it says nothing about they are those that were asked for', () => {
    const coverage = [{ entityId: 'orders', from: '2020-01-01', to: '2026-11-20' }];
    expect(answeredCube({ ...answer, coverage }, question).coverage).toEqual([...coverage, ...days('dailyMeasures')]);
    const all = [{ entityId: 'dailyMeasures', from: '2020-01-01', to: '2026-11-20' }];
    expect(answeredCube({ ...answer, coverage: all }, question).coverage).toEqual(all);
    expect(answeredCube({ ...answer, coverage: [] }, question).coverage).toEqual(days('dailyMeasures'));
  });

  test('may call the zone by another name, and name its members null', () => {
    const utc = { ...question, timeZone: 'UTC', where: '' };
    const given = {
      ...answer,
      timeZone: 'Etc/UTC',
      where: null,
      asOf: null,
      coverage: null,
      windows: null,
      measures: null,
    };
    expect(answeredCube(given, utc)).toMatchObject({ where: null, asOf: '2026-11-20' });
    expect(answeredCube({ ...answer, timeZone: 'Europe/Berlin' }, question).timeZone).toBe('Europe/Berlin');
  });

  test.each<[string, unknown, object]>([
    ['rows', [{ date: '2026-10-04', orders: 3 }], { field: 'kind' }],
    ['text', 'orders', { field: 'kind' }],
    ['nothing', null, { field: 'kind' }],
    ['another zone', { ...answer, timeZone: 'Asia/Tokyo' }, { field: 'timeZone', expected: 'Europe/Copenhagen' }],
    // The same as Copenhagen's in winter alone.
    ['a zone without summer time', { ...answer, timeZone: 'Africa/Lagos' }, { field: 'timeZone' }],
    ['a zone that nobody knows', { ...answer, timeZone: 'Europe/Atlantis' }, { field: 'timeZone' }],
    ['no zone', { ...answer, timeZone: 7 }, { field: 'timeZone' }],
    [
      'other days',
      { ...answer, buckets: [{ start: '2026-01-04', orders: 3 }] },
      { field: 'buckets', expected: '2026-10-01/2026-10-28, 2026-11-01/2026-11-28' },
    ],
    ['no day', { ...answer, asOf: 'yesterday' }, { field: 'asOf', found: '"yesterday"', expected: '2026-11-20' }],
    ['no time', { ...answer, asOf: '2026-11-20 noon' }, { field: 'asOf' }],
    ['the newest day', { ...answer, asOf: 'latest' }, { field: 'asOf' }],
    ['another part', { ...answer, where: 'device=desktop' }, { field: 'where', expected: 'device=mobile' }],
    [
      'another window',
      { ...answer, windows: [{ start: '2026-10-01', end: '2026-10-28', visitors: 9 }] },
      { field: 'windows', expected: '2026-11-01/2026-11-28' },
    ],
  ])('is not %s', (_, value, details) => {
    expect(() => answeredCube(value, question)).toThrow(
      expect.objectContaining({ code: 'malformed-data', details: expect.objectContaining(details) }),
    );
  });

  test.each<[string, object, Partial<CubeQuestion>, string]>([
    [
      'narrowed',
      { where: undefined },
      {},
      'cube answer, where: expected device=mobile, found none. Add "where": "device=mobile" to the answer, once the server goes by it.',
    ],
    [
      'split',
      {},
      { by: ['channel', 'device'] },
      'cube answer, by: expected channel,device, found none. Add "by": ["channel","device"] to the answer, once the server goes by it.',
    ],
    [
      'split by all that was asked',
      { by: ['channel'] },
      { by: ['channel', 'device'] },
      'cube answer, by: expected channel,device, found ["channel"]. It answers another question.',
    ],
    ['split by a list', { by: 'channel' }, { by: ['channel'] }, 'cube answer, by: expected channel, found "channel". '],
    [
      'of all rows',
      {},
      { where: '' },
      'cube answer, where: expected none, found "device=mobile". It answers another question.',
    ],
  ])('has to say that it is %s', (_, given, asked, message) => {
    expect(() => answeredCube({ ...answer, ...given }, { ...question, ...asked })).toThrow(message);
  });
});
