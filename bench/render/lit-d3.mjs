/** What one writes first with the same two libraries that kpi-card stands on: an element, a template, two scales. */
import { area, extent, line, scaleLinear } from 'd3';
import { html, LitElement, unsafeCSS } from 'lit';
import { againstOf, changeOf, figureOf, glyphOf, size } from './shell.mjs';
import { currency } from './shops.mjs';
import styles from './cards.css?inline';

class BareCard extends LitElement {
  static properties = { shop: { attribute: false } };
  static styles = unsafeCSS(styles);

  render() {
    const { name, current, before } = this.shop;
    const { width, height } = size;
    const x = scaleLinear([0, current.length - 1], [0, width - 8]);
    const y = scaleLinear(extent([...current, ...before]), [height - 10, 6]);
    const path = line((_, index) => x(index), y);
    const ground = area((_, index) => x(index), height, y);
    return html`<article class="card">
      <header>
        <h3>${name}</h3>
        <button aria-label="About this figure">
          <svg viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6" />
            <path d="M8 7.4v3.4M8 5.2v.01" />
          </svg>
        </button>
      </header>
      <div class="figure"><span>${currency} </span><b>${figureOf(this.shop)}</b></div>
      <div class="change">
        <svg viewBox="0 0 10 10"><path d=${glyphOf(this.shop)} /></svg><bdi>${changeOf(this.shop)}</bdi
        ><span>${againstOf(this.shop)}</span>
      </div>
      <div class="chart">
        <svg viewBox="0 0 ${width} ${height}">
          <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
            <stop stop-color="#3858c6" stop-opacity="0.2" />
            <stop offset="1" stop-color="#3858c6" stop-opacity="0" />
          </linearGradient>
          <path class="area" d=${ground(current)} fill="url(#fade)" />
          <path class="before" d=${path(before)} />
          <path class="line" d=${path(current)} />
          <circle class="end" cx=${width - 8} cy=${y(current.at(-1))} r="3" />
        </svg>
      </div>
    </article>`;
  }
}
customElements.define('bare-card', BareCard);

let drawn = [];

export function draw(host, shops) {
  drawn = shops.map((shop) => Object.assign(document.createElement('bare-card'), { shop }));
  host.replaceChildren(...drawn);
}

export function update(shops) {
  drawn.forEach((card, index) => (card.shop = shops[index]));
}
