/** The floor of a card without a chart. */
import { markup, placesOf, write } from './shell.mjs';

let drawn = [];

export function draw(host, shops) {
  host.innerHTML = shops.map((shop) => markup(shop, '')).join('');
  for (const { lastElementChild } of host.children) lastElementChild.remove();
  drawn = [...host.children].map(placesOf);
}

export function update(shops) {
  drawn.forEach((places, index) => write(places, shops[index]));
}
