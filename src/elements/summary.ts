import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangeView, FigureView, TargetView } from '../view-model/view.js';

/** The hero figure: its digits large, its unit small. What is shortened is read out in full. */
export function figure(view: FigureView): TemplateResult {
  const drawn = inParts(view);
  return view.full === view.text
    ? drawn
    : html`<span aria-hidden="true">${drawn}</span><span class="visually-hidden">${view.full}</span>`;
}

/** One template for each of the usual orders: cheaper to draw than a list of parts. */
function inParts({ parts }: FigureView): TemplateResult {
  const [first, second] = parts;
  if (parts.length !== 2 || !first || !second) return html`${parts.map(part)}`;
  return first.kind === 'unit'
    ? html`<span class="unit">${first.text}</span>${second.text}`
    : html`${first.text}<span class="unit">${second.text}</span>`;
}

const part = ({ kind, text }: FigureView['parts'][number]) =>
  kind === 'unit' ? html`<span class="unit">${text}</span>` : text;

/** The changes of a figure; one alone, as there mostly is, is no list to keep. */
export const changes = ([first, ...others]: readonly ChangeView[]): unknown =>
  first && others.length > 0 ? [first, ...others].map(change) : first && change(first);

/** A change with its glyph, its sign, its figure, and the words of what it is compared with. */
function change(view: ChangeView): TemplateResult {
  return html`<div class="change">
    ${verdict(view)}
    <span class="against" part="comparison">${view.against}</span>
  </div>`;
}

const triangles: Partial<Record<ChangeView['glyph'], string>> = { '▲': 'M5 1 9.6 9H.4z', '▼': 'M5 9 .4 1h9.2z' };

/** A change's glyph, sign and figure. Triangles are drawn: typefaces disagree about their size and place. */
export function verdict({ tone, glyph, text }: ChangeView): TemplateResult {
  const triangle = triangles[glyph];
  return triangle === undefined
    ? html`<span class="verdict ${tone}" part="change"
        >${glyph ? html`<span aria-hidden="true">${glyph}</span>` : nothing}<bdi>${text}</bdi></span
      >`
    : html`<span class="verdict ${tone}" part="change"
        ><svg class="glyph" viewBox="0 0 10 10" aria-hidden="true"><path d=${triangle} /></svg><bdi>${text}</bdi></span
      >`;
}

/** Where the figure stands against its target: a bar of true proportion, and the words; or why it is not held against it. */
export function status(view: TargetView | undefined, note?: string): TemplateResult | typeof nothing {
  if (!view) return note ? html`<div class="status" part="status"><span>${note}</span></div>` : nothing;
  const [length, pace] = [view.share, view.pace?.share ?? 0].map((share) => share * barLength) as [number, number];
  return html`<div class=${view.reached ? 'status reached' : 'status'} part="status">
    <svg class="meter" viewBox="0 0 ${barLength} 4" aria-hidden="true">
      <path class="track" d="M2 2H${barLength - 2}" />
      ${pace > length ? svg`<path class="pace" d="M2 2H${Math.max(2.01, pace - 2)}" />` : nothing}
      ${length > 0 ? svg`<path class="share" d="M2 2H${Math.max(2.01, length - 2)}" />` : nothing}
    </svg>
    <span>${view.reached ? '✓ ' : ''}${view.text}${view.pace ? ` · ${view.pace.text}` : nothing}</span>
  </div>`;
}

/** Px; the line caps are part of it. */
const barLength = 72;
