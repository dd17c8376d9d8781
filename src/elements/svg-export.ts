const inlined = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stop-color',
  'stop-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];

const lineHeight = 20;
const captionHeight = 3 * lineHeight;

/**
 * A drawing as one self-contained SVG text: colours and type are written out, and what the widget says stands above.
 * @param drawing the `<svg>` on the page
 * @param caption lines of text: name, figure, change
 */
export function exportSvg(drawing: SVGSVGElement, caption: readonly string[]): string {
  const { width, height } = drawing.viewBox.baseVal;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of inlined) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  });
  copy.removeAttribute('class');
  copy.setAttribute('y', String(captionHeight));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));

  const { color, fontFamily } = getComputedStyle(drawing);
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('viewBox', `0 0 ${width} ${height + captionHeight}`);
  sheet.setAttribute('font-family', fontFamily);
  sheet.setAttribute('fill', color);
  caption.slice(0, 3).forEach((line, index) => {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', '4');
    text.setAttribute('y', String((index + 0.8) * lineHeight));
    text.setAttribute('font-size', index === 1 ? '20' : '13');
    text.setAttribute('font-weight', index === 1 ? '600' : '400');
    text.textContent = line;
    sheet.append(text);
  });
  sheet.append(copy);
  // Lit leaves comments as markers; they say nothing outside the page.
  return new XMLSerializer().serializeToString(sheet).replace(/<!--.*?-->/g, '');
}
