import { describe, expect, it } from 'vitest';
import { heightMessage, helloMessage, readHeight, readHello } from '../../src/embed/frame-message.js';

const height = heightMessage('a', 180, undefined);
const hello = helloMessage('a', 'n');

describe('messages between a frame and its page', () => {
  it('are read as they were written', () => {
    expect(height).toEqual({ source: 'kpi-elements', version: 1, type: 'height', id: 'a', height: 180 });
    expect(hello).toEqual({ source: 'kpi-elements', version: 1, type: 'hello', id: 'a', nonce: 'n' });
    expect(readHeight(height)).toBe(height);
    expect(readHeight(heightMessage('', 0.5, 'n'))).toMatchObject({ height: 0.5, nonce: 'n' });
    expect(readHello(hello)).toBe(hello);
  });

  it.each([
    undefined,
    null,
    '',
    'height',
    JSON.stringify(height),
    [height],
    {},
    { ...height, source: 'another' },
    { ...height, version: 2 },
    { ...height, version: '1' },
    { ...height, type: 'hello' },
    { ...height, id: undefined },
    { ...height, id: 1 },
    { ...height, id: 'x'.repeat(101) },
    { ...height, height: '180' },
    { ...height, height: 0 },
    { ...height, height: -1 },
    { ...height, height: NaN },
    { ...height, height: Infinity },
    { ...height, nonce: 1 },
    { ...height, nonce: null },
  ])('refuse %j as a height', (data) => {
    expect(readHeight(data)).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    'hello',
    height,
    { ...hello, nonce: undefined },
    { ...hello, nonce: '' },
    { ...hello, id: 7 },
  ])('refuse %j as a hello', (data) => {
    expect(readHello(data)).toBeUndefined();
  });
});
