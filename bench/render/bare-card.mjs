/** The template of a card as one writes it first with Lit and D3: two scales, three paths, and words that are given. */
import { area, extent, line, scaleLinear } from 'd3';
import { html, unsafeCSS } from 'lit';
import { size } from './shell.mjs';
import css from './cards.css?inline';

export const styles = unsafeCSS(css);

/** @param {{ name: string, figure: unknown, glyph: string, change: string, against: string, current: number[], before: number[] }} card */
export function bareCard({ name, figure, glyph, change, against, current, before }) {
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
    <div class="figure">${figure}</div>
    <div class="change">
      <svg viewBox="0 0 10 10"><path d=${glyph} /></svg><bdi>${change}</bdi><span>${against}</span>
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
