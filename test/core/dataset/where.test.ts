import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhere, writeWhere } from '../../../src/core/dataset/where.js';

const read = (where: Parameters<typeof parseWhere>[0]) =>
  parseWhere(where).map(({ dimension, values, not }) => [dimension, not ? '!=' : '=', ...values]);

describe('which rows count', () => {
  test.each([
    ['channel=email', [['channel', '=', 'email']]],
    ['channel=email,organic-search', [['channel', '=', 'email', 'organic-search']]],
    ['device!=mobile', [['device', '!=', 'mobile']]],
    [
      '  channel=email   device!=mobile ',
      [
        ['channel', '=', 'email'],
        ['device', '!=', 'mobile'],
      ],
    ],
    [`campaign='Black Friday, DK'`, [['campaign', '=', 'Black Friday, DK']]],
    [`campaign="it's on",plain,'a b'`, [['campaign', '=', `it's on`, 'plain', 'a b']]],
    [`channel=''`, [['channel', '=', '']]],
    [`campaign='it''s "on"','','''',b`, [['campaign', '=', `it's "on"`, '', `'`, 'b']]],
    ['country=日本', [['country', '=', '日本']]],
    ['campaign=a=b', [['campaign', '=', 'a=b']]],
    ['', []],
    ['   ', []],
    [undefined, []],
    [{ channel: 'email' }, [['channel', '=', 'email']]],
    [
      { channel: ['email', 'direct'], device: { not: 'mobile' } },
      [
        ['channel', '=', 'email', 'direct'],
        ['device', '!=', 'mobile'],
      ],
    ],
    [{ device: { not: ['mobile', 'tablet'] } }, [['device', '!=', 'mobile', 'tablet']]],
    [{}, []],
  ])('%j', (where, conditions) => {
    expect(read(where)).toEqual(conditions);
  });

  test.each([
    'channel',
    'channel=',
    '=email',
    'channel==email ,',
    'channel = email',
    `campaign='Black Friday`,
    'channel=email,',
    'channel=email,,direct',
    'channel<email',
    'chan nel=email',
  ])('%j cannot be read', (where) => {
    expect(() => parseWhere(where)).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        details: expect.objectContaining({ option: 'where', value: where }),
      }),
    );
  });

  test.each([{ channel: 1 }, { channel: [] }, { channel: null }, { channel: { not: 1 } }, { channel: [null] }])(
    '%j is no condition',
    (where) => {
      expect(() => parseWhere(where as never)).toThrow(expect.objectContaining({ code: 'bad-option' }));
    },
  );
});

test('conditions in a list all count, however they are written', () => {
  expect(parseWhere(['channel!=paid', { channel: 'email' }])).toEqual([
    { dimension: 'channel', values: new Set(['paid']), not: true },
    { dimension: 'channel', values: new Set(['email']), not: false },
  ]);
});

describe('conditions as text', () => {
  test('are sorted, and each is there once', () => {
    const conditions = parseWhere([`device!=mobile channel=b,a,b`, { channel: ['a', 'b'], campaign: `it's, on` }]);
    expect(writeWhere(conditions)).toBe(`campaign='it''s, on' channel=a,b device!=mobile`);
    expect(writeWhere([])).toBe('');
  });

  test('are read as what they were, whatever they hold', () => {
    const values = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    const all = fc.array(
      fc.record({
        dimension: fc.constantFrom('channel', 'campaign'),
        values: values.map((list) => new Set(list)),
        not: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(all, (conditions) => {
        const text = writeWhere(conditions);
        expect(writeWhere(parseWhere(text))).toBe(text);
        const held = (list: typeof conditions) =>
          new Set(list.map((one) => JSON.stringify([one.dimension, one.not, [...one.values].sort()])));
        expect(held(parseWhere(text) as typeof conditions)).toEqual(held(conditions));
      }),
    );
  });
});
