/** One line with its axes. The points lie in arrays before anything is measured. */
import uPlot from 'uplot';
import { colours } from './shell.mjs';

let points;

export function prepare(host, { dates, values }) {
  points = [dates.map((date) => Date.parse(date) / 1000), values];
}

export function draw(host) {
  new uPlot(
    {
      width: 900,
      height: 260,
      legend: { show: false },
      axes: [{}, {}],
      series: [{}, { stroke: colours.line, width: 1.8, fill: colours.area, points: { show: false } }],
    },
    points,
    host,
  );
}
