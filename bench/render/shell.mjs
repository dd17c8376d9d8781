/**
 * The part of a card that is no chart, as one would write it by hand: name, button, figure, change. Every contender but
 * kpi-card stands in it, so that they differ in nothing but the chart.
 */
import { before, currency, windows } from './shops.mjs';

/** Of the chart, in px: what kpi-card draws in a column of 240. */
export const size = { width: 238, height: 68 };
export const colours = { line: '#3858c6', area: 'rgb(56 88 198 / 0.12)', before: '#6a7080' };

/** Made when the first card is drawn, as ours are: a formatter takes as long to make as several cards to draw. */
let formats;
const writers = () =>
  (formats ??= {
    number: new Intl.NumberFormat('en', { maximumFractionDigits: 0 }),
    percent: percent(0),
    tenths: percent(1),
    ranges: windows.map((window) => `vs ${dates().formatRange(...before(window))}`),
  });
const percent = (digits) =>
  new Intl.NumberFormat('en', {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });
const dates = () => new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const figureOf = ({ total }) => writers().number.format(total);
export const changeOf = ({ total, totalBefore }) => {
  const change = total / totalBefore - 1;
  return (Math.abs(change) >= 1 ? writers().percent : writers().tenths).format(change).replace('-', '−');
};
/** "vs 9 Jul – 6 Oct" */
export const againstOf = ({ window }) => writers().ranges[window];
export const glyphOf = ({ total, totalBefore }) => (total >= totalBefore ? 'M5 1 9.6 9H.4z' : 'M5 9 .4 1h9.2z');

/** @param {string} chart the markup of the chart */
export const markup = (shop, chart) => `<article class="card">
  <header><h3>${shop.name}</h3><button aria-label="About this figure"><svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" /><path d="M8 7.4v3.4M8 5.2v.01" /></svg></button></header>
  <div class="figure"><span>${currency} </span><b>${figureOf(shop)}</b></div>
  <div class="change"><svg viewBox="0 0 10 10"><path d="${glyphOf(shop)}" /></svg><bdi>${changeOf(shop)}</bdi><span>${againstOf(shop)}</span></div>
  <div class="chart">${chart}</div>
</article>`;

/** The places of a card that an update writes to. */
export const placesOf = (card) => ({
  figure: card.querySelector('b').firstChild,
  glyph: card.querySelector('.change path'),
  change: card.querySelector('bdi').firstChild,
  against: card.querySelector('.change span').firstChild,
  chart: card.lastElementChild,
});

/** Writes what is no chart. */
export function write({ figure, glyph, change, against }, shop) {
  figure.data = figureOf(shop);
  glyph.setAttribute('d', glyphOf(shop));
  change.data = changeOf(shop);
  against.data = againstOf(shop);
}

/**
 * Cards whose chart a library draws.
 * @param {(box: HTMLElement, shop: import('./shops.mjs').Shop) => (shop: import('./shops.mjs').Shop) => void} chart
 *   draws into a box and returns what updates it
 * @returns {{ draw(host: HTMLElement, shops: object[]): void, update(shops: object[]): void }}
 */
export function cards(chart) {
  let drawn = [];
  return {
    draw(host, shops) {
      host.innerHTML = shops.map((shop) => markup(shop, '')).join('');
      drawn = [...host.children].map((card, index) => {
        const places = placesOf(card);
        return { places, updateChart: chart(places.chart, shops[index]) };
      });
    },
    update(shops) {
      drawn.forEach(({ places, updateChart }, index) => {
        write(places, shops[index]);
        updateChart(shops[index]);
      });
    },
  };
}
