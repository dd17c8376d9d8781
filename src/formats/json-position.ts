const blank = /[ \t\n\r]*/y;
const token =
  /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/uy;
const openText = /"(?:[^"\\\p{Cc}]|\\\P{Cc})*\\?$/uy;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Where a text stops being JSON, from 0: the beginning of the first piece that cannot stand there, or the text's
 * length where it ends too early; undefined for JSON. Engines word this differently, and two of them not at all.
 */
export function malformedAt(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
    if (at === text.length) return expected === ', or end' && open.length === 0 ? undefined : at;
    token.lastIndex = at;
    const piece = token.exec(text)?.[0];
    const next: Expected | undefined = piece === undefined ? undefined : after(piece, expected, open);
    if (!next) return isOpenText(text, at) ? text.length : at;
    expected = next;
    at = token.lastIndex;
  }
}

function isOpenText(text: string, at: number): boolean {
  openText.lastIndex = at;
  return openText.test(text);
}

/** What may come after a piece, undefined where the piece itself may not come. Keeps `open` up to date. */
function after(piece: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  switch (piece) {
    case ':':
      return expected === ':' ? 'value' : undefined;
    case ',':
      return expected !== ', or end' || open.length === 0 ? undefined : open.at(-1) === '{' ? 'key' : 'value';
    case '}':
      return (expected === 'key or }' || expected === ', or end') && open.pop() === '{' ? ', or end' : undefined;
    case ']':
      return (expected === 'value or ]' || expected === ', or end') && open.pop() === '[' ? ', or end' : undefined;
  }
  if (expected === 'key' || expected === 'key or }') return piece.startsWith('"') ? ':' : undefined;
  if (expected !== 'value' && expected !== 'value or ]') return undefined;
  if (piece !== '{' && piece !== '[') return ', or end';
  open.push(piece);
  return piece === '{' ? 'key or }' : 'value or ]';
}
