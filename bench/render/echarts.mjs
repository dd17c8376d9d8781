import { init, use } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { cards, colours, size } from './shell.mjs';

use([LineChart, GridComponent, CanvasRenderer]);
const labels = Array.from({ length: 90 }, (_, index) => index);

export const { draw, update } = cards((box, { current, before }) => {
  const chart = init(box, null, size);
  const common = { type: 'line', symbol: 'none', silent: true };
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 8, top: 6, bottom: 10 },
    xAxis: { type: 'category', show: false, boundaryGap: false, data: labels },
    yAxis: { type: 'value', show: false, scale: true },
    series: [
      { ...common, data: current, lineStyle: { color: colours.line, width: 1.8 }, areaStyle: { color: colours.area } },
      { ...common, data: before, lineStyle: { color: colours.before, width: 1.1, type: [0.5, 3] } },
    ],
  });
  return (next) => chart.setOption({ series: [{ data: next.current }, { data: next.before }] });
});
