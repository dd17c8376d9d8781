import uPlot from 'uplot';
import { cards, colours, size } from './shell.mjs';

const x = Array.from({ length: 90 }, (_, index) => index);
const dataOf = ({ current, before }) => [x, current, before];
const options = {
  ...size,
  padding: [6, 8, 10, 0],
  cursor: { show: false },
  legend: { show: false },
  scales: { x: { time: false } },
  axes: [{ show: false }, { show: false }],
  series: [
    {},
    { stroke: colours.line, width: 1.8, fill: colours.area, points: { show: false } },
    { stroke: colours.before, width: 1.1, dash: [0.5, 3], points: { show: false } },
  ],
};

export const { draw, update } = cards((box, shop) => {
  const chart = new uPlot(options, dataOf(shop), box);
  return (next) => chart.setData(dataOf(next));
});
