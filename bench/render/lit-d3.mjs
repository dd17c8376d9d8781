/** What one writes first with the same two libraries that kpi-card stands on: an element, a template, two scales. */
import { html, LitElement } from 'lit';
import { bareCard, styles } from './bare-card.mjs';
import { againstOf, changeOf, figureOf, glyphOf } from './shell.mjs';
import { currency } from './shops.mjs';

class BareCard extends LitElement {
  static properties = { shop: { attribute: false } };
  static styles = styles;

  render() {
    const { shop } = this;
    return bareCard({
      ...shop,
      figure: html`<span>${currency} </span><b>${figureOf(shop)}</b>`,
      glyph: glyphOf(shop),
      change: changeOf(shop),
      against: againstOf(shop),
    });
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
