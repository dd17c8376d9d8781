import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { cards, colours, size } from './shell.mjs';

Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement);
const labels = Array.from({ length: 90 }, (_, index) => index);

export const { draw, update } = cards((box, { current, before }) => {
  const canvas = Object.assign(document.createElement('canvas'), size);
  box.append(canvas);
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels,
      datasets: [
        { data: current, borderColor: colours.line, borderWidth: 1.8, backgroundColor: colours.area, fill: 'start' },
        { data: before, borderColor: colours.before, borderWidth: 1.1, borderDash: [0.5, 3] },
      ],
    },
    options: {
      responsive: false,
      animation: false,
      events: [],
      elements: { point: { radius: 0 } },
      layout: { padding: { top: 6, right: 8, bottom: 10 } },
      scales: { x: { display: false }, y: { display: false } },
    },
  });
  return (next) => {
    const [shown, compared] = chart.data.datasets;
    shown.data = next.current;
    compared.data = next.before;
    chart.update('none');
  };
});
