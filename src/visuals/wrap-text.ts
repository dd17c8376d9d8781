import { textWidth } from './text-width.js';

/** A word with the spaces behind it, up to a hyphen or a slash. */
const words = /[^\s/-]*[/-]*\s*/gu;
/** A sign with the marks that may not begin a line. */
const signs = /.[、。，：；！？）」]*/gu;

/**
 * Breaks a text into lines that are no wider than the room, by the estimate of `textWidth`. Only a word that is wider
 * than the room is broken itself, as scripts without spaces are: nothing is ever cut off.
 * @param size font size in px
 * @param room px
 */
export function wrapText(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string): void => {
    if (line && textWidth((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  for (const [word] of text.matchAll(words)) {
    if (textWidth(word.trimEnd(), size) <= room) add(word);
    else word.match(signs)?.forEach(add);
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}
