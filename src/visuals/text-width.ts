/**
 * Wide scripts fill the em square; capitals and round letters are wider than the stems of others. The usual signs come
 * first: classes of Unicode are slow to make.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[MWmw%@—]/u, 0.9],
  [/[iIljtfr.,:;'’|!()[\] \u00a0\u202f]/u, 0.34],
  [/[a-z\d−–+]/u, 0.6],
  [/[A-Z]/u, 0.7],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u, 1],
  [/\p{Lu}/u, 0.7],
];

/** Of a sign once: many texts are measured, of few signs. */
const known = new Map<string, number>();

function widthOf(sign: string): number {
  const width = known.get(sign) ?? widths.find(([signs]) => signs.test(sign))?.[1] ?? 0.6;
  known.set(sign, width);
  return width;
}

/**
 * Estimates how wide a text runs, in px, on the generous side: a layout that trusts it never clips a label.
 * @param size font size in px
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width * size;
}
