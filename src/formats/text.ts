import { KpiError } from '../core/error.js';

/** Text that is at hand, or arrives: UTF-8 bytes or strings. */
export type TextInput = string | Response | ReadableStream<Uint8Array | string>;

/** What a text is, as far as its beginning tells. */
export type TextFormat = 'json' | 'ndjson' | 'csv' | 'xml';

/** Long enough to work fast, short enough that a slow phone reads one in well under 50 ms. In characters. */
export const sliceLength = 2 ** 18;

const enoughToTell = 2 ** 16;

export function isText(input: unknown): input is TextInput {
  if (typeof input === 'string') return true;
  if (typeof input !== 'object' || input === null) return false;
  // By what it can do, not by class: a response may come from another window.
  return 'getReader' in input || ('body' in input && 'arrayBuffer' in input);
}

/** Whether a response says that there is more of it, at another address. */
export const hasNextPage = (input: TextInput): boolean =>
  typeof input === 'object' && 'headers' in input && /rel="?[^",;]*\bnext\b/i.test(input.headers.get('link') ?? '');

/**
 * The text in chunks as they come, without a byte order mark. Leaving early cancels the stream.
 *
 * @throws KpiError `bad-answer` with the `status` of a response that is not the data asked for
 */
export async function* chunksOf(input: TextInput): AsyncGenerator<string, void> {
  if (typeof input === 'string') {
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
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let first = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      let chunk = done ? decoder.decode() : typeof value === 'string' ? value : decoder.decode(value, { stream: true });
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

/**
 * Reads far enough into the text to tell its format, whatever the server calls it.
 *
 * @throws KpiError `malformed-data` for an empty text or an HTML page; what the chunks throw
 */
export async function lookAhead(
  chunks: AsyncGenerator<string, void>,
): Promise<{ format: TextFormat; chunks: AsyncGenerator<string, void> }> {
  let head = '';
  while (head.length < enoughToTell) {
    const { done, value } = await chunks.next();
    if (done) break;
    head += value;
  }
  const again = async function* (): AsyncGenerator<string, void> {
    yield head;
    yield* chunks;
  };
  try {
    return { format: formatOf(head), chunks: again() };
  } catch (error) {
    await chunks.return(undefined);
    throw error;
  }
}

function formatOf(head: string): TextFormat {
  const text = head.trimStart();
  if (text === '') throw new KpiError('malformed-data', 'The data are empty.', { found: 'nothing' });
  if (/^<(\?xml|results?\b)/.test(text) && !/<html/i.test(text)) return 'xml';
  if (text.startsWith('<')) throw htmlPage(text);
  if (!/^[{[]/.test(text)) return 'csv';
  const [line = '', next = ''] = text.split(/\r?\n/, 2);
  return next.trimStart().startsWith('{') && isJson(line) ? 'ndjson' : 'json';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function htmlPage(text: string): KpiError {
  const title = /<title[^>]*>\s*([^<]{1,80})/i.exec(text)?.[1]?.trim();
  return new KpiError(
    'malformed-data',
    `Expected JSON or CSV, found an HTML page${title ? ` with the title "${title}"` : ''}. ` +
      'The address may be wrong, or may need a login.',
    { found: 'html', title },
  );
}
