import type { ScorecardView } from '../../view-model/scorecard-view.js';

const rowHeight = 24;
const [nameAt, valueAt, changeAt] = [16, 380, 500];
const width = 516;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

/**
 * A scorecard as one self-contained SVG text: its rows with figure and change.
 * @param base whose colours and type it takes
 */
export function scorecardSvg(view: ScorecardView, base: Element): string {
  const { color, backgroundColor, fontFamily } = getComputedStyle(base);
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
  const rows = [
    ...view.groups.flatMap((group) => group.rows),
    ...[view.rest, view.total].filter((row) => row !== undefined),
  ];
  const height = (rows.length + 2) * rowHeight + 16;
  const lines = rows.map(({ heading, figure, changes: [change] }, nth) => {
    const y = (nth + 3) * rowHeight;
    const end = 'text-anchor="end"';
    return [
      text(nameAt, y, heading),
      text(valueAt, y, figure.text, `${end} font-weight="600"`),
      text(changeAt, y, change ? `${change.glyph} ${change.text}` : '', end),
    ].join('');
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="${escaped(fontFamily)}" font-size="13" fill="${color}">` +
    `<rect width="100%" height="100%" fill="${backgroundColor}"/>` +
    text(nameAt, rowHeight, view.heading, 'font-weight="600"') +
    text(nameAt, 2 * rowHeight - 6, `${view.period} ${view.against}`) +
    `${lines.join('')}</svg>`
  );
}
