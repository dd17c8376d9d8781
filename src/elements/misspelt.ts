import type { LitElement } from 'lit';
import { nearest } from '../core/nearest.js';

const tags = ['kpi-card', 'kpi-trend', 'kpi-funnel', 'kpi-scorecard', 'kpi-provider', 'kpi-period'];

/** What a page writes for itself or for a framework: nobody's slip. Our own prefix stands on pasted snippets. */
const foreign = /^(?:data-(?!kpi-)|aria-|v-|hx-)|[^a-z-]/;

const looked = new WeakSet<Element>();
const warned = new Set<string>();

/**
 * Tells the developer, once a page and when it is idle, of attributes that do nothing and were meant to: they are nearly
 * called as one of the element, or another tag of the library has them. Whatever else stands on a tag is the page's own.
 */
export function warnOfMisspelt(element: LitElement): void {
  if (looked.has(element)) return;
  looked.add(element);
  const look = (): void => {
    for (const name of element.getAttributeNames()) {
      const hint = hintFor(name, element);
      const warning = `<${element.localName} ${name}>: there is no such attribute. ${hint}`;
      if (!hint || warned.has(warning)) continue;
      warned.add(warning);
      console.warn(warning);
    }
  };
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(look);
  else setTimeout(look, 200);
}

function hintFor(name: string, { localName, constructor }: LitElement): string | undefined {
  const { observedAttributes, elementProperties } = constructor as typeof LitElement;
  if (observedAttributes.includes(name) || foreign.test(name)) return undefined;
  const plain = name.replace(/^data-kpi-/, '');
  if (name !== 'id') {
    const others = tags.filter((tag) => tag !== localName && attributesOf(tag).includes(name));
    if (others.length > 0)
      return `${others.map((tag) => `<${tag}>`).join(', ')} ${others.length > 1 ? 'have' : 'has'} it.`;
  }
  const properties = [...elementProperties].flatMap(([key, { attribute, state }]) =>
    attribute === false && !state ? String(key) : [],
  );
  const meant = nearest(plain, [...observedAttributes, ...properties]);
  // Fingers seldom slip at once: HTML's own "loading" is no "heading".
  if (meant?.[0] !== plain[0]) return undefined;
  if (properties.includes(meant!)) return `Set the property "${meant}" in a script.`;
  return `Is "${plain === meant ? meant : name.replace(plain, meant!)}" meant?`;
}

const attributesOf = (tag: string): readonly string[] =>
  (customElements.get(tag) as typeof LitElement | undefined)?.observedAttributes ?? [];
