/** DOM and SVG written by hand, with nothing that could be left out: what drawing these cards costs at least. */
import { markup, placesOf, size, write } from './shell.mjs';

const { width, height } = size;
const right = width - 8;
const bottom = height - 10;

/** The paths of one sparkline. */
export function paths({ current, before }) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of current) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  for (const value of before) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const step = right / (current.length - 1);
  const slope = (bottom - 6) / (high - low);
  const line = (values) => {
    let path = '';
    for (let index = 0; index < values.length; index++) {
      const y = bottom - (values[index] - low) * slope;
      path += `${index === 0 ? 'M' : 'L'}${Math.round(index * step * 1000) / 1000},${Math.round(y * 1000) / 1000}`;
    }
    return path;
  };
  const top = line(current);
  const end = bottom - (current[current.length - 1] - low) * slope;
  return {
    top,
    area: `${top}L${right},${height}L0,${height}Z`,
    before: line(before),
    end: Math.round(end * 1000) / 1000,
  };
}

const drawing = (shop) => {
  const { top, area, before, end } = paths(shop);
  return `<svg viewBox="0 0 ${width} ${height}"><path class="area" d="${area}" fill="url(#fade)" /><path class="before" d="${before}" /><path class="line" d="${top}" /><circle class="end" cx="${right}" cy="${end}" r="3" /></svg>`;
};
const gradient = `<svg width="0" height="0"><linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#3858c6" stop-opacity="0.2" /><stop offset="1" stop-color="#3858c6" stop-opacity="0" /></linearGradient></svg>`;

let drawn = [];

export function draw(host, shops) {
  host.innerHTML = shops.map((shop) => markup(shop, drawing(shop))).join('') + gradient;
  drawn = shops.map((_, index) => {
    const places = placesOf(host.children[index]);
    const [area, before, line, end] = places.chart.firstChild.children;
    return { places, area, before, line, end };
  });
}

export function update(shops) {
  drawn.forEach(({ places, ...shapes }, index) => {
    write(places, shops[index]);
    const { top, area, before, end } = paths(shops[index]);
    shapes.area.setAttribute('d', area);
    shapes.before.setAttribute('d', before);
    shapes.line.setAttribute('d', top);
    shapes.end.setAttribute('cy', end);
  });
}
