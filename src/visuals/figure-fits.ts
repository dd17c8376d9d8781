import type { FigureView } from '../view-model/view.js';
import { textWidth } from './text-width.js';

/** Units are drawn at about half the size of digits. */
const unitScale = 0.52;

/** Whether a figure fits on one line of so many px at a font size in px. */
export function figureFits(figure: FigureView, width: number, size: number): boolean {
  const needed = figure.parts.map(({ kind, text }) => textWidth(text, kind === 'unit' ? size * unitScale : size));
  return needed.reduce((sum, part) => sum + part, 0) <= width;
}
