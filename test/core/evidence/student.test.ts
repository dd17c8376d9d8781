import { describe, expect, test } from 'vitest';
import { normalTails, z95 } from '../../../src/core/evidence/normal.js';
import { student95, studentTails } from '../../../src/core/evidence/student.js';
import { expectClose } from './close-to.js';

/**
 * Of whole degrees of freedom the tails are a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4), θ = arctan(t ÷ √ν):
 * 1 − sin θ (1 + 1/2 cos² θ + 1·3/(2·4) cos⁴ θ + …) for even ν, 1 − 2/π (θ + sin θ (cos θ + 2/3 cos³ θ + …)) for odd ν.
 */
function byFiniteSum(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const isEven = freedom % 2 === 0;
  let sum = 0;
  let term = isEven ? 1 : cos;
  for (let k = isEven ? 1 : 2; k < freedom; k += 2) {
    sum += term;
    term *= (cos * cos * k) / (k + 1);
  }
  return isEven ? 1 - sin * sum : 1 - (2 / Math.PI) * (angle + sin * sum);
}

describe('whole degrees of freedom', () => {
  test.each([1, 2, 3, 6, 7, 20, 41, 54, 200])('%d', (freedom) => {
    // Beyond 5 % the finite sum has lost too many digits to compare nine of them.
    for (const t of [0.01, 0.4, 1, 1.7, 1.8, 2.1, 2.9]) {
      expectClose(studentTails(t, freedom), byFiniteSum(t, freedom), 1e-11);
      expect(studentTails(-t, freedom)).toBe(studentTails(t, freedom));
    }
  });
});

// The regularised incomplete beta function to 40 digits.
test.each([
  [1.2, 14.9687537106954, 0.24878791567314923],
  [2.5, 9.7292, 0.032047467211967565],
  [40, 2.5, 0.00014195634290493383],
  [100, 6, 6.739380221233851e-11],
  [8, 600, 6.443320486084861e-15],
  [30, 54, 2.3591028657213515e-35],
  [1.7, 1e6, 0.08913123649034876],
  [1.8, 1e6, 0.07186093949968338],
  [6, 1234567.8, 1.9737216378856047e-9],
])('t = %d with %d degrees of freedom', (t, freedom, expected) => expectClose(studentTails(t, freedom), expected));

// qt(0.975, ν) in R.
test.each([
  [1, 12.706204736174705],
  [1.5, 6.0166631044279315],
  [2, 4.302652729749464],
  [6, 2.44691185114497],
  [9.72927716858083, 2.236571422235713],
  [54, 2.004879288188057],
  [1000, 1.9623390808264085],
  [1e6, 1.959966356814107],
])('the 95 %% interval with %d degrees of freedom', (freedom, expected) => expectClose(student95(freedom), expected));

test('with ever more degrees of freedom it is the normal distribution', () => {
  expectClose(studentTails(2.2, 1e9), normalTails(2.2), 1e-8);
  expectClose(student95(1e9), z95, 1e-8);
});

test('the ends', () => {
  expect(studentTails(0, 5)).toBe(1);
  expect(studentTails(Infinity, 5)).toBe(0);
});
