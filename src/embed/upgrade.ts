import { selector, Snippet } from './snippet.js';

const snippets = new WeakMap<Element, Snippet>();
const refused = new WeakSet<Element>();
const observer = new MutationObserver(keepUp);

/**
 * Puts a widget into every `<div data-kpi-element="kpi-card" data-kpi="net-sales" …>` of a document, a shadow root or
 * an element, and into those that come later.
 *
 * @param root default: the document
 */
export function upgrade(root: ParentNode & Node = document): void {
  // A snippet is watched more closely, and a second watch would take the place of the first.
  const closely = root instanceof Element && snippets.has(root);
  if (!closely) observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-kpi-element'] });
  upgradeWithin(root);
}

function upgradeWithin(root: ParentNode & Node): void {
  if (root instanceof HTMLElement && root.matches(selector)) settle(root);
  for (const div of root.querySelectorAll<HTMLElement>(selector)) settle(div);
}

/** Makes the widget of one div what the div names. */
function settle(div: HTMLElement): void {
  const tag = div.matches(selector) ? (div.dataset.kpiElement ?? '') : '';
  const present = snippets.get(div);
  if (present?.tag === tag && present.widget.parentNode === div) return present.follow();
  present?.leave();
  snippets.delete(div);
  if (/^kpi-[a-z]+$/.test(tag) && customElements.get(tag)) {
    snippets.set(div, new Snippet(div, tag));
    // It ends with the div.
    observer.observe(div, { attributes: true, childList: true, characterData: true, subtree: true });
  } else if (tag && !refused.has(div)) {
    refused.add(div);
    console.warn(`data-kpi-element="${tag}" is no tag of kpi-elements: kpi-card, kpi-trend, ….`);
  }
}

function keepUp(records: readonly MutationRecord[]): void {
  const changed = new Set<Snippet>();
  for (const { type, target, addedNodes, attributeName } of records) {
    if (attributeName === 'data-kpi-element') settle(target as HTMLElement);
    for (const node of addedNodes) if (node instanceof Element) upgradeWithin(node);
    const snippet = type === 'attributes' ? snippets.get(target as Element) : around(target);
    if (snippet && !snippet.widget.contains(target)) changed.add(snippet);
  }
  for (const snippet of changed) snippet.follow();
}

/** The snippet whose content a node is. */
function around(node: Node): Snippet | undefined {
  const div = (node instanceof Element ? node : node.parentElement)?.closest(selector);
  return div ? snippets.get(div) : undefined;
}
