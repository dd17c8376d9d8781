/** Ours where the figures are given: nothing is computed, and there is no sparkline to draw. */
import '/cdn/kpi-elements.js';
import { currency } from './shops.mjs';

let cards = [];

export function draw(host, shops) {
  host.innerHTML = shops
    .map(
      ({ name, total, totalBefore }) =>
        `<kpi-card heading="${name}" value="${total}" previous="${totalBefore}" currency="${currency}"></kpi-card>`,
    )
    .join('');
  cards = [...host.children];
}

export function update(shops) {
  cards.forEach((card, index) => {
    card.value = shops[index].total;
    card.previous = shops[index].totalBefore;
  });
}
