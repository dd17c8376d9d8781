import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Words } from '../../view-model/words.js';
import type { Filter } from '../filter.js';

/** A filter of the widget, or what was selected in it: a button that takes it back. */
export function filterChip(filter: Filter, words: Words, isOwn = false): TemplateResult {
  const text = filter.text(words);
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
