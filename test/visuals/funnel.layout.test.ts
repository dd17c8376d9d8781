import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunnelResult } from '../../src/core/evaluate/funnel-result.js';
import { funnelView } from '../../src/view-model/funnel-view.js';
import { funnelLayout } from '../../src/visuals/funnel.layout.js';
import { inColumns } from '../../src/visuals/funnel-room.js';
import type { FunnelLayout, FunnelRoom } from '../../src/visuals/funnel.layout.js';
import { labelWidth, sizes } from '../../src/visuals/funnel-pen.js';
import type { BlockKind, Box, Label } from '../../src/visuals/funnel-pen.js';
import { figuresOf, funnelOf, purchase, shopFunnel } from '../view-model/funnels.js';
import { wordsIn } from '../view-model/languages.js';

const en = await wordsIn('en');
const languages = await Promise.all((['en', 'da', 'pl', 'zh-Hant'] as const).map((language) => wordsIn(language)));

const layOut = (result: FunnelResult, room: Partial<FunnelRoom> = {}, words = en): FunnelLayout =>
  funnelLayout(funnelView(result, words), { width: 720, height: 340, mirrored: false, ...room });

const blocks = ({ blocks: all }: FunnelLayout, kind: BlockKind) => all.filter((block) => block.kind === kind);

/** Where a label is seen, from the estimate that the layout trusts. */
function boxOf({ look, glyph, text, x, y, end }: Label): Box {
  const width = labelWidth(look, text) + (glyph ? 13 : 0);
  // Digits and capitals, down to the descenders.
  const [above, below] = [0.72 * sizes[look], 0.2 * sizes[look]];
  return { x: end ? x - width : x, y: y - above, width, height: above + below };
}

/** A mark of what a rate was is 2 px wide and stands on its point. */
const isWithin = ({ x, y, width, height }: Box, whole: FunnelLayout): boolean =>
  x >= -1.01 && x + width <= whole.width + 1.01 && y >= -0.01 && y + height <= whole.height + 0.01;

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

describe('stages beside each other', () => {
  // 1000 visits, of which 400 and then 100 go on, against 800, 400 and 50.
  const result = funnelOf({ counts: [1000, 400, 100], before: [800, 400, 50] }, {}, purchase.slice(0, 3));
  const layout = layOut(result);

  it('have bars in true proportion, from one zero', () => {
    const bars = blocks(layout, 'bar');
    const [first] = bars;
    bars.forEach(({ height }, index) => expect(height / first!.height).toBeCloseTo([1, 0.4, 0.1][index]!, 9));
    const feet = bars.map(({ y, height }) => y + height);
    for (const foot of feet) expect(foot).toBeCloseTo(feet[0]!);
    expect(new Set(bars.map(({ width }) => width.toFixed(6))).size).toBe(1);
  });

  it('lose what the bar before had more, and the comparison has the same scale', () => {
    const [bars, lost, ghosts] = [blocks(layout, 'bar'), blocks(layout, 'lost'), blocks(layout, 'ghost')];
    expect(lost.map(({ stage }) => stage)).toEqual([1, 2]);
    for (const { stage, y, height } of lost) {
      // On top of the bar, up to the level of the one before.
      expect(y + height).toBeCloseTo(bars[stage]!.y);
      expect(y).toBeCloseTo(bars[stage - 1]!.y);
    }
    ghosts.forEach(({ height }, index) => expect(height / bars[0]!.height).toBeCloseTo([0.8, 0.4, 0.05][index]!, 9));
  });

  it('fill the width, and each is pointed at in its own column', () => {
    const bars = blocks(layOut(funnelOf({ counts: [400, 300, 200] })), 'bar');
    expect(bars[0]!.x).toBe(0);
    expect(bars.at(-1)!.x + bars.at(-1)!.width).toBeCloseTo(720);
    const { spots } = layout;
    expect(spots.map(({ stage }) => stage)).toEqual([0, 1, 2]);
    spots.slice(1).forEach((spot, index) => expect(spot.x).toBeCloseTo(spots[index]!.x + spots[index]!.width));
    expect(spots.at(-1)!.x + spots.at(-1)!.width).toBeCloseTo(720);
  });

  it('show their rates on a scale of their own, with what they were', () => {
    const [scales, reaches, was] = (['scale', 'reach', 'was'] as const).map((kind) => blocks(layout, kind));
    const shares = reaches!.map(({ width }, index) => width / scales![index]!.width);
    // 400 of 1000 and 100 of 400; before it was 400 of 800 and 50 of 400.
    expect(shares).toEqual([0.4, 0.25]);
    const marks = was!.map(({ x, width }, index) => (x + width / 2 - scales![index]!.x) / scales![index]!.width);
    marks.forEach((mark, index) => expect(mark).toBeCloseTo([0.5, 0.125][index]!));
  });

  it('cap a larger stage at the one before, and set off what entered there', () => {
    const larger = layOut(funnelOf({ counts: [400, 500] }, { mode: 'open' }, purchase.slice(0, 2)));
    const [bars, [entered]] = [blocks(larger, 'bar'), blocks(larger, 'entered')];
    expect(bars[1]!.height).toBeCloseTo(bars[0]!.height);
    expect(entered!.height / bars[0]!.height).toBeCloseTo(0.25);
    expect(entered!.y + entered!.height).toBeCloseTo(bars[1]!.y);
    expect(blocks(larger, 'lost')).toEqual([]);
    expect(larger.labels.some(({ text }) => text === '+100 entered here')).toBe(true);
  });
});

describe('stages below each other', () => {
  const layout = layOut(shopFunnel(), { width: 282 });

  it('stand so where columns have no room', () => {
    expect(inColumns(5, 559)).toBe(false);
    expect(inColumns(5, 560)).toBe(true);
    const bars = blocks(layout, 'bar');
    bars.slice(1).forEach(({ y }, index) => expect(y).toBeGreaterThan(bars[index]!.y));
    for (const { x } of bars) expect(x).toBe(0);
  });

  it('have bars in true proportion, and beside them what was lost', () => {
    const bars = blocks(layout, 'bar');
    const counts = [84_210, 48_120, 9_860, 5_120, 2_894];
    bars.forEach(({ width }, index) => expect(width / bars[0]!.width).toBeCloseTo(counts[index]! / counts[0]!));
    for (const { stage, x, width } of blocks(layout, 'lost')) {
      expect(x).toBeCloseTo(bars[stage]!.width);
      expect(x + width).toBeCloseTo(bars[stage - 1]!.width);
    }
  });
});

describe('segments', () => {
  const segments = [
    { key: 'mobile', ...figuresOf({ counts: [100, 50, 10] }, purchase) },
    { key: 'desktop', ...figuresOf({ counts: [50, 40, 20] }, purchase) },
  ];
  const whole = funnelOf({ counts: [150, 90, 30] }, { by: 'device', segments }, purchase.slice(0, 3));

  it.each([720, 282])('are compared on one scale of rates in %d px', (width) => {
    const layout = layOut(whole, { width });
    const [scales, reaches] = [blocks(layout, 'scale'), blocks(layout, 'reach')];
    // Two steps of the whole and both segments; all together they have no scale but the largest of them.
    expect(new Set(scales.map(({ width: length }) => length.toFixed(6)))).toHaveProperty('size', 1);
    expect(scales).toHaveLength(6);
    const full = scales[0]!.width;
    const shareOf = (stage: number, segment: number | undefined) =>
      reaches.filter((each) => each.stage === stage && each.segment === segment).map((each) => each.width / full);
    expect(shareOf(1, 0)[0]).toBeCloseTo(0.5);
    expect(shareOf(1, 1)[0]).toBeCloseTo(0.8);
    expect(shareOf(2, undefined)[0]).toBeCloseTo(1 / 3);
    // Of the first stage: 10 % and 40 %, the larger one as long as there is room.
    const [mobile, desktop] = [shareOf(2, 0)[1]!, shareOf(2, 1)[1]!];
    expect(mobile / desktop).toBeCloseTo(0.25);
    expect(desktop).toBeCloseTo(1);
  });

  it('can each be pointed at, stage by stage', () => {
    const { spots } = layOut(whole);
    for (const segment of [undefined, 0, 1]) {
      for (const stage of [0, 1, 2]) {
        expect(spots.some((spot) => spot.stage === stage && spot.segment === segment)).toBe(true);
      }
    }
  });
});

describe('whatever is drawn', () => {
  const counts = fc
    .integer({ min: 2, max: 7 })
    .chain((length) =>
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: length, maxLength: length }),
        fc.option(fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: length, maxLength: length })),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: length, maxLength: length }),
        fc.boolean(),
      ),
    );
  const funnels = fc
    .tuple(
      counts,
      fc.array(fc.constantFrom('mobile', 'organic-search', 'Email newsletter subscribers'), { maxLength: 8 }),
    )
    .map(([[shown, before, skipped, falls], names]): FunnelResult => {
      const order = (list: readonly number[]) => (falls ? [...list].sort((a, b) => b - a) : list);
      const group = {
        counts: order(shown),
        // Whoever is in the first stage has skipped none.
        skipped: [0, ...skipped.slice(1)],
        orderValue: 443.8,
        worst: { stage: shown.length - 1, fell: false },
        ...(before && { before: order(before) }),
      };
      const measures = [...purchase, 'adClicks', 'adImpressions'];
      const segments = names.map((key) => ({ key, ...figuresOf(group, measures) }));
      return funnelOf(group, names.length > 0 ? { by: 'channel', segments } : {}, measures);
    });
  const room = fc.record({
    width: fc.integer({ min: 244, max: 1400 }),
    height: fc.integer({ min: 100, max: 900 }),
    mirrored: fc.boolean(),
  });

  it('no label covers another or leaves the drawing, in any language, from either side', () => {
    fc.assert(
      fc.property(funnels, room, fc.constantFrom(...languages), (result, size, words) => {
        const layout = layOut(result, size, words);
        expect(layout.height).toBeGreaterThanOrEqual(layout.least);
        const boxes = layout.labels.map((label) => ({ text: label.text, ...boxOf(label) }));
        const outside = boxes.filter((box) => !isWithin(box, layout));
        const covered = boxes.filter((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
        expect({ outside, covered }).toEqual({ outside: [], covered: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('no label stands on a bar', () => {
    fc.assert(
      fc.property(funnels, room, (result, size) => {
        const layout = layOut(result, size);
        const solid = (['bar', 'reach'] as const).flatMap((kind) => blocks(layout, kind));
        const hidden = layout.labels.filter((label) => solid.some((block) => overlap(boxOf(label), block)));
        expect(hidden).toEqual([]);
      }),
    );
  });

  it('everything stays inside the drawing, and mirrors', () => {
    fc.assert(
      fc.property(funnels, room, (result, size) => {
        const [layout, mirrored] = [
          layOut(result, { ...size, mirrored: false }),
          layOut(result, { ...size, mirrored: true }),
        ];
        expect(layout.blocks.filter((block) => !isWithin(block, layout))).toEqual([]);
        const turned = layout.blocks.map(({ x, width }) => layout.width - x - width);
        mirrored.blocks.forEach(({ x }, index) => expect(x).toBeCloseTo(turned[index]!));
        expect(mirrored.spots.map(({ y }) => y)).toEqual(layout.spots.map(({ y }) => y));
      }),
    );
  });
});
