import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { KpiError } from '../core/error.js';
import { failureEnglish } from '../locale/en/failure.js';
import type { Words } from '../view-model/words.js';

/** The `map` that data which are not understood probably need, as it is pasted into the tag; undefined without one. */
export function suggestedMap({ details }: KpiError, words: Words): TemplateResult | undefined {
  const { map } = details;
  if (typeof map !== 'object' || map === null) return undefined;
  const attribute = `map='${JSON.stringify(map).replaceAll("'", '\\u0027')}'`;
  return html`<div>
    <span>${words.saying(failureEnglish).say('suggested-map')}</span>
    <code translate="no">${attribute}</code>
  </div>`;
}
