import { cellOf } from '../../view-model/scorecard-table.js';
import type { ScorecardRow } from '../../view-model/scorecard-row.js';
import type { ScorecardView } from '../../view-model/scorecard-view.js';
import { sparkLayout } from '../../visuals/spark.layout.js';
import { textWidth } from '../../visuals/text-width.js';

/** Px. */
const line = 26;
const gap = 20;
const size = 13;
const course = { width: 104, height: 34 };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

/**
 * A scorecard as one self-contained SVG text: its rows as they stand, with their courses.
 * @param base whose colours and type it takes
 */
export function scorecardSvg(
  { heading, captions, columns, groups, failed, rest, total }: ScorecardView,
  base: Element,
): string {
  const caption = captions.join(' · ');
  const { color, backgroundColor, fontFamily } = getComputedStyle(base);
  const { stroke } = getComputedStyle(base.querySelector('.line') ?? base);
  const lines: readonly { row?: ScorecardRow; cells: readonly string[] }[] = [
    { cells: [heading] },
    { cells: [caption] },
    { cells: columns.map(({ label }) => label) },
    ...[...groups, { label: undefined, rows: [...failed, rest, total].filter((row) => row !== undefined) }].flatMap(
      ({ label, rows }) => [
        ...(label ? [{ cells: [label] }] : []),
        ...rows.map((row) => ({ row, cells: columns.map((column) => cellOf(row, column).text) })),
      ],
    ),
  ];
  let left = gap;
  const drawn = columns.map(({ kind }, index) => {
    const isCourse = kind === 'course';
    const isStart = isCourse || index === 0;
    // What stands above the table may be wider than its first column.
    const widths = lines.slice(2).map(({ cells }) => textWidth(cells[index] ?? '', size));
    const width = Math.ceil(Math.max(isCourse ? course.width : 0, ...widths));
    const x = isStart ? left : left + width;
    const column = lines.map(({ row, cells }, nth) => {
      const y = (nth + 1) * line;
      const weight = nth === 0 || (!row && nth > 2) || (row && row === total) ? ' font-weight="600"' : '';
      const strokes = row && isCourse ? sparkLayout(row.lines, undefined, course).line : undefined;
      const path = (d: string, dash: string) =>
        d && `<path transform="translate(${x} ${y - 22})" d="${d}" fill="none" stroke="${stroke}" ${dash}/>`;
      return strokes
        ? path(strokes.solid, '') + path(strokes.dashed, 'stroke-dasharray="1 4"')
        : `<text x="${x}" y="${y}"${isStart ? '' : ' text-anchor="end"'}${weight}>${escaped(cells[index] ?? '')}</text>`;
    });
    left += width + gap;
    return column.join('');
  });
  const height = (lines.length + 1) * line;
  const width = Math.max(left, Math.ceil(textWidth(caption, size)) + 2 * gap);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="${escaped(fontFamily)}" font-size="${size}" fill="${color}" stroke-width="1.6">` +
    `<rect width="100%" height="100%" fill="${backgroundColor}" stroke="none"/>${drawn.join('')}</svg>`
  );
}
