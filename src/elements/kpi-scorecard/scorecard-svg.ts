import type { ScorecardRow } from '../../view-model/scorecard-row.js';
import type { ScorecardColumn, ScorecardView } from '../../view-model/scorecard-view.js';
import { sparkLayout } from '../../visuals/spark.layout.js';
import { textWidth } from '../../visuals/text-width.js';

/** Px. */
const line = 26;
const gap = 20;
const edge = 16;
const size = 13;
const course = { width: 104, height: 34 };

/** A line of the sheet: cells by column, or words alone. */
interface Line {
  readonly cells: readonly string[];
  readonly row?: ScorecardRow;
  readonly isStrong?: boolean;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

function cellText(row: ScorecardRow, { kind, nth }: ScorecardColumn): string {
  const change = row.changes[nth];
  switch (kind) {
    case 'name':
      return row.heading;
    case 'value':
      return row.figure.text;
    case 'share':
      return row.share?.text ?? '';
    case 'change':
      return change ? `${change.glyph} ${change.text}`.trim() : '';
    case 'target':
      return row.goal ? `${row.goal.reached ? '✓ ' : ''}${row.goal.text}` : '';
    case 'kpi':
      return row.cells[nth]?.figure.text ?? '';
    case 'course':
      return '';
  }
}

/**
 * A scorecard as one self-contained SVG text: its rows as they stand, with their courses.
 * @param base whose colours and type it takes
 */
export function scorecardSvg({ heading, caption, columns, groups, rest, total }: ScorecardView, base: Element): string {
  const { color, backgroundColor, fontFamily } = getComputedStyle(base);
  const { stroke } = getComputedStyle(base.querySelector('.line') ?? base);
  const lineOf = (row: ScorecardRow): Line => ({ cells: columns.map((column) => cellText(row, column)), row });
  const lines: Line[] = [
    { cells: columns.map(({ label }) => label) },
    ...groups.flatMap(({ label, rows }) => [
      ...(label ? [{ cells: [label], isStrong: true }] : []),
      ...rows.map(lineOf),
    ]),
    ...(rest ? [lineOf(rest)] : []),
    ...(total ? [{ ...lineOf(total), isStrong: true }] : []),
  ];
  const widths = columns.map(({ kind }, nth) =>
    Math.max(kind === 'course' ? course.width : 0, ...lines.map(({ cells }) => textWidth(cells[nth] ?? '', size))),
  );
  const lefts = widths.map((_, nth) => edge + widths.slice(0, nth).reduce((sum, width) => sum + width + gap, 0));
  const width = Math.ceil(edge + lefts.at(-1)! + widths.at(-1)!);
  const height = (lines.length + 2) * line + edge;

  const text = (x: number, y: number, words: string, more = '') =>
    words && `<text x="${Math.round(x)}" y="${y}" ${more}>${escaped(words)}</text>`;
  const sheet = lines.map(({ cells, row, isStrong }, nth) => {
    const y = (nth + 3) * line;
    const drawn = cells.map((words, index) => {
      const isStart = ['name', 'course'].includes(columns[index]!.kind);
      const x = lefts[index]! + (isStart ? 0 : widths[index]!);
      return text(x, y, words, `${isStart ? '' : 'text-anchor="end"'}${isStrong ? ' font-weight="600"' : ''}`);
    });
    const at = columns.findIndex(({ kind }) => kind === 'course');
    const strokes = row && row.lines.length > 0 && at > 0 ? sparkLayout(row.lines, undefined, course).line : undefined;
    if (strokes) {
      const place = `transform="translate(${Math.round(lefts[at]!)} ${y - course.height + 12})"`;
      drawn.push(
        `<path ${place} d="${strokes.solid}" fill="none" stroke="${stroke}" stroke-width="1.6"/>`,
        `<path ${place} d="${strokes.dashed}" fill="none" stroke="${stroke}" stroke-width="1.6" stroke-dasharray="1 4"/>`,
      );
    }
    return drawn.join('');
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="${escaped(fontFamily)}" font-size="${size}" fill="${color}">` +
    `<rect width="100%" height="100%" fill="${backgroundColor}"/>` +
    text(edge, line, heading, 'font-weight="600"') +
    text(edge, 2 * line - 6, caption) +
    `${sheet.join('')}</svg>`
  );
}
