import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointView } from '../../src/view-model/view.js';
import { textWidth } from '../../src/visuals/text-width.js';
import { ticksThatFit } from '../../src/visuals/time-ticks.js';
import { lineThrough, point } from './lines.js';

const points = (count: number, more: (index: number) => Partial<PointView>): PointView[] =>
  Array.from({ length: count }, (_, index) => ({ ...point(1, index), ...more(index) }));

const days = (count: number) => points(count, () => ({ start: '2025-11-03', end: '2025-11-03' }));
const months = points(12, (index) => ({ start: '2025-03-01', end: '2025-03-31', tick: `M${index + 1}` }));

const along = (count: number, width: number) => (index: number) => (index / Math.max(1, count - 1)) * width;
const texts = (of: PointView[], width: number) =>
  ticksThatFit(lineThrough(of), along(of.length, width), width, 11).map(({ text }) => text);

describe('labels of a time axis', () => {
  it('all stand where there is room', () => {
    expect(texts(days(3), 600)).toEqual(['1 Nov', '2 Nov', '3 Nov']);
  });

  it('go by whole weeks of days where there is little room', () => {
    expect(texts(days(28), 300)).toEqual(['1 Nov', '8 Nov', '15 Nov', '22 Nov']);
    expect(texts(days(28), 160)).toEqual(['1 Nov', '15 Nov']);
  });

  it('go by hours that divide the day', () => {
    const written = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
    const at = (date: string, hour: number) => ({
      ...{ start: `${date}T${written(hour)}`, end: `${date}T${written(hour)}`, tick: written(hour) },
    });
    const days = points(48, (index) => at(index < 24 ? '2026-03-18' : '2026-03-19', index % 24));
    expect(texts(days, 480)).toEqual(['00:00', '06:00', '12:00', '18:00', '00:00', '06:00', '12:00', '18:00']);
    expect(texts(days, 280)).toEqual(['00:00', '12:00', '00:00', '12:00']);
    // The clock repeats 02:00, or skips it.
    const long = points(25, (index) => at('2026-10-25', index < 3 ? index : index - 1));
    expect(texts(long, 300)).toEqual(['00:00', '06:00', '12:00', '18:00']);
    const short = points(23, (index) => at('2026-03-29', index < 2 ? index : index + 1));
    expect(texts(short, 300)).toEqual(['00:00', '06:00', '12:00', '18:00']);
  });

  it('go by quarters of months', () => {
    expect(texts(months, 160)).toEqual(['M1', 'M4', 'M7', 'M10']);
  });

  it('stand far apart on an axis of centuries', () => {
    expect(texts(days(100_000), 600).length).toBeGreaterThan(2);
  });

  it('are made for the points that are tried, not for all', () => {
    let made = 0;
    const lazy = points(4000, () => ({}));
    for (const one of lazy) {
      const { tick } = one;
      Object.defineProperty(one, 'tick', { get: () => (made++, tick) });
    }
    expect(ticksThatFit(lineThrough(lazy), along(4000, 300), 300, 11).length).toBeGreaterThan(2);
    expect(made).toBeLessThan(60);
  });

  it('never touch and never leave the drawing, at any width, span and in any script', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 90, max: 1600 }),
        fc.constantFrom('5 Nov', '11月5日', '5 listopada', 'Nov 2025'),
        fc.constantFrom('2025-11-03', '2025-11-09', '2025-11-30', '2026-01-31', '2026-11-02', '2040-01-01'),
        (count, width, tick, end) => {
          const some = points(count, () => ({ tick, start: '2025-11-03', end }));
          const ticks = ticksThatFit(lineThrough(some), along(count, width), width, 11);
          const half = textWidth(tick, 11) / 2;
          expect(ticks.length).toBeGreaterThan(0);
          ticks.forEach(({ x }, index) => {
            expect(x - half).toBeGreaterThanOrEqual(-1e-9);
            expect(x + half).toBeLessThanOrEqual(width + 1e-9);
            const next = ticks[index + 1];
            if (next) expect(next.x - x).toBeGreaterThan(2 * half);
          });
        },
      ),
    );
  });
});
