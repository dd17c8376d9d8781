import { describe, expect, test } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import { checkAddress, namesSecret } from '../../src/source/address.js';
import { plainAddress } from '../../src/source/plain-address.js';

const base = 'https://shop.example/dash/board.html';

function errorOf(address: string, from?: string): KpiError {
  try {
    checkAddress(address, from);
  } catch (error) {
    if (error instanceof KpiError) return error;
  }
  throw new Error('Accepted');
}

describe('addresses', () => {
  test.each([
    ['/api/orders.json', 'https://shop.example/api/orders.json'],
    ['orders.csv?page=2', 'https://shop.example/dash/orders.csv?page=2'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    ['http://localhost:8000/a#part', 'http://localhost:8000/a'],
    [
      '/api?next_token_count=3&keyword=a&sort_key=b',
      'https://shop.example/api?next_token_count=3&keyword=a&sort_key=b',
    ],
  ])('%s is fetched', (address, href) => {
    expect(checkAddress(address, base).href).toBe(href);
  });

  test.each([
    ['javascript:alert(1)', base],
    ['data:text/csv,a', base],
    ['blob:https://shop.example/1', base],
    ['ftp://shop.example/a', base],
    ['orders.csv', 'file:///home/shop/board.html'],
    ['orders.csv', undefined],
    ['https://', base],
  ])('%s is refused', (address, from) => {
    expect(errorOf(address, from).code).toBe('bad-address');
  });

  test.each([
    ['https://me:s3cret@shop.example/a', 'user information'],
    ['https://me@shop.example/a', 'user information'],
    ['/wp-json/wc/v3/orders?consumer_key=ck_1&consumer_secret=s3cret', 'consumer_key'],
    ['/a?page=1&access_token=s3cret', 'access_token'],
    ['/a?ACCESS-TOKEN=s3cret', 'ACCESS-TOKEN'],
    ['/a?api_key=s3cret', 'api_key'],
    ['/a?token=s3cret', 'token'],
    ['/a?db.password=s3cret', 'db.password'],
    ['/a?%74oken=s3cret', 'token'],
    ['ftp://x/a?clientSecret=s3cret', 'clientSecret'],
  ])('the secret in %s is named and not repeated', (address, parameter) => {
    const { code, message, details } = errorOf(address, base);
    expect({ code, details }).toEqual({ code: 'secret-in-address', details: { parameter } });
    expect(message).toContain(parameter);
    expect(message).not.toContain('s3cret');
  });

  test('attributes that sound like secrets', () => {
    expect(['token', 'api-key', 'consumerSecret', 'password'].filter((name) => !namesSecret(name))).toEqual([]);
    expect(['kpi', 'src', 'target', 'by', 'where'].filter(namesSecret)).toEqual([]);
  });

  test('messages show an address without its query', () => {
    expect(plainAddress(new URL('https://a.example:8443/b/c?d=e'))).toBe('https://a.example:8443/b/c');
  });
});
