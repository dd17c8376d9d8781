import { describe, expect, it } from 'vitest';
import { fetched } from '../../src/core/fetched.js';

describe('a module that is fetched', () => {
  it('is what came', async () => {
    expect(await fetched(Promise.resolve('module'))).toBe('module');
  });

  it.each([
    ['Failed to fetch dynamically imported module: https://shop.example/parts/a.js', 'https://shop.example/parts/a.js'],
    ['error loading dynamically imported module: file:///shop/a.js', 'file:///shop/a.js'],
    ['https://shop.example/parts/a.js cannot be fetched.', 'https://shop.example/parts/a.js'],
    // What some browsers say.
    ['Importing a module script failed.', undefined],
  ])('or names what did not: %s', async (message, address) => {
    const cause = new TypeError(message);
    await expect(fetched(Promise.reject(cause))).rejects.toMatchObject({
      code: 'missing-part',
      message: expect.stringContaining(message),
      details: { address, cause },
    });
  });
});
