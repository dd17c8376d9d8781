const gap = 6;
const edge = 8;

/**
 * Puts an open popover below its button, above it where below is too short, and never beyond the window.
 * @param align which edges of the two lie above each other
 */
export function placePanel(panel: HTMLElement, anchor: Element, align: 'start' | 'end'): void {
  const button = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const rightToLeft = getComputedStyle(panel).direction === 'rtl';
  const left = rightToLeft === (align === 'end') ? button.left : button.right - width;
  const below = button.bottom + gap;
  const above = button.top - gap - height;
  const tooLow = below + height + edge > clientHeight;
  const top = tooLow ? (above >= edge ? above : Math.max(edge, clientHeight - height - edge)) : below;
  panel.style.left = `${Math.max(edge, Math.min(left, clientWidth - width - edge)) + scrollX}px`;
  panel.style.top = `${top + scrollY}px`;
}
