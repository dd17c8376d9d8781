/** The element and what it stands in, outwards, through slots and shadow roots. */
export function* composedAncestors(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; each = composedParent(each)) yield each;
}

/** What an element stands in. */
export function composedParent(element: Element): Element | null {
  const { assignedSlot, parentNode } = element;
  return assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
}
