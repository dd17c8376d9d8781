import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highest } from '../../src/embed/frame-message.js';
import { createHeights } from '../../src/embed/settle-height.js';

describe('the height that a frame asks for', () => {
  it('is in whole pixels, each once', () => {
    const heights = createHeights();
    expect(heights({ width: 300, height: 180.2, time: 0 })).toBe(181);
    expect(heights({ width: 300, height: 180.9, time: 10 })).toBeUndefined();
    expect(heights({ width: 300, height: 120, time: 20 })).toBe(120);
  });

  it('is not asked for before anything is drawn', () => {
    expect(createHeights()({ width: 300, height: 0, time: 0 })).toBeUndefined();
  });

  it('is capped', () => {
    const heights = createHeights();
    expect(heights({ width: 300, height: 1e9, time: 0 })).toBe(highest);
    expect(heights({ width: 300, height: 2e9, time: 10 })).toBeUndefined();
  });

  it('follows a narrower and a wider frame', () => {
    const heights = createHeights();
    expect(heights({ width: 300, height: 180, time: 0 })).toBe(180);
    expect(heights({ width: 150, height: 240, time: 5000 })).toBe(240);
    expect(heights({ width: 300, height: 180, time: 10_000 })).toBe(180);
  });

  // The page's scrollbar comes where the frame is high and takes the width that made it so.
  it('settles within three messages, however a scrollbar answers', () => {
    const content = fc.integer({ min: 1, max: 6000 });
    fc.assert(
      fc.property(content, content, fc.integer({ min: 0, max: 7000 }), (wide, narrow, room) => {
        const heights = createHeights();
        const asked: number[] = [];
        let frame = 150;
        for (let time = 0; time < 4000; time += 16) {
          const scrolls = frame > room;
          const next = heights({ width: scrolls ? 285 : 300, height: scrolls ? narrow : wide, time });
          if (next !== undefined) asked.push((frame = next));
        }
        expect(asked.length).toBeLessThanOrEqual(3);
        expect(asked.at(-1)).toBeGreaterThanOrEqual(Math.min(frame > room ? narrow : wide, highest));
      }),
    );
  });
});
