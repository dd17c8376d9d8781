/** The bare card again, whose figures and words are ours: what kpi-card costs without its frame, states and looks. */
import { html, LitElement } from 'lit';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.ts';
import { loadDataset } from '../../src/formats/load-dataset.ts';
import { dataEnglish } from '../../src/locale/en/data.ts';
import { completeEnglish, loadMessages } from '../../src/locale/load-messages.ts';
import { cardView } from '../../src/view-model/card-view.ts';
import { createWords } from '../../src/view-model/words.ts';
import { bareCard, styles } from './bare-card.mjs';
import { glyphOf } from './shell.mjs';
import { currency, windows } from './shops.mjs';

let dataset;
let words;

class WordedCard extends LitElement {
  static properties = { name: { attribute: false }, period: { attribute: false } };
  static styles = styles;

  render() {
    const { name, period } = this;
    const question = { kpi: 'net-sales', period, where: `channel='${name}'`, compare: 'previous-period', grain: 'day' };
    const result = evaluateKpi(dataset, { ...question, asOf: 'latest' });
    const view = cardView(result, words, { heading: name });
    const [comparison] = result.comparisons;
    const [{ text: change, against }] = view.changes;
    const valuesOf = ({ series }) => series.map(({ value }) => value);
    return bareCard({
      name: view.heading,
      figure: html`<b aria-label=${view.sentence}>${view.figure.text}</b>`,
      glyph: glyphOf({ total: result.value, totalBefore: comparison.value }),
      ...{ change, against },
      ...{ current: valuesOf(result), before: valuesOf(comparison) },
    });
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
