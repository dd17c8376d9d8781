import { ContextEvent } from '@lit/context';
import type { LitElement } from 'lit';
import type { SettingsElement } from '../elements/settings-element.js';

/** A pasted place for a widget, where a page keeps no custom tags. */
export const selector = 'div[data-kpi-element]';

const slotName = 'kpi-element';
const dataSelector = 'script[type="application/json"], script[type="text/csv"], table';
/** What every element understands, beside the attributes of its own. */
const understood = ['id', 'lang', 'dir'];

/** Alone in its place, the widget fills it, as its tag would. */
const alone = new CSSStyleSheet();
alone.replaceSync('[hidden] + slot::slotted(*) { block-size: 100% }');

/**
 * One upgraded div: its widget is a child like any other, and what the page wrote stays where it is. Which of the two
 * is seen is decided by slots, so that nothing of the page's own content is touched.
 */
export class Snippet {
  readonly widget: SettingsElement;
  readonly #content = document.createElement('slot');
  readonly #place = document.createElement('slot');
  #text: string | undefined;
  #hasSpoken = false;

  /** @param tag a registered tag of the library */
  constructor(
    private readonly div: HTMLElement,
    readonly tag: string,
  ) {
    // A page that was saved or cloned with its widgets brings them along.
    const kept = [...div.children].find(({ localName, slot }) => localName === tag && slot === slotName);
    this.widget = (kept ?? document.createElement(tag)) as SettingsElement;
    this.widget.slot = slotName;
    this.#place.name = slotName;
    this.follow();
    const shadow = div.shadowRoot ?? div.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [alone];
    shadow.replaceChildren(this.#content, this.#place);
    this.widget.addController(this.#watch);
    div.addEventListener('context-request', this.#passOn);
    if (!kept) div.append(this.widget);
  }

  /** Makes the widget what the div says now. */
  follow(): void {
    const asked = widgetAttributes(this.div, this.tag);
    for (const name of this.widget.getAttributeNames()) {
      if (name !== 'slot' && !asked.has(name)) this.widget.removeAttribute(name);
    }
    for (const [name, value] of asked) {
      if (this.widget.getAttribute(name) !== value) this.widget.setAttribute(name, value);
    }
    if (document.readyState !== 'loading') this.#handOverData();
    if (!this.#hasSpoken) this.#place.hidden = hasContent(this.div, this.widget);
    // A page may have replaced all that the div held: then it has words of its own to show.
    if (this.widget.parentNode !== this.div) this.#content.hidden = false;
  }

  /** Gives the place back to the page's own content. */
  leave(): void {
    this.widget.removeController(this.#watch);
    this.div.removeEventListener('context-request', this.#passOn);
    this.widget.remove();
    this.#content.hidden = false;
  }

  /** Data between the div's tags are data between the widget's tags, once the parser has brought all of them. */
  #handOverData(): void {
    const source = [...this.div.querySelectorAll<HTMLElement>(dataSelector)].find(
      (element) => element.closest(selector) === this.div && !this.widget.contains(element),
    );
    // A script is handed over as text: trusted types take a copy of one for an attempt to run it.
    const text = source instanceof HTMLScriptElement ? source.text : undefined;
    if (text !== this.#text) this.widget.data = this.#text = text;
    const table = source instanceof HTMLTableElement ? (source.cloneNode(true) as HTMLElement) : undefined;
    // What the reader loses in an error is still there, in the page's own content.
    if (table) table.hidden = true;
    const held = this.widget.firstElementChild;
    if (table ? !held?.isEqualNode(table) : held) this.widget.replaceChildren(...(table ? [table] : []));
  }

  /** The page's content gives way once figures are drawn, and comes back beside the words of an error. */
  readonly #watch = {
    hostUpdated: () => {
      void this.widget.updateComplete.then(() => {
        if (this.widget.parentNode !== this.div || this.widget.matches(':state(loading)')) return;
        this.#content.hidden = this.widget.matches(':state(ready)');
        this.#place.hidden = false;
        this.#hasSpoken = true;
      });
    },
  };

  /** A provider stands beside the widgets of its div, not around them: what they ask is asked of it. */
  readonly #passOn = (event: Event) => {
    if (this.tag !== 'kpi-provider' || event.target === this.widget) return;
    event.stopPropagation();
    const { context, contextTarget, callback, subscribe } = event as ContextEvent<never>;
    this.widget.dispatchEvent(new ContextEvent(context, contextTarget, callback, subscribe ?? false));
  };
}

/**
 * What a div says in `data-kpi`, which is `kpi`, and in `data-kpi-…`. A name that the tag does not know keeps its
 * prefix: so it can do nothing (`data-kpi-onclick`), while the widget still sees and refuses a secret.
 */
function widgetAttributes(div: Element, tag: string): Map<string, string> {
  const { observedAttributes } = customElements.get(tag) as typeof LitElement;
  const known = new Set([...observedAttributes, ...understood]);
  const attributes = new Map<string, string>();
  for (const { name, value } of div.attributes) {
    if (name === 'data-kpi') attributes.set('kpi', value);
    if (!name.startsWith('data-kpi-') || name === 'data-kpi-element') continue;
    const own = name.slice('data-kpi-'.length);
    attributes.set(known.has(own) ? own : name, value);
  }
  return attributes;
}

const hasContent = (div: Element, widget: Element) =>
  [...div.childNodes].some(
    (node) =>
      node !== widget && !(node instanceof Comment) && !(node instanceof HTMLScriptElement) && node.textContent?.trim(),
  );
