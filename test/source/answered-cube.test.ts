import { describe, expect, test } from 'vitest';
import type { CubeQuestion } from '../../src/core/evaluate/cube-question.js';
import { answeredCube } from '../../src/source/answered-cube.js';

const question: CubeQuestion = {
  ...{ measures: ['orders', 'visitors'], windows: ['2026-10-01/2026-10-28', '2026-11-01/2026-11-28'], grain: 'day' },
  ...{ by: [], where: 'device=mobile', timeZone: 'Europe/Copenhagen', asOf: '2026-11-20' },
};
const answer = {
  kind: 'kpi-cube',
  version: 1,
  timeZone: 'Europe/Copenhagen',
  buckets: [{ start: '2026-10-04', orders: 3 }],
};
const days = (entityId: string) => [
  { entityId, from: '2026-10-01', to: '2026-10-28' },
  { entityId, from: '2026-11-01', to: '2026-11-20' },
];

describe('the answer to a cube question', () => {
  test('is narrowed as asked, and knows the days that were asked for up to its own', () => {
    expect(answeredCube(answer, question)).toEqual({
      ...answer,
      where: 'device=mobile',
      asOf: '2026-11-20',
      coverage: days('dailyMeasures'),
    });
    const early = answeredCube({ ...answer, asOf: '2026-10-20T12:00:00Z' }, question).coverage;
    expect(early).toEqual([{ entityId: 'dailyMeasures', from: '2026-10-01', to: '2026-10-20' }]);
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
    expect(answeredCube(given, utc)).toMatchObject({ where: '', asOf: '2026-11-20' });
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
});
