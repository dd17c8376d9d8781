/** The element and what it stands in, outwards, through slots and shadow roots. */
export function* composedAncestors(element: Element): Generator<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    node = (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode ?? shadowHost(node);
  }
}

const shadowHost = (node: Node) => (node instanceof ShadowRoot ? node.host : null);
