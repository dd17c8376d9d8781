import type { KpiView, LineView, TableView } from './view.js';
import type { Words } from './words.js';

/** The lines of a view as a table, one row a point: the same facts as the drawing. */
export function tableView(view: KpiView, words: Words): TableView {
  const first = view.lines[0];
  const rows = Math.max(0, ...view.lines.map(({ course }) => course.length));
  const notes = view.lines.some((line) => Array.from({ length: rows }).some((_, index) => line.at(index)?.note));
  return {
    caption: words.aside(view.heading, view.period),
    columns: [
      ...view.lines.flatMap((line) => [
        ...(hasDates(line, first) ? [{ label: dateLabel(line, words), numeric: false }] : []),
        { label: line.label, numeric: true },
      ]),
      ...(notes ? [{ label: words.say('table.note'), numeric: false }] : []),
    ],
    rows: Array.from({ length: rows }, (_, index) => ({
      cells: [
        ...view.lines.flatMap((line) => [
          ...(hasDates(line, first) ? [line.at(index)?.label ?? ''] : []),
          line.at(index)?.text ?? '',
        ]),
        ...(notes ? [noteOf(view.lines, index, words)] : []),
      ],
    })),
  };
}

/** Segments share the dates of the first; a comparison has its own. */
const hasDates = (line: LineView, first: LineView | undefined): boolean => line === first || line.role === 'comparison';

const dateLabel = (line: LineView, words: Words): string =>
  line.role === 'comparison' ? words.labelled(line.label, words.say('table.date')) : words.say('table.date');

const noteOf = (lines: readonly LineView[], index: number, words: Words): string =>
  words.join(...new Set(lines.map((line) => line.at(index)?.note ?? '')));
