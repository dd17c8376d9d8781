import { areaY, lineY, plot } from '@observablehq/plot';
import { cards, colours, size } from './shell.mjs';

const drawing = ({ current, before }) => {
  const low = Math.min(...current, ...before);
  return plot({
    ...size,
    axis: null,
    margin: 0,
    marginTop: 6,
    marginRight: 8,
    marginBottom: 10,
    marks: [
      areaY(current, { y1: low, y2: current, fill: colours.area }),
      lineY(before, { stroke: colours.before, strokeWidth: 1.1, strokeDasharray: '0.5 3' }),
      lineY(current, { stroke: colours.line, strokeWidth: 1.8 }),
    ],
  });
};

// Plot has no update: one draws anew.
export const { draw, update } = cards((box, shop) => {
  box.append(drawing(shop));
  return (next) => box.replaceChildren(drawing(next));
});
