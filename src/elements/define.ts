/**
 * Registers a tag, once a page: the first definition wins, whichever copy or version of the library it comes from.
 * Does nothing where there is no registry, as on a server.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element) warnOnce(tag);
}

let warned = false;

function warnOnce(tag: string): void {
  if (warned) return;
  warned = true;
  console.warn(`kpi-elements is loaded twice; <${tag}> and its kin stay with the copy that came first.`);
}
