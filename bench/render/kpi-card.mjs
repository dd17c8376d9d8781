/** Ours, as a page would write it: rows in a provider, and a card for each shop, which asks, compares, words and draws. */
import '/cdn/kpi-elements.js';
import { currency, windows } from './shops.mjs';

let provider;

/** Reads the rows, before anything is drawn. */
export async function prepare(host, rows) {
  provider = Object.assign(document.createElement('kpi-provider'), {
    data: rows,
    currency,
    timeZone: 'Europe/Copenhagen',
    grain: 'day',
    period: windows[0].period,
    compare: 'previous-period',
  });
  host.append(provider);
  await provider.updateComplete;
  await provider.refresh();
}

export function draw(_, shops) {
  provider.innerHTML = shops
    .map(({ name }) => `<kpi-card kpi="net-sales" heading="${name}" where="channel='${name}'"></kpi-card>`)
    .join('');
}

/** Another period, over rows that are there. */
export function update(_, turn) {
  provider.period = windows[turn].period;
}

/** Other rows: read, checked, rolled up and drawn. */
export async function replaceRows(rows) {
  provider.data = rows;
}
