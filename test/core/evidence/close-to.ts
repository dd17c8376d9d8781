import { expect } from 'vitest';

/** That a figure is right to nine digits, however small it is. */
export function expectClose(found: number, expected: number, tolerance = 1e-9): void {
  expect(Math.abs(found - expected), `${found} in place of ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  );
}
