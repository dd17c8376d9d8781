/** The bare card again, whose figures and words are ours: what kpi-card costs without its frame, states and looks. */
import { area, extent, line, scaleLinear } from 'd3';
import { html, LitElement, unsafeCSS } from 'lit';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.ts';
import { loadDataset } from '../../src/formats/load-dataset.ts';
import { dataEnglish } from '../../src/locale/en/data.ts';
import { completeEnglish, loadMessages } from '../../src/locale/load-messages.ts';
import { cardView } from '../../src/view-model/card-view.ts';
import { createWords } from '../../src/view-model/words.ts';
import { glyphOf, size } from './shell.mjs';
import { currency, windows } from './shops.mjs';
import styles from './cards.css?inline';

let dataset;
let words;

class WordedCard extends LitElement {
  static properties = { name: { attribute: false }, period: { attribute: false } };
  static styles = unsafeCSS(styles);

  render() {
    const { name, period } = this;
    const question = { kpi: 'net-sales', period, where: `channel='${name}'`, compare: 'previous-period', grain: 'day' };
    const result = evaluateKpi(dataset, { ...question, asOf: 'latest' });
    const view = cardView(result, words, { heading: name });
    const current = result.series.map(({ value }) => value);
    const before = result.comparisons[0].series.map(({ value }) => value);
    const { width, height } = size;
    const x = scaleLinear([0, current.length - 1], [0, width - 8]);
    const y = scaleLinear(extent([...current, ...before]), [height - 10, 6]);
    const path = line((_, index) => x(index), y);
    const ground = area((_, index) => x(index), height, y);
    const [change] = view.changes;
    const total = { total: result.value, totalBefore: result.comparisons[0].value };
    return html`<article class="card" aria-label=${view.sentence}>
      <header>
        <h3>${view.heading}</h3>
        <button aria-label="About this figure">
          <svg viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6" />
            <path d="M8 7.4v3.4M8 5.2v.01" />
          </svg>
        </button>
      </header>
      <div class="figure"><b>${view.figure.text}</b></div>
      <div class="change">
        <svg viewBox="0 0 10 10"><path d=${glyphOf(total)} /></svg><bdi>${change.text}</bdi
        ><span>${change.against}</span>
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
customElements.define('bare-card', WordedCard);

let drawn = [];

/** Reads the rows, before anything is drawn. */
export async function prepare(_, rows) {
  completeEnglish(dataEnglish);
  words = createWords(await loadMessages('en'), 'en');
  dataset = await loadDataset(rows, { currency, timeZone: 'Europe/Copenhagen' });
}

export function draw(host, shops) {
  drawn = shops.map(({ name }) =>
    Object.assign(document.createElement('bare-card'), { name, period: windows[0].period }),
  );
  host.replaceChildren(...drawn);
}

export function update(_, turn) {
  for (const card of drawn) card.period = windows[turn].period;
}
