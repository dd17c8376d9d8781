import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/core/catalog/catalog.js';
import { readGiven } from '../../../src/elements/kpi-card/given-figures.js';
import { cardView } from '../../../src/view-model/card-view.js';
import { wordsIn } from '../../view-model/languages.js';

describe('given figures', () => {
  it.each([
    ['1240.5', 1240.5],
    [1240.5, 1240.5],
    [' -3 ', -3],
    ['−3', -3],
    ['3.5%', 0.035],
    ['1e3', 1000],
    ['0', 0],
  ])('reads %j as %d', (value, read) => {
    expect(readGiven({ value }).value).toBe(read);
  });

  it.each([
    [{ value: '3.5%', currency: 'DKK' }, 'percent'],
    [{ value: 0.035, kpi: 'conversion-rate', currency: 'DKK' }, 'percent'],
    [{ value: 12 }, 'count'],
    [{ value: 12.5, currency: 'DKK' }, 'currency'],
    [{ value: 12, unit: 'count', kpi: 'net-sales', currency: 'DKK' }, 'count'],
    // Of what is counted on average there are parts.
    [{ value: 0.42 }, 'ratio'],
    [{ value: 12.5, unit: 'count' }, 'ratio'],
    [{ value: 12, previous: '11.5' }, 'ratio'],
    [{ value: 12, target: '11.5' }, 'ratio'],
    // The page has a currency; only some of its figures are money.
    [{ value: 42, currency: 'DKK', kpi: 'order-count' }, 'count'],
    [{ value: 2.4, currency: 'DKK', kpi: 'units-per-order' }, 'ratio'],
    [{ value: 42, currency: 'DKK', kpi: 'average-order-value' }, 'currency'],
    [{ value: 42, currency: 'DKK', kpi: 'ad-spend', isOwnCurrency: true }, 'currency'],
    [{ value: 42, kpi: 'net-sales' }, 'count'],
  ])('take %j for a %s', (given, unit) => {
    expect(readGiven(given).unit).toBe(unit);
  });

  it('know the shares of the catalogue by their names', () => {
    const called = [...catalog.kpis.values()].filter(({ id }) => /-(rate|margin|share)$/.test(id));
    expect(called.length).toBeGreaterThan(20);
    expect(called.filter(({ unit }) => unit !== 'percent').map(({ id }) => id)).toEqual([]);
  });

  it('know the money of the catalogue by its names', () => {
    const units = [...catalog.kpis.values()].map(({ id, unit }) => ({
      id,
      isMoney: readGiven({ value: 1, kpi: id, currency: 'DKK' }).unit === 'currency',
      shouldBe: unit === 'currency',
    }));
    expect(units.filter(({ isMoney, shouldBe }) => isMoney !== shouldBe)).toEqual([]);
  });

  it.each([
    [{ value: '0.42' }, '0.42', '—'],
    [{ value: '0.0042', previous: '0.0084' }, '0.0042', '−50.0%'],
    [{ value: '12.5', previous: '10' }, '12.50', '+25.0%'],
    [{ value: '0.5', previous: '-0.0042' }, '0.50', '+0.50'],
    [{ value: '1240.5', unit: 'count', previous: '1100' }, '1,240.50', '+12.8%'],
    [{ value: '42', previous: '40' }, '42', '+5.0%'],
  ])('are shown with their decimals: %j', async (given, figure, change) => {
    const view = cardView(readGiven(given), await wordsIn('en'));
    expect([view.figure.text, view.changes[0]?.text ?? '—']).toEqual([figure, change]);
  });

  it.each(['many', '', '1,240', '1.2.3', 'NaN', 'Infinity', '12 kr.'])('refuses %j', (value) => {
    expect(() => readGiven({ value })).toThrow(/^value=/);
  });

  it.each([
    [{ value: '1.240' }, { option: 'value', expected: '1240 or 1.2400' }],
    [
      { value: '−18.250', currency: 'DKK' },
      { option: 'value', expected: '−18250 or −18.2500' },
    ],
    [
      { value: 1, previous: '5.000' },
      { option: 'previous', value: '5.000' },
    ],
    [
      { value: 1, target: '500.000' },
      { option: 'target', expected: '500000 or 500.0000' },
    ],
  ])('refuse what may mean thousands or decimals: %j', (given, details) => {
    expect(() => readGiven(given)).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining(details) as object }) as Error,
    );
  });

  it.each([
    [{ value: 1.24, target: 5.125 }, 1.24],
    [{ value: 18.25 }, 18.25],
    [{ value: 1.125 }, 1.125],
    [{ value: '1.2400' }, 1.24],
    [{ value: '1240.125' }, 1240.125],
    [{ value: '0.125' }, 0.125],
    [{ value: '3.125%' }, 0.03125],
    [{ value: '4.125', unit: 'rating' }, 4.125],
  ])('take for what they are numbers that leave no doubt: %j', (given, read) => {
    expect(readGiven(given).value).toBe(read);
  });

  it('are counted where nothing is said, and money where there is a currency', () => {
    expect(readGiven({ value: 1 }).unit).toBe('count');
    expect(readGiven({ value: 1, currency: 'EUR' })).toMatchObject({ unit: 'currency', currency: 'EUR' });
  });

  it('need a currency for money', () => {
    expect(() => readGiven({ value: 1, unit: 'currency' })).toThrow(/^currency=/);
    expect(() => readGiven({ value: 1, currency: 'kr' })).toThrow(
      /^currency="kr" is not possible. Expected an ISO 4217 code/,
    );
    expect(() => readGiven({ value: 1, currency: 'kr' })).toThrow(
      expect.objectContaining({ details: { option: 'currency', value: 'kr', expected: 'DKK, EUR, …' } }) as Error,
    );
  });

  it.each([
    [
      { value: 1, unit: 'bananas' },
      { option: 'unit', value: 'bananas' },
    ],
    [
      { value: 1, direction: 'sideways' },
      { option: 'direction', value: 'sideways' },
    ],
    [
      { value: 1, previous: 'x' },
      { option: 'previous', value: 'x' },
    ],
    [
      { value: 1, target: 'x' },
      { option: 'target', value: 'x' },
    ],
  ])('refuse %j, naming the attribute', (given, details) => {
    expect(() => readGiven(given)).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining(details) as object }) as Error,
    );
  });

  it('leave out what is empty', () => {
    expect(readGiven({ value: 1, previous: '', target: '' })).toMatchObject({ comparisons: [], target: undefined });
  });
});
