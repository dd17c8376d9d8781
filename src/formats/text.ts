import type { Meter } from '../core/dataset/limits.js';
import { KpiError } from '../core/error.js';
import type { Tell } from './note.js';
import { readers } from './readers.js';
import { sliceLength } from './slice-length.js';

/** Text that is at hand, or arrives: as strings, or as bytes of UTF-8, UTF-16, or the charset that a response names. */
export type TextInput = string | Response | ReadableStream<Uint8Array | string>;

/** A file, or what was in it. */
export type Bytes = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

export const isBytes = (input: unknown): input is Bytes =>
  input instanceof Uint8Array || input instanceof ArrayBuffer || input instanceof Blob;

export function isText(input: unknown): input is TextInput {
  if (typeof input === 'string') return true;
  if (typeof input !== 'object' || input === null) return false;
  // By what it can do, not by class: a response may come from another window.
  return 'getReader' in input || ('body' in input && 'arrayBuffer' in input);
}

/** Whether a response says that there is more of it, at another address. */
export const hasNextPage = (input: TextInput): boolean =>
  typeof input === 'object' && 'headers' in input && /rel="?[^",;]*\bnext\b/i.test(input.headers.get('link') ?? '');

/** Whether a response says that it is a part of the data, by its status or by a range that is not all there is. */
export function isRange(input: TextInput): input is Response {
  if (typeof input !== 'object' || !('headers' in input)) return false;
  // `items 0-9/500`, or without a unit; where the whole is not known, as `0-9/*`, the status tells.
  const [, first, last, whole] = /(\d+)-(\d+)\/(\d+)/.exec(input.headers.get('content-range') ?? '') ?? [];
  return whole === undefined ? input.status === 206 : Number(last) - Number(first) + 1 < Number(whole);
}

/** Headers by which servers tell how many rows there are on all pages; from another origin they have to be exposed. */
const totals = ['x-total-count', 'x-wp-total', 'x-total'];

/** How many rows a response says that there are in all; undefined where it does not. */
export function totalOf(input: TextInput): number | undefined {
  const headers = typeof input === 'object' && 'headers' in input ? input.headers : undefined;
  return totals.map((name) => Number(headers?.get(name))).find((total) => total > 0);
}

/** What is known of a text before it is read, and who hears of it. */
export interface Hearing {
  /** Hears what the text's bytes leave open. */
  readonly tell?: Tell | undefined;
  /** Of bytes, where it is named. */
  readonly charset?: string | undefined;
  /** Counts the bytes, and may refuse more of them. */
  readonly meter?: Meter | undefined;
}

/**
 * The text in chunks as they come, without a byte order mark. Leaving early cancels the stream.
 *
 * @throws KpiError `bad-answer` with the `status` of a response that is not the data asked for; what the meter throws
 */
export async function* chunksOf(
  input: TextInput,
  { tell, charset, meter }: Hearing = {},
): AsyncGenerator<string, void> {
  if (typeof input === 'string') {
    meter?.(input.length);
    const start = input.startsWith('\uFEFF') ? 1 : 0;
    for (let at = start; at < input.length; at += sliceLength) yield input.slice(at, at + sliceLength);
    return;
  }
  if ('ok' in input && !input.ok) {
    // What stands in it is not read; a body that is already in use is another's to end.
    input.body?.cancel().catch(() => undefined);
    const { status } = input;
    throw new KpiError('bad-answer', `Expected data, found a response with status ${status}.`, { status });
  }
  const stream: ReadableStream<Uint8Array | string> | null = 'getReader' in input ? input : input.body;
  if (!stream) return;
  const type = 'headers' in input ? input.headers.get('content-type') : undefined;
  let decoder = charset === undefined ? new TextDecoder('utf-8', { fatal: true }) : new TextDecoder(charset);
  let before: Uint8Array | undefined;
  const textOf = async (bytes: Uint8Array = new Uint8Array(), stream = true): Promise<string> => {
    try {
      const text = decoder.decode(bytes, { stream });
      // What has zeros at its beginning is UTF-16.
      if (charset !== undefined || before || !text.includes('\0')) return text;
    } catch {
      // It is no UTF-8.
    }
    const { otherCharset } = await readers();
    const other = otherCharset(before, bytes, /charset="?([\w-]+)/i.exec(type ?? '')?.[1]);
    decoder = other.decoder;
    if (other.note) tell?.(other.note);
    return decoder.decode(other.bytes, { stream });
  };
  const reader = stream.getReader();
  let first = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) meter?.(value.length);
      let chunk = typeof value === 'string' ? value : await textOf(value, !done);
      if (typeof value === 'object') before = value;
      // The decoder drops the mark from bytes; a stream of strings may still begin with one.
      if (first && chunk.startsWith('\uFEFF')) chunk = chunk.slice(1);
      if (chunk) {
        first = false;
        yield chunk;
      }
      if (done) return;
    }
  } finally {
    // After an error of the stream itself there is nothing left to cancel.
    reader.cancel().catch(() => undefined);
  }
}
