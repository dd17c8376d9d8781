import type { DataNote } from '../core/dataset/input.js';
import { note } from './note.js';

/** What decodes the rest of a text, and the bytes to begin with. */
export interface OtherCharset {
  readonly decoder: TextDecoder;
  readonly bytes: Uint8Array;
  /** What a reader of the figures should know of it. */
  readonly note: DataNote | undefined;
}

/**
 * The charset of bytes that are no plain UTF-8: UTF-16 where they begin so, else what the response calls it, else UTF-8
 * with some broken characters where most of them are whole, else Windows-1252, as spreadsheets write.
 *
 * @param before the chunk before, all UTF-8, whose last bytes may be the beginning of a character; none at the beginning
 * @param chunk the first that is no UTF-8; none at the end
 * @param named the charset of the response
 */
export function otherCharset(
  before: Uint8Array | undefined,
  chunk: Uint8Array,
  named: string | undefined,
): OtherCharset {
  const pending = before ? before.subarray(before.length - unfinished(before)) : new Uint8Array();
  const bytes = joined(pending, chunk);
  const wide = before ? undefined : utf16(bytes);
  const told = wide ?? (named && !/^utf-?8$/i.test(named) ? named : undefined);
  const known = told && decoderFor(told);
  if (known) return { decoder: known, bytes, note: undefined };
  const text = new TextDecoder().decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  const whole = text.replace(/[\0-\x7f\uFFFD]/g, '').length;
  if (broken > whole) {
    const charset = 'Windows-1252';
    const message = `The text is no UTF-8 and says of no other charset that it is in it: it was read as ${charset}.`;
    return { decoder: new TextDecoder(charset), bytes, note: note('charset-assumed', message, { charset }) };
  }
  const message = 'Some bytes of the text are no UTF-8: their characters are lost.';
  return { decoder: new TextDecoder(), bytes, note: broken > 0 ? note('characters-lost', message) : undefined };
}

/** By the byte order mark, whose bytes begin no other text, or by the zeros in every other byte of what is mostly ASCII. */
function utf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff || (first !== 0 && second === 0)) return 'utf-16le';
  if (first === 0xfe || (first === 0 && second !== 0)) return 'utf-16be';
  return undefined;
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a character of UTF-8 that goes on behind them. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
