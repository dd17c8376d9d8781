import type { LineView } from './view.js';
import type { Words } from './words.js';

/**
 * A point of every line as it is read aloud: its date once, then line by line; a comparison by its own date.
 * @param index position of the point
 */
export function pointText(lines: readonly LineView[], index: number, words: Words): string {
  const points = lines.flatMap(({ at, role, label: line }) => {
    const point = at(index);
    return point ? [{ point, role, line }] : [];
  });
  const texts = [
    points[0]?.point.label,
    ...points.map(({ point, role, line }) => words.labelled(role === 'comparison' ? point.label : line, point.spoken)),
    ...new Set(points.map(({ point }) => point.note)),
  ];
  return words.join(...texts.flatMap((text) => (text ? [words.sentence(text)] : [])));
}
