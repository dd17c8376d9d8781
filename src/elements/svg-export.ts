const inlined = (
  'fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stop-color stop-opacity opacity ' +
  'font-family font-size font-weight text-anchor dominant-baseline'
).split(' ');

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
  give(copy, { y: captionHeight, width, height });

  const { color, fontFamily } = getComputedStyle(drawing);
  const sheet = give(document.createElementNS(namespace, 'svg'), {
    viewBox: `0 0 ${width} ${height + captionHeight}`,
    width,
    height: height + captionHeight,
    'font-family': fontFamily,
    fill: color,
  });
  caption.slice(0, 3).forEach((line, index) => {
    const [size, weight] = index === 1 ? [20, 600] : [13, 400];
    const place = { x: 4, y: (index + 0.8) * lineHeight, 'font-size': size, 'font-weight': weight };
    const text = give(document.createElementNS(namespace, 'text'), place);
    text.textContent = line;
    sheet.append(text);
  });
  sheet.append(copy);
  // Lit leaves comments as markers; they say nothing outside the page.
  return new XMLSerializer().serializeToString(sheet).replace(/<!--.*?-->/g, '');
}

const namespace = 'http://www.w3.org/2000/svg';

function give<Given extends Element>(element: Given, attributes: Readonly<Record<string, string | number>>): Given {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
