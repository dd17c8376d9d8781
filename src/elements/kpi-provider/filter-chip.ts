import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { selectionText } from '../view-model/selection-text.js';
import type { Words } from '../view-model/words.js';
import type { Filter } from './filter.js';

const filterText = ({ selection, by }: Filter, words: Words): string => selectionText({ ...selection, by }, words);

/** A filter of the widget, or what was selected in it: a button that takes it back. */
export function filterChip(filter: Filter, words: Words, isOwn = false): TemplateResult {
  const text = filterText(filter, words);
  const take = (event: Event) => {
    // The chip is about to go: the focus stays near.
    const chip = event.currentTarget as HTMLElement;
    const next = chip.parentElement?.querySelector<HTMLElement>(`.chip:not(:focus)`);
    (next ?? (chip.getRootNode() as ShadowRoot).querySelector<HTMLElement>('button:not(.chip)'))?.focus();
    filter.remove();
  };
  return html`<button
    class=${isOwn ? 'chip own' : 'chip'}
    part="filter"
    title=${text}
    aria-label=${words.say(isOwn ? 'filter.deselect' : 'filter.remove', { filter: text })}
    @click=${take}
  >
    <bdi>${text}</bdi>
    <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M2 2l6 6M8 2 2 8" /></svg>
  </button>`;
}

/** Which selections filter a widget, which one was made in it, and which it cannot follow. */
export function filterChips(
  { own, applied, ignored }: Readonly<Record<'own' | 'applied' | 'ignored', readonly Filter[]>>,
  words: Words,
): TemplateResult | typeof nothing {
  if (own.length + applied.length + ignored.length === 0) return nothing;
  const unfollowed = words.say('filter.ignored', { filter: ignored.map((one) => filterText(one, words)).join(', ') });
  return html`<div class="filters">
    ${own.map((filter) => filterChip(filter, words, true))} ${applied.map((filter) => filterChip(filter, words))}
    ${
      ignored.length > 0
        ? html`<span class="unfiltered" part="filter" title=${unfollowed}>${unfollowed}</span>`
        : nothing
    }
  </div>`;
}
